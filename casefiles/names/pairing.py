"""Which part of one name stands for which part of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from casefiles.names.edits import begin_alike, is_bare
from casefiles.names.parts import Kind, Part
from casefiles.names.sounds import VOWELS
from casefiles.names.words import word_likeness


class Pair(NamedTuple):
    """Parts that stand for each other: one on each side, or two or three written as one.

    Attributes:
        likeness: 1 where they sound the same.
        initial: one of them is an initial.
    """

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    likeness: float
    initial: bool = False


_INITIAL = 0.8
_TOGETHER = 0.15
_JOINED, _ALL_JOINED = 0.9, 0.7
_SHORTEST_JOINED, _MOST_JOINED, _JOIN_LOSES = 4, 3, 3


def pair_up(ours: Sequence[Part], theirs: Sequence[Part], near: float) -> list[Pair]:
    """Return the parts that stand for each other, in our order; the likest are paired first, and each part once."""
    found = [
        (likeness + 0.02 * (i == j) + 0.05 * min(one.weight, other.weight), Pair((i,), (j,), likeness, initial))
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        for likeness, initial in [_alike(one, other)]
        if likeness >= near
    ]
    if len(ours) > 1:
        found += [(pair.likeness + _TOGETHER, pair) for pair in _joined(ours, theirs)]
    if len(theirs) > 1:
        turned = (Pair(pair.theirs, pair.ours, pair.likeness) for pair in _joined(theirs, ours))
        found += [(pair.likeness + _TOGETHER, pair) for pair in turned]
    found.sort(key=lambda one: one[0], reverse=True)
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    pairs = []
    for _, pair in found:
        if taken_ours.isdisjoint(pair.ours) and taken_theirs.isdisjoint(pair.theirs):
            taken_ours.update(pair.ours)
            taken_theirs.update(pair.theirs)
            pairs.append(pair)
    return sorted(pairs)


def _alike(one: Part, other: Part) -> tuple[float, bool]:
    if one.kind is not Kind.INITIAL and other.kind is not Kind.INITIAL:
        if one.kind is not other.kind:
            return 0.0, False
        likeness = word_likeness(one.said, other.said, one.letters, other.letters)
        if bool(one.linked) != bool(other.linked):
            likeness = max(likeness, word_likeness(one.linked or one.said, other.linked or other.said))
        return likeness, False
    if one.kind is other.kind:
        return (1.0 if _starts_with(one.said, other.said) or _starts_with(other.said, one.said) else 0.0), False
    letter, whole = (one, other) if one.kind is Kind.INITIAL else (other, one)
    return (_INITIAL if _starts_with(letter.said, whole.said) else 0.0), True


def _joined(ours: Sequence[Part], theirs: Sequence[Part]) -> Iterator[Pair]:
    """Give the neighbours of one side, two or three, that are written as one word on the other."""
    enough = _ALL_JOINED if len(ours) == 2 and len(theirs) == 1 else _JOINED
    for i, first in enumerate(ours[:-1]):
        said = first.said
        wholes = [k for k, whole in enumerate(theirs) if begin_alike(said, whole.said)]
        for j in range(i + 1, min(i + _MOST_JOINED, len(ours))) if wholes else ():
            if first.kind is not Kind.FULL or ours[j].kind is Kind.INITIAL:
                break
            for k in wholes:
                if theirs[k].kind is not Kind.INITIAL and _fits(len(said), len(ours[j].said), theirs[k].said):
                    likeness = word_likeness(_join(said, ours[j].said), theirs[k].said)
                    if likeness >= enough:
                        yield Pair(tuple(range(i, j + 1)), (k,), likeness)
            said = _join(said, ours[j].said)


def _fits(first: int, second: int, whole: str) -> bool:
    """Tell whether a word is as long as two may be that are written as one."""
    if is_bare(whole):
        return len(whole) > _SHORTEST_JOINED
    return abs(len(whole) - first - second) <= _JOIN_LOSES and len(whole) > max(first, second) + 1


_INITIALS = {
    "b": "v", "c": "ksc", "d": "j", "e": "ia", "f": "p", "g": "j", "h": "x", "i": "ea", "j": "izqx", "k": "xc",
    "o": "u", "p": "f", "q": "k", "s": "c", "t": "c", "u": "oa", "v": "bW", "w": "vWu", "x": "ks", "y": "iYej",
    "z": "jxsq",
}  # fmt: skip
"""With which sounds a name may begin beside the plain one, by its initial."""


def _starts_with(letter: str, said: str) -> bool:
    """Tell whether an initial may stand for a part."""
    first = said[:1]
    return first == letter or first in _INITIALS.get(letter, "") or (first in "AVL" and letter in VOWELS)


_BOUNDARIES = (("nb", "mb"), ("np", "mp"), ("nf", "mf"), ("mk", "nk"), ("mg", "ng"))


def _join(first: str, second: str) -> str:
    """Return how two parts sound when they are written as one."""
    edge = first[-1:] + second[:1]
    if edge[:1] == edge[1:]:
        return first + second[1:]
    return first[:-1] + dict(_BOUNDARIES).get(edge, edge) + second[1:]
