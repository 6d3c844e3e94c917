"""Linking words to a value: few keys, the words exactly, and nothing guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from ui.reader.link_value import LinkValue
from ui.widgets.labels import Label

from .conftest import ARTICLE, focused, line

if TYPE_CHECKING:
    from .conftest import Desk, Keys

TAB, ENTER, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def asha(desk: Desk) -> int:
    return desk.session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])


def popup(desk: Desk) -> LinkValue | None:
    return desk.pane._popup


def told(opened: LinkValue) -> list[str]:
    labels = opened.findChildren(Label)
    return [label.text() for label in labels if label.isVisible() and "not come" in label.text()]


def test_a_repeated_person_takes_at_most_six_keys(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    start, end = desk.select("30-year-old")
    keys.press(Qt.Key.Key_L)
    keys.type("ag")
    keys.press(ENTER)
    age = desk.session.casebook.people.view(asha).field("age")
    assert keys.pressed + keys.typed <= 6
    assert age.text == "30"
    quote = age.reports[0].quotes[0]
    assert (quote.start, quote.end, quote.quote) == (start, end, "30-year-old")
    assert popup(desk) is None
    assert QApplication.focusWidget() is desk.pane._text
    (marked,) = desk.pane._reader._quotes
    assert (marked.start, marked.end, marked.strong) == (start, end, True)


def test_a_status_the_words_do_not_name_takes_at_most_six_keys(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.select("by a drone")
    keys.press(Qt.Key.Key_L)
    keys.type("st")
    keys.press(ENTER)
    assert popup(desk) is not None, "nothing is saved while the status is not known"
    keys.type("k")
    keys.press(ENTER)
    assert keys.pressed + keys.typed <= 6
    assert desk.session.casebook.people.view(asha).pill.text == "Reported killed"


def test_the_person_is_remembered_and_found_by_typing(desk: Desk, asha: int, keys: Keys) -> None:
    desk.select("Kaski")
    keys.press(Qt.Key.Key_L)
    keys.type("asha")
    keys.press(TAB)
    keys.type("orig")
    keys.press(ENTER)
    assert desk.session.casebook.people.view(asha).field("origin").text.startswith("Kaski")
    desk.select("30-year-old")
    keys.press(Qt.Key.Key_L)
    keys.type("age")
    keys.press(ENTER)
    assert desk.session.casebook.people.view(asha).field("age").text == "30"


def test_new_person_is_the_last_choice(desk: Desk, asha: int, keys: Keys) -> None:
    desk.select("Bikram Thapa")
    keys.press(Qt.Key.Key_L)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Up, TAB)
    keys.type("name")
    keys.press(ENTER)
    rows = desk.session.casebook.finding.rows([asha + 1])
    assert [row.heading for row in rows] == ["Bikram Thapa"]


def test_speaker_and_day_are_kept_for_the_next(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.select("30-year-old")
    keys.press(Qt.Key.Key_L)
    keys.type("age")
    keys.press(TAB, TAB)
    keys.type("family, via Daily Courier")
    keys.press(TAB)
    keys.type("2 March 2026")
    keys.press(ENTER)
    desk.select("Kaski")
    keys.press(Qt.Key.Key_L)
    keys.type("orig")
    keys.press(ENTER)
    for field in ("age", "origin"):
        report = desk.session.casebook.people.view(asha).field(field).reports[0]
        assert (report.speakers, report.said) == ("family, via Daily Courier", "2 Mar 2026")


def test_a_day_that_has_not_come_is_noted_and_taken(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.select("killed 🔥")
    keys.press(Qt.Key.Key_L)
    keys.type("stat")
    keys.press(TAB)
    keys.type("killed")
    keys.press(TAB)
    opened = popup(desk)
    assert opened is not None
    keys.type("1 July 2026")
    assert told(opened) == [], "today has come"
    keys.press(Qt.Key.Key_A, control=True)
    keys.type("12 June 2099")
    assert told(opened) == ["That day has not come yet."]
    assert focused().accessibleDescription() == "That day has not come yet."
    assert opened.geometry().bottom() <= desk.window.height()
    keys.press(ENTER)
    assert desk.session.casebook.people.view(asha).timeline[0].edtf == "2099-06-12"


def test_status_takes_its_date_place_and_cause(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.select("killed 🔥")
    keys.press(Qt.Key.Key_L)
    keys.type("stat")
    keys.press(TAB)
    keys.type("killed")
    keys.press(TAB)
    keys.type("March 2026")
    keys.press(TAB)
    keys.type("near Pokrovsk")
    keys.press(TAB)
    keys.type("drone")
    keys.press(ENTER)
    line = desk.session.casebook.people.view(asha).timeline[0]
    assert (line.label, line.edtf, line.place, line.cause) == ("Killed", "2026-03", "near Pokrovsk", "drone")
    assert line.report.quotes[0].quote == "killed 🔥"
    assert ARTICLE[line.report.quotes[0].start : line.report.quotes[0].end] == "killed 🔥"


def test_a_mistake_is_told_under_its_field_and_nothing_is_written(desk: Desk, asha: int, keys: Keys) -> None:
    desk.pane.set_person(asha)
    desk.select("Kaski")
    before = desk.session.casebook.journal.head_hash()
    keys.press(Qt.Key.Key_L)
    keys.type("age")
    keys.press(TAB)
    keys.type("old")
    keys.press(ENTER)
    assert "not a number" in focused().accessibleDescription()
    assert desk.session.casebook.journal.head_hash() == before
    keys.press(ESC, ESC)
    assert popup(desk) is None
    assert desk.session.casebook.journal.head_hash() == before


def test_no_such_person_is_told(desk: Desk, asha: int, keys: Keys) -> None:
    desk.select("Kaski")
    keys.press(Qt.Key.Key_L)
    line().clear()
    keys.press(ENTER)
    assert "Choose someone" in focused().accessibleDescription()
    keys.press(ESC, ESC)
    assert popup(desk) is None


def test_the_popup_goes_with_its_source(desk: Desk, asha: int, keys: Keys) -> None:
    desk.select("Kaski")
    keys.press(Qt.Key.Key_L)
    desk.pane.hide()
    assert popup(desk) is None
