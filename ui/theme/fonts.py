"""Which typefaces draw which writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LATIN_FACES: Final = ("Inter", "Noto Sans")
SYSTEM_FACES: Final = ("Segoe UI", "Helvetica Neue", "DejaVu Sans")

# first code point, last code point, the faces that draw that writing, best first
_WRITINGS: Final = (
    (0x0530, 0x058F, ("Noto Sans Armenian",)),
    (0x0590, 0x05FF, ("Noto Sans Hebrew",)),
    (0x0600, 0x06FF, ("Noto Sans Arabic", "Noto Naskh Arabic")),
    (0x0750, 0x077F, ("Noto Sans Arabic", "Noto Naskh Arabic")),
    (0x08A0, 0x08FF, ("Noto Sans Arabic", "Noto Naskh Arabic")),
    (0x0900, 0x097F, ("Noto Sans Devanagari",)),
    (0x0980, 0x09FF, ("Noto Sans Bengali",)),
    (0x0A00, 0x0A7F, ("Noto Sans Gurmukhi",)),
    (0x0A80, 0x0AFF, ("Noto Sans Gujarati",)),
    (0x0B80, 0x0BFF, ("Noto Sans Tamil",)),
    (0x0C00, 0x0C7F, ("Noto Sans Telugu",)),
    (0x0C80, 0x0CFF, ("Noto Sans Kannada",)),
    (0x0D00, 0x0D7F, ("Noto Sans Malayalam",)),
    (0x0D80, 0x0DFF, ("Noto Sans Sinhala",)),
    (0x0E00, 0x0E7F, ("Noto Sans Thai",)),
    (0x1000, 0x109F, ("Noto Sans Myanmar",)),
    (0x10A0, 0x10FF, ("Noto Sans Georgian",)),
    (0x1200, 0x139F, ("Noto Sans Ethiopic",)),
    (0x1780, 0x17FF, ("Noto Sans Khmer",)),
    (0x3040, 0x30FF, ("Noto Sans CJK JP", "Noto Sans JP")),
    (0x3400, 0x9FFF, ("Noto Sans CJK SC", "Noto Sans SC")),
    (0xAC00, 0xD7AF, ("Noto Sans CJK KR", "Noto Sans KR")),
    (0xFB50, 0xFEFC, ("Noto Sans Arabic", "Noto Naskh Arabic")),
)
_FIRSTS: Final = [first for first, _, _ in _WRITINGS]
_FIRST_OTHER_WRITING: Final = chr(_FIRSTS[0])
_OTHER_RUN: Final = r"[\u0530-\u1fff\u3000-\ufefc][\u0530-\u1fff\u3000-\ufefc\W\d_]*"  # dear to compile: not at a start


def load_fonts(folder: Path) -> None:
    """Make every font file under `folder` known to Qt; a missing folder holds none."""
    for path in sorted(folder.rglob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def writing_of(text: str) -> int | None:
    """The row of the first writing in `text` that the Latin faces do not draw."""
    if text.isascii() or max(text) < _FIRST_OTHER_WRITING:
        return None
    return next((row for row in map(_writing_of_character, text) if row is not None), None)


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the text is in another writing than Latin: start, end, and the row of that writing.

    Spaces, digits and signs after a letter go with it, as they do when Qt shapes the text.
    """
    for run in re.finditer(_OTHER_RUN, text):
        start = run.start()
        for writing, letters in groupby(accumulate(map(_writing_of_character, run[0]), _carried)):
            end = start + sum(1 for _ in letters)
            if writing is not None:
                yield start, end, writing
            start = end


def _carried(last: int | None, row: int | None) -> int | None:
    return last if row is None else row


def _writing_of_character(character: str) -> int | None:
    point = ord(character)
    row = bisect_right(_FIRSTS, point) - 1
    return row if row >= 0 and point <= _WRITINGS[row][1] else None


class Families:
    """The families to ask for, narrowed once to those this machine has.

    Asking Qt for a family that is missing, or for one that cannot shape a writing before one that
    can, costs time and fills the log.
    """

    def __init__(self) -> None:
        known = set(QFontDatabase.families())
        usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._latin = _only(known, (*LATIN_FACES, *SYSTEM_FACES)) or [usual]
        self._writings = [_only(known, faces) for _, _, faces in _WRITINGS]
        every = dict.fromkeys(face for faces in self._writings for face in faces)
        self._usual = [*self._latin, *every]

    def usual(self) -> list[str]:
        """The families for text of any writing."""
        return list(self._usual)

    def for_writing(self, writing: int | None) -> list[str]:
        """The families for text whose first other writing is `writing`: its own face comes first."""
        if writing is None:
            return self.usual()
        own = self._writings[writing]
        return [*own, *(face for face in self._usual if face not in own)]


def _only(known: set[str], wanted: Iterable[str]) -> list[str]:
    return [face for face in wanted if face in known]
