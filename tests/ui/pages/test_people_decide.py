from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from casefiles.workspace.views import CaseView
from tests.ui.invented import Invented
from tests.ui.people_fixtures import ReaderDouble, editor, named, words
from ui.pages.people import PeoplePage
from ui.widgets.people_list import PeopleList


def view(page: PeoplePage, case: int) -> CaseView:
    return page._session.casebook.people.view(case)


def dialog(page: PeoplePage) -> QDialog:
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def click(qtbot: QtBot, owner: QWidget, name: str) -> None:
    qtbot.mouseClick(named(owner, name), Qt.MouseButton.LeftButton)


def test_versions_stand_side_by_side_and_one_is_used_with_a_reason(
    qtbot: QtBot, page: PeoplePage, people: Invented
) -> None:
    page.open_case(people.sunil)
    assert view(page, people.sunil).field("age").text == "29"
    click(qtbot, page, "Age at the event: 2 version(s)")
    asked = dialog(page)
    assert "brother, via Hill Ledger" in words(asked)
    click(qtbot, asked, "Use this one: 28")
    assert "A reason is missing." in words(asked)
    qtbot.keyClicks(editor(asked, "Reason"), "The family knows")
    click(qtbot, asked, "Use this one: 28")
    age = view(page, people.sunil).field("age")
    assert (age.text, len(age.versions), age.disputed) == ("28", 2, False)


def test_a_dispute_about_the_status_is_decided(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    assert view(page, people.rohan).pill.text == "Disputed: killed / missing"
    page.handlers["use-version"]()
    asked = dialog(page)
    qtbot.keyClicks(editor(asked, "Reason"), "The ministry saw the body")
    click(qtbot, asked, "Use this one: Killed, Dec 2025, Air strike")
    assert view(page, people.rohan).pill.text == "Killed"
    assert "The ministry saw the body" in words(page._detail)


def test_the_pill_says_who_said_each_side(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    pill = page._detail._header._pill
    assert pill.text() == "Disputed: killed / missing"
    assert "killed: Ministry of Foreign Affairs, 4 Jan 2026" in pill.accessibleDescription()
    assert pill.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_both_sides_of_a_dispute_stand_on_the_timeline(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    page.handlers["tab-2"]()
    told = words(page._detail)
    assert "These cannot all be true" in told
    assert "Speaks against it" in told
    assert "Concerns the remains" not in told
    assert "1. A status that an officer has chosen, with a reason, stands." in told
    click(qtbot, page._detail, "Show the words: Killed, Dec 2025")
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    assert reader.source is not None
    assert reader.source[0] == people.courier


def test_a_report_is_set_aside_and_accepted_again(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["tab-3"]()
    click(qtbot, page._detail, "Set aside: Occupation, Cook, Hill Ledger")
    qtbot.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert "A reason is missing." in words(dialog(page))
    qtbot.keyClicks(editor(dialog(page), "Reason"), "Another man")
    qtbot.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.bikram).field("occupation").text == ""
    assert "Reason: Another man" in words(page._detail)
    click(qtbot, page._detail, "Accept again: Occupation, Cook, Hill Ledger")
    qtbot.keyClicks(editor(dialog(page), "Reason"), "The same man after all")
    qtbot.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.bikram).field("occupation").text == "Cook"


def test_an_old_value_is_restored_from_history(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._session.casebook.people.set_field(people.imran, "role", "Guard")
    page._session.casebook.people.set_field(people.imran, "role", "Driver")
    page.open_case(people.imran)
    page.handlers["tab-4"]()
    qtbot.waitUntil(lambda: "Role: Driver" in words(page._detail))
    assert "Restore" not in [one for one in words(page._detail).split("\n") if "Driver" in one]
    click(qtbot, page._detail, "Restore Role: Guard")
    qtbot.keyClicks(editor(dialog(page), "Reason"), "Typed over by mistake")
    qtbot.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.imran).field("role").text == "Guard"
    qtbot.waitUntil(lambda: "Typed over by mistake" in words(page._detail))


def test_a_status_report_is_added_with_its_speaker(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    click(qtbot, page, "Add status")
    asked = dialog(page)
    qtbot.keyClicks(editor(asked, "When"), "28 March 2026")
    qtbot.keyClick(editor(asked, "When"), Qt.Key.Key_Return)
    assert "Use one of: Killed" in words(asked)
    named(asked, "Status", QComboBox).setCurrentText("Captured")
    qtbot.keyClicks(editor(asked, "Where"), "Orlivka")
    qtbot.keyClicks(editor(asked, "Who said it"), "Ministry of Foreign Affairs")
    qtbot.keyClicks(editor(asked, "Said on"), "1 April 2026")
    qtbot.keyClick(editor(asked, "Said on"), Qt.Key.Key_Return)
    shown = view(page, people.bikram)
    assert (shown.pill.text, shown.pill.certainty.value) == ("Captured", "Confirmed")
    assert shown.timeline[0].place == "Orlivka"
    assert shown.timeline[0].report.said == "1 Apr 2026"


def test_a_wrong_date_of_a_status_is_told_under_it(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["add-status"]()
    asked = dialog(page)
    named(asked, "Status", QComboBox).setCurrentText("Captured")
    when = editor(asked, "When")
    qtbot.keyClicks(when, "2024-02-31")
    qtbot.keyClick(when, Qt.Key.Key_Return)
    assert when.accessibleDescription()
    assert asked.focusWidget() is when
    assert len(view(page, people.bikram).timeline) == 1
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_names_are_added_and_set_aside(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    click(qtbot, page, "Add a name")
    asked = dialog(page)
    qtbot.keyClicks(editor(asked, "Name"), "Vikram Thapa")
    qtbot.keyClicks(editor(asked, "Language"), "Nepali")
    qtbot.keyClick(editor(asked, "Language"), Qt.Key.Key_Return)
    assert "Also known as · Nepali" in words(page._detail)
    assert "also known as Vikram Thapa" in words(page._detail)
    click(qtbot, page, "Set aside Vikram Thapa")
    qtbot.keyClicks(editor(dialog(page), "Reason"), "His cousin")
    qtbot.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert [name.text for name in view(page, people.bikram).names] == ["Bikram Thapa"]


def test_one_of_a_group_is_a_known_person(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.group)
    assert "2 people, 0 identified, 2 not named" in words(page._detail)
    total = page._session.casebook.finding.totals().people
    page.handlers["identify"]()
    asked = dialog(page)
    found = named(asked, "People found", PeopleList)
    qtbot.keyClicks(editor(asked, "Name"), "perera")
    qtbot.waitUntil(lambda: found.current_id() == people.rohan)
    qtbot.keyClick(editor(asked, "Name"), Qt.Key.Key_Return)
    assert "A reason is missing." in words(asked)
    qtbot.keyClicks(editor(asked, "Reason"), "The lists agree")
    qtbot.keyClicks(editor(asked, "Since"), "March 2026")
    qtbot.keyClick(editor(asked, "Since"), Qt.Key.Key_Return)
    assert "The day is needed." in words(asked)
    editor(asked, "Since").setText("12 March 2026")
    qtbot.keyClick(editor(asked, "Since"), Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert "2 people, 1 identified, 1 not named" in words(page._detail)
    assert page._session.casebook.finding.totals().people == total - 1  # he is counted once, not twice
    click(qtbot, page, "Open Rohan Perera")
    assert "One of a group" in words(page._detail)
    assert "since 12 Mar 2026" in words(page._detail)
    click(qtbot, page, "Take back: 2 people not named")
    assert view(page, people.group).members == ()


def test_one_of_a_group_is_a_new_person(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.group)
    total = page._session.casebook.finding.totals().people
    click(qtbot, page, "One of these is…")
    asked = dialog(page)
    qtbot.keyClicks(editor(asked, "Name"), "Asel Omarova")
    qtbot.waitUntil(lambda: "Nobody of that name is in the casebook yet." in words(asked))
    qtbot.keyClicks(editor(asked, "Reason"), "Named by the ministry")
    click(qtbot, asked, "Make a new person of this name")
    assert [one.heading for one in view(page, people.group).members] == ["Asel Omarova"]
    assert page._session.casebook.finding.totals().people == total


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_situations_are_added_made_and_taken_away(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.imran)
    click(qtbot, page, "Add to a situation")
    menu = page._detail._overview._situations._menu
    menu.actions()[0].trigger()
    menu.hide()
    assert [name for _, name in view(page, people.imran).situations] == ["Northern border war"]
    menu.actions()[-1].trigger()
    qtbot.keyClicks(editor(dialog(page), "Name of the situation"), "Coastal floods")
    qtbot.keyClick(editor(dialog(page), "Name of the situation"), Qt.Key.Key_Return)
    assert "Coastal floods" in words(page._detail)
    click(qtbot, page, "Take out of Northern border war")
    assert [name for _, name in view(page, people.imran).situations] == ["Coastal floods"]


def test_removing_asks_first_and_undo_brings_back(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.imran)
    page.handlers["remove"]()
    assert "Remove Imran Shah?" in words(dialog(page))
    click(qtbot, dialog(page), "Remove")
    qtbot.waitUntil(lambda: people.imran not in page._list.people._people.ids)
    assert "Imran Shah" not in words(page._detail)
    page._session.casebook.journal.undo()
    qtbot.waitUntil(lambda: people.imran in page._list.people._people.ids)
