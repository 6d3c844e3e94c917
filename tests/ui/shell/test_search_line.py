"""The search box of the window: any text goes in, what is wrong is marked, and Enter puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casefiles.search.query import LONGEST
from tests.ui.conftest import HARMLESS
from ui.shell.search_line import SearchLine

if TYPE_CHECKING:
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
def line(theme: Theme, qtbot: QtBot) -> SearchLine:
    line = SearchLine(theme, "Search…")
    qtbot.addWidget(line)
    line.resize(400, 32)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.setFocus()
    return line


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
    QTest.keyClicks(line, "status:ki")
    assert line.accessibleDescription() == ""
    QTest.keyClicks(line, "x")
    assert "is not one of its values" in line.accessibleDescription()


def test_enter_goes_on_to_the_list_where_nothing_can_be_put_right(line: SearchLine, qtbot: QtBot) -> None:
    line.setText("qqqq:1")
    with qtbot.waitSignal(line.returnPressed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "qqqq:1"
