"""Everything can be reached from one line, by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from ui.shell.palette import Palette
from ui.shell.ranking import fit, ranked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.window import Window


@pytest.fixture
def palette(desk: Desk, window: Window, qtbot: QtBot) -> Palette:
    QTest.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, Palette)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def rows(palette: Palette) -> list[str]:
    entries = palette.findChildren(QListWidget)[0]
    return [entries.item(row).text() for row in range(entries.count())]


def line(palette: Palette) -> QLineEdit:
    return palette.findChildren(QLineEdit)[0]


def test_an_action_is_found_by_its_first_letters_and_run_with_enter(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    was_narrow = desk.sidebar.narrow
    QTest.keyClicks(line(palette), "sideb")
    assert rows(palette)[0] == "Sidebar"
    QTest.keyClick(line(palette), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.sidebar.narrow != was_narrow)
    assert QApplication.activeModalWidget() is None


def test_only_what_can_be_asked_for_now_is_offered(palette: Palette, window: Window) -> None:
    assert window.commands["redo"].isEnabled() is False
    assert not any(row.startswith("Redo") for row in rows(palette))
    assert "Go to anything…" not in rows(palette)


def test_a_person_is_found_by_the_beginnings_of_their_names(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(line(palette), "roh per")
    qtbot.waitUntil(lambda: "Rohan Perera" in rows(palette))
    with qtbot.waitSignal(desk.session.show_case):
        QTest.keyClick(line(palette), Qt.Key.Key_Return)


def test_up_and_down_go_through_what_fits(palette: Palette) -> None:
    entries = palette.findChildren(QListWidget)[0]
    QTest.keyClick(line(palette), Qt.Key.Key_Down)
    assert entries.currentRow() == 1
    QTest.keyClick(line(palette), Qt.Key.Key_Up)
    assert entries.currentRow() == 0
    assert line(palette).hasFocus()


@pytest.mark.parametrize("typed", ['"', "AND AND", "foo:bar", "((", "\0", "status:nothing", "x" * 500])
def test_nothing_that_is_typed_is_a_mistake(palette: Palette, typed: str, qtbot: QtBot) -> None:
    line(palette).setText(typed)
    qtbot.waitUntil(lambda: "Rohan Perera" not in rows(palette))
    QTest.keyClick(line(palette), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_letters_at_the_beginnings_of_words_count_for_more() -> None:
    assert ranked("pl", ["New people list", "Place"], lambda words: (words,)) == ["Place", "New people list"]
    assert ranked("und", ["Found", "Undo"], lambda words: (words,))[0] == "Undo"
    assert fit("xyz", "New person") is None
    assert fit("newp", "New person") is not None
    assert fit("ewp", "New person") is None


@given(st.text(max_size=12), st.text(max_size=30))
def test_what_fits_holds_the_letters_in_their_order(typed: str, words: str) -> None:
    if fit(typed, words) is not None:
        letters = iter(words.casefold())
        assert all(letter in letters for letter in "".join(re.findall(r"\w", typed.casefold())))
