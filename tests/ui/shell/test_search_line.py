"""The search box of the window: any text goes in, what is wrong is marked, and Enter puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from casefiles.search.card import CARD
from casefiles.search.query import LONGEST
from tests.ui.conftest import HARMLESS
from ui.shell.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

ANY_TEXT = (
    "O'Neil", "covid-19", 'a"b', '"', "“", "'", '""', "*", "AND AND", "or", "not", "-", "--", ":", "::", "a:",
    "x" * 100_000, "kumar " * 20_000, "a\0b", "\0", "((((", "))))", "(" * 900, "()" * 300, "( or ) and",
    "عمران شاہ", "סאם origin:נפאל", "Asha عمران विक्रम ரோஹன்", "\u202eabc\u202c", "é", "x", "न", "李", "👩‍👩‍👧 status:x",
    "colour:red", "date:2024-02-31", "date:9999-99", "age:20..", "age:9..1", "silent:>", "grade:>=99", "status:,,,",
    "missing:nothing", "situation:“", "\t\n", "a\nb", "𝒜𝓈𝒽𝒶 stauts:𝒳",
)  # fmt: skip


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Iterator[SearchLine]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    line = SearchLine(theme, "Search…", window)
    line.setGeometry(200, 10, 400, 32)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    yield line
    window.close()


def write(line: SearchLine, letters: str) -> None:
    """Type, and let the box see what it can make of it once the letters stand there."""
    QTest.keyClicks(line, letters)
    QApplication.processEvents()


@pytest.mark.qt_log_ignore(HARMLESS, "OpenType support missing", extend=True)  # no face has every script of a mixture
@pytest.mark.parametrize("text", ANY_TEXT, ids=lambda text: ascii(text[:16]))
def test_any_text_can_stand_in_the_box(line: SearchLine, text: str) -> None:
    line.setText(text)
    assert not line.grab().isNull()
    assert len(line.text()) <= LONGEST
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_Delete):
        QTest.keyClick(line, key)
        line.grab()


def test_what_is_wrong_is_told_with_its_place_and_enter_puts_it_right(line: SearchLine) -> None:
    plain = line.grab().toImage()
    line.setText("asha stauts:killed")
    assert line.accessibleDescription() == "“stauts:” is not a field to search by. Did you mean “status:”?"
    assert line.grab().toImage() != plain
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "asha status:killed"
    assert line.accessibleDescription() == ""
    line.setText("status:kiled asha")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "status:killed asha"


def test_the_mark_follows_the_place_of_the_trouble_and_goes_with_it(line: SearchLine) -> None:
    pictures = []
    for text in ("xx:1 kumar", "kumar xx:1", "kumar xx1"):
        line.setText(text)
        line.setCursorPosition(0)
        pictures.append(line.grab().toImage())
    line.setText("xx:1 kumar")
    line.setCursorPosition(0)
    assert line.grab().toImage() == pictures[0]
    assert pictures[0] != pictures[1]


def test_what_is_only_not_finished_is_not_marked(line: SearchLine) -> None:
    write(line, "status:ki")
    assert line.accessibleDescription() == ""
    write(line, "x")
    assert "is not one of its values" in line.accessibleDescription()


def test_enter_goes_on_to_the_list_where_nothing_can_be_put_right(line: SearchLine, qtbot: QtBot) -> None:
    line.setText("qqqq:1")
    with qtbot.waitSignal(line.returnPressed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "qqqq:1"


# what is offered


def offered(line: SearchLine) -> list[str]:
    shown = line._offered
    if shown is None or not shown.isVisible():
        return []
    assert line.hasFocus()
    return [shown._list.item(row).text() for row in range(shown._list.count())]


def press(line: SearchLine, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(line, key)


Key = Qt.Key


def test_fields_are_offered_by_word_and_by_meaning_and_tab_takes_the_first(line: SearchLine) -> None:
    write(line, "s")
    assert offered(line) == []
    write(line, "ta")
    assert offered(line) == ["status:", "group:"]
    press(line, Key.Key_Tab)
    assert line.text() == "status:"
    assert offered(line)[0] == "killed"
    write(line, "ki")
    assert offered(line) == ["killed"]
    press(line, Key.Key_Tab)
    assert line.text() == "status:killed"
    assert offered(line) == []
    assert line.hasFocus()


def test_the_arrows_go_through_and_enter_takes_what_is_marked(line: SearchLine, qtbot: QtBot) -> None:
    write(line, "asha sta")
    press(line, Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert line._list.marked is line._list.first
    press(line, Key.Key_Down, Key.Key_Return)
    assert line.text() == "asha group:"
    press(line, Key.Key_Up)
    assert line._list.marked == line._list._shown[-1]
    press(line, Key.Key_Down)
    with qtbot.waitSignal(line.returnPressed):
        press(line, Key.Key_Return)
    assert line.text() == "asha group:"
    assert offered(line) == []


def test_escape_closes_what_is_offered_and_nothing_else(line: SearchLine) -> None:
    write(line, "sta")
    press(line, Key.Key_Escape)
    assert offered(line) == []
    assert line.text() == "sta"
    press(line, Key.Key_Escape)
    assert line.text() == ""


def test_keys_meant_for_the_text_reach_it(line: SearchLine, qtbot: QtBot) -> None:
    write(line, "sta")
    press(line, Key.Key_Left, Key.Key_Home)
    assert offered(line) == []
    write(line, "x ")
    press(line, Key.Key_End, Key.Key_Backspace)
    assert line.text() == "x st"
    write(line, "z")
    assert offered(line) == []
    with qtbot.waitSignal(line.list_requested):
        press(line, Key.Key_Down)


def test_a_value_in_the_middle_is_put_in_its_place_and_taken_back_by_undo(line: SearchLine) -> None:
    line.setText("𝒜sha ")
    write(line, "status: kaski")
    for _ in range(len(" kaski")):
        press(line, Key.Key_Left)
    write(line, "ki")
    press(line, Key.Key_Down, Key.Key_Return)
    assert line.text() == "𝒜sha status:killed kaski"
    line.undo()
    assert line.text() == "𝒜sha status:ki kaski"


def test_nothing_is_offered_for_a_text_that_was_not_typed_nor_to_somebody_elsewhere(line: SearchLine) -> None:
    line.setText("status:")
    assert offered(line) == []
    write(line, "k")
    assert offered(line)
    line.clearFocus()
    assert not line._list.isVisible()


def test_a_click_takes_one_and_the_keyboard_stays(line: SearchLine) -> None:
    write(line, "sta")
    rows = line._list._list
    place = rows.visualItemRect(rows.item(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.text() == "group:"
    assert line.hasFocus()


def test_the_list_is_named_and_each_row_says_what_it_means(line: SearchLine) -> None:
    write(line, "sta")
    rows = line._list._list
    assert rows.accessibleName() == "Ways to go on"
    assert rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "group:, Status group"


# help


def test_the_card_tells_what_can_be_typed_and_an_example_goes_into_the_box(line: SearchLine, qtbot: QtBot) -> None:
    button = next(one for one in line.findChildren(QToolButton) if one.defaultAction() is line._help)
    assert line._help.text() == "Search help"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    card = line._card
    assert card.isVisible()
    held = QApplication.focusWidget()
    assert held is not None
    assert card.isAncestorOf(held)
    examples = [one.accessibleName() for one in card.findChildren(QPushButton)]
    assert {one.example for part in CARD for one in part.lines} <= set(examples)
    assert "\u2066-kaski\u2069" in [one.text() for one in card.findChildren(QPushButton)], "also from right to left"
    press_button = next(one for one in card.findChildren(QPushButton) if one.accessibleName() == "age:<30")
    press_button.setFocus()
    QTest.keyClick(press_button, Key.Key_Space)
    assert line.text() == "age:<30"
    assert line.hasFocus()
    assert not card.isVisible()


def test_escape_closes_the_card_and_comes_back_to_the_box(line: SearchLine) -> None:
    line.setText("asha")
    line.show_card()
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, Key.Key_Escape)
    assert not line._card.isVisible()
    assert line.hasFocus()
    assert line.text() == "asha"
