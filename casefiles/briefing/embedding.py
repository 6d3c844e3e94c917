"""Faces inside the file: one code for each glyph and its text, so that copying gives the exact words."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import uharfbuzz as hb

from casefiles.briefing.fonts import Face
from casefiles.briefing.packing import Raw, RawStream
from casefiles.briefing.shaping import Glyph, Run

_LAYOUT_TABLES = ["GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern"]
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"


@dataclass(frozen=True, slots=True)
class Stroke:
    """Glyph codes ready for the page; the first stroke of a run carries its text, the last one ends it."""

    codes: str
    lift: float = 0.0
    actual: str = ""
    ends: bool = False


class EmbeddedFace:
    """The part of a face that one document uses."""

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self.of = face
        self._codes: dict[tuple[int, str], tuple[int, float]] = {}
        self._strokes: dict[Run, tuple[Stroke, ...]] = {}
        self._plain: dict[Run, str] = {}

    def plain(self, runs: Iterable[Run]) -> list[str]:
        """Give the codes of runs that are not composed, each worked out once."""
        known = self._plain
        return [known.get(run) or self._encoded(run) for run in runs]

    def strokes(self, run: Run) -> tuple[Stroke, ...]:
        """Give the drawing of a composed run, worked out once."""
        found = self._strokes.get(run)
        if found is None:
            found = self._strokes[run] = tuple(self._drawn(run))
        return found

    def objects(self, add: Callable[[Raw], int]) -> int:
        """Put the face into the file and give the number of its font object."""
        used = list(self._codes)
        subset, renumbered = _subset(self.of, {glyph for glyph, _ in used})
        name = f"{_subset_prefix(self.of.name, used)}+{self.of.name}"
        file = add(RawStream(subset, f"/Length1 {len(subset)}"))
        descriptor = add(Raw(_descriptor(self.of, name, file)))
        map_bytes = b"\0\0" + b"".join(renumbered[glyph].to_bytes(2, "big") for glyph, _ in used)
        widths = " ".join(_number(natural) for _, natural in self._codes.values())
        cid_font = Raw(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 0/W[1[{widths}]]"
            f"/CIDToGIDMap {add(RawStream(map_bytes))} 0 R>>".encode()
        )
        unicode_map = add(RawStream(_to_unicode(text for _, text in used)))
        font = Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{add(cid_font)} 0 R]/ToUnicode {unicode_map} 0 R>>".encode()
        )
        return add(font)

    def _encoded(self, run: Run) -> str:
        codes = self._plain[run] = _tight(map(self._shown, run.glyphs))
        return codes

    def _drawn(self, run: Run) -> Iterator[Stroke]:
        """Give a composed run its words as a whole.

        Both PDFium and poppler take the actual text as it stands from left to right, so it is written
        that way; the words in reading order are in the structure.
        """
        levelled = [(lift, list(group)) for lift, group in itertools.groupby(run.glyphs, key=lambda glyph: glyph.lift)]
        for at, (lift, group) in enumerate(levelled):
            shown = _tight(map(self._shown, group))
            yield Stroke(shown, lift, "" if at else run.words, ends=at + 1 == len(levelled))

    def _shown(self, glyph: Glyph) -> str:
        """Give one glyph as a piece of a TJ array; the pen ends where the shaper wants it."""
        number, advance, shift, _, text = glyph
        known = self._codes.get((number, text))
        if known is None:
            known = len(self._codes) + 1, round(self.of.advance(number), 2)
            self._codes[number, text] = known
        code, natural = known
        after = natural + shift - advance
        if not shift and -0.01 < after < 0.01:
            return f"<{code:04X}>"
        return f"{_number(-shift) if shift else ''}<{code:04X}>{_number(after)}"


class FontBook:
    """All faces that one document has drawn with."""

    def __init__(self) -> None:
        self._faces: dict[Face, EmbeddedFace] = {}

    def embedded(self, face: Face) -> EmbeddedFace:
        """Give the embedded form of a face."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
        return found

    def objects(self, add: Callable[[Raw], int]) -> Mapping[str, int]:
        """Put all faces into the file: resource name → object number."""
        return {face.name: face.objects(add) for face in self._faces.values()}


def utf16(text: str) -> str:
    """Write text as the hexadecimal UTF-16 a PDF understands."""
    return text.encode("utf-16-be", "replace").hex().upper()


def _tight(shown: Iterable[str]) -> str:
    return "".join(shown).replace("><", "")


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, Mapping[int, int]]:
    """Cut the face down to the glyphs drawn; give the bytes and where each glyph went."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LAYOUT_TABLES)
    plan = hb.SubsetPlan(face.face, wanted)
    moved = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), moved


def _subset_prefix(name: str, used: list[tuple[int, str]]) -> str:
    """Give the six letters that mark a subset; the same glyphs give the same letters."""
    seed = hashlib.sha256(repr((name, used)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in seed[:6])


def _descriptor(face: Face, name: str, file: int) -> bytes:
    cap_height = face.metric(hb.OTMetricsTag.CAP_HEIGHT, 700.0)
    slant = -12 if "Italic" in face.name else 0
    weight = 140 if "Bold" in face.name else 80
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {4 + (64 if slant else 0)}"
        "/FontBBox[-1000 -1000 3000 2500]"
        f"/ItalicAngle {slant}/Ascent {_number(face.ascent)}/Descent {_number(-face.descent)}"
        f"/CapHeight {_number(cap_height)}/StemV {weight}/FontFile2 {file} 0 R>>"
    ).encode()


def _to_unicode(texts: Iterable[str]) -> bytes:
    rows = [f"<{code:04X}> <{utf16(text)}>\n" for code, text in enumerate(texts, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_TAIL).encode()
