from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from tests.ui.invented import Invented
from tests.ui.people_fixtures import ReaderDouble, listed, named, words
from ui.pages.people import PeoplePage
from ui.session import Session


def test_everyone_is_listed_newest_event_first(page: PeoplePage, people: Invented) -> None:
    assert listed(page) == [people.sunil, people.bikram, people.imran, people.rohan, people.group]
    assert "All people" in words(page._list)
    assert "in 5 entries · newest event first" in words(page._list)


def test_a_disputed_row_says_so_and_a_native_name_stands_beside(page: PeoplePage, people: Invented) -> None:
    row = page._list.people._people.row(3)
    assert row is not None
    assert row.face.words == "Disputed: killed / missing"
    assert row.both_names == "Rohan Perera (ரோஹன் பெரேரா)"
    assert row.short_date
    assert row.date.endswith(row.short_date)


def test_typing_finds_people_at_once(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    for typed in ("b", "bi", "bik"):
        page.set_query(typed)
    qtbot.waitUntil(lambda: listed(page) == [people.bikram])
    qtbot.waitUntil(lambda: "People found" in words(page._list) and "1 person ·" in words(page._list))


def test_to_open_a_result_is_to_stay_with_the_search(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("bik")
    qtbot.waitUntil(lambda: listed(page) == [people.bikram])
    page._list.people.select_id(people.bikram)
    with qtbot.waitSignal(page.result_opened):
        QTest.keyClick(page._list.people, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.result_opened):
        page._list.article_opened.emit(1, -1, -1)


def test_a_wrong_query_is_told_and_the_last_results_stay(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("origin:kandy")
    qtbot.waitUntil(lambda: listed(page) == [people.rohan])
    page.set_query("colour:red")
    assert "is not a field to search by" in words(page._list)
    assert listed(page) == [people.rohan]
    page.set_query("origin:kandy")
    assert "is not a field to search by" not in words(page._list)


def test_nobody_matches_and_the_filters_are_cleared(qtbot: QtBot, page: PeoplePage) -> None:
    page.set_query("xyz")
    qtbot.waitUntil(lambda: "No one matches “xyz”." in words(page._list))
    with qtbot.waitSignal(page.query_requested):
        QTest.mouseClick(page._list._nobody._clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(page)) == 5)


def test_a_status_group_and_a_situation_filter(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query('group:dead situation:"northern border war"')
    qtbot.waitUntil(lambda: listed(page) == [people.rohan, people.group])
    qtbot.waitUntil(lambda: "in 2 entries" in words(page._list))
    assert "Dead · Northern border war" in words(page._list)


def test_the_head_counts_the_least_and_the_most(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._session.casebook.people.set_field(people.group, "size", "60-63")
    qtbot.waitUntil(lambda: "64–67 people in 5 entries" in words(page._list))


def test_the_list_is_sorted_by_name(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._list._header._menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: listed(page)[1:3] == [people.bikram, people.imran])
    qtbot.waitUntil(lambda: "· by name" in words(page._list))


def test_articles_with_the_words_open_at_the_first_hit(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("lawyer")
    qtbot.waitUntil(lambda: named(page, "Articles that contain these words", QListWidget).count() == 1)
    articles = named(page, "Articles that contain these words", QListWidget)
    articles.setFocus()
    articles.setCurrentRow(0)
    QTest.keyClick(articles, Qt.Key.Key_Return)
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    assert reader.source is not None
    source, start, end = reader.source
    text = page._session.casebook.sources.view(source).text
    assert (source, text[start:end]) == (people.ledger, "lawyer")


def test_an_empty_casebook_offers_two_ways_to_begin(
    qtbot: QtBot, open_page: Callable[[Session], PeoplePage], empty_session: Session
) -> None:
    page = open_page(empty_session)
    qtbot.waitUntil(lambda: "This casebook is empty" in words(page))
    with qtbot.waitSignal(empty_session.show_page) as asked:
        QTest.mouseClick(named(page, "Add a source"), Qt.MouseButton.LeftButton)
    assert asked.args == ["sources"]
    QTest.mouseClick(named(page, "Add a person"), Qt.MouseButton.LeftButton)
    assert named(page, "New person").isVisible()


def test_a_new_case_appears_without_moving_the_selection(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.rohan)
    page._session.casebook.people.add(CaseKind.PERSON, [Report("name", typed="Asel Omarova")])
    qtbot.waitUntil(lambda: len(listed(page)) == 6)
    assert page._list.people.current_id() == people.rohan


def test_a_case_that_a_change_takes_off_the_list_stays_open(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("group:missing")
    qtbot.waitUntil(lambda: listed(page) == [people.bikram])
    qtbot.waitUntil(lambda: "Bikram Thapa" in words(page._detail))
    page._session.casebook.people.report(people.bikram, [Report("status", {"status": "killed", "date": "2026-03-20"})])
    qtbot.waitUntil(lambda: listed(page) == [])
    assert "Bikram Thapa" in words(page._detail)
    page.set_query("")
    qtbot.waitUntil(lambda: len(listed(page)) == 5)


def test_a_hidden_case_is_found_by_giving_up_the_filter(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.set_query("bikram")
    qtbot.waitUntil(lambda: listed(page) == [people.bikram])
    page.open_case(people.sunil)
    page._session.casebook.people.set_field(people.bikram, "role", "Cook")
    qtbot.waitUntil(lambda: page._list.people.current_id() == people.sunil)
    assert "Sunil Gurung" in words(page._detail)


def test_enter_goes_to_the_case_and_esc_comes_back(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._list.people.setFocus()
    QTest.keyClick(page._list.people, Qt.Key.Key_Home)
    QTest.keyClick(page._list.people, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Bikram Thapa" in words(page._detail))
    QTest.keyClick(page._list.people, Qt.Key.Key_Return)
    assert page._detail.tabs.tabBar().hasFocus()
    QTest.keyClick(page._detail.tabs.tabBar(), Qt.Key.Key_Escape)
    assert page._list.people.hasFocus()
