"""Spans to lines: words are measured as shaped and set until the column is full."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from casefiles.briefing.bidi import in_visual_order, levels
from casefiles.briefing.blocks import Span
from casefiles.briefing.plaintext import SOFT_BREAK, plain
from casefiles.briefing.shaping import Run, Shaper
from casefiles.briefing.style import NOTE_RISE, NOTE_SCALE, TextStyle
from casefiles.briefing.targets import note_target, web_target

_LONG_WORD = 16
_AFTER_JOINT = re.compile(r"(?<=[/–—-])(?=\w)")
_LATIN_ASCENT, _LATIN_DESCENT = 1.069, 0.293
_ENDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Ink:
    """How a stretch of text is drawn, and where it leads."""

    size: float
    tone: str
    rise: float = 0.0
    target: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or the part of one that reads in one direction, shaped."""

    text: str
    weight: str
    ink: Ink
    level: int
    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring runs in the same ink, with their place on the line; ``spoken`` is right-to-left text as read."""

    ink: Ink
    runs: tuple[Run, ...]
    x: float
    width: float
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: its segments from left to right, its width, height and baseline below its top."""

    segments: tuple[Segment, ...]
    width: float
    height: float
    baseline: float


@dataclass(slots=True)
class _Group:
    """Pieces that stay together, and the space that parts them from what comes before on the same line."""

    space: Piece | None
    pieces: list[Piece]
    width: float


class Typesetter:
    """Sets paragraphs of one document."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper

    def lines(self, spans: Iterable[Span], style: TextStyle, width: float, rtl: bool = False) -> list[Line]:
        """Set spans into lines no wider than the width."""
        filled = self._filled(self._groups(spans, style, rtl), width)
        return [_line(pieces, style, space) for pieces, space in filled] or [_line([], style, None)]

    def cut_to(self, words: str, style: TextStyle, width: float) -> Line:
        """Set words on one line; what does not fit is cut and ends in "…"."""
        line = self.lines((Span(words),), style, _ENDLESS)[0]
        while line.width > width and len(words) > 1:
            words = words[: max(1, int(len(words) * width / line.width) - 1)].rstrip(" …") + "…"
            line = self.lines((Span(words),), style, _ENDLESS)[0]
        return line

    def _groups(self, spans: Iterable[Span], style: TextStyle, rtl: bool) -> Iterator[_Group]:
        """Gather the pieces between two places where a line may end."""
        space: Piece | None = None
        group: list[Piece] = []
        width = 0.0
        for piece in itertools.chain.from_iterable(self._pieces(span, style, rtl) for span in spans):
            if piece.text == " " or piece.text == SOFT_BREAK:
                if group:
                    yield _Group(space, group, width)
                    group, width, space = [], 0.0, None
                if piece.text == " ":
                    space = piece
            else:
                group.append(piece)
                width += piece.width
        if group:
            yield _Group(space, group, width)

    def _pieces(self, span: Span, style: TextStyle, rtl: bool) -> Iterator[Piece]:
        weight = style.weight if span.weight == "regular" else span.weight
        ink = Ink(style.size, span.tone or style.tone, 0.0, web_target(span.link), span.lang)
        words = plain(span.text)
        lift = 2 if rtl and span.direction == "ltr" else 0
        if words.isascii() and span.direction == "ltr":
            chunks: Iterable[tuple[str, int]] = ((chunk, lift) for chunk in _chunks(words))
        else:
            chunks = _directed(words, 1 if span.direction == "rtl" else 0, lift)
        for chunk, level in chunks:
            yield self._piece(chunk, weight, ink, level)
        yield from self._marks(span.notes, style, lift)

    def _marks(self, notes: tuple[int, ...], style: TextStyle, level: int) -> Iterator[Piece]:
        """Give the raised endnote numbers; a line may end after a comma."""
        size, rise = style.size * NOTE_SCALE, style.size * NOTE_RISE
        for at, number in enumerate(notes):
            yield self._piece(str(number), "regular", Ink(size, "accent", rise, note_target(number)), level)
            if at + 1 < len(notes):
                yield self._piece(",", "regular", Ink(size, "accent", rise), level)
                yield self._piece(SOFT_BREAK, "regular", Ink(size, "accent", rise), level)

    def _piece(self, chunk: str, weight: str, ink: Ink, level: int) -> Piece:
        if chunk == SOFT_BREAK:
            return Piece(chunk, weight, ink, level, (), 0.0)
        width, runs = self._shaper.word(chunk, weight, ink.lang, level % 2 == 1)
        return Piece(chunk, weight, ink, level, runs, width * ink.size / 1000)

    def _filled(self, groups: Iterable[_Group], width: float) -> Iterator[tuple[list[Piece], Piece | None]]:
        """Fill lines greedily; each comes with the space at which it was ended, if any."""
        line: list[Piece] = []
        used = 0.0
        for group in groups:
            gap = group.space.width if group.space and line else 0.0
            if line and used + gap + group.width > width:
                yield line, group.space
                line, used, gap = [], 0.0, 0.0
            if group.width > width:
                *full, last = self._split(group.pieces, width)
                yield from ((pieces, None) for pieces in full)
                line, used = last, sum(piece.width for piece in last)
                continue
            if group.space and line:
                line.append(group.space)
            line.extend(group.pieces)
            used += gap + group.width
        if line:
            yield line, None

    def _split(self, pieces: list[Piece], width: float) -> list[list[Piece]]:
        """Cut pieces that are together wider than a line, between letters that can be parted."""
        rows: list[list[Piece]] = [[]]
        used = 0.0
        for piece in pieces:
            rest = piece
            while used + rest.width > width:
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
        clusters = [cluster for run in piece.runs for cluster in run.clusters]
        if piece.level % 2:
            clusters.reverse()
        used, taken = 0.0, 0
        for cluster in clusters:
            used += sum(glyph.advance for glyph in cluster.glyphs) * piece.ink.size / 1000
            if used > room:
                break
            taken += len(cluster.text)
        if taken in {0, len(piece.text)}:
            return None, piece
        head, tail = piece.text[:taken], piece.text[taken:]
        return self._piece(head, piece.weight, piece.ink, piece.level), self._piece(
            tail, piece.weight, piece.ink, piece.level
        )


def _chunks(words: str) -> Iterator[str]:
    """Cut text into words, spaces and soft breaks; over-long words may also break after a joint."""
    for at, word in enumerate(words.split(" ")):
        if at:
            yield " "
        if len(word) <= _LONG_WORD:
            if word:
                yield word
        else:
            parts = _AFTER_JOINT.sub(SOFT_BREAK, word).split(SOFT_BREAK)
            yield from itertools.islice(itertools.chain.from_iterable((SOFT_BREAK, part) for part in parts), 1, None)


def _directed(words: str, base: int, lift: int) -> Iterator[tuple[str, int]]:
    """Cut text into words that each read in one direction, with their levels."""
    level_of = levels(words, base)
    at = 0
    for chunk in _chunks(words):
        if chunk == SOFT_BREAK and words[at : at + 1] != SOFT_BREAK:
            yield chunk, lift + base  # a break after a joint stands for no character
            continue
        for level, group in itertools.groupby(range(at, at + len(chunk)), key=level_of.__getitem__):
            yield "".join(words[place] for place in group), level + lift
        at += len(chunk)


def _line(pieces: list[Piece], style: TextStyle, space: Piece | None) -> Line:
    """Order the pieces by direction, join those in one ink, and measure the line.

    The space that ended the line hangs behind it, so that words of two lines do not run together when read aloud.
    """
    mixed = any(piece.level for piece in pieces)
    drawn = in_visual_order(pieces, lambda piece: piece.level) if mixed else pieces
    segments: list[Segment] = []
    x = 0.0
    for ink, group in itertools.groupby(drawn, key=lambda piece: piece.ink):
        members = list(group)
        width = sum(piece.width for piece in members)
        runs = tuple(run for piece in members for run in piece.runs)
        segments.append(Segment(ink, runs, x, width, _spoken(members, pieces) if mixed else ""))
        x += width
    if space and segments and not mixed:
        segments[-1] = replace(segments[-1], runs=(*segments[-1].runs, *space.runs))
    height, baseline = _height(pieces, style)
    return Line(tuple(segments), x, height, baseline)


def _spoken(members: list[Piece], logical: list[Piece]) -> str:
    """Give the words of right-to-left pieces in the order in which they are read."""
    if not any(piece.level % 2 for piece in members):
        return ""
    mine = set(map(id, members))
    return "".join(piece.text for piece in logical if id(piece) in mine)


def _height(pieces: list[Piece], style: TextStyle) -> tuple[float, float]:
    """Give a line's height and baseline: the style's, or more where a script needs it."""
    size = style.size
    above = (style.leading - (_LATIN_ASCENT + _LATIN_DESCENT) * size) / 2 + _LATIN_ASCENT * size
    below = style.leading - above
    for piece in pieces:
        for run in piece.runs:
            above = max(above, run.face.ascent * piece.ink.size / 1000)
            below = max(below, run.face.descent * piece.ink.size / 1000)
    return above + below, above
