from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from casefiles.workspace.casebook import Casebook
from casefiles.workspace.views import FieldView
from tests.ui.invented import Invented, clock
from tests.ui.people_fixtures import ReaderDouble, editor, named, words
from ui.pages.people import PeoplePage
from ui.pages.people.details import DetailsCard
from ui.problems import Told


def field(page: PeoplePage, case: int, key: str) -> FieldView:
    return page._session.casebook.people.view(case).field(key)


def details(page: PeoplePage) -> DetailsCard:
    assert page._detail._overview is not None
    assert page._detail._overview.details is not None
    return page._detail._overview.details


def edit(page: PeoplePage, case: int) -> QWidget:
    page.open_case(case)
    page.handlers["edit"]()
    return page._detail


def test_empty_fields_are_shown_when_asked_for(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    assert "Employer" not in words(page._detail)
    QTest.mouseClick(details(page)._more, Qt.MouseButton.LeftButton)
    assert "Employer" in words(page._detail)
    assert "Not asked yet" in words(page._detail)


def test_edit_begins_at_the_first_field_and_esc_ends_it(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.sunil)
    name = editor(detail, "Name")
    assert name.hasFocus()
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert not details(page).editing
    assert page._detail.tabs.tabBar().hasFocus()


def test_what_stands_behind_a_value_is_back_after_editing(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    before = words(page._detail)
    assert "Desk entry, no source" in before
    page.handlers["edit"]()
    details(page).set_editing(False)
    assert words(page._detail) == before


def test_a_field_is_saved_by_enter_and_by_leaving_it(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    role = editor(detail, "Role")
    role.setFocus()
    QTest.keyClicks(role, "Kitchen hand")
    QTest.keyClick(role, Qt.Key.Key_Return)
    assert field(page, people.bikram, "role").text == "Kitchen hand"
    unit = editor(detail, "Unit")
    unit.setFocus()
    QTest.keyClicks(unit, "12th brigade")
    editor(detail, "Agent").setFocus()
    assert field(page, people.bikram, "unit").text == "12th brigade"


def test_closing_saves_what_is_still_typed(page: PeoplePage, people: Invented) -> None:
    role = editor(edit(page, people.bikram), "Role")
    role.setFocus()
    QTest.keyClicks(role, "Kitchen hand")
    page.save_now()
    assert field(page, people.bikram, "role").text == "Kitchen hand"


def test_going_to_another_person_saves_what_is_typed(page: PeoplePage, people: Invented) -> None:
    role = editor(edit(page, people.bikram), "Role")
    QTest.keyClicks(role, "Kitchen hand")
    page.open_case(people.sunil)
    assert field(page, people.bikram, "role").text == "Kitchen hand"
    assert field(page, people.sunil, "role").text == "Driver"


def test_a_wrong_date_is_told_under_the_field_and_stays(page: PeoplePage, people: Invented) -> None:
    born = editor(edit(page, people.bikram), "Date of birth")
    born.setFocus()
    QTest.keyClicks(born, "2024-02-31")
    QTest.keyClick(born, Qt.Key.Key_Return)
    assert born.text() == "2024-02-31"
    assert born.accessibleDescription() in words(page._detail)
    assert born.accessibleDescription()
    assert field(page, people.bikram, "birth_date").text == ""


def test_a_date_is_typed_in_words_and_its_exact_form_shown(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    left = editor(detail, "Left home on")
    left.setFocus()
    QTest.keyClicks(left, "around March 2025")
    assert "2025-03~" in words(detail)
    editor(detail, "Place last seen").setFocus()
    assert left.text() == "around Mar 2025"
    assert field(page, people.bikram, "left_home").text == "around Mar 2025"


def test_a_choice_is_taken_from_the_list(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    sex = named(detail, "Sex", QComboBox)
    sex.setFocus()
    QTest.keyClick(sex, Qt.Key.Key_Down)
    QTest.keyClick(sex, Qt.Key.Key_Return)
    assert field(page, people.bikram, "sex").text == "Man"


def test_a_nationality_is_claimed_and_then_verified(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    editor(detail, "Nationality").setFocus()
    QTest.keyClicks(editor(detail, "Nationality"), "Nepal")
    editor(detail, "Verified by").setFocus()
    assert field(page, people.bikram, "nationality").text == "Nepal (not verified)"
    QTest.keyClicks(editor(detail, "Verified by"), "Embassy")
    QTest.keyClicks(editor(detail, "Verified on"), "1 March 2026")
    QTest.keyClick(editor(detail, "Verified on"), Qt.Key.Key_Return)
    assert field(page, people.bikram, "nationality").text == "Nepal (verified by Embassy, 1 Mar 2026)"
    details(page).set_editing(False)
    detail = edit(page, people.bikram)
    told = [editor(detail, name).text() for name in ("Nationality", "Verified by", "Verified on")]
    assert told == ["Nepal", "Embassy", "1 Mar 2026"]


def test_text_typed_meanwhile_elsewhere_is_not_written_over(
    page: PeoplePage, people: Invented, told: list[Told]
) -> None:
    role = editor(edit(page, people.bikram), "Role")
    role.setFocus()
    QTest.keyClicks(role, "Mine")
    page._session.casebook.people.set_field(people.bikram, "role", "Theirs")
    assert role.text() == "Mine"
    QTest.keyClick(role, Qt.Key.Key_Return)
    assert "It is now: Theirs." in words(page._detail)
    assert (role.text(), field(page, people.bikram, "role").text) == ("Mine", "Theirs")
    QTest.keyClick(role, Qt.Key.Key_Return)
    assert field(page, people.bikram, "role").text == "Mine"
    assert not told


def test_another_program_changes_a_field_that_is_not_being_typed_in(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    other = Casebook.open(page._session.casebook.path, clock=clock)
    other.people.set_field(people.bikram, "role", "Theirs")
    other.close()
    page._session.casebook.journal.catch_up()
    assert editor(detail, "Role").text() == "Theirs"


def test_long_text_is_saved_at_rest_and_the_caret_stays(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    notes = named(edit(page, people.bikram), "Notes", QPlainTextEdit)
    notes.setFocus()
    QTest.keyClicks(notes, "Calls on Mondays. ")
    notes.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(notes, "He ")
    qtbot.waitUntil(lambda: field(page, people.bikram, "notes").text == "He Calls on Mondays.")
    assert notes.toPlainText() == "He Calls on Mondays. "
    assert notes.textCursor().position() == 3
    QTest.keyClicks(notes, "often ")
    assert notes.toPlainText() == "He often Calls on Mondays. "


def test_a_passport_is_masked_until_asked(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    assert "N12345678" not in words(page._detail)
    assert "••••5678" in words(page._detail)
    page.handlers["edit"]()
    assert "N12345678" not in words(page._detail)
    QTest.mouseClick(named(page, "Show Passport"), Qt.MouseButton.LeftButton)
    assert editor(page._detail, "Passport").text() == "N12345678"
    page.open_case(people.bikram)
    page.open_case(people.sunil)
    assert "N12345678" not in words(page._detail)


def test_a_number_of_sources_leads_to_the_words(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    role = field(page, people.sunil, "role").reports[0]
    QTest.mouseClick(named(page, "Role: 1 source"), Qt.MouseButton.LeftButton)
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    quote = role.quotes[0]
    assert reader.source == (people.ledger, quote.start, quote.end)
    assert (reader.person, reader.claims) == (people.sunil, (role.claim,))


def test_undo_shows_the_value_before(page: PeoplePage, people: Invented) -> None:
    detail = edit(page, people.bikram)
    role = editor(detail, "Role")
    QTest.keyClicks(role, "Kitchen hand")
    editor(detail, "Unit").setFocus()
    QTest.keyClick(role, Qt.Key.Key_Return)
    page._session.casebook.journal.undo()
    assert role.text() == ""
