from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casefiles.domain.certainty import Certainty
from ui.models.faces import Half, PillFace, Row
from ui.theme.theme import Choice
from ui.widgets.people_list import PeopleList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

Key = Qt.Key
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KILLED = Half("dead", "circle-x", "Killed")
MISSING = Half("missing", "circle-help", "Missing")
FACES = (
    PillFace(Certainty.CONFIRMED, (KILLED,)),
    PillFace(Certainty.REPORTED, (MISSING,)),
    PillFace(Certainty.DISPUTED, (KILLED, MISSING), "Disputed:"),
    PillFace(Certainty.DESK, (MISSING,)),
)
NAMES = (
    "Bikram Thapa",
    "निर्मला राई",
    "عمران شاہ (Imran Shah)",
    "A name that is far too long for the row " * 3,
)


def rows(ids: Sequence[int]) -> list[Row]:
    return [
        Row(
            case,
            NAMES[case % 4],
            "died Mar 2024",
            FACES[case % 4],
            f"Person {case}",
            "Nepal",
            2,
            "निर्मला" * (case % 2),
            "Mar 2024",
        )
        for case in ids
    ]


def ids(count: int) -> array[int]:
    return array("q", range(1, count + 1))


@pytest.fixture
def people(theme: Theme, qtbot: QtBot) -> PeopleList:
    people = PeopleList(theme, rows)
    qtbot.addWidget(people)
    people.resize(360, 620)
    people.show_ids(ids(500))
    with qtbot.waitExposed(people):
        people.show()
    people.select_id(1)
    return people


@pytest.mark.parametrize(
    ("key", "modifiers", "case"),
    [
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, 11),
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier, 9),
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, 1),
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, 500),
    ],
)
def test_the_keys_of_a_list(
    people: PeopleList, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, case: int
) -> None:
    people.select_id(10)
    with qtbot.waitSignal(people.current_changed) as told:
        QTest.keyClick(people, key, modifiers)
    assert told.args == [case]
    assert people.current_id() == case
    assert list(people.selected_ids()) == [case]


def test_page_keys_go_by_what_is_seen(people: PeopleList, qtbot: QtBot) -> None:
    QTest.keyClick(people, Key.Key_PageDown)
    down = people.current_id()
    assert down is not None
    assert 8 <= down <= 12
    QTest.keyClick(people, Key.Key_PageUp)
    assert people.current_id() == 1


def test_enter_and_a_double_click_open(people: PeopleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(people.opened) as told:
        QTest.keyClick(people, Key.Key_Return)
    assert told.args == [1]
    with qtbot.waitSignal(people.opened) as told:
        QTest.mouseDClick(people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 62 + 30))
    assert told.args == [2]


def test_letters_are_left_to_the_window(people: PeopleList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(people.current_changed):
        QTest.keyClicks(people, "nir")
    assert people.current_id() == 1


def test_many_can_be_selected_for_printing(people: PeopleList, qtbot: QtBot) -> None:
    QTest.keyClick(people, Key.Key_Down, Shift)
    QTest.keyClick(people, Key.Key_Down, Shift)
    assert list(people.selected_ids()) == [1, 2, 3]
    with qtbot.waitSignal(people.selection_changed) as told:
        QTest.keyClick(people, Key.Key_A, Control)
    assert told.args == [500]
    assert people.selected_ids() == ids(500)


def test_the_selection_stays_with_the_people_when_the_order_changes(people: PeopleList, qtbot: QtBot) -> None:
    people.select_id(3)
    QTest.keyClick(people, Key.Key_Down, Shift)
    assert list(people.selected_ids()) == [3, 4]
    turned = array("q", reversed(ids(500)))
    with qtbot.assertNotEmitted(people.current_changed):
        people.show_ids(turned)
    assert people.current_id() == 4
    assert sorted(people.selected_ids()) == [3, 4]
    index = people.currentIndex()
    assert index.row() == 496
    assert people.viewport().rect().contains(people.visualRect(index))


def test_a_person_who_leaves_the_list_is_not_current_any_more(people: PeopleList, qtbot: QtBot) -> None:
    people.select_id(7)
    with qtbot.waitSignal(people.current_changed) as told:
        people.show_ids(array("q", [1, 2]))
    assert told.args == [None]
    assert people.current_id() is None
    assert not people.select_id(7)


def test_the_first_page_is_followed_by_all_without_moving(theme: Theme, qtbot: QtBot) -> None:
    people = PeopleList(theme, rows)
    qtbot.addWidget(people)
    people.resize(360, 620)
    people.show_ids(ids(64), rows(ids(64)))
    people.select_id(5)
    with qtbot.assertNotEmitted(people.current_changed):
        people.show_ids(ids(500))
    assert people.current_id() == 5


def test_changed_people_are_shown_afresh(theme: Theme, qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(wanted: Sequence[int]) -> list[Row]:
        asked.extend(wanted)
        return rows(wanted)

    people = PeopleList(theme, fetch)
    qtbot.addWidget(people)
    people.show_ids(ids(5))
    people.grab()
    asked.clear()
    people.refresh([2, 400])
    people.grab()
    assert asked == [2]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_rows_are_drawn_mirrored_where_writing_runs_right_to_left(
    people: PeopleList, theme: Theme, choice: Choice
) -> None:
    theme.choose(choice)
    people.setCurrentIndex(people.model().index(-1, -1))
    people.show_ids(array("q", [4]))  # Bikram Thapa; his name stands at the leading edge

    def ink(left: float, right: float) -> int:
        image = people.viewport().grab().toImage()
        ground = image.pixelColor(1, 1)
        span = range(int(image.width() * left), int(image.width() * right))
        return sum(image.pixelColor(x, y) != ground for x in span for y in range(8, 30))

    assert ink(0.05, 0.3) > 0
    middle = ink(0.42, 0.58)
    people.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink(0.7, 0.95) > 0
    assert abs(ink(0.42, 0.58) - middle) < 60


def test_rows_grow_with_the_text(people: PeopleList, theme: Theme) -> None:
    assert people.rowHeight(0) == 62
    theme.set_percent(150)
    assert people.rowHeight(0) == 93


def test_every_kind_of_row_can_be_drawn_without_a_word_in_the_log(
    people: PeopleList, theme: Theme, qtbot: QtBot
) -> None:
    people.show_ids(ids(8))
    for choice in Choice:
        theme.choose(choice)
        assert not people.grab().isNull()


def test_tab_goes_on_from_the_list(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    people, after = PeopleList(theme, rows), QLineEdit()
    lay = QVBoxLayout(box)
    lay.addWidget(people)
    lay.addWidget(after)
    people.show_ids(ids(3))
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    people.setFocus()
    QTest.keyClick(people, Key.Key_Tab)
    assert not people.tabKeyNavigation()
    assert after.hasFocus()


def test_a_row_tells_a_screen_reader_one_sentence(people: PeopleList) -> None:
    people.show_ids(ids(3))
    table = QAccessible.queryAccessibleInterface(people)
    assert table.text(QAccessible.Text.Name) == "People"
    told = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert {"Person 1", "Person 2", "Person 3"} <= told
