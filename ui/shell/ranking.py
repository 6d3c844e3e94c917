"""How well a few typed letters fit some words: the palette puts the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeVar

T = TypeVar("T")

Fit = tuple[int, int, int]
"""How many words are skipped into, where the first letter stands, how long the words are; less is better."""

_LONGEST = 40
_WORD = re.compile(r"\w+")


def fit(typed: str, words: str) -> Fit | None:
    """Return how well what is typed fits, less being better; None where it does not.

    Each letter stands at the beginning of a word or next to the letter before it: "np" and "newp" fit "New person".
    """
    wanted, text = "".join(_WORD.findall(typed.casefold())), words.casefold()
    if len(wanted) > _LONGEST:
        return None
    starts = [found.start() for found in _WORD.finditer(text)]

    @cache
    def jumps(letter: int, after: int) -> int | None:
        """Return the fewest jumps that place the letters from one on, the one before standing just before `after`."""
        if letter == len(wanted):
            return 0
        ways = [(0, after)] if text[after : after + 1] == wanted[letter] else []
        ways += [(1, start) for start in starts if start > after and text[start] == wanted[letter]]
        totals = [cost + rest for cost, place in ways if (rest := jumps(letter + 1, place + 1)) is not None]
        return min(totals, default=None)

    fits = [
        (found, start, len(text))
        for start in starts
        if text.startswith(wanted[:1], start) and (found := jumps(1, start + 1) if wanted else 0) is not None
    ]
    return min(fits, default=None)


def ranked(typed: str, things: Iterable[T], words_of: Callable[[T], Sequence[str]]) -> list[T]:
    """Return the things of which some words fit, the best first; all of them, as they came, when nothing is typed."""
    if not typed.strip():
        return list(things)
    scored = [([one for words in words_of(thing) if (one := fit(typed, words)) is not None], thing) for thing in things]
    return [
        thing for _, thing in sorted(((min(fits), thing) for fits, thing in scored if fits), key=lambda one: one[0])
    ]
