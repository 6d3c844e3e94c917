"""Pages: rows stay whole, headers come again, headings stay with their text, and nothing leaves the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.blocks import (
    Cell,
    Column,
    Document,
    Endnote,
    Endnotes,
    Heading,
    KeyValues,
    PageBreak,
    Para,
    Span,
    Table,
    text,
)
from casefiles.briefing.fonts import FontShelf
from casefiles.briefing.layout import Laid, Layout
from casefiles.briefing.placing import Words
from casefiles.briefing.shaping import Shaper
from casefiles.briefing.style import COLUMN, DEPTH

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.briefing.blocks import Block

COLUMNS = (Column("Name", 2), Column("Number", 1, figure=True))


@pytest.fixture
def layout(resources: Path) -> Layout:
    return Layout(Shaper(FontShelf(resources / "fonts")))


def lay(layout: Layout, *blocks: Block) -> Laid:
    return layout.lay(Document("Title", "Title", "en-GB", "", "", "", "", "", blocks))


def words_of(laid: Laid, page: int) -> list[str]:
    return [
        "".join(run.words for segment in mark.line.segments for run in segment.runs).strip()
        for _, strip in laid.pages[page].strips
        for mark in strip.marks
        if isinstance(mark, Words)
    ]


def table(rows: int, words: str = "Someone") -> Table:
    return Table(COLUMNS, tuple((Cell((text(words),)), Cell((text(str(at)),), figure=True)) for at in range(rows)))


def test_header_is_on_every_page_and_each_row_once(layout: Layout) -> None:
    laid = lay(layout, table(120))
    assert len(laid.pages) > 2
    for page in range(len(laid.pages)):
        assert words_of(laid, page)[0] == "Name"
    numbers = [word for page in range(len(laid.pages)) for word in words_of(laid, page) if word.isdigit()]
    assert numbers == [str(at) for at in range(120)]


def test_everything_stays_inside_the_column(layout: Layout) -> None:
    long = "word " * 400
    laid = lay(layout, text(long), table(40, "x" * 500), Endnotes((Endnote(1, (text(long, "small"),)),)))
    for page in laid.pages:
        for depth, strip in page.strips:
            assert depth + strip.height <= DEPTH + 0.01
            for mark in strip.marks:
                width = mark.line.width if isinstance(mark, Words) else mark.width
                assert mark.x >= -0.01
                assert mark.x + width <= COLUMN + 0.01


def test_row_taller_than_a_page_is_cut_between_lines_and_loses_nothing(layout: Layout) -> None:
    laid = lay(layout, table(2, "word " * 3000))
    found = " ".join(word for page in range(len(laid.pages)) for word in words_of(laid, page))
    assert found.count("word") == 6000


def test_heading_is_never_the_last_thing_on_a_page(layout: Layout) -> None:
    blocks = [block for at in range(60) for block in (Heading(3, (Span(f"Part {at}"),)), text("word " * (7 * at)))]
    laid = lay(layout, *blocks)
    assert len(laid.pages) > 3
    assert not any(words_of(laid, page)[-1].startswith("Part") for page in range(len(laid.pages)))


def test_page_break_begins_a_page_and_adds_no_empty_one(layout: Layout) -> None:
    laid = lay(layout, PageBreak(), text("one"), PageBreak(), PageBreak(), text("two"))
    assert [words_of(laid, page) for page in range(len(laid.pages))] == [["one"], ["two"]]


def test_right_to_left_paragraph_stands_at_the_right(layout: Layout) -> None:
    laid = lay(layout, Para((Span("عمران شیخ", lang="ur", direction="rtl"),), direction="rtl"))
    (mark,) = laid.pages[0].strips[0][1].marks
    assert isinstance(mark, Words)
    assert mark.x + mark.line.width == pytest.approx(COLUMN)


def test_words_stand_close_to_labels_that_are_only_numbers(layout: Layout) -> None:
    def place(*labels: str) -> float:
        laid = lay(layout, KeyValues(tuple((label, (text("A line of the rule"),)) for label in labels)))
        return max(mark.x for _, strip in laid.pages[0].strips for mark in strip.marks if isinstance(mark, Words))

    assert place("1.", "11.") < place("Dead", "1.") / 3


def test_a_short_endnote_stays_on_one_page(layout: Layout) -> None:
    note = (text("Source " * 12, "small"), text("Words " * 30, "small"), text("Learned", "fine"))
    laid = lay(layout, Endnotes(tuple(Endnote(at, note) for at in range(1, 61))))
    assert len(laid.pages) > 2
    assert all(words_of(laid, page)[-1] == "Learned" for page in range(len(laid.pages)))
    assert all(words_of(laid, page)[0].isdigit() for page in range(len(laid.pages)))
