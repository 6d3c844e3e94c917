from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.editors import REST_MS, ChoiceEditor, Editor, LineEditor, TextEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

Key = Qt.Key


class Form:
    """An editor above another field, remembering what was committed."""

    def __init__(self, qtbot: QtBot, editor: Editor) -> None:
        self.editor = editor
        self.told: list[str] = []
        editor.committed.connect(self.told.append)
        self.box = QWidget()
        self.after = QLineEdit()
        lay = QVBoxLayout(self.box)
        lay.addWidget(editor)
        lay.addWidget(self.after)
        qtbot.addWidget(self.box)
        with qtbot.waitActive(self.box):
            self.box.show()
            self.box.activateWindow()
        editor.setFocus()

    @property
    def field(self) -> QWidget:
        found = self.editor.focusProxy()
        assert found
        return found

    def leave(self) -> None:
        self.after.setFocus()


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Form:
    return Form(qtbot, LineEditor(theme, "Place"))


@pytest.fixture
def text(theme: Theme, qtbot: QtBot) -> Form:
    return Form(qtbot, TextEditor(theme, "Notes"))


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> Form:
    return Form(qtbot, ChoiceEditor(theme, "Status", [("a", "Killed"), ("b", "Missing"), ("c", "Captured")]))


def test_leaving_commits_once_and_only_what_was_changed(line: Form) -> None:
    line.leave()
    assert line.told == []
    line.editor.setFocus()
    QTest.keyClicks(line.field, "Kathmandu")
    line.leave()
    line.editor.setFocus()
    line.leave()
    assert line.told == ["Kathmandu"]


def test_enter_commits_and_leaving_does_not_commit_again(line: Form) -> None:
    QTest.keyClicks(line.field, "Kaski")
    QTest.keyClick(line.field, Key.Key_Return)
    line.leave()
    assert line.told == ["Kaski"]


def test_a_value_that_is_shown_is_not_committed(line: Form) -> None:
    line.editor.set_value("Pokhara")
    line.leave()
    assert line.editor.value() == "Pokhara"
    assert line.told == []


def test_esc_restores_and_then_goes_on_to_the_page(line: Form) -> None:
    line.editor.set_value("Pokhara")
    QTest.keyClicks(line.field, " and beyond")
    QTest.keyClick(line.field, Key.Key_Escape)
    assert line.editor.value() == "Pokhara"
    line.leave()
    assert line.told == []


def test_a_mistake_is_told_under_the_field_and_to_screen_readers(
    line: Form, seen: Callable[[QWidget], list[str]]
) -> None:
    sentence = "Date is after today. Use 2026-03-02 or leave empty."
    line.editor.set_value("2026-03-01")
    line.editor.committed.connect(lambda _value: line.editor.show_error(sentence))
    QTest.keyClicks(line.field, "9")
    QTest.keyClick(line.field, Key.Key_Return)
    assert sentence in seen(line.editor)
    assert line.field.accessibleDescription() == sentence
    assert line.editor.value() == "2026-03-019"
    QTest.keyClick(line.field, Key.Key_Escape)
    assert line.editor.value() == "2026-03-01"
    assert sentence not in seen(line.editor)
    assert line.field.accessibleDescription() == ""


def test_the_next_value_takes_the_mistake_away(line: Form, seen: Callable[[QWidget], list[str]]) -> None:
    line.editor.show_error("No.")
    QTest.keyClicks(line.field, "yes")
    QTest.keyClick(line.field, Key.Key_Return)
    assert seen(line.editor) == []
    assert line.told == ["yes"]


def test_long_text_is_committed_when_typing_rests(text: Form, qtbot: QtBot) -> None:
    QTest.keyClicks(text.field, "His brother ")
    QTest.keyClicks(text.field, "calls.")
    assert text.told == []
    qtbot.waitUntil(lambda: text.told == ["His brother calls."], timeout=REST_MS + 1000)
    text.leave()
    assert text.told == ["His brother calls."]


def test_long_text_is_committed_at_once_when_left_or_confirmed(text: Form) -> None:
    QTest.keyClicks(text.field, "One")
    QTest.keyClick(text.field, Key.Key_Return)
    assert text.told == []
    QTest.keyClick(text.field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.told == ["One\n"]
    QTest.keyClicks(text.field, "Two")
    text.leave()
    assert text.told == ["One\n", "One\nTwo"]


def test_tab_leaves_long_text(text: Form) -> None:
    assert isinstance(text.field, QPlainTextEdit)
    QTest.keyClick(text.field, Key.Key_Tab)
    assert text.after.hasFocus()
    assert text.editor.value() == ""


def test_going_through_choices_commits_only_when_left(choice: Form) -> None:
    QTest.keyClick(choice.field, Key.Key_Down)
    QTest.keyClick(choice.field, Key.Key_Down)
    assert choice.told == []
    choice.leave()
    assert choice.told == ["c"]


def test_esc_takes_a_choice_back(choice: Form) -> None:
    choice.editor.set_value("b")
    QTest.keyClick(choice.field, Key.Key_Down)
    QTest.keyClick(choice.field, Key.Key_Escape)
    choice.leave()
    assert choice.editor.value() == "b"
    assert choice.told == []


def test_a_pick_from_the_open_list_is_committed_at_once(choice: Form, qtbot: QtBot) -> None:
    combo = choice.field
    assert isinstance(combo, QComboBox)
    combo.showPopup()
    QTest.keyClick(combo.view(), Key.Key_Down)
    QTest.keyClick(combo.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: choice.told == ["b"])


def test_fields_have_names(line: Form, text: Form, choice: Form) -> None:
    assert [form.field.accessibleName() for form in (line, text, choice)] == ["Place", "Notes", "Status"]


def test_a_choice_says_what_it_is_about_besides_its_value(choice: Form) -> None:
    assert choice.field.accessibleDescription() == "Status"
    choice.editor.show_error("Not possible after Killed.")
    assert choice.field.accessibleDescription() == "Not possible after Killed."
    choice.editor.clear_error()
    assert choice.field.accessibleDescription() == "Status"


def test_the_part_that_shows_as_focused_has_the_name_too(text: Form) -> None:
    assert isinstance(text.field, QPlainTextEdit)
    assert text.field.viewport().accessibleName() == "Notes"
