"""Reported totals in the reader: entered from words, marked, walked and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.reader.conftest import ARTICLE
from ui.dialogs.figure_sheet import FigureSheet
from ui.reader.last_entry import last_entry
from ui.reader.proposing import propose_totals

if TYPE_CHECKING:
    from tests.ui.reader.conftest import Desk, Keys

SENTENCE = "Two more men are missing, the ministry said."


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("At least four Nepali nationals have died, the ministry said on 11 June 2024.", [("dead", "at least 4")]),
        ("Of 66 known to the Ministry, 14 are dead and 19 are out or home.",
         [("total", "66"), ("dead", "14"), ("out or home", "19")]),
        ("Around 200 had been recruited by March 2024.", [("recruited", "about 200")]),
        ("As of 13 May, 58 nationals are known: 12 dead, and 46 still there.",
         [("total", "58"), ("dead", "12"), ("still there", "46")]),
        ("Missing: between six and nine.", [("missing", "6–9")]),
        ("35–50 men were waiting.", [("", "35–50")]),
        ("His mother waits.", []),
    ],
)  # fmt: skip
def test_totals_are_proposed_from_words(words: str, proposed: list[tuple[str, str]]) -> None:
    assert propose_totals(words) == proposed


def sheet_of(desk: Desk) -> FigureSheet:
    found = desk.pane.findChild(FigureSheet)
    assert found is not None
    return found


def test_a_total_is_entered_from_words_in_a_few_keys(desk: Desk, keys: Keys) -> None:
    last_entry(desk.session).speakers = "ministry"
    start, end = desk.select(SENTENCE)
    keys.press(Qt.Key.Key_F)
    sheet = sheet_of(desk)
    row = sheet.rows.rows[0]
    assert (row.measure.text(), row.number.text()) == ("missing", "2")
    sheet.accept()
    (line,) = desk.session.casebook.figures.ledger().lines
    assert (line.number, line.measure, line.speakers) == ("2", "missing", "ministry")
    assert [(quote.start, quote.end, quote.quote) for quote in line.quotes] == [(start, end, SENTENCE)]


def test_its_words_are_marked_walked_and_told(desk: Desk, keys: Keys) -> None:
    desk.select(SENTENCE)
    keys.press(Qt.Key.Key_F)
    sheet_of(desk).accept()
    desk.pane._text.setFocus()
    keys.press(Qt.Key.Key_J)
    assert desk.pane._text.textCursor().position() > 0
    assert "These words say: 2 missing." in [label.text() for label in desk.pane.findChildren(QLabel)]
    desk.pane.set_person(7)
    assert desk.pane._reader._quotes == [], "beside a person only the person's own quotes are marked"


def test_without_words_there_is_advice_and_esc_leaves(desk: Desk, keys: Keys) -> None:
    desk.pane._reader.setFocus()
    keys.press(Qt.Key.Key_F)
    assert desk.pane.findChild(FigureSheet) is None
    desk.select(ARTICLE[-10:])
    keys.press(Qt.Key.Key_F)
    sheet = sheet_of(desk)
    sheet.reject()
    assert QApplication.activeModalWidget() is None
    assert desk.session.casebook.figures.ledger().lines == ()
