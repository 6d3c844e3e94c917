"""The one place where offsets into a source's text meet positions in Qt's document.

Our offsets count Unicode code points of the text as it was saved. Qt counts UTF-16 units and keeps one
separator for each line break, however it was written. So the two drift apart by one after every character
beyond the Basic Multilingual Plane (longer in Qt) and after every CR LF (shorter in Qt).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_UNEQUAL: Final = re.compile("\r\n|[\U00010000-\U0010ffff]")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Positions:
    """Both ways between code points of one text and positions of the document that shows it."""

    def __init__(self, text: str) -> None:
        # the starts of the unequal stretches on either side, and the drift once each is passed
        self._starts: list[int] = []
        self._qt_starts: list[int] = []
        self._drifts = [0]
        for found in _UNEQUAL.finditer(text):
            drift = self._drifts[-1]
            self._starts.append(found.start())
            self._qt_starts.append(found.start() + drift)
            self._drifts.append(drift + (-1 if found[0] == "\r\n" else 1))

    def in_document(self, offset: int) -> int:
        """The document position of a code point offset; between CR and LF, the place before both."""
        return offset + self._drifts[self._passed(self._starts, offset)]

    def in_text(self, position: int) -> int:
        """The code point offset of a document position; inside a surrogate pair, the place before it."""
        passed = self._passed(self._qt_starts, position)
        return position - self._drifts[passed]

    @staticmethod
    def _passed(starts: list[int], place: int) -> int:
        """How many stretches begin before `place`."""
        return bisect_right(starts, place - 1)


def showable(text: str) -> str:
    """The text with stray surrogates, which Qt cannot take, shown as the replacement character."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
