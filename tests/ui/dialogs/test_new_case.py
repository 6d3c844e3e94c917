from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from casefiles.domain.span import Span
from tests.ui.invented import Invented
from tests.ui.people_fixtures import editor, listed, named, words
from ui.pages.people import PeoplePage


def asked(page: PeoplePage, action: str) -> QDialog:
    page.handlers[action]()
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def test_a_new_person_is_added_and_selected(qtbot: QtBot, page: PeoplePage) -> None:
    dialog = asked(page, "new-person")
    for name, typed in (("Name", "Asel Omarova"), ("Age at the event", "34"), ("Origin", "Osh, Kyrgyzstan")):
        QTest.keyClicks(editor(dialog, name), typed)
    named(dialog, "Status", QComboBox).setCurrentText("Missing")
    QTest.keyClicks(editor(dialog, "When"), "around Feb 2026")
    QTest.keyClicks(editor(dialog, "Said by"), "sister")
    QTest.keyClick(editor(dialog, "Said by"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: len(listed(page)) == 6)
    case = page._list.people.current_id()
    assert case is not None
    view = page._session.casebook.people.view(case)
    assert (view.heading, view.pill.text, view.date) == ("Asel Omarova", "Reported missing", "missing around Feb 2026")
    assert [name for _, name in view.situations] == ["Northern border war"]
    assert "Asel Omarova" in words(page._detail)
    assert page._session.casebook.journal.undo_label() == "Add Asel Omarova"


def test_a_wrong_age_is_told_under_it_and_nothing_is_lost(qtbot: QtBot, page: PeoplePage) -> None:
    dialog = asked(page, "new-person")
    QTest.keyClicks(editor(dialog, "Name"), "Asel Omarova")
    QTest.keyClicks(editor(dialog, "Age at the event"), "340")
    QTest.keyClick(editor(dialog, "Name"), Qt.Key.Key_Return)
    age = editor(dialog, "Age at the event")
    assert age.accessibleDescription() in words(dialog)
    assert dialog.focusWidget() is age
    assert editor(dialog, "Name").text() == "Asel Omarova"
    assert len(listed(page)) == 5
    age.setText("34")
    QTest.keyClick(age, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed(page)) == 6)


def test_an_empty_person_is_refused(page: PeoplePage) -> None:
    dialog = asked(page, "new-person")
    QTest.mouseClick(named(dialog, "Add"), Qt.MouseButton.LeftButton)
    assert "Nothing is filled in." in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_new_group_needs_its_number(qtbot: QtBot, page: PeoplePage) -> None:
    dialog = asked(page, "new-group")
    named(dialog, "Status", QComboBox).setCurrentText("Recruited")
    size = editor(dialog, "Number of people")
    QTest.keyClick(size, Qt.Key.Key_Return)
    assert "How many people?" in words(dialog)
    QTest.keyClicks(size, "3-5")
    QTest.keyClick(size, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(listed(page)) == 6)
    case = page._list.people.current_id()
    assert case is not None
    view = page._session.casebook.people.view(case)
    assert (view.is_group, view.size, view.heading) == (True, Span(3, 5), "3–5 people not named")


def test_every_field_of_the_dialogs_has_a_name(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.group)
    for action in ("new-person", "new-group", "add-status", "identify"):
        dialog = asked(page, action)
        inputs = [one for one in dialog.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        nameless = [one for one in inputs if one.isVisible() and not (one.accessibleName() or one.property("text"))]
        assert not nameless
        dialog.reject()
