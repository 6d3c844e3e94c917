"""Tables: columns by weight, rows kept whole, the header repeated on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casefiles.briefing.blocks import Cell, Column, Para, Span, Table
from casefiles.briefing.lines import Line, Typesetter
from casefiles.briefing.placing import Mark, Rule, Strip, Words
from casefiles.briefing.style import COLUMN, DEPTH, STYLES
from casefiles.briefing.tags import Tag

_GUTTER = 8.0
_PADDING = 3.5
_TALLEST_ROW = DEPTH * 0.8
_LOW_ROW = DEPTH * 0.1  # no row as low as this stands alone on a page

Slots = Sequence[tuple[float, float]]


def table_strips(table: Table, type_: Typesetter, root: Tag) -> Iterator[Strip]:
    """Give the header and the rows of a table."""
    whole = Tag("Table", root, f"/A<</O/Table/Summary({_ascii(table.summary)})>>" if table.summary else "")
    slots = _slots(table.columns)
    first = _header(table.columns, slots, type_, whole)
    repeated = (_header(table.columns, slots, type_, None),)
    yield first
    for at, row in enumerate(table.rows):
        last = at + 1 == len(table.rows)
        strips = list(_row(row, slots, type_, Tag("TR", whole), total=last and table.last_is_total))
        for strip in strips:
            strip.header = repeated
        strips[-1].keep = at in {0, len(table.rows) - 2} and not last and strips[-1].height < _LOW_ROW
        if last:
            strips[-1].below = 8
        yield from strips


def _slots(columns: Sequence[Column]) -> list[tuple[float, float]]:
    """Give each column's left edge and width."""
    room = COLUMN - _GUTTER * (len(columns) - 1)
    share = room / sum(column.weight for column in columns)
    slots: list[tuple[float, float]] = []
    x = 0.0
    for column in columns:
        slots.append((x, column.weight * share))
        x += column.weight * share + _GUTTER
    return slots


def _header(columns: Sequence[Column], slots: Slots, type_: Typesetter, whole: Tag | None) -> Strip:
    """Set the header; the repeated one carries no tags, for it is said once."""
    style = STYLES["head"]
    row = Tag("TR", whole) if whole else None
    set_columns = [
        type_.lines((Span(column.title),), style, width) for column, (_, width) in zip(columns, slots, strict=True)
    ]
    height = max(sum(line.height for line in lines) for lines in set_columns)
    marks: list[Mark] = []
    for column, (x, width), lines in zip(columns, slots, set_columns, strict=True):
        tag = Tag("TH", row, "/A<</O/Table/Scope/Column>>") if row else None
        y = height - sum(line.height for line in lines)
        for line in lines:
            marks.append(Words(x + (width - line.width if column.figure else 0), y + line.baseline, line, tag))
            y += line.height
    marks.append(Rule(0, height + 3, COLUMN, 0.9, "strong-line"))
    return Strip(height + 3.5, marks, above=4, keep=True)


def _row(row: Sequence[Cell], slots: Slots, type_: Typesetter, tag: Tag, *, total: bool) -> Iterator[Strip]:
    """Set one row; one too tall for a page is cut between lines, every other stays whole."""
    set_cells = [_set(cell, width, type_) for cell, (_, width) in zip(row, slots, strict=True)]
    tags = [Tag("TH", tag, "/A<</O/Table/Scope/Row>>") if at == 0 else Tag("TD", tag) for at in range(len(row))]
    while True:
        taken = [_that_fit(lines) for lines in set_cells]
        height = max(
            (sum(line.height for line, _ in lines[:count]) for lines, count in zip(set_cells, taken, strict=True))
        )
        marks: list[Mark] = [Rule(0, 0, COLUMN, 0.6, "strong-line")] if total else []
        for cell, (x, width), lines, count, own in zip(row, slots, set_cells, taken, tags, strict=True):
            marks.extend(_cell_marks(lines[:count], x, width, cell.figure, own))
        set_cells = [lines[count:] for lines, count in zip(set_cells, taken, strict=True)]
        done = not any(set_cells)
        if done:
            marks.append(Rule(0, height + 2 * _PADDING, COLUMN, 0.4, "line"))
        yield Strip(height + 2 * _PADDING, marks)
        if done:
            return


def _set(cell: Cell, width: float, type_: Typesetter) -> list[tuple[Line, Para]]:
    return [
        (line, para)
        for para in cell.paras
        for line in type_.lines(para.spans, STYLES[para.look], width, rtl=para.direction == "rtl")
    ]


def _that_fit(lines: Sequence[tuple[Line, Para]]) -> int:
    """Tell how many lines of a cell fit in the tallest row there may be."""
    depth = 0.0
    for at, (line, _) in enumerate(lines):
        depth += line.height
        if depth > _TALLEST_ROW:
            return max(at, 1)
    return len(lines)


def _cell_marks(lines: Sequence[tuple[Line, Para]], x: float, width: float, figure: bool, tag: Tag) -> Iterator[Words]:
    y = _PADDING
    for line, para in lines:
        at_end = figure or para.direction == "rtl"
        yield Words(x + (width - line.width if at_end else 0.0), y + line.baseline, line, tag)
        y += line.height


def _ascii(words: str) -> str:
    """Write our own summary words safely into the structure."""
    return "".join(char for char in words if char.isascii() and char.isprintable() and char not in "()\\")
