"""The screens of the status rule: why a status stands, pins, grades, and counts of what is disputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QRadioButton

from casefiles.domain.span import Span
from casefiles.domain.status import Group
from tests.ui.people_fixtures import editor, named, words
from ui.pages.people.why_card import ReasonRow
from ui.shell.nav import NavList
from ui.shell.sidebar import Sidebar
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.invented import Invented
    from ui.pages.people import PeoplePage
    from ui.theme.theme import Theme


def click(owner: QWidget, name: str) -> None:
    QTest.mouseClick(named(owner, name), Qt.MouseButton.LeftButton)


def dialog(page: PeoplePage) -> QDialog:
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def answer(page: PeoplePage, reason: str) -> None:
    QTest.keyClicks(editor(dialog(page), "Reason"), reason)
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)


def test_the_argument_names_what_decided_and_why_the_others_do_not_lead(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    click(page._detail, "Why this status")
    told = words(page._detail)
    assert "It comes first because a body able to confirm says it." in told
    assert "Line 9 of the rule: Of the rest, bodies able to confirm come first" in told
    assert "Less weight: no body able to confirm says it" in told
    assert "family, via Island Courier, said 12 Feb 2026" in told
    assert "1. A status that an officer has chosen" not in told
    click(page._detail, "Show the rule")
    assert "1. A status that an officer has chosen, with a reason, stands." in words(page._detail)


def test_the_reasons_have_the_room_there_is(page: PeoplePage, people: Invented, qtbot: QtBot) -> None:
    page.open_case(people.rohan)
    page.handlers["tab-2"]()
    rows = [row for row in page.findChildren(ReasonRow) if row.isVisible()]
    said = [max(row.findChildren(Label), key=lambda label: label.width()) for row in rows]
    assert said
    qtbot.waitUntil(
        lambda: all(label.width() > row.width() * 3 / 4 for row, label in zip(rows, said, strict=True)), timeout=2000
    )


def test_what_came_before_is_told_as_history(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    page.handlers["tab-2"]()
    told = words(page._detail)
    assert "It is the last in the order of what happened." in told
    assert told.count("History: it came earlier, and the other may follow it") == 2


def test_a_status_is_pinned_shown_as_a_pin_and_let_go(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    page.handlers["tab-2"]()
    click(page._detail, "Pin this status: Missing, family, via Island Courier")
    answer(page, "We spoke to the embassy")
    assert page._detail.view is not None
    assert page._detail.view.pill.text == "Reported missing"
    pinned = "Pinned by Mina Shrestha, 2 Apr 2026: We spoke to the embassy"
    assert pinned in words(page._detail)
    assert "An officer pinned it." in words(page._detail)
    assert "Overruled: an officer pinned the other" in words(page._detail)
    page.handlers["tab-1"]()
    assert pinned in words(page._detail)
    click(page._detail, "Unpin: let the rule decide the status again")
    answer(page, "They were not sure")
    assert page._detail.view.pill.text == "Disputed: killed / missing"
    assert "Pinned by" not in words(page._detail)


def test_a_report_is_graded_with_the_meaning_of_each_step_beside_it(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["tab-3"]()
    click(page._detail, "Grade…: Occupation, Cook, Hill Ledger")
    asked = dialog(page)
    assert "nobody else says it yet, but it fits with what is known" in words(asked)
    choice = named(asked, "2, probably true", QRadioButton)
    assert choice.accessibleDescription() == "nobody else says it yet, but it fits with what is known"
    choice.setChecked(True)
    answer(page, "His employer says so")
    assert "2: report probably true" in words(page._detail)


def test_why_a_status_says_grades_in_the_words_of_what_sources_say(page: PeoplePage, people: Invented) -> None:
    case = page._session.casebook.people.view(people.rohan)
    report = next(one for one in case.reports if one.field == "status" and one.source_id is not None)
    page._session.casebook.sources.set_detail(report.source_id or 0, "reliability", "B")
    page.open_case(people.rohan)
    for tab in ("tab-2", "tab-3"):
        page.handlers[tab]()
        assert "B: source usually reliable" in words(page._detail)


def test_a_grade_of_1_is_refused_in_the_dialog_with_its_sentence(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["tab-3"]()
    click(page._detail, "Grade…: Occupation, Cook, Hill Ledger")
    named(dialog(page), "1, confirmed by others", QRadioButton).setChecked(True)
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert "Only one independent source says this" in words(dialog(page))
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Escape)


def test_a_desk_entry_has_no_grade_to_give(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.imran)
    page.handlers["tab-3"]()
    assert "Grade…" not in words(page._detail)


def test_the_list_says_how_many_of_a_group_are_disputed(qtbot: QtBot, page: PeoplePage) -> None:
    page.set_query("group:dead")
    qtbot.waitUntil(lambda: "3 people in 2 entries, of which 1 disputed" in words(page._list._header))


def test_the_sidebar_says_how_many_are_disputed_when_it_is_pointed_at(page: PeoplePage, worn_theme: Theme) -> None:
    totals = page._session.casebook.finding.totals()
    assert totals.disputed == {Group.DEAD: Span(1, 1)}
    sidebar = Sidebar(worn_theme, page)
    sidebar.show_totals(totals)
    places = sidebar.findChild(NavList)
    assert places is not None
    model = places.model_of_rows
    row = next(place for place, one in enumerate(model.rows) if one.key == "dead")
    sentence = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "Dead, 3, of which 1 disputed"
    assert "Dead 3, of which 1 disputed" in model.data(model.index(row), Qt.ItemDataRole.ToolTipRole)
