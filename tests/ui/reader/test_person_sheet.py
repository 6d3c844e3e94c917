"""The person sheet: one sentence, one person, one act, few keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from casefiles.domain.records import CaseKind
from casefiles.domain.span import Span
from casefiles.workspace.entries import Report
from casefiles.workspace.finding import Wanted
from ui.reader.person_sheet import PersonSheet
from ui.widgets.buttons import Button

from .conftest import ARTICLE, focused, line

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casefiles.workspace.views import CaseView

    from .conftest import Desk, Keys

K = Qt.Key
ASHA = "In March, 30-year-old Kaski resident Asha Rana was killed 🔥 near Pokrovsk by a drone."
BIKRAM = "Bikram Thapa, 41, of Pokhara was captured in Feb 2026."


def sheet(desk: Desk) -> PersonSheet:
    assert desk.pane._sheet is not None
    return desk.pane._sheet


def enter(keys: Keys, *values: str) -> None:
    """Type into the fields one after the other."""
    for place, value in enumerate(values):
        if place:
            keys.press(K.Key_Tab)
        keys.type(value)


def people(desk: Desk) -> list[CaseView]:
    finding = desk.session.casebook.finding
    return [desk.session.casebook.people.view(key) for key in sorted(finding.ids(Wanted()))]


def test_two_people_take_at_most_twelve_keys_each(desk: Desk, keys: Keys) -> None:
    at = ARTICLE.index("30-year-old")
    desk.pane._reader.select(at, at)
    desk.pane._reader.setFocus()
    keys.press(K.Key_S, K.Key_P)
    enter(keys, "Asha Rana", "30", "Kaski, Nepal", "killed", "March 2026", "near Pokrovsk", "drone", "cook")
    keys.press(K.Key_Return, control=True)
    assert keys.pressed <= 12
    keys.pressed = 0
    keys.press(K.Key_Down, control=True)
    enter(keys, "Bikram Thapa", "41", "Pokhara, Nepal", "captured", "Feb 2026")
    keys.press(K.Key_Return)
    assert keys.pressed <= 12
    asha, bikram = people(desk)
    assert [asha.heading, bikram.heading] == ["Asha Rana", "Bikram Thapa"]
    assert [asha.pill.text, bikram.pill.text] == ["Reported killed", "Reported captured"]
    assert {quote.quote for quote in asha.quotes} == {ASHA}
    assert {quote.quote for quote in bikram.quotes} == {BIKRAM}
    assert {quote.role for quote in asha.quotes} == {"value", "date", "place", "cause"}
    assert asha.field("role").text == "cook"
    for quote in (*asha.quotes, *bikram.quotes):
        assert ARTICLE[quote.start : quote.end] == quote.quote
    assert not sheet(desk).isVisible()


def test_five_people_with_thirty_values(desk: Desk, keys: Keys) -> None:
    names = [f"{first} {last}" for first, last in zip(("Ada", "Ben", "Cem", "Dia", "Eli"), ("Roe",) * 5, strict=True)]
    text = "Five men.\n\n" + " ".join(
        f"{name} 🔥, 3{at}, a cook from Surat, was killed in 2024." for at, name in enumerate(names)
    )
    sources = desk.session.casebook.sources
    desk.pane.show_source(sources.add(sources.take_paste(text), {}))
    desk.pane._reader.select(text.index("Ada"), text.index("Ada"))
    desk.pane._reader.setFocus()
    keys.press(K.Key_S, K.Key_P)
    for at, name in enumerate(names):
        enter(keys, name, f"3{at}", "Surat", "killed", "2024", "", "", "cook")
        keys.press(K.Key_Return, control=True)
        if name != names[-1]:
            keys.press(K.Key_Down, control=True)
        assert keys.pressed <= 12
        keys.pressed = 0
    found = people(desk)
    assert [person.heading for person in found] == names
    for person in found:
        assert len({quote.claim for quote in person.quotes}) == 5
        assert {quote.quote for quote in person.quotes} == {text[quote.start : quote.end] for quote in person.quotes}
        assert all(quote.quote.startswith(f"{person.heading} 🔥") for quote in person.quotes)


def test_what_the_sheet_asks_first_has_labels_in_view(desk: Desk, keys: Keys) -> None:
    desk.select("Bikram Thapa")
    keys.press(K.Key_P)
    labels = {label.text() for label in sheet(desk).findChildren(QLabel) if label.isVisible()}
    assert {"Person or group", "Situation"} <= labels
    assert "Number of people" not in labels


def test_a_person_is_one_act_and_one_undo(desk: Desk, keys: Keys) -> None:
    before = desk.session.casebook.journal.undo_label()
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "Asha Rana", "30", "Kaski", "killed", "March 2026")
    keys.press(K.Key_Return)
    assert desk.session.casebook.journal.undo_label() == "Add Asha Rana"
    desk.session.casebook.journal.undo()
    assert people(desk) == []
    assert desk.session.casebook.journal.undo_label() == before


def test_words_selected_for_a_field_narrow_it(desk: Desk, keys: Keys) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "Asha Rana", "")
    desk.pane._reader.select(*_place("30-year-old"))
    assert line().text() == "30", "the only number in the words is taken"
    enter(keys, "", "", "killed", "March 2026")
    desk.pane._reader.select(*_place("In March"))
    keys.press(K.Key_Return)
    (asha,) = people(desk)
    assert asha.field("age").reports[0].quotes[0].quote == "30-year-old"
    assert asha.field("name").reports[0].quotes[0].quote == ASHA
    roles = {quote.role: quote.quote for quote in asha.field("status").reports[0].quotes}
    assert roles == {"value": ASHA, "date": "In March"}


def test_the_keyboard_alone_narrows_a_field(desk: Desk, keys: Keys) -> None:
    desk.select("عمران شاہ کراچی سے لاپتہ ہے۔")
    keys.press(K.Key_P)
    keys.press(K.Key_L, control=True)
    assert QApplication.focusWidget() is desk.pane._text
    desk.pane._reader.select(*_place("عمران شاہ"))
    keys.press(K.Key_Return)
    assert line().text() == "عمران شاہ"
    keys.press(K.Key_Return)
    (imran,) = people(desk)
    assert imran.quotes[0].quote == "عمران شاہ"


def test_words_outside_the_quote_narrow_nothing(desk: Desk, keys: Keys) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P)
    desk.pane._reader.select(*_place("Two more men"))
    enter(keys, "Asha Rana")
    keys.press(K.Key_Return)
    assert people(desk)[0].quotes[0].quote == ASHA


def test_speaker_and_day_stay_for_the_next(desk: Desk, keys: Keys) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "Asha Rana", *[""] * 7, "MFA", "2 March 2026")
    keys.press(K.Key_Return, control=True)
    keys.press(K.Key_Down, control=True)
    enter(keys, "Bikram Thapa")
    keys.press(K.Key_Return)
    for person in people(desk):
        report = person.field("name").reports[0]
        assert (report.speakers, report.said) == ("MFA", "2 Mar 2026")


def test_a_group_has_a_number_and_no_age(desk: Desk, keys: Keys) -> None:
    desk.select("Two more men are missing, the ministry said.")
    keys.press(K.Key_P)
    keys.press(K.Key_Backtab, K.Key_Backtab)
    keys.type("g")
    keys.press(K.Key_Tab)
    keys.type("2")
    enter(keys, "", "", "", "", "missing")
    keys.press(K.Key_Return)
    (group,) = people(desk)
    assert group.is_group
    assert group.size == Span(2, 2)
    assert group.pill.text == "Reported missing"


def test_the_situation_stays_for_the_next(desk: Desk, keys: Keys) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P, K.Key_Backtab)
    keys.type("Northern border war")
    keys.press(K.Key_Tab)
    keys.type("Asha Rana")
    keys.press(K.Key_Return, control=True)
    keys.type("Bikram Thapa")
    keys.press(K.Key_Return)
    assert [[name for _, name in person.situations] for person in people(desk)] == [["Northern border war"]] * 2


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (("Asha Rana", "thirty"), "not a number"),
        (("Asha Rana", "30", "Kaski", "kidnapt"), "not a status"),
        (("Asha Rana", "30", "Kaski", "killed", "2024-02-31"), "31"),
        (("Asha Rana", "30", "Kaski", "", "March 2026"), "Choose the status"),
    ],
)
def test_mistakes_are_told_under_the_field(desk: Desk, keys: Keys, values: tuple[str, ...], says: str) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, *values)
    keys.press(K.Key_Return)
    assert says in focused().accessibleDescription()
    assert people(desk) == []


def test_a_known_name_is_offered_and_never_joined_unasked(desk: Desk, keys: Keys, qtbot: QtBot) -> None:
    known = desk.session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana")])
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "ASHA RANA", "30")
    qtbot.waitUntil(lambda: bool(_buttons(desk, "Add to Asha Rana (CF-0000001)")))
    keys.press(K.Key_Return)
    assert len(people(desk)) == 2

    keys.press(K.Key_P)
    enter(keys, "Asha Rana", "30")
    qtbot.waitUntil(lambda: bool(_buttons(desk, "Add to Asha Rana (CF-0000001)")))
    _buttons(desk, "Add to Asha Rana (CF-0000001)")[0].click()
    sheet(desk)._fields[1].editor.setFocus()
    keys.press(K.Key_Return)
    assert len(people(desk)) == 2
    assert desk.session.casebook.people.view(known).field("age").text == "30"


def test_esc_asks_once_before_giving_up_what_was_typed(desk: Desk, keys: Keys) -> None:
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "Asha Rana", "30", "")
    keys.press(K.Key_Escape)
    assert sheet(desk).isVisible()
    keys.press(K.Key_Escape)
    assert not sheet(desk).isVisible()
    assert people(desk) == []
    assert QApplication.focusWidget() is desk.pane._text


def test_a_sheet_being_filled_in_waits_for_its_source(desk: Desk, keys: Keys) -> None:
    sources = desk.session.casebook.sources
    other = sources.add(sources.take_paste("Another text"), {})
    desk.select(ASHA)
    keys.press(K.Key_P)
    enter(keys, "Asha Rana", "30")
    desk.pane.show_source(other)
    assert not sheet(desk).isVisible()
    desk.pane.show_source(desk.source)
    assert sheet(desk).isVisible()
    sheet(desk).back_to_field()
    keys.press(K.Key_Return)
    assert people(desk)[0].quotes[0].quote == ASHA


def test_an_empty_sheet_goes_with_its_source(desk: Desk, keys: Keys) -> None:
    sources = desk.session.casebook.sources
    other = sources.add(sources.take_paste("Another text"), {})
    desk.select(ASHA)
    keys.press(K.Key_P)
    desk.pane.show_source(other)
    desk.pane.show_source(desk.source)
    assert not sheet(desk).isVisible()


def _place(words: str) -> tuple[int, int]:
    start = ARTICLE.index(words)
    return start, start + len(words)


def _buttons(desk: Desk, words: str) -> list[Button]:
    return [button for button in sheet(desk).findChildren(Button) if button.text() == words and button.isVisible()]
