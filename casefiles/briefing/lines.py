"""Spans to lines: words are measured as shaped and set until the column is full."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from casefiles.briefing.bidi import in_visual_order, levels, reads_from_left
from casefiles.briefing.blocks import Span
from casefiles.briefing.plaintext import SOFT_BREAK, can_part, chunks, language, plain
from casefiles.briefing.shaping import Run, Shaper
from casefiles.briefing.style import NOTE_RISE, NOTE_SCALE, TextStyle
from casefiles.briefing.targets import note_target, web_target

_LATIN_ASCENT, _LATIN_DESCENT = 1.069, 0.293
_ENDLESS = 1e9
_INK, _LEVEL = operator.attrgetter("ink"), operator.attrgetter("level")


class Ink(NamedTuple):
    """How a stretch of text is drawn, and where it leads."""

    size: float
    tone: str
    rise: float = 0.0
    target: str = ""
    lang: str = ""


@dataclass(slots=True, eq=False)
class Piece:
    """A word, or the part of one that reads in one direction, shaped; its last ``gap`` points are a space.

    A line may end after a piece that ends in a space or is a soft break. ``tall`` tells that it may need
    more room than a Latin line.
    """

    text: str
    weight: str
    ink: Ink
    level: int
    runs: tuple[Run, ...]
    width: float
    gap: float
    tall: bool


class Segment(NamedTuple):
    """Neighbouring runs in one ink, and their place; ``spoken`` is right-to-left text in reading order."""

    ink: Ink
    runs: list[Run]
    x: float
    width: float
    spoken: str = ""


class Line(NamedTuple):
    """One set line: its segments from left to right, its width, height and baseline below its top."""

    segments: list[Segment]
    width: float
    height: float
    baseline: float


class Typesetter:
    """Sets paragraphs of one document."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._known: dict[tuple[str, Ink, int], dict[str, Piece]] = {}

    def lines(self, spans: Iterable[Span], style: TextStyle, width: float, *, rtl: bool = False) -> list[Line]:
        """Set spans into lines no wider than the width."""
        pieces = [piece for span in spans for piece in self._pieces(span, style, rtl)]
        return [_line(row, style) for row in self._filled(pieces, width)] or [_line([], style)]

    def cut_to(self, words: str, style: TextStyle, width: float) -> Line:
        """Set words on one line; what does not fit is cut and ends in "…"."""
        line = self.lines((Span(words),), style, _ENDLESS)[0]
        while line.width > width and len(words) > 1:
            words = words[: max(1, int(len(words) * width / line.width) - 1)].rstrip(" …") + "…"
            line = self.lines((Span(words),), style, _ENDLESS)[0]
        return line

    def _pieces(self, span: Span, style: TextStyle, rtl: bool) -> list[Piece]:
        weight = style.weight if span.weight == "regular" else span.weight
        ink = Ink(style.size, span.tone or style.tone, 0.0, web_target(span.link), language(span.lang))
        words = plain(span.text)
        if not rtl and span.direction == "ltr" and reads_from_left(words):
            known = self._known.setdefault((weight, ink, 0), {}) if not ink.target else {}
            pieces = [known.get(chunk) or self._piece(chunk, weight, ink, 0) for chunk in chunks(words)]
        else:
            directed = _directed(words, span.direction == "rtl", rtl)
            pieces = [self._piece(chunk, weight, ink, level) for chunk, level in directed]
        if span.notes:
            pieces.extend(self._marks(span.notes, style, 2 if rtl else 0))
        return pieces

    def _marks(self, notes: tuple[int, ...], style: TextStyle, level: int) -> Iterator[Piece]:
        """Give the raised endnote numbers, in brackets: "30" with a bare 3 could be read as 303."""
        size, rise = style.size * NOTE_SCALE, style.size * NOTE_RISE
        between = Ink(size, "accent", rise)
        for at, number in enumerate(notes):
            yield self._piece("," if at else "[", "regular", between, level)
            if at:
                yield self._piece(SOFT_BREAK, "regular", between, level)
            yield self._piece(str(number), "regular", Ink(size, "accent", rise, note_target(number)), level)
        yield self._piece("]", "regular", between, level)

    def _piece(self, chunk: str, weight: str, ink: Ink, level: int) -> Piece:
        """Give a piece, remembered unless it leads somewhere: such words hardly ever come again."""
        if ink.target:
            return self._shaped(chunk, weight, ink, level)
        known = self._known.setdefault((weight, ink, level), {})
        piece = known.get(chunk)
        if piece is None:
            piece = known[chunk] = self._shaped(chunk, weight, ink, level)
        return piece

    def _shaped(self, chunk: str, weight: str, ink: Ink, level: int) -> Piece:
        if chunk == SOFT_BREAK:
            return Piece(chunk, weight, ink, level, (), 0.0, 0.0, tall=False)
        scale = ink.size / 1000
        width, runs = self._shaper.word(chunk, weight, ink.lang, rtl=level % 2 == 1)
        gap = self._shaper.word(" ", weight, "", rtl=False)[0] * scale if chunk[-1] == " " else 0.0
        tall = any(run.face.tall for run in runs)
        return Piece(chunk, weight, ink, level, runs, width * scale, gap, tall)

    def _filled(self, pieces: Iterable[Piece], width: float) -> Iterator[list[Piece]]:
        """Fill lines greedily; the space a line ends in hangs beyond its width."""
        line: list[Piece] = []
        used = 0.0
        together: list[Piece] = []
        for piece in pieces:
            if piece.gap and line and not together and used + piece.width - piece.gap <= width:
                line.append(piece)  # by far the most frequent case: a word that still fits
                used += piece.width
                continue
            together.append(piece)
            if piece.gap or piece.text == SOFT_BREAK:
                *full, line = self._with(line, together, width)
                yield from full
                used, together = sum([piece.width for piece in line]), []
        yield from filter(None, self._with(line, together, width))

    def _with(self, line: list[Piece], together: list[Piece], width: float) -> list[list[Piece]]:
        """Add pieces that stay together to a line, or begin a new one; the last of the lines is not yet full."""
        wanted = sum([piece.width for piece in together]) - (together[-1].gap if together else 0.0)
        if wanted > width:
            return [*filter(None, [line]), *self._split(together, width)]
        if line and sum([piece.width for piece in line]) + wanted > width:
            return [line, together]
        return [line + together if line or wanted > 0 else []]

    def _split(self, pieces: list[Piece], width: float) -> list[list[Piece]]:
        """Cut pieces that are together wider than a line, between letters that can be parted."""
        rows: list[list[Piece]] = [[]]
        used = 0.0
        for piece in pieces:
            rest = piece
            while used + rest.width - rest.gap > width:
                head, tail = self._parted(rest, width - used)
                if head is None and not rows[-1]:
                    break
                if head is not None:
                    rows[-1].append(head)
                rows.append([])
                used, rest = 0.0, tail
            rows[-1].append(rest)
            used += rest.width
        return rows

    def _parted(self, piece: Piece, room: float) -> tuple[Piece | None, Piece]:
        """Cut one piece so that its first part fits; no first part if not even one letter does."""
        places = [at for at in range(1, len(piece.text.rstrip())) if can_part(piece.text, at)]
        low, high = 0, len(places)
        while low < high:
            middle = (low + high) // 2
            if self._sibling(piece, piece.text[: places[middle]]).width <= room:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None, piece
        cut = places[low - 1]
        return self._sibling(piece, piece.text[:cut]), self._sibling(piece, piece.text[cut:])

    def _sibling(self, piece: Piece, words: str) -> Piece:
        return self._piece(words, piece.weight, piece.ink, piece.level)


def _directed(words: str, span_rtl: bool, rtl: bool) -> Iterator[tuple[str, int]]:
    """Cut text into words and spaces that each read in one direction, with their levels.

    Each span is set as if alone: left-to-right text in a right-to-left paragraph stands two levels up.
    """
    lift = 2 if rtl and not span_rtl else 0
    level_of = levels(words, 1 if span_rtl else 0)
    at = 0
    for chunk in chunks(words, joints=False):
        word = chunk.rstrip(" ")
        for level, group in itertools.groupby(range(at, at + len(word)), key=level_of.__getitem__):
            yield "".join(words[place] for place in group), level + lift
        yield from ((" ", level_of[at + place] + lift) for place in range(len(word), len(chunk)))
        at += len(chunk)


def _line(pieces: list[Piece], style: TextStyle) -> Line:
    """Order the pieces by direction, join those in one ink, and measure the line.

    The space that ended the line hangs behind it, so that words of two lines do not run together when read
    aloud; where directions mix it is dropped, for it would stand in the wrong place.
    """
    mixed = any(map(_LEVEL, pieces))
    while mixed and pieces and pieces[-1].text == " ":
        pieces = pieces[:-1]
    hanging = pieces[-1].gap if pieces else 0.0
    segments = _mixed_segments(pieces) if mixed else _segments(pieces)
    if hanging:
        segments[-1] = segments[-1]._replace(width=segments[-1].width - hanging)
    width = segments[-1].x + segments[-1].width if segments else 0.0
    return Line(segments, width, *_height(pieces, style))


def _segments(pieces: list[Piece]) -> list[Segment]:
    """Join neighbours in one ink on a line that reads from left to right."""
    segments: list[Segment] = []
    x = 0.0
    for ink, group in itertools.groupby(pieces, key=_INK):
        members = list(group)
        width = sum([piece.width for piece in members])
        segments.append(Segment(ink, [run for piece in members for run in piece.runs], x, width))
        x += width
    return segments


def _mixed_segments(pieces: list[Piece]) -> list[Segment]:
    """Join neighbours in one ink on a line of both directions, and keep right-to-left words as they are read."""
    order = in_visual_order(range(len(pieces)), lambda at: pieces[at].level)
    segments: list[Segment] = []
    x = 0.0
    for ink, group in itertools.groupby(order, key=lambda at: pieces[at].ink):
        members = list(group)
        width = sum(pieces[at].width for at in members)
        spoken = "".join(pieces[at].text for at in sorted(members))
        backwards = any(pieces[at].level % 2 for at in members)
        runs = [run for at in members for run in pieces[at].runs]
        segments.append(Segment(ink, runs, x, width, spoken if backwards else ""))
        x += width
    return segments


def _height(pieces: list[Piece], style: TextStyle) -> tuple[float, float]:
    """Give a line's height and baseline: the style's, or more where a script needs it."""
    above = (style.leading - (_LATIN_ASCENT + _LATIN_DESCENT) * style.size) / 2 + _LATIN_ASCENT * style.size
    below = style.leading - above
    for piece in pieces:
        for run in piece.runs if piece.tall else ():
            above = max(above, run.face.ascent * piece.ink.size / 1000)
            below = max(below, run.face.descent * piece.ink.size / 1000)
    return above + below, above
