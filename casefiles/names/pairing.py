"""Which part of one name stands for which part of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casefiles.names import customs
from casefiles.names.edits import is_bare, nearness
from casefiles.names.known import KNOWN
from casefiles.names.parts import Kind, Part, starts_with


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
_EV = re.compile("ev(?=a?$)")
_JOINED, _ALL_JOINED = 0.9, 0.7
_FAR = 0.6
_ONE_NAME, _TWO_NAMES = 0.962, 0.6


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
        if one.kind is not other.kind:
            return 0.0, False
        likeness = word_likeness(one.said, other.said)
        if one.linked or other.linked:
            likeness = max(likeness, word_likeness(one.linked or one.said, other.linked or other.said))
        return likeness, False
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
            if whole.kind is Kind.FULL and _may_join(ours[i].said, ours[i + 1].said, whole.said):
                likeness = word_likeness(_join(ours[i].said, ours[i + 1].said), whole.said)
                if likeness >= (_ALL_JOINED if len(ours) == 2 and len(theirs) == 1 else _JOINED):
                    yield Pair((i, i + 1), (j,), likeness)


def _may_join(first: str, second: str, whole: str) -> bool:
    both = len(first) + len(second)
    if is_bare(whole):
        return len(whole) > 4
    return both - 3 <= len(whole) <= both + 3 and len(whole) > max(len(first), len(second)) + 1


@lru_cache(maxsize=1 << 18)
def word_likeness(one: str, other: str) -> float:
    """Return how alike two sounds are as names."""
    if one == other:
        return 1.0
    if other in customs.SHORT_FORMS.get(one, ()):
        return _SHORT_FORM
    near = nearness(one, other)
    if near < _FAR:
        return max(near, _without_endings(one, other))
    if near < _ONE_NAME and one.replace("A", "a") in KNOWN and other.replace("A", "a") in KNOWN:
        return min(near, _TWO_NAMES)
    if near < 1 and _other_endings(one, other):
        return min(near, _TWO_NAMES)
    for shared in (_heads, _tails):
        rest = shared(one, other)
        if rest:
            return min(near, nearness(*rest))
    return max(near, _without_endings(one, other))


def _heads(one: str, other: str) -> tuple[str, str] | None:
    """Return what stands before the longest ending that both share: -preet or -esh alone tells little."""
    spoken, spoken_other = _EV.sub("ov", one.replace("A", "a")), _EV.sub("ov", other.replace("A", "a"))
    for ending in customs.SHARED_ENDINGS:
        if spoken.endswith(ending) and spoken_other.endswith(ending):
            heads = one[: -len(ending)], other[: -len(ending)]
            return heads if min(map(len, heads)) > 1 else None
    return None


def _other_endings(one: str, other: str) -> bool:
    """Tell whether two names are two by their endings alone, as Kovalchuk and Kovalenko are."""
    ends = [next((end for end in customs.TELLING_ENDINGS if said.endswith(end)), "") for said in (one, other)]
    return all(ends) and ends[0] != ends[1]


def _tails(one: str, other: str) -> tuple[str, str] | None:
    """Return what follows the longest beginning that both share."""
    spoken, spoken_other = one.replace("A", "a"), other.replace("A", "a")
    for beginning in customs.SHARED_BEGINNINGS:
        if spoken.startswith(beginning) and spoken_other.startswith(beginning):
            tails = one[len(beginning) :], other[len(beginning) :]
            return tails if min(map(len, tails)) > 2 else None
    return None


def _without_endings(one: str, other: str) -> float:
    """Return how alike two sounds are but for an ending that one writer gives and another does not."""
    bare, bare_other = _bare(one), _bare(other)
    if (bare == one and bare_other == other) or (bare != one and bare_other != other and one[-2:] == other[-2:]):
        return 0.0
    return _LEFT_OUT * nearness(bare, bare_other)


@lru_cache(maxsize=1 << 17)
def _bare(said: str) -> str:
    for part in customs.LEFT_OUT:
        if said.endswith(part) and len(said) - len(part) > 3:
            return said.removesuffix(part)
        if said.startswith(part) and len(part) > 3 and len(said) - len(part) > 2:
            return said.removeprefix(part)
    return said


_BOUNDARIES = (("nb", "mb"), ("np", "mp"), ("nf", "mf"), ("mk", "nk"), ("mg", "ng"))


def _join(first: str, second: str) -> str:
    """Return how two parts sound when they are written as one."""
    edge = first[-1:] + second[:1]
    if edge[:1] == edge[1:]:
        return first + second[1:]
    return first[:-1] + dict(_BOUNDARIES).get(edge, edge) + second[1:]
