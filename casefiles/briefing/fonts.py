"""The faces a document may use, chosen by script, style and language, read from the vendored fonts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from casefiles.domain.problems import CannotPrint

LATIN = "Latn"
MONO = "mono"
REPLACEMENT = "\ufffd"
_LATIN_ASCENT, _LATIN_DESCENT = 1070, 294
_URDU_HAND = "Aran"
_STYLE_FALLBACK = {
    "bold-italic": ("bold", "regular"),
    "italic": ("regular",),
    "bold": ("regular",),
    "mono": ("regular",),
}


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One line of the font manifest."""

    path: Path
    family: str
    style: str
    scripts: tuple[str, ...]


class Face:
    """One font file as HarfBuzz sees it; all measures are thousandths of the type size."""

    def __init__(self, file: FaceFile) -> None:
        self.name = file.path.stem
        blob = hb.Blob.from_file_path(str(file.path))
        self.face = hb.Face(blob)
        self.font = hb.Font(self.face)
        self.scale = 1000.0 / self.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = -extents.descender * self.scale
        self.tall = self.ascent > _LATIN_ASCENT or self.descent > _LATIN_DESCENT
        self._glyphs: dict[str, int | None] = {}
        self._advances: dict[int, float] = {}

    def covers(self, char: str) -> bool:
        """Tell whether this face can draw the character by itself."""
        if char not in self._glyphs:
            self._glyphs[char] = self.font.get_nominal_glyph(ord(char)) or None
        return self._glyphs[char] is not None

    def advance(self, glyph: int) -> float:
        """Give the natural width of a glyph."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return width

    def metric(self, tag: Any, default: float) -> float:
        """Give a named measure of the face, or the default where the font is silent."""
        value = self.font.get_metric_position(tag)
        return float(value) * self.scale if value else default


class FontShelf:
    """All faces of one document; files are opened when first used."""

    def __init__(self, folder: Path) -> None:
        self._files = {(script, _slot(file)): file for file in manifest(folder) for script in file.scripts}
        self._open: dict[str, Face] = {}
        self._latin: dict[str, Face] = {}

    def face(self, script: str, style: str, lang: str) -> Face | None:
        """Give the face for a script, in the nearest style there is; nothing for a script without a face."""
        hand = _URDU_HAND if script == "Arab" and lang.split("-", maxsplit=1)[0] == "ur" else script
        for slot in (style, *_STYLE_FALLBACK.get(style, ())):
            file = self._files.get((hand, slot))
            if file:
                return self._opened(file)
        return None

    def latin(self, style: str) -> Face:
        """Give the face of last resort, the Latin one."""
        found = self._latin.get(style) or self.face(LATIN, style, "")
        assert found is not None
        self._latin[style] = found
        return found

    def _opened(self, file: FaceFile) -> Face:
        face = self._open.get(file.path.name)
        if face is None:
            face = self._open[file.path.name] = Face(file)
        return face


def manifest(folder: Path) -> list[FaceFile]:
    """Read the list of print faces; refuse a folder that has none."""
    try:
        listed = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))["faces"]
    except (OSError, ValueError, KeyError) as trouble:
        raise CannotPrint(
            "The fonts for printing cannot be read.", "Install Casefiles again: its resources are incomplete."
        ) from trouble
    return [
        FaceFile(folder / row["file"], row["family"], row["style"], tuple(row["scripts"]))
        for row in listed
        if "print" in row["use"]
    ]


def _slot(file: FaceFile) -> str:
    return MONO if file.family.endswith("Mono") else file.style
