"""The smaller blocks: fields, cards, banners, search, tabs, the foot line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.busy_bar import BusyBar
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import FieldRow, FieldRows
from ui.widgets.labels import Label
from ui.widgets.search_box import SearchBox
from ui.widgets.spacing import Spacing
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]
Key = Qt.Key


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_changing_label_is_read_as_what_it_says_now(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "All changes saved at 14:02", Role.META)
    qtbot.addWidget(label)
    label.setText("Not saved: disk full.")
    assert label.accessibleName() == ""
    assert name_of(label) == "Not saved: disk full."


def test_labels_never_read_html(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_labels_stand_at_the_leading_edge(theme: Theme, qtbot: QtBot) -> None:
    label = Label(theme, "Details")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight


def test_a_field_tells_what_stands_behind_it(theme: Theme, qtbot: QtBot, seen: Seen, press: Press) -> None:
    row = FieldRow(theme, "Happened")
    qtbot.addWidget(row)
    row.show_value("around Mar 2024", sources=2, versions=2)
    assert seen(row) == ["Happened", "around Mar 2024"]
    names = [button.accessibleName() for button in row.findChildren(Button) if button.isVisibleTo(row)]
    assert [name.partition(":")[0] for name in names] == ["Happened", "Happened"]
    with qtbot.waitSignal(row.sources_requested):
        press(row, row.tr("%n source(s)", "", 2))
    with qtbot.waitSignal(row.versions_requested):
        press(row, row.tr("%n version(s)", "", 2))


def test_a_field_without_a_source_says_so(theme: Theme, qtbot: QtBot, seen: Seen) -> None:
    row = FieldRow(theme, "Place")
    qtbot.addWidget(row)
    assert seen(row) == ["Place", "Not asked yet"]
    row.show_value("Kaski", note="Desk entry, no source")
    assert seen(row) == ["Place", "Kaski", "Desk entry, no source"]
    assert not any(button.isVisibleTo(row) for button in row.findChildren(Button))


def test_a_field_gives_its_place_to_an_editor(theme: Theme, qtbot: QtBot, seen: Seen) -> None:
    row = FieldRow(theme, "Place")
    qtbot.addWidget(row)
    row.show_value("Kaski")
    editor = QLineEdit()
    qtbot.addWidget(editor)
    row.host(editor)
    assert seen(row) == ["Place"]
    row.release(editor)
    assert seen(row) == ["Place", "Kaski"]
    assert editor.parent() is None


def test_values_of_several_fields_are_aligned(theme: Theme, qtbot: QtBot) -> None:
    rows = FieldRows(theme)
    qtbot.addWidget(rows)
    made = [rows.add("Age"), rows.add("Recruited in"), rows.add("Place")]
    assert len({row.label.width() for row in made}) == 1
    wide = made[0].label.width()
    theme.set_percent(200)
    assert made[0].label.width() > 1.6 * wide


def test_a_card_has_a_title_an_action_and_a_greatest_width(
    theme: Theme, qtbot: QtBot, seen: Seen, press: Press
) -> None:
    card = Card(theme, "Details", "Edit")
    qtbot.addWidget(card)
    card.add(Label(theme, "inside"))
    assert seen(card) == ["Details", "inside"]
    with qtbot.waitSignal(card.action_requested):
        press(card, "Edit")
    assert card.maximumWidth() == 720
    card.set_title("Timeline")
    assert seen(card)[0] == card.accessibleName() == "Timeline"


def test_room_at_the_start_is_on_the_right_where_writing_runs_right_to_left(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = QWidget()
    qtbot.addWidget(box)
    lay = QVBoxLayout(box)
    Spacing(theme, lay, (16, 1, 4, 2), 8)
    margins = lay.contentsMargins()
    assert (margins.left(), margins.right()) == (4, 16)
    theme.set_percent(150)
    assert (lay.contentsMargins().right(), lay.spacing()) == (24, 12)


def test_a_long_banner_has_room_for_all_its_lines_and_no_more(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    banner = Banner(theme, " ".join(["This quote supports the name, age and origin of somebody."] * 4), "quote")
    rest = QTextEdit()
    column.addWidget(rest, 1)
    column.addWidget(banner)
    box.resize(300, 500)
    qtbot.addWidget(box)
    box.show()
    assert banner.height() == banner.heightForWidth(banner.width())
    assert rest.height() > 200


@pytest.mark.parametrize("kind", ["info", "warn", "error", "quote"])
def test_a_banner_has_a_sign_a_sentence_and_one_action(
    theme: Theme, qtbot: QtBot, seen: Seen, press: Press, kind: str
) -> None:
    banner = Banner(theme, "This casebook is a sample.", kind, "Close sample")
    qtbot.addWidget(banner)
    assert seen(banner) == ["This casebook is a sample."]
    assert any(not label.pixmap().isNull() for label in banner.findChildren(QLabel))
    with qtbot.waitSignal(banner.action_requested):
        press(banner, "Close sample")
    banner.say("Other words.")
    assert seen(banner) == ["Other words."]


def test_an_empty_list_says_what_belongs_there(theme: Theme, qtbot: QtBot, seen: Seen, press: Press) -> None:
    empty = EmptyState(theme, "users", "No people yet.", "Add a person")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_requested):
        press(empty, "Add a person")
    empty.say("No one matches “xyz”.")
    assert seen(empty) == ["No one matches “xyz”."]
    assert not any(button.isVisibleTo(empty) for button in empty.findChildren(Button))


def test_the_search_box_clears_then_leaves(theme: Theme, qtbot: QtBot) -> None:
    box = SearchBox(theme, "Search people, sources, places…")
    qtbot.addWidget(box)
    QTest.keyClicks(box, "thapa")
    with qtbot.assertNotEmitted(box.left):
        QTest.keyClick(box, Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box, Key.Key_Escape)
    with qtbot.waitSignal(box.list_requested):
        QTest.keyClick(box, Key.Key_Down)


def test_the_buttons_inside_the_search_box_have_names(theme: Theme, qtbot: QtBot) -> None:
    box = SearchBox(theme, "Search people…")
    qtbot.addWidget(box)
    box.show()
    assert box.accessibleName() == "Search people"
    inner = box.findChildren(QToolButton)
    assert {name_of(button) for button in inner} == {"Search", "Clear search"}
    assert [button.isVisibleTo(box) for button in inner if name_of(button) == "Clear search"] == [False]
    box.setText("x")
    clear = next(button for button in inner if name_of(button) == "Clear search")
    assert clear.isVisibleTo(box)
    clear.click()
    assert box.text() == ""


def test_icon_buttons_are_named_and_tell_their_key(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "Undo", "undo-2", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    assert name_of(button) == "Undo"
    assert "Undo (Ctrl+Z)" in button.toolTip()
    small = button.width()
    theme.set_percent(150)
    assert button.width() == small * 3 // 2


def test_a_button_is_wide_enough_for_its_words(theme: Theme, qtbot: QtBot) -> None:
    for kind in Kind:
        button = Button(theme, "Clear & close all filters", "link", kind)
        qtbot.addWidget(button)
        button.ensurePolished()
        room = button.fontMetrics().horizontalAdvance("Clear & close all filters")
        assert button.sizeHint().width() > room + button.iconSize().width()
        assert name_of(button) == "Clear & close all filters"


def test_tabs_are_named_and_keep_their_signs(theme: Theme, qtbot: QtBot) -> None:
    tabs = Tabs("Case")
    qtbot.addWidget(tabs)
    tabs.add(QWidget(), "Contacts & actions")
    bar = QAccessible.queryAccessibleInterface(tabs.tabBar())
    assert name_of(tabs) == "Case"
    assert bar.child(0).text(QAccessible.Text.Name) == "Contacts & actions"
    tabs.ensurePolished()
    theme.set_percent(200)
    assert (tabs.tabBar().font().pixelSize(), tabs.tabBar().font().weight()) == (26, 600)


def test_the_foot_line_says_what_is_wrong_and_what_to_do(theme: Theme, qtbot: QtBot, seen: Seen, press: Press) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.say("All changes saved at 14:02")
    assert seen(line) == ["All changes saved at 14:02"]
    line.say("Not saved: disk full.", "trouble", "Try again")
    assert seen(line) == ["Not saved: disk full."]
    with qtbot.waitSignal(line.action_requested):
        press(line, "Try again")


def test_the_busy_bar_waits_a_moment_and_stops_when_nobody_looks(theme: Theme, qtbot: QtBot) -> None:
    bar = BusyBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    bar.start()
    assert not bar.is_moving
    qtbot.waitUntil(lambda: bar.is_moving)
    bar.hide()
    assert not bar.is_moving
    bar.show()
    bar.start()
    bar.stop()
    assert not bar.is_moving
