from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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


def click(owner: QWidget, name: str) -> None:
    QTest.mouseClick(named(owner, name), Qt.MouseButton.LeftButton)


def test_versions_stand_side_by_side_and_one_is_used_with_a_reason(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    assert view(page, people.sunil).field("age").text == "29"
    click(page, "Age at the event: 2 versions")
    asked = dialog(page)
    assert "brother, via Hill Ledger" in words(asked)
    click(asked, "Use this one: 28")
    assert "A reason is missing." in words(asked)
    QTest.keyClicks(editor(asked, "Reason"), "The family knows")
    click(asked, "Use this one: 28")
    age = view(page, people.sunil).field("age")
    assert (age.text, len(age.versions), age.disputed) == ("28", 2, False)


def test_a_dispute_about_the_status_is_decided(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    assert view(page, people.rohan).pill.text == "Disputed: killed / missing"
    page.handlers["use-version"]()
    asked = dialog(page)
    QTest.keyClicks(editor(asked, "Reason"), "The ministry saw the body")
    click(asked, "Use this one: Killed, Dec 2025, Air strike")
    assert view(page, people.rohan).pill.text == "Killed"
    assert "The ministry saw the body" in words(page._detail)


def test_the_pill_says_who_said_each_side(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    pill = page._detail._header._pill
    assert pill.text() == "Disputed: killed / missing"
    assert "killed: Ministry of Foreign Affairs, 4 Jan 2026" in pill.accessibleDescription()
    assert pill.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_both_sides_of_a_dispute_stand_on_the_timeline(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    page.handlers["tab-2"]()
    told = words(page._detail)
    assert "These cannot all be true" in told
    assert "Speaks against it" in told
    assert "Concerns the remains" not in told
    click(page._detail, "Show the words: Killed, Dec 2025")
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    assert reader.source is not None
    assert reader.source[0] == people.courier


def test_a_report_is_set_aside_and_accepted_again(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["tab-3"]()
    click(page._detail, "Set aside: Occupation, Cook, Hill Ledger")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert "A reason is missing." in words(dialog(page))
    QTest.keyClicks(editor(dialog(page), "Reason"), "Another man")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.bikram).field("occupation").text == ""
    assert "Reason: Another man" in words(page._detail)
    click(page._detail, "Accept again: Occupation, Cook, Hill Ledger")
    QTest.keyClicks(editor(dialog(page), "Reason"), "The same man after all")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.bikram).field("occupation").text == "Cook"


def test_an_old_value_is_restored_from_history(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._session.casebook.people.set_field(people.imran, "role", "Guard")
    page._session.casebook.people.set_field(people.imran, "role", "Driver")
    page.open_case(people.imran)
    page.handlers["tab-4"]()
    qtbot.waitUntil(lambda: "Role: Driver" in words(page._detail))
    assert "Restore" not in [one for one in words(page._detail).split("\n") if "Driver" in one]
    shown = words(page._detail)
    assert "Name: Imran Shah" in shown
    assert "Origin: Punjab, Pakistan" in shown
    assert shown.count("Add Imran Shah") == 1, "one act is named once, above all its lines"
    click(page._detail, "Restore Role: Guard")
    QTest.keyClicks(editor(dialog(page), "Reason"), "Typed over by mistake")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert view(page, people.imran).field("role").text == "Guard"
    qtbot.waitUntil(lambda: "Typed over by mistake" in words(page._detail))


def test_a_status_report_is_added_with_its_speaker(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    click(page, "Add status")
    asked = dialog(page)
    QTest.keyClicks(editor(asked, "When"), "28 March 2026")
    QTest.keyClick(editor(asked, "When"), Qt.Key.Key_Return)
    assert "Use one of: Killed" in words(asked)
    named(asked, "Status", QComboBox).setCurrentText("Captured")
    QTest.keyClicks(editor(asked, "Where"), "Orlivka")
    QTest.keyClicks(editor(asked, "Said by"), "Ministry of Foreign Affairs")
    QTest.keyClicks(editor(asked, "Said on"), "1 April 2026")
    QTest.keyClick(editor(asked, "Said on"), Qt.Key.Key_Return)
    shown = view(page, people.bikram)
    assert (shown.pill.text, shown.pill.certainty.value) == ("Captured", "Confirmed")
    assert shown.timeline[0].place == "Orlivka"
    assert shown.timeline[0].report.said == "1 Apr 2026"


def test_a_wrong_date_of_a_status_is_told_under_it(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    page.handlers["add-status"]()
    asked = dialog(page)
    named(asked, "Status", QComboBox).setCurrentText("Captured")
    when = editor(asked, "When")
    QTest.keyClicks(when, "2024-02-31")
    QTest.keyClick(when, Qt.Key.Key_Return)
    assert when.accessibleDescription()
    assert asked.focusWidget() is when
    assert len(view(page, people.bikram).timeline) == 1
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_names_are_added_and_set_aside(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    click(page, "Add a name")
    asked = dialog(page)
    QTest.keyClicks(editor(asked, "Name"), "Vikram Thapa")
    QTest.keyClicks(editor(asked, "Language"), "Nepali")
    QTest.keyClick(editor(asked, "Language"), Qt.Key.Key_Return)
    assert "Also known as · Nepali" in words(page._detail)
    assert "also known as Vikram Thapa" in words(page._detail)
    click(page, "Set aside Vikram Thapa")
    QTest.keyClicks(editor(dialog(page), "Reason"), "His cousin")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert [name.text for name in view(page, people.bikram).names] == ["Bikram Thapa"]


def test_one_of_a_group_is_a_known_person(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.group)
    assert "2 people, 0 identified, 2 not named" in words(page._detail)
    total = page._session.casebook.finding.totals().people
    page.handlers["identify"]()
    asked = dialog(page)
    found = named(asked, "People found", PeopleList)
    QTest.keyClicks(editor(asked, "Name"), "perera")
    qtbot.waitUntil(lambda: found.current_id() == people.rohan)
    QTest.keyClick(editor(asked, "Name"), Qt.Key.Key_Return)
    assert "A reason is missing." in words(asked)
    QTest.keyClicks(editor(asked, "Reason"), "The lists agree")
    QTest.keyClicks(editor(asked, "Since"), "March 2026")
    QTest.keyClick(editor(asked, "Since"), Qt.Key.Key_Return)
    assert "The day is needed." in words(asked)
    editor(asked, "Since").setText("12 March 2026")
    QTest.keyClick(editor(asked, "Since"), Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert "2 people, 1 identified, 1 not named" in words(page._detail)
    assert page._session.casebook.finding.totals().people == total.less(1)  # he is counted once, not twice
    click(page, "Open Rohan Perera")
    assert "One of a group" in words(page._detail)
    assert "since 12 Mar 2026" in words(page._detail)
    click(page, "Take back: 2 people not named")
    assert view(page, people.group).members == ()


def test_one_of_a_group_is_a_new_person(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.group)
    total = page._session.casebook.finding.totals().people
    click(page, "One of these is…")
    asked = dialog(page)
    QTest.keyClicks(editor(asked, "Name"), "Asel Omarova")
    qtbot.waitUntil(lambda: "Nobody of that name is in the casebook yet." in words(asked))
    QTest.keyClicks(editor(asked, "Reason"), "Named by the ministry")
    click(asked, "Make a new person of this name")
    assert [one.heading for one in view(page, people.group).members] == ["Asel Omarova"]
    assert page._session.casebook.finding.totals().people == total


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_situations_are_added_made_and_taken_away(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.imran)
    click(page, "Add to a situation")
    assert page._detail._overview is not None
    menu = page._detail._overview._situations._menu
    menu.actions()[0].trigger()
    menu.hide()
    assert [name for _, name in view(page, people.imran).situations] == ["Northern border war"]
    menu.actions()[-1].trigger()
    QTest.keyClicks(editor(dialog(page), "Name of the situation"), "Coastal floods")
    QTest.keyClick(editor(dialog(page), "Name of the situation"), Qt.Key.Key_Return)
    assert "Coastal floods" in words(page._detail)
    click(page, "Take out of Northern border war")
    assert [name for _, name in view(page, people.imran).situations] == ["Coastal floods"]


def test_removing_asks_first_and_undo_brings_back(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.imran)
    page.handlers["remove"]()
    assert "Remove Imran Shah?" in words(dialog(page))
    click(dialog(page), "Remove")
    qtbot.waitUntil(lambda: people.imran not in page._list.people._people.ids)
    assert "Imran Shah" not in words(page._detail)
    page._session.casebook.journal.undo()
    qtbot.waitUntil(lambda: people.imran in page._list.people._people.ids)
