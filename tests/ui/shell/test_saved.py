"""Saved searches in the sidebar and the palette, and recent ones below the empty box."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import StorageTrouble
from casefiles.domain.records import CaseKind
from casefiles.workspace import files
from casefiles.workspace.entries import Report
from tests.ui.shell.test_desk import click, sentences
from ui.dialogs.save_search import RenameSearchDialog, SaveSearchDialog
from ui.shell.palette import Palette

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.nav import NavList
    from ui.shell.window import Window

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def saved(desk: Desk, qtbot: QtBot) -> Desk:
    for name, text in (("Dead", "status:dead"), ("Anyone called Asha", "asha"), ("Everybody", "*")):
        desk.session.casebook.saved_searches.add(name, text)
    qtbot.waitUntil(lambda: "Everybody, 3" in sentences(desk.sidebar.places))
    return desk


def names(desk: Desk) -> list[str]:
    return [row.text for row in desk.sidebar.places.model_of_rows.rows if row.kind == "saved"]


def go_to(places: NavList, text: str) -> None:
    place = next(place for place, row in enumerate(places.model_of_rows.rows) if row.text == text)
    places.setFocus()
    places.setCurrentIndex(places.model_of_rows.index(place))


def menu_of(places: NavList, text: str) -> QMenu:
    """Open a row's menu with the menu key."""
    go_to(places, text)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(places.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text() == words)
    menu.close()
    action.trigger()


# the sidebar


def test_without_any_there_is_no_head_for_them(desk: Desk) -> None:
    assert not [row for row in desk.sidebar.places.model_of_rows.rows if row.text == "Saved searches"]


def test_each_stands_in_the_sidebar_with_the_people_it_finds(saved: Desk) -> None:
    said = sentences(saved.sidebar.places)
    assert {"Dead, 1", "Anyone called Asha, 1", "Everybody, 3"} <= set(said)
    assert [row.text for row in saved.sidebar.places.model_of_rows.rows if row.kind == "head"] == [
        "Work",
        "Status",
        "Saved searches",
        "Situations",
    ]


def test_counts_follow_every_change(saved: Desk, qtbot: QtBot) -> None:
    killed = [Report("name", typed="Asha Gurung"), Report("status", {"status": "killed"})]
    saved.session.casebook.people.add(CaseKind.PERSON, killed)
    wanted = {"Dead, 2", "Anyone called Asha, 2", "Everybody, 4"}
    qtbot.waitUntil(lambda: wanted <= set(sentences(saved.sidebar.places)))


def test_one_that_cannot_be_read_any_more_says_so(saved: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    given = tmp_path / "given.json"
    given.write_text('{"casefiles":1,"saved_searches":[{"name":"Old","text":"colour:red","position":9}]}')
    files.apply(saved.session.casebook, given)
    told = "Old cannot be read any more: “colour:” is not a field to search by."
    qtbot.waitUntil(lambda: any(said.startswith(told) for said in sentences(saved.sidebar.places)))
    row = next(row for row in saved.sidebar.places.model_of_rows.rows if row.text == "Old")
    assert row.count == "?"
    assert row.tip.startswith(told)


def test_choosing_one_shows_its_people_and_marks_it(saved: Desk, qtbot: QtBot) -> None:
    places = saved.sidebar.places
    click(qtbot, places, "Missing")
    go_to(places, "Anyone called Asha")
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert saved.top.search.text() == "asha"
    assert saved.pages.page.asked[-2:] == [("set_query", "group:missing"), ("set_query", "asha")]
    assert "Anyone called Asha, 1, shown now" in sentences(places)
    saved.top.search.setText("ash")
    assert "Anyone called Asha, 1" in sentences(places)


@pytest.mark.parametrize(
    ("name", "key", "order"),
    [
        ("Everybody", Qt.Key.Key_Up, ["Dead", "Everybody", "Anyone called Asha"]),
        ("Dead", Qt.Key.Key_Down, ["Anyone called Asha", "Dead", "Everybody"]),
        ("Dead", Qt.Key.Key_Up, ["Dead", "Anyone called Asha", "Everybody"]),
    ],
)
def test_they_are_moved_with_alt_and_the_arrows_and_the_keyboard_goes_along(
    saved: Desk, qtbot: QtBot, name: str, key: Qt.Key, order: list[str]
) -> None:
    places = saved.sidebar.places
    places.setFocus()
    uuid = next(one.uuid for one in saved.saved.all if one.name == name)
    keys = [row.key for row in places.model_of_rows.rows]
    places.setCurrentIndex(places.model_of_rows.index(keys.index(uuid)))
    QTest.keyClick(places, key, ALT)
    qtbot.waitUntil(lambda: names(saved) == order)
    assert places.model_of_rows.rows[places.currentIndex().row()].key == uuid


def test_other_rows_do_not_move(saved: Desk) -> None:
    places = saved.sidebar.places
    go_to(places, "Missing")
    QTest.keyClick(places, Qt.Key.Key_Up, ALT)
    QTest.keyClick(places, Qt.Key.Key_F2)
    assert QApplication.activeModalWidget() is None
    assert names(saved) == ["Dead", "Anyone called Asha", "Everybody"]


def test_delete_removes_the_search_and_not_the_person_in_view(saved: Desk, qtbot: QtBot) -> None:
    places = saved.sidebar.places
    asked = saved.pages.page.asked[:]
    saved.pages.page.handlers["remove"] = lambda: asked.append(("remove",))
    go_to(places, "Everybody")
    QTest.keyClick(places, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(saved) == ["Dead", "Anyone called Asha"])
    assert ("remove",) not in asked
    saved.run("undo")
    qtbot.waitUntil(lambda: names(saved) == ["Dead", "Anyone called Asha", "Everybody"])
    saved.run("redo")
    qtbot.waitUntil(lambda: names(saved) == ["Dead", "Anyone called Asha"])


def test_the_menu_offers_what_can_be_done(saved: Desk, qtbot: QtBot) -> None:
    menu = menu_of(saved.sidebar.places, "Anyone called Asha")
    assert menu.accessibleName() == "Saved search"
    offered = {action.text(): action.isEnabled() for action in menu.actions()}
    assert offered == {
        "Show": True,
        "Rename…": True,
        "Change to what is searched now": False,
        "Move up": True,
        "Move down": True,
        "Remove": True,
    }
    choose(menu, "Move up")
    qtbot.waitUntil(lambda: names(saved) == ["Anyone called Asha", "Dead", "Everybody"])
    menu = menu_of(saved.sidebar.places, "Anyone called Asha")
    assert not next(action for action in menu.actions() if action.text() == "Move up").isEnabled()
    choose(menu, "Show")
    assert saved.top.search.text() == "asha"


def test_one_is_changed_to_what_is_searched_now(saved: Desk, qtbot: QtBot) -> None:
    saved.top.search.setText("rohan or asha")
    choose(menu_of(saved.sidebar.places, "Anyone called Asha"), "Change to what is searched now")
    qtbot.waitUntil(lambda: "Anyone called Asha, 2, shown now" in sentences(saved.sidebar.places))
    assert saved.session.casebook.journal.undo_label() == "Change what the search “Anyone called Asha” looks for"


def test_f2_renames(saved: Desk, qtbot: QtBot) -> None:
    go_to(saved.sidebar.places, "Everybody")
    QTest.keyClick(saved.sidebar.places, Qt.Key.Key_F2)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RenameSearchDialog)
    line = dialog.findChildren(QLineEdit)[0]
    assert (line.text(), line.selectedText()) == ("Everybody", "Everybody")
    line.setText("dead")
    dialog.accept()
    assert line.accessibleDescription().startswith("There is a saved search called “Dead” already.")
    line.setText("All of them")
    dialog.accept()
    qtbot.waitUntil(lambda: names(saved)[-1] == "All of them")


def test_in_the_past_they_find_whom_they_found_and_nothing_can_be_done_to_them(saved: Desk, qtbot: QtBot) -> None:
    places = saved.sidebar.places
    saved.session.look_at(Moment(learned=date(2020, 1, 1)))
    qtbot.waitUntil(lambda: {"Everybody, 0", "Dead, 0"} <= set(sentences(places)))
    menu = menu_of(places, "Anyone called Asha")
    assert [action.text() for action in menu.actions() if action.isEnabled()] == ["Show"]
    menu.close()
    with qtbot.waitSignal(saved.session.problems.told):
        QTest.keyClick(places, Qt.Key.Key_F2)
    assert QApplication.activeModalWidget() is None
    assert not saved.can("save-search")
    saved.session.look_at(Moment(learned=date(2020, 1, 1), recorded=1))
    qtbot.waitUntil(lambda: {"Everybody", "Dead"} <= set(sentences(places)))
    saved.session.look_at(NOW)
    qtbot.waitUntil(lambda: {"Everybody, 3", "Anyone called Asha, 1"} <= set(sentences(places)))


# saving


def saving(desk: Desk, window: Window) -> SaveSearchDialog:
    window.commands["save-search"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaveSearchDialog)
    return dialog


def test_a_search_is_saved_under_the_name_proposed(desk: Desk, window: Window, qtbot: QtBot) -> None:
    desk.top.search.setText("status:missing asha")
    dialog = saving(desk, window)
    assert [line.text() for line in dialog.findChildren(QLineEdit)] == ["Missing, asha", "status:missing asha"]
    dialog.accept()
    qtbot.waitUntil(lambda: "Missing, asha, 1, shown now" in sentences(desk.sidebar.places))


def test_filters_of_the_sidebar_are_saved_as_a_part_of_the_text(desk: Desk, window: Window, qtbot: QtBot) -> None:
    click(qtbot, desk.sidebar.places, "Missing")
    click(qtbot, desk.sidebar.places, "Northern border war")
    dialog = saving(desk, window)
    assert dialog.findChildren(QLineEdit)[1].text() == 'group:missing situation:"northern border war"'
    dialog.reject()


def test_a_text_that_cannot_be_read_is_refused_where_it_stands(desk: Desk, window: Window) -> None:
    desk.top.search.setText("asha staus:dead")
    dialog = saving(desk, window)
    name, text = dialog.findChildren(QLineEdit)
    name.setText("Asha")
    dialog.accept()
    assert text.accessibleDescription().startswith("“staus:” is not a field to search by.")
    assert name.accessibleDescription() == ""
    text.setText("")
    dialog.accept()
    assert text.accessibleDescription() == "There is nothing to search for. Type words, or * for everybody."
    dialog.reject()


def test_a_name_that_is_taken_is_refused_where_it_stands(saved: Desk, window: Window) -> None:
    saved.top.search.setText("rohan")
    dialog = saving(saved, window)
    name, text = dialog.findChildren(QLineEdit)
    name.setText("dead")
    dialog.accept()
    assert name.accessibleDescription() == "There is a saved search called “Dead” already. Choose another name."
    assert text.accessibleDescription() == ""
    dialog.reject()


def test_the_palette_goes_to_a_saved_search(saved: Desk, window: Window, qtbot: QtBot) -> None:
    window.commands["palette"].trigger()
    palette = QApplication.activeModalWidget()
    assert isinstance(palette, Palette)
    line, found = palette.findChildren(QLineEdit)[0], palette.findChildren(QListWidget)[0]
    line.setText("anyone")
    assert found.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Anyone called Asha, Saved search · asha"
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved.top.search.text() == "asha")


# recent searches


def offered(desk: Desk) -> list[str]:
    rows = desk.recent.offered.findChildren(QListWidget)[0]
    return [rows.item(row).text() for row in range(rows.count())] if desk.recent.offered.isVisible() else []


@pytest.fixture
def recent(desk: Desk, window: Window, qtbot: QtBot) -> QListWidget:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for text in ("asha", "status:dead"):
        desk.top.search.setText(text)
        QTest.keyClick(desk.top.search, Qt.Key.Key_Return)
    desk.top.search.clear()
    desk.top.search.setFocus()
    rows: QListWidget = desk.recent.offered.findChildren(QListWidget)[0]
    return rows


def test_enter_stays_with_a_search_and_so_does_opening_a_result(desk: Desk, recent: QListWidget) -> None:
    desk.top.search.setText("rohan")
    desk.pages.page.result_opened.emit()
    desk.top.search.setText("only typed")
    desk.top.search.clear()
    desk.pages.page.result_opened.emit()
    assert desk.session.casebook.recent_searches.all() == ["rohan", "status:dead", "asha"]


def test_down_in_the_empty_box_goes_to_them(desk: Desk, recent: QListWidget) -> None:
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    assert offered(desk) == ["status:dead", "asha", "Forget recent searches"]
    assert QApplication.focusWidget() is recent
    assert recent.accessibleName() == "Recent searches"
    QTest.keyClick(recent, Qt.Key.Key_Down)
    QTest.keyClick(recent, Qt.Key.Key_Return)
    assert desk.top.search.text() == "asha"
    assert desk.top.search.hasFocus()
    assert offered(desk) == []


def test_a_click_in_the_empty_box_offers_them_and_a_click_takes_one(desk: Desk, recent: QListWidget) -> None:
    QTest.mouseClick(desk.top.search, Qt.MouseButton.LeftButton)
    assert offered(desk) == ["status:dead", "asha", "Forget recent searches"]
    assert desk.top.search.hasFocus()
    place = recent.visualItemRect(recent.item(0)).center()
    QTest.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.top.search.text() == "status:dead"


def test_while_something_is_typed_down_goes_to_the_list_as_ever(desk: Desk, recent: QListWidget) -> None:
    desk.top.search.setText("a")
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    assert offered(desk) == []
    assert desk.pages.page.pane.hasFocus()


def test_with_none_down_goes_to_the_list_as_ever(desk: Desk, window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.top.search.setFocus()
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    assert offered(desk) == []
    assert desk.pages.page.pane.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Up])
def test_the_way_back_to_the_box(desk: Desk, recent: QListWidget, key: Qt.Key) -> None:
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    QTest.keyClick(recent, key)
    assert offered(desk) == []
    assert desk.top.search.hasFocus()


def test_typing_goes_on_in_the_box(desk: Desk, recent: QListWidget) -> None:
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    QTest.keyClick(recent, Qt.Key.Key_R)
    assert desk.top.search.text() == "r"
    assert desk.top.search.hasFocus()
    assert offered(desk) == []


def test_they_go_when_the_keyboard_goes_elsewhere(desk: Desk, recent: QListWidget) -> None:
    QTest.mouseClick(desk.top.search, Qt.MouseButton.LeftButton)
    desk.sidebar.places.setFocus()
    assert offered(desk) == []
    QTest.mouseClick(desk.top.search, Qt.MouseButton.LeftButton)
    QTest.keyClick(desk.top.search, Qt.Key.Key_Escape)
    assert offered(desk) == []


def test_they_are_forgotten_at_once(desk: Desk, recent: QListWidget) -> None:
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    QTest.keyClick(recent, Qt.Key.Key_End)
    QTest.keyClick(recent, Qt.Key.Key_Return)
    assert desk.session.casebook.recent_searches.all() == []
    QTest.mouseClick(desk.top.search, Qt.MouseButton.LeftButton)
    assert offered(desk) == []


def test_nothing_searched_for_is_written_outside_the_casebook(
    desk: Desk, window: Window, recent: QListWidget, own_home: Path
) -> None:
    desk.top.search.setText("secretname")
    QTest.keyClick(desk.top.search, Qt.Key.Key_Return)
    window.keep_preferences()
    window.close_casebook()
    written = [path for path in own_home.rglob("*") if path.is_file()]
    assert written
    assert not any(b"secretname" in path.read_bytes() for path in written)


def test_trouble_with_recalling_them_is_told(
    desk: Desk, recent: QListWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse() -> list[str]:
        raise StorageTrouble("The disk did not answer.", "Try again.")

    monkeypatch.setattr(desk.session.casebook.recent_searches, "all", refuse)
    with qtbot.waitSignal(desk.session.problems.told):
        QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    assert offered(desk) == []
