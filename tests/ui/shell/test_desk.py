from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from tests.ui.shell.test_window import says
from ui.actions import ACTIONS, KEYS_IN_PLACES, MENUS
from ui.dialogs.keys import KeysDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.nav import NavList
    from ui.shell.window import Window


def sentences(places: NavList) -> list[str]:
    model = places.model_of_rows
    rows = [place for place, row in enumerate(model.rows) if row.kind != "head"]
    return [str(model.data(model.index(place), Qt.ItemDataRole.AccessibleTextRole)) for place in rows]


def click(qtbot: QtBot, places: NavList, text: str) -> None:
    place = next(place for place, row in enumerate(places.model_of_rows.rows) if row.text == text)
    box = places.visualRect(places.model_of_rows.index(place))
    QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


# the sidebar


def test_the_sidebar_says_how_many_there_are_of_each(desk: Desk) -> None:
    said = sentences(desk.sidebar.places)
    assert said[:4] == ["All people, 3, shown now", "Sources, 0", "Reported totals", "Briefings"]
    assert {"Dead, 1", "Missing, 2", "Held, 0", "Northern border war, 3"} <= set(said)


def test_where_a_number_is_not_known_exactly_the_sidebar_says_the_least_and_the_most(desk: Desk, qtbot: QtBot) -> None:
    casebook = desk.session.casebook
    killed = [Report("size", typed="2-5"), Report("status", {"status": "killed"})]
    casebook.people.add(CaseKind.GROUP, killed, [casebook.settings.situations()[0].uuid])
    wanted = {"All people, 5–8, shown now", "Dead, 3–6", "Missing, 2", "Northern border war, 5–8"}
    qtbot.waitUntil(lambda: wanted <= set(sentences(desk.sidebar.places)))


def test_counts_follow_the_casebook(desk: Desk, qtbot: QtBot) -> None:
    journal = desk.session.casebook.journal
    journal.undo()
    qtbot.waitUntil(lambda: "All people, 2, shown now" in sentences(desk.sidebar.places))


def test_a_click_filters_and_another_shows_everybody_again(desk: Desk, qtbot: QtBot) -> None:
    places = desk.sidebar.places
    click(qtbot, places, "Missing")
    assert desk.pages.page.asked[-1] == ("set_query", "group:missing")
    assert "Missing, 2, shown now" in sentences(places)
    click(qtbot, places, "Northern border war")
    assert desk.top.search.text() == 'group:missing situation:"northern border war"'
    assert "Northern border war, 3, shown now" in sentences(places)
    click(qtbot, places, "Missing")
    assert desk.pages.page.asked[-1] == ("set_query", 'situation:"northern border war"')
    click(qtbot, places, "Dead")
    click(qtbot, places, "Held")
    assert desk.top.search.text() == 'situation:"northern border war" group:held'
    click(qtbot, places, "All people")
    assert desk.pages.page.asked[-1] == ("set_query", "")
    assert not [said for said in sentences(places)[1:] if said.endswith("shown now")]


def test_the_box_and_the_sidebar_follow_what_the_page_asks(desk: Desk, qtbot: QtBot) -> None:
    click(qtbot, desk.sidebar.places, "Dead")
    desk.pages.page.query_requested.emit("perera group:dead,missing")
    assert desk.top.search.text() == "perera group:dead,missing"
    assert {"Dead, 1, shown now", "Missing, 2, shown now"} <= set(sentences(desk.sidebar.places))
    desk.pages.page.query_requested.emit("")
    assert desk.top.search.text() == ""
    assert "Dead, 1" in sentences(desk.sidebar.places)


def test_the_sidebar_marks_what_is_typed(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.top.search, "group:dead")
    qtbot.waitUntil(lambda: "Dead, 1, shown now" in sentences(desk.sidebar.places))
    QTest.keyClicks(desk.top.search, "x")
    qtbot.waitUntil(lambda: "Dead, 1" in sentences(desk.sidebar.places))


def test_people_found_elsewhere_are_shown_by_the_text_of_the_search(desk: Desk) -> None:
    uuid = desk.session.casebook.settings.situations()[0].uuid
    desk.session.show_found.emit("status:killed", uuid)
    assert desk.top.search.text() == 'status:killed situation:"northern border war"'
    desk.session.show_found.emit("status:killed", "")
    assert desk.top.search.text() == "status:killed"


def test_the_sidebar_is_gone_through_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    places = desk.sidebar.places
    places.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(places, key)
    assert desk.pages.name == "sources"
    below = [row.text for row in places.model_of_rows.rows]
    for _ in range(below.index("Dead") - below.index("Sources") - 1):  # over the title between
        QTest.keyClick(places, Qt.Key.Key_Down)
    QTest.keyClick(places, Qt.Key.Key_Space)
    assert desk.pages.page.asked[-1] == ("set_query", "group:dead")


def test_a_small_window_shows_drawings_only_and_a_large_one_the_words_again(window: Window, desk: Desk) -> None:
    wide = desk.sidebar.width()
    window.resize(1000, 700)
    assert desk.sidebar.width() < wide
    window.resize(1280, 800)
    assert desk.sidebar.width() == wide
    for _ in range(3):
        window.commands["larger"].trigger()
    assert desk.sidebar.width() < wide  # large text leaves as little room as a small window does
    window.commands["normal-size"].trigger()
    assert desk.sidebar.width() == wide
    window.commands["toggle-sidebar"].trigger()
    assert desk.sidebar.narrow
    assert window.preferences.narrow_sidebar


# pages


def test_pages_are_brought_up_as_others_ask(desk: Desk) -> None:
    session = desk.session
    session.show_source.emit(7, 3, 9)
    assert (desk.pages.name, desk.pages.page.asked) == ("sources", [("open_source", 7, 3, 9)])
    session.print_cases.emit([1, 2])
    assert (desk.pages.name, desk.pages.page.asked) == ("briefings", [("print_cases", [1, 2])])
    session.show_case.emit(5)
    assert (desk.pages.name, desk.pages.page.asked[-1]) == ("people", ("open_case", 5))
    session.show_page.emit("sources")
    assert desk.pages.name == "sources"


def test_typing_in_the_search_box_finds_people_from_any_page(desk: Desk, qtbot: QtBot) -> None:
    desk.session.show_page.emit("sources")
    QTest.keyClicks(desk.top.search, "as")
    qtbot.waitUntil(lambda: desk.pages.name == "people")
    assert desk.pages.page.asked[-1] == ("set_query", "as")
    QTest.keyClick(desk.top.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.pages.page.pane


def test_f6_walks_the_panes_in_both_directions(window: Window, desk: Desk, qtbot: QtBot) -> None:
    page = desk.pages.page
    panes = [desk.sidebar.places, page.pane, page.field]
    panes[0].setFocus()
    for step, key in ((1, "next-pane"), (2, "next-pane"), (0, "next-pane"), (2, "previous-pane")):
        window.commands[key].trigger()
        assert QApplication.focusWidget() is panes[step]


def test_an_action_goes_to_the_page_in_view_or_to_the_one_that_knows_it(window: Window, desk: Desk) -> None:
    people = desk.pages.page
    window.commands["print"].trigger()
    assert people.asked == [("print",)]
    desk.session.show_page.emit("sources")
    window.commands["new-person"].trigger()
    assert desk.pages.page is people
    assert people.asked[-1] == ("new-person",)


def test_only_what_can_be_done_can_be_asked_for(window: Window, desk: Desk) -> None:
    commands = window.commands
    assert commands["edit"].isEnabled()
    assert not commands["identify"].isEnabled()
    commands["close-casebook"].trigger()
    enabled = {spec.id for spec in ACTIONS if commands[spec.id].isEnabled()}
    assert enabled == {spec.id for spec in ACTIONS if not spec.needs_casebook}


def test_tab_goes_along_the_top_bar_in_the_order_it_is_seen(window: Window, desk: Desk) -> None:
    window.activateWindow()
    names = []
    at = desk.top.findChildren(QPushButton)[0]
    at.setFocus()
    for _ in range(5):
        here = QApplication.focusWidget()
        assert here is not None
        names.append(here.accessibleName() or getattr(here, "text", str)())
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert names == ["Sidebar", "Undo", "Search", "Briefing", "New person"]  # there is nothing to redo


# undo


def test_undo_says_what_it_takes_back(window: Window, desk: Desk, qtbot: QtBot) -> None:
    undo, redo = window.commands["undo"], window.commands["redo"]
    label = desk.session.casebook.journal.undo_label()
    assert undo.text() == f"Undo {label}"
    assert "Bikram Lama" in label
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.isEnabled()
    assert redo.text() == f"Redo {label}"
    while undo.isEnabled():
        undo.trigger()
    assert undo.text() == "Undo"
    assert not desk.session.casebook.journal.undo_label()


def test_ctrl_z_takes_back_typing_first_and_then_the_last_act(window: Window, desk: Desk, qtbot: QtBot) -> None:
    window.activateWindow()
    field = desk.pages.page.field
    field.setFocus()
    label = desk.session.casebook.journal.undo_label()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert desk.session.casebook.journal.undo_label() == label
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.casebook.journal.redo_label() == label


def test_undo_first_keeps_what_is_being_typed(window: Window, desk: Desk) -> None:
    desk.pages.page.unsaved = "Typed"
    window.commands["undo"].trigger()
    assert desk.session.casebook.settings.title == "Cases"
    assert "title" in desk.session.casebook.journal.redo_label()


# the table


def test_every_action_has_a_menu_and_no_two_share_a_key() -> None:
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_the_keys_page_names_every_key(window: Window) -> None:
    page = KeysDialog(window.theme, window)
    said = says(page)
    assert all(spec.words.rstrip("…") in said and spec.shown_keys in said for spec in ACTIONS if spec.keys)
    assert all(keys in said for _, keys, _ in KEYS_IN_PLACES)


@pytest.mark.parametrize("action", ["back-up", "export"])
def test_whole_files_are_written_where_the_officer_says(
    window: Window, desk: Desk, action: str, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []
    stand_in_files(monkeypatch, lambda _casebook, path: written.append(path))
    window.commands[action].trigger()
    asked = QApplication.activeModalWidget()
    assert asked is not None
    target = tmp_path / "copy.file"
    asked.fileSelected.emit(str(target))  # type: ignore[attr-defined]  # a file dialog
    asked.close()
    qtbot.waitUntil(lambda: written == [target])
    qtbot.waitUntil(lambda: "copy.file" in says(window.foot))


@pytest.mark.parametrize(("faults", "said"), [([], "nothing is wrong"), (["a quote differs", "b"], "2 thing")])
def test_verifying_tells_what_it_found(
    window: Window, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, faults: list[str], said: str
) -> None:
    stand_in_files(monkeypatch, lambda _casebook: faults)
    window.commands["verify"].trigger()
    qtbot.waitUntil(lambda: said in says(QApplication.activeModalWidget() or window.foot))


def stand_in_files(monkeypatch: pytest.MonkeyPatch, act: object) -> None:
    import sys
    from types import ModuleType

    module = ModuleType("casefiles.workspace.files")
    for name in ("back_up", "export", "verify"):
        setattr(module, name, act)
    monkeypatch.setitem(sys.modules, module.__name__, module)


def test_the_situations_are_in_view_in_a_low_window_and_rows_have_room_in_a_high_one(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    places = desk.sidebar.places
    for number in range(2):
        desk.session.casebook.saved_searches.add(f"Search {number}", "status:dead")
    desk.saved.look()
    qtbot.waitUntil(lambda: any(row.kind == "saved" for row in places.model_of_rows.rows))
    rows = places.model_of_rows.rows
    last = places.model_of_rows.index(len(rows) - 1)
    assert rows[-1].kind == "situation"
    usual = next(place for place, row in enumerate(rows) if row.kind == "page")
    window.resize(1280, 740)
    qtbot.waitUntil(lambda: places.sizeHintForRow(usual) == 27)
    qtbot.waitUntil(lambda: places.visualRect(last).bottom() < places.viewport().height())
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: places.sizeHintForRow(usual) == 30)
