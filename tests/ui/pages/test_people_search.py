"""The list while somebody searches: totals, trouble, filters that edit the text, and why each row is found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from casefiles.storage import finding
from casefiles.workspace.entries import Report
from tests.ui.invented import Invented
from tests.ui.people_fixtures import listed, named, words
from tests.ui.shell.test_search_line import ANY_TEXT
from ui.pages.people import PeoplePage


def open_menu(qtbot: QtBot, page: PeoplePage, name: str, key: Qt.Key | None = None) -> QMenu:
    button = named(page._list, name)
    if key is None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        QTest.keyClick(button, key)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_no_text_stops_the_list(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    for text in ANY_TEXT:
        page.set_query(text)
        page.set_query("bikram")
        assert "is not" not in words(page._list._header), ascii(text)
    qtbot.waitUntil(lambda: listed(page) == [people.bikram])


def test_more_than_are_counted_at_once_are_told_as_so_many_or_more(
    qtbot: QtBot, page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "CAPPED", 2)
    said: list[str] = []
    show = page._list._header._count.setText

    def listen(text: str) -> None:
        said.append(text)
        show(text)

    monkeypatch.setattr(page._list._header._count, "setText", listen)
    page.set_query("*")
    qtbot.waitUntil(lambda: "6 people in 5 entries · newest event first" in said)
    assert said[0] == "2+ people · newest event first"
    assert len(listed(page)) == 5


def test_a_wrong_search_offers_what_was_meant(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("group:dead stauts:killed")
    assert "“stauts:” is not a field to search by. Did you mean “status:”?" in words(page._list)
    with qtbot.waitSignal(page.query_requested) as asked:
        QTest.mouseClick(named(page, "Use status:killed"), Qt.MouseButton.LeftButton)
    assert asked.args == ["group:dead status:killed"]
    qtbot.waitUntil(lambda: listed(page) == [people.rohan, people.group])
    assert "is not a field" not in words(page._list)


def test_what_is_not_finished_is_told_calmly(page: PeoplePage) -> None:
    page.set_query("status:ki")
    assert page._list._header._trouble.property("ink") == "muted"
    page.set_query("status:kix")
    assert page._list._header._trouble.property("ink") == "error"


def test_a_menu_counts_those_found_and_edits_the_text(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("perera or thapa or gurung")
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    menu = open_menu(qtbot, page, "Status")
    assert offered(menu) == ["Dead\t1", "Missing\t1", "Held\t1"]
    with qtbot.waitSignal(page.query_requested) as asked:
        menu.actions()[0].trigger()
    menu.close()
    assert asked.args == ["(perera or thapa or gurung) group:dead"]
    qtbot.waitUntil(lambda: listed(page) == [people.rohan])
    menu = open_menu(qtbot, page, "Status", Qt.Key.Key_Space)
    assert offered(menu) == ["Dead\t1", "Missing\t1", "Held\t1"]
    assert menu.actions()[0].isChecked()
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: listed(page) == [people.bikram, people.rohan])


@pytest.mark.parametrize(
    ("name", "first", "text"),
    [
        ("Origin", "Nepal\t2", "origin:nepal"),
        ("Situation", "Northern border war\t5", 'situation:"northern border war"'),
        ("Month", "Mar 2026\t2", "date:2026-03"),
    ],
)
def test_each_menu_counts_what_its_search_finds(
    qtbot: QtBot, page: PeoplePage, name: str, first: str, text: str
) -> None:
    menu = open_menu(qtbot, page, name)
    assert offered(menu)[0] == first
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: f"{first.partition(chr(9))[2]} people" in words(page._list._header))
    assert page._list._typed == text


def test_nobody_found_has_nothing_to_narrow_by(qtbot: QtBot, page: PeoplePage) -> None:
    page.set_query("xyz")
    menu = open_menu(qtbot, page, "Month")
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_what_is_chosen_stands_below_and_is_taken_away(qtbot: QtBot, page: PeoplePage) -> None:
    page.set_query('group:dead,missing situation:"northern border war" age:<40 perera')
    chips = [chip.text() for _, chip in page._list._filters._chips]
    assert chips == ["Dead", "Missing", "Northern border war", "age: <40"]
    chip = named(page, "Take away Missing")
    chip.setFocus()
    with qtbot.waitSignal(page.query_requested) as asked:
        QTest.keyClick(chip, Qt.Key.Key_Space)
    assert asked.args == ['group:dead situation:"northern border war" age:<40 perera']
    assert [chip.text() for _, chip in page._list._filters._chips] == ["Dead", "Northern border war", "age: <40"]
    held = QApplication.focusWidget()
    assert held is not None
    assert page._list._filters.isAncestorOf(held)
    QTest.mouseClick(named(page, "Clear filters"), Qt.MouseButton.LeftButton)
    assert page._list._typed == ""
    assert not page._list._filters._chips


def test_every_row_says_why_it_is_found(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("pokh")
    model = page._list.people._people
    qtbot.waitUntil(lambda: model.reason(people.bikram) is not None)
    reason = model.reason(people.bikram)
    assert reason is not None
    assert reason.words == "Origin: Pokhara, Gandaki, Nepal"
    assert [reason.text[start:end] for start, end in reason.marks] == ["Pokh"]
    tall = page._list.people.rowHeight(0)
    assert "Origin: Pokhara" in str(model.data(model.index(0, 0)))
    page.set_query("lawyer or brother or serving or gurung")
    page.set_query("group:dead")
    qtbot.waitUntil(lambda: listed(page) == [people.rohan, people.group])
    assert page._list.people.rowHeight(0) < tall
    assert model.reason(people.rohan) is None


def test_a_quote_says_that_it_is_one(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("embassy")
    model = page._list.people._people
    qtbot.waitUntil(lambda: model.reason(people.rohan) is not None)
    reason = model.reason(people.rohan)
    assert reason is not None
    assert reason.words == "Quote: the embassy had last listed him as missing"


def test_a_reason_follows_a_change(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("cook")
    model = page._list.people._people
    qtbot.waitUntil(lambda: model.reason(people.bikram) is not None)
    page._session.casebook.people.report(people.bikram, [Report("role", typed="Cook of the camp")])
    qtbot.waitUntil(lambda: model.reason(people.bikram) is not None)


def test_a_new_person_belongs_to_the_situation_searched_for(page: PeoplePage) -> None:
    assert page._list.situation == ""
    page.set_query('cook situation:"northern border war"')
    assert page._list.situation == page._session.casebook.settings.situations()[0].uuid


# names like the one typed


def close(page: PeoplePage) -> list[str]:
    return [row.lines.title for row in page._list._names._rows.rows] if page._list._has_close else []


def test_names_like_the_one_typed_follow_where_nobody_bears_it(
    qtbot: QtBot, page: PeoplePage, people: Invented
) -> None:
    page.set_query("Bikrom Tapa")
    qtbot.waitUntil(lambda: close(page) == ["Bikram Thapa"])
    assert "No one matches “Bikrom Tapa”." in words(page._list)
    assert "Names like these" in words(page._list)
    names = page._list._names.names
    told = names.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Bikram Thapa, CF-")
    assert "Tapa" in told
    assert "Thapa" in told
    names.setFocus()
    names.setCurrentIndex(names.model().index(0, 0))
    QTest.keyClick(names, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bikram Thapa" in words(page._detail))
    assert page._list._typed == "Bikrom Tapa"


def test_names_go_as_soon_as_somebody_bears_the_name_or_nothing_is_searched_for(
    qtbot: QtBot, page: PeoplePage, people: Invented
) -> None:
    for text, found in (("bikram", [people.bikram]), ("", None)):
        page.set_query("Bikrom")
        qtbot.waitUntil(lambda: close(page) == ["Bikram Thapa"])
        page.set_query(text)
        qtbot.waitUntil(lambda: found is None or listed(page) == found)  # noqa: B023 - asked at once
        qtbot.waitUntil(lambda: close(page) == [])
        assert not page._list._names.isVisible()


def test_a_close_name_that_is_clicked_is_shown_beside_the_list(
    qtbot: QtBot, page: PeoplePage, people: Invented
) -> None:
    page.set_query("Bikrom")
    qtbot.waitUntil(lambda: close(page) == ["Bikram Thapa"])
    names = page._list._names.names
    place = names.visualRect(names.model().index(0, 0)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: "Bikram Thapa" in words(page._detail))


@pytest.mark.parametrize(
    ("typed", "say"), [("owner:", "needs a value"), ("🕊", "no letters"), ("and", "before and after")]
)
def test_a_search_that_says_nothing_is_told_calmly(qtbot: QtBot, page: PeoplePage, typed: str, say: str) -> None:
    page.set_query(typed)
    assert say in page._list._header._trouble.text()
    assert page._list._header._trouble.property("ink") == "muted"
    qtbot.waitUntil(lambda: len(listed(page)) == 5)
    page.set_query("*")
    assert page._list._header._trouble.text() == ""
    qtbot.waitUntil(lambda: "6 people in 5 entries" in words(page._list._header))
