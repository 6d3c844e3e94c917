"""Slips of the pen: how near two words are as they were typed, whatever they sound like."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from casefiles.names.edits import shared

LETTERS_TURNED, ONE_TYPED_WRONG, ONE_OTHER, TWO_TYPED_WRONG = 0.85, 0.84, 0.75, 0.74
"""How near two words are in which two neighbours have changed places; one letter is missing, too many or that of the
next key; one is another altogether; two are typed wrong."""
_LONG, _LONG_FOR_TWO = 5, 9
"""In shorter words one letter, or two, are too much of the whole."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT_KEYS = frozenset("".join(keys) for row in _ROWS for way in (row, row[::-1]) for keys in pairwise(way))


@lru_cache(maxsize=1 << 17)
def slip(one: str, other: str) -> float:
    """Return how near two words are that differ only by a slip after the first letter, and 0 where they do not."""
    shorter = min(len(one), len(other))
    if shorter < _LONG or abs(len(one) - len(other)) > 2 or one[0] != other[0]:
        return 0.0
    start, end = shared(one, other)
    ours, theirs = one[start : len(one) - end], other[start : len(other) - end]
    if not end:
        return ONE_OTHER if len(ours) < 2 and len(theirs) < 2 else 0.0
    if len(ours) == 2 and ours == theirs[::-1]:
        return LETTERS_TURNED
    if _is_mistyped(ours, theirs):
        return ONE_TYPED_WRONG
    if len(ours) == len(theirs) == 1:
        return ONE_OTHER
    return TWO_TYPED_WRONG if shorter >= _LONG_FOR_TWO and _are_two_slips(ours, theirs) else 0.0


def _is_mistyped(ours: str, theirs: str) -> bool:
    """Tell whether a letter is missing on one side, or that of the next key."""
    return len(ours) + len(theirs) == 1 or ours + theirs in _NEXT_KEYS


def _are_two_slips(ours: str, theirs: str) -> bool:
    """Tell whether two stretches that differ at both ends are the same but for what is typed wrong there."""
    return any(
        _is_mistyped(ours[:skip], theirs[:add]) and _is_one_slip(ours[skip:], theirs[add:])
        for skip, add in ((1, 0), (0, 1), (1, 1))
    )


def _is_one_slip(ours: str, theirs: str) -> bool:
    start, end = shared(ours, theirs)
    return _is_mistyped(ours[start : len(ours) - end], theirs[start : len(theirs) - end])
