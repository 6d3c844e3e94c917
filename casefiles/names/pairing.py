"""Which part of one name stands for which part of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casefiles.names import customs
from casefiles.names.edits import nearness
from casefiles.names.parts import Kind, Part, starts_with
from casefiles.names.sounds import sound


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts that stand for each other: one on each side, or two written as one.

    Attributes:
        likeness: 1 where they sound the same.
        initial: one of them is an initial.
    """

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    likeness: float
    initial: bool = False


_SHORT_FORM = 0.9
_LEFT_OUT = 0.88
_INITIAL = 0.8
_JOINED = 0.85


def pair_up(ours: Sequence[Part], theirs: Sequence[Part], near: float) -> list[Pair]:
    """Return the parts that stand for each other, the likest first; each part is taken once."""
    found = [
        (likeness + 0.02 * (i == j) + 0.05 * min(one.weight, other.weight), Pair((i,), (j,), likeness, initial))
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        for likeness, initial in [_alike(one, other)]
        if likeness >= near
    ]
    if len(ours) > 1 or len(theirs) > 1:
        found += [(pair.likeness + 0.15, pair) for pair in _joined(ours, theirs)]
        found += [
            (pair.likeness + 0.15, Pair(pair.theirs, pair.ours, pair.likeness)) for pair in _joined(theirs, ours)
        ]
    found.sort(key=lambda one: one[0], reverse=True)
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    pairs = []
    for _, pair in found:
        if taken_ours.isdisjoint(pair.ours) and taken_theirs.isdisjoint(pair.theirs):
            taken_ours.update(pair.ours)
            taken_theirs.update(pair.theirs)
            pairs.append(pair)
    return pairs


def _alike(one: Part, other: Part) -> tuple[float, bool]:
    if one.kind is not Kind.INITIAL and other.kind is not Kind.INITIAL:
        return word_likeness(one.said, other.said) if one.kind == other.kind else 0.0, False
    if one.kind is other.kind:
        return (1.0 if starts_with(one.said, other.said) or starts_with(other.said, one.said) else 0.0), False
    letter, whole = (one, other) if one.kind is Kind.INITIAL else (other, one)
    return (_INITIAL if starts_with(letter.said, whole.said) else 0.0), True


def _joined(ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[Pair]:
    """Give the neighbours of one side that are written as one word on the other."""
    for i in range(len(ours) - 1):
        if ours[i].kind is not Kind.FULL or ours[i + 1].kind is not Kind.FULL:
            continue
        for j, whole in enumerate(theirs):
            if whole.kind is Kind.FULL and len(whole.said) > max(len(ours[i].said), len(ours[i + 1].said)) + 1:
                likeness = word_likeness(sound(ours[i].said + ours[i + 1].said), whole.said)
                if likeness >= _JOINED:
                    yield Pair((i, i + 1), (j,), likeness)


@lru_cache(maxsize=1 << 18)
def word_likeness(one: str, other: str) -> float:
    """Return how alike two sounds are as names: a shared ending such as -preet or -esh tells little."""
    if one == other:
        return 1.0
    near = nearness(one, other)
    if frozenset((one, other)) in customs.SHORT_FORMS:
        return max(near, _SHORT_FORM)
    if near == 0.0:
        return 0.0
    head, head_other = _heads(one, other)
    if head:
        return min(near, nearness(head, head_other))
    shorter, longer = sorted((one, other), key=len)
    rest = longer.removeprefix(shorter) if longer.startswith(shorter) else longer.removesuffix(shorter)
    if len(shorter) > 3 and rest in customs.LEFT_OUT:
        return max(near, _LEFT_OUT)
    return near


def _heads(one: str, other: str) -> tuple[str, str]:
    """Return what stands before the longest ending that both share; nothing where they share none."""
    spoken, spoken_other = one.replace("A", "a"), other.replace("A", "a")
    for ending in customs.SHARED_ENDINGS:
        if spoken.endswith(ending) and spoken_other.endswith(ending):
            head, head_other = one[: -len(ending)], other[: -len(ending)]
            return (head, head_other) if len(head) > 1 and len(head_other) > 1 else ("", "")
    return "", ""
