"""Blocks to pages: every block becomes strips of set lines, and strips are stacked on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from casefiles.briefing.blocks import (
    AnnexStart,
    BottomLine,
    BulletList,
    Document,
    Endnote,
    Endnotes,
    Heading,
    KeyValues,
    PageBreak,
    Para,
    Pill,
    Span,
    Table,
)
from casefiles.briefing.lines import Line, Typesetter
from casefiles.briefing.placing import Bookmark, Box, Page, Rule, Strip, Words, paginate
from casefiles.briefing.plaintext import plain
from casefiles.briefing.shaping import Shaper
from casefiles.briefing.style import COLUMN, STYLES, TextStyle
from casefiles.briefing.tables import table_strips
from casefiles.briefing.tags import Tag
from casefiles.briefing.targets import back_target, note_target

_LABEL_WIDTH = 128.0
_NUMBER_WIDTH = 26.0  # of labels that are only numbers
_NOTE_INDENT = 30.0
_SHORT_NOTE = 110.0  # a note no longer than this stays on one page
_BULLET_INDENT = 14.0
_BOX_PADDING = 12.0
_LONGEST_BOOKMARK = 120


@dataclass(frozen=True, slots=True)
class Laid:
    """A document on pages; ``body_pages`` stand before the annex."""

    pages: list[Page]
    body_pages: int
    root: Tag


class Layout:
    """Lays out one document."""

    def __init__(self, shaper: Shaper) -> None:
        self.type = Typesetter(shaper)
        self._root = Tag("Document", None)
        self._break_next = False
        self._makers: dict[type, Callable[[Any], Iterator[Strip]]] = {
            Para: self._para,
            Heading: self._heading,
            Pill: self._pill,
            KeyValues: self._key_values,
            Table: self._table,
            BulletList: self._bullets,
            BottomLine: self._bottom_line,
            Endnotes: self._endnotes,
            PageBreak: self._page_break,
            AnnexStart: self._annex,
        }

    def lay(self, document: Document) -> Laid:
        """Give the pages of a document."""
        self._root = Tag("Document", None)
        strips: list[Strip] = []
        annex_from: Strip | None = None
        for block in document.blocks:
            first = len(strips)
            strips.extend(self._makers[type(block)](block))
            if self._break_next and len(strips) > first:
                strips[first].new_page, self._break_next = True, False
            if isinstance(block, AnnexStart) and annex_from is None:
                annex_from = strips[first]
        pages = paginate(strips)
        body = next(
            (at for at, page in enumerate(pages) if annex_from and page.strips[0][1] is annex_from),
            len(pages),
        )
        return Laid(pages, body, self._root)

    def _para(self, para: Para) -> Iterator[Strip]:
        strips = list(self._paragraph(para, Tag("P", self._root), 0.0, COLUMN))
        strips[-1].keep |= para.leads
        yield from strips

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        style = STYLES[f"h{heading.level}"]
        lines = self.type.lines(heading.spans, style, COLUMN)
        strips = self._strips(lines, Tag(f"H{heading.level}", self._root), 0.0, COLUMN)
        strips[0].above, strips[-1].below = style.above, style.below
        for strip in strips:
            strip.keep = True
        if heading.outline:
            strips[0].bookmark = Bookmark(plain(heading.outline, _LONGEST_BOOKMARK), heading.level)
        yield from strips

    def _pill(self, pill: Pill) -> Iterator[Strip]:
        tone = "paper" if pill.solid else pill.tone
        style = TextStyle(11, 18, "bold", tone)
        line = self.type.cut_to(pill.text, style, COLUMN - 20)
        look = {"fill": pill.tone} if pill.solid else {"tint": pill.tone, "outline": pill.tone}
        box = Box(0, 0, line.width + 20, line.height + 4, radius=4, dashed=not pill.solid, **look)
        tag = Tag("P", self._root)
        marks: list[Box | Words | Rule] = [box, Words(10, line.baseline + 2, line, tag)]
        beside = (Span("", notes=pill.notes), *pill.beside)
        start = box.width + 5
        aside = self.type.lines(beside, STYLES["small"], max(COLUMN - start, 60))
        fits = len(aside) == 1
        if fits:
            marks.append(Words(start, line.baseline + 1, aside[0], tag))
        yield Strip(line.height + 4, marks, above=8, below=8, keep=True)
        if not fits:
            yield from self._paragraph(Para(beside, "small"), tag, 0.0, COLUMN)

    def _key_values(self, block: KeyValues) -> Iterator[Strip]:
        table = Tag("Table", self._root)
        label_style, line_gap = STYLES["label"], 2.0
        are_numbers = all(label.removesuffix(".").isdecimal() for label, _ in block.rows)
        width = _NUMBER_WIDTH if are_numbers else _LABEL_WIDTH
        for label, paras in block.rows:
            row = Tag("TR", table)
            head = Tag("TH", row, "/A<</O/Table/Scope/Row>>")
            cell = Tag("TD", row)
            labels = self._strips(self.type.lines((Span(label),), label_style, width - 10), head, 0.0, 0.0)
            values = [strip for para in paras for strip in self._paragraph(para, cell, width, COLUMN - width)]
            drop = (STYLES["body"].leading - label_style.leading) / 2 + 0.4
            yield from _side_by_side(labels, values, drop, line_gap)

    def _table(self, table: Table) -> Iterator[Strip]:
        yield from table_strips(table, self.type, self._root)

    def _bullets(self, block: BulletList) -> Iterator[Strip]:
        whole = Tag("L", self._root)
        style = STYLES["body"]
        for point in block.points:
            item = Tag("LI", whole)
            bullet = self.type.lines((Span("•", tone="muted"),), style, 20)[0]
            strips = self._paragraph(point, Tag("LBody", item), _BULLET_INDENT, COLUMN - _BULLET_INDENT)
            strips[0].marks.insert(0, Words(2, bullet.baseline, bullet, Tag("Lbl", item)))
            yield from strips

    def _bottom_line(self, block: BottomLine) -> Iterator[Strip]:
        section = Tag("Sect", self._root)
        inner = COLUMN - 2 * _BOX_PADDING
        title = self.type.lines((Span(block.title),), TextStyle(8.5, 12, "bold", "accent"), inner)
        strips = self._strips(title, Tag("P", section), _BOX_PADDING, inner)
        for para in block.paras:
            strips.extend(self._paragraph(para, Tag("P", section), _BOX_PADDING, inner))
        strips[0].keep = True
        yield from _boxed(strips)

    def _endnotes(self, block: Endnotes) -> Iterator[Strip]:
        for note in block.notes:
            yield from self._endnote(note)

    def _endnote(self, note: Endnote) -> Iterator[Strip]:
        whole = Tag("Note", self._root, name=f"note-{note.number}")
        style = STYLES["small"]
        number = self.type.lines((Span(str(note.number), "bold", "accent"),), style, COLUMN)[0]
        strips: list[Strip] = []
        label = Words(0, number.baseline, leading_to(number, back_target(note.number)), Tag("Lbl", whole))
        for para in note.paras:
            strips.extend(self._paragraph(para, Tag("P", whole), _NOTE_INDENT, COLUMN - _NOTE_INDENT))
        strips[0].marks.insert(0, label)
        strips[0].anchor = note_target(note.number)
        strips[-1].below = 6
        if sum(strip.height for strip in strips) < _SHORT_NOTE:
            for strip in strips[:-1]:
                strip.keep = True
        yield from strips

    def _page_break(self, _block: PageBreak) -> Iterator[Strip]:
        self._break_next = True
        yield from ()

    def _annex(self, annex: AnnexStart) -> Iterator[Strip]:
        strips = list(self._heading(Heading(2, (Span(annex.title),), annex.title)))
        strips[0].new_page = True
        yield from strips

    def _paragraph(self, para: Para, tag: Tag, x: float, width: float) -> list[Strip]:
        style = STYLES[para.look]
        rtl = para.direction == "rtl"
        strips = self._strips(self.type.lines(para.spans, style, width, rtl=rtl), tag, x, width, rtl=rtl)
        strips[-1].below = style.below
        if len(strips) > 1:
            strips[0].keep = strips[-2].keep = True
        return strips

    def _strips(self, lines: Iterable[Line], tag: Tag, x: float, width: float, *, rtl: bool = False) -> list[Strip]:
        return [
            Strip(line.height, [Words(x + (width - line.width if rtl else 0.0), line.baseline, line, tag)])
            for line in lines
        ]


def leading_to(line: Line, target: str) -> Line:
    """Give the line with all its text leading to one target."""
    return line._replace(segments=[part._replace(ink=part.ink._replace(target=target)) for part in line.segments])


def _side_by_side(left: list[Strip], right: list[Strip], drop: float, gap: float) -> Iterator[Strip]:
    """Join the strips of two columns row by row; the left one is drawn first and sits a little lower."""
    for at in range(max(len(left), len(right))):
        beside = left[at] if at < len(left) else Strip(0.0)
        main = right[at] if at < len(right) else Strip(beside.height)
        marks = [replace(mark, y=mark.y + drop) for mark in beside.marks]
        last = at + 1 == max(len(left), len(right))
        yield Strip(
            max(main.height, beside.height + drop),
            [*marks, *main.marks],
            below=gap if last else 0.0,
            keep=main.keep,
        )


def _boxed(strips: list[Strip]) -> Iterator[Strip]:
    """Draw strips on a tinted ground with a strong edge, and room above and below."""
    pad = _BOX_PADDING - 3
    for at, strip in enumerate(strips):
        first, last = at == 0, at + 1 == len(strips)
        extra = pad if first else 0.0
        shift = extra + (0.0 if first else strips[at - 1].below)
        height = shift + strip.height + (pad if last else 0.0)
        moved = [replace(mark, y=mark.y + shift) for mark in strip.marks]
        ground = Box(0, 0, COLUMN, height + 0.2, fill="box")
        edge = Box(0, 0, 3, height + 0.2, fill="accent")
        yield Strip(height, [ground, edge, *moved], above=8 if first else 0, below=8 if last else 0, keep=strip.keep)
