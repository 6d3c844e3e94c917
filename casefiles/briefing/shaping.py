"""Text to glyphs: each stretch of one script and direction is shaped once by HarfBuzz and remembered."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb
from fontTools import unicodedata as scripts

from casefiles.briefing.fonts import LATIN, MONO, REPLACEMENT, Face, FontShelf

_INDIFFERENT = {"Zyyy", "Zinh"}
_JOINERS = {"\u200c", "\u200d"}


class Glyph(NamedTuple):
    """One glyph: its number, how far it moves the pen, how far it is shifted, and the text it stands for."""

    number: int
    advance: float
    shift: float
    lift: float
    text: str


@dataclass(slots=True, eq=False)
class Run:
    """Glyphs of one face in the order in which they are drawn.

    ``composed`` tells that some stand for less than a letter; ``words`` is the text in the same order.
    """

    face: Face
    width: float
    glyphs: list[Glyph]
    words: str
    composed: bool


Word = tuple[float, tuple[Run, ...]]


class Shaper:
    """Shapes one document's text; remembers every word, and every character no face can draw."""

    def __init__(self, shelf: FontShelf) -> None:
        self.missing: dict[str, None] = {}
        self._shelf = shelf
        self._words: dict[tuple[str, str, str, bool], Word] = {}
        self._buffer = hb.Buffer()

    def word(self, text: str, style: str, lang: str, *, rtl: bool) -> Word:
        """Give the width (thousandths of the size) and the runs of a word, in visual order."""
        key = (text, style, lang, rtl)
        found = self._words.get(key)
        if found is None:
            pieces = self._by_face(text, style, lang)
            runs = [self._run(face, script, piece, lang, rtl) for face, script, piece in pieces]
            ordered = tuple(reversed(runs) if rtl else runs)
            found = self._words[key] = (sum(run.width for run in ordered), ordered)
        return found

    def _by_face(self, text: str, style: str, lang: str) -> list[tuple[Face, str, str]]:
        """Cut a word where its script or its face changes."""
        latin = self._shelf.latin(style)
        if text.isascii():
            return [(latin, LATIN, text)]
        chosen = [
            self._face_for(char, script, style, lang, latin) for char, script in zip(text, _scripts(text), strict=True)
        ]
        pieces = []
        at = 0
        for (face, script), group in itertools.groupby(chosen):
            length = len(list(group))
            pieces.append((face, script, text[at : at + length]))
            at += length
        return pieces

    def _face_for(self, char: str, script: str, style: str, lang: str, latin: Face) -> tuple[Face, str]:
        """Give the script's own face if it holds the character, else the Latin one, else that of most signs."""
        own = self._shelf.face(script, style, lang)
        signs = self._shelf.latin(MONO)
        for face, of in ((own, script), (latin, LATIN), (signs, LATIN)):
            if face is not None and (char in _JOINERS or face.covers(char)):
                return face, of
        return latin, LATIN

    def _run(self, face: Face, script: str, text: str, lang: str, rtl: bool) -> Run:
        drawable = text if text.isascii() else "".join(self._drawable(face, char) for char in text)
        buffer = self._buffer
        buffer.reset()
        buffer.add_str(drawable)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        buffer.language = lang or "en"
        hb.shape(face.font, buffer)
        infos, places, scale = buffer.glyph_infos, buffer.glyph_positions, face.scale
        texts = list(text) if not rtl and len(infos) == len(text) else None
        if texts is None or any(info.cluster != at for at, info in enumerate(infos)):
            texts = _bearers(infos, places, text)
        glyphs = [
            Glyph(info.codepoint, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale, words)
            for info, place, words in zip(infos, places, texts, strict=True)
        ]
        composed = not text.isascii() and ("" in texts or any(glyph.lift for glyph in glyphs))
        return Run(face, sum([glyph.advance for glyph in glyphs]), glyphs, "".join(texts), composed)

    def _drawable(self, face: Face, char: str) -> str:
        """Give the character, or the visible replacement for one that no face has; note the latter."""
        if char in _JOINERS or face.covers(char):
            return char
        self.missing[char] = None
        return REPLACEMENT if face.covers(REPLACEMENT) else "?"


def _bearers(infos: list[hb.GlyphInfo], places: list[hb.GlyphPosition], text: str) -> list[str]:
    """Give each glyph its text: the widest of a cluster carries the cluster's, the others carry none."""
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    texts: list[str] = []
    for start, group in itertools.groupby(zip(infos, places, strict=True), key=lambda pair: pair[0].cluster):
        advances = [place.x_advance for _, place in group]
        bearer = advances.index(max(advances))
        texts += [text[start : ends[start]] if at == bearer else "" for at in range(len(advances))]
    return texts


def _scripts(text: str) -> list[str]:
    """Give each character its script; signs common to all take the script they stand in."""
    found: list[str] = []
    last = ""
    for char in text:
        script = scripts.script(char)
        if script in _INDIFFERENT:
            found.append(last)
        else:
            found.append(script)
            last = script
    following = LATIN
    for at in range(len(found) - 1, -1, -1):
        found[at] = following = found[at] or following
    return found
