"""Quotes in a frozen text: where they stand, and where the screen shows them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from casefiles.domain.problems import BadInput

CONTEXT = 32

# How Qt's text document counts: UTF-16 units, one for a whole CRLF, none for a byte order mark at the start.
_OF_OTHER_WIDTH = re.compile("[\U00010000-\U0010ffff]|(?<=\r)\n|\\A\ufeff")


@dataclass(frozen=True, slots=True)
class Slice:
    """The exact words at a place in a text, with the words around them; offsets are code points."""

    start: int
    end: int
    quote: str
    before: str
    after: str

    def stands_in(self, text: str) -> bool:
        """Tell whether the text still has exactly these words at this place."""
        return bool(self.quote) and text[self.start : self.end] == self.quote


def passage(text: str, start: int, end: int) -> Slice:
    """Cut the passage from ``start`` to ``end`` out of a text."""
    if not 0 <= start < end <= len(text):
        raise BadInput(
            f"The text has {len(text)} characters; there is no quote from {start} to {end}.",
            "Select the words again.",
        )
    before = text[max(0, start - CONTEXT) : start]
    return Slice(start, end, text[start:end], before, text[end : end + CONTEXT])


def anchor(text: str, quote: str, near: int | None = None) -> tuple[int, int] | None:
    """Find the exact quote that starts nearest to ``near`` (or the first); None if it is not there."""
    if not quote:
        return None
    near = min(max(near or 0, 0), len(text))
    found = (text.rfind(quote, 0, max(0, near - 1 + len(quote))), text.find(quote, near))
    starts = [start for start in found if start >= 0]
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - near))
    return start, start + len(quote)


class ScreenPositions:
    """Places in one text, in code points and as Qt's text document counts them, worked out once."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        odd = [match.start() for match in _OF_OTHER_WIDTH.finditer(text)]
        self._odd = odd
        self._shift = list(accumulate((1 if ord(text[at]) > 0xFFFF else -1 for at in odd), initial=0))

    def on_screen(self, codepoint: int) -> int:
        """Turn a code-point offset into Qt's position."""
        return codepoint + self._shift[bisect_left(self._odd, codepoint)]

    def in_text(self, position: int) -> int:
        """Turn Qt's position into a code-point offset, never inside a character or a CRLF."""
        if not self._odd:
            return position
        return max(0, bisect_right(range(self._length + 1), position, key=self.on_screen) - 1)


def utf16_offset(text: str, codepoint: int) -> int:
    """Turn one code-point offset into Qt's position; for many in one text keep a ``ScreenPositions``."""
    return ScreenPositions(text).on_screen(codepoint)


def codepoint_offset(text: str, utf16: int) -> int:
    """Turn one Qt position into a code-point offset; for many in one text keep a ``ScreenPositions``."""
    return ScreenPositions(text).in_text(utf16)
