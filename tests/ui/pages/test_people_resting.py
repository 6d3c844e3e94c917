from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.invented import Invented
from tests.ui.people_fixtures import listed
from ui.pages.people.page import PeoplePage


def test_a_held_arrow_key_opens_the_first_and_the_last_it_comes_by(qtbot: QtBot, page: PeoplePage) -> None:
    qtbot.waitUntil(lambda: not page._next._rest.isActive())
    seen: list[int] = []
    page._next.went.connect(seen.append)
    for _ in range(3):
        QTest.keyClick(page._list.people, Qt.Key.Key_Down)
    first, _, last = listed(page)[1:4]
    assert seen == [first]
    qtbot.waitUntil(lambda: seen == [first, last])
    assert page._detail.view is not None
    assert page._detail.view.id == last


def test_an_act_concerns_the_person_the_list_is_on_now(page: PeoplePage) -> None:
    page._next.hold()
    QTest.keyClick(page._list.people, Qt.Key.Key_Down)  # so soon after: it waits
    assert page._detail.view is not None
    assert page._detail.view.id != listed(page)[1]
    page.handlers["tab-2"]()
    assert page._detail.view.id == listed(page)[1]


def test_nobody_is_opened_between_the_letters_of_a_search(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    seen: list[int] = []
    page._next.went.connect(seen.append)
    page._next._rest.setInterval(60_000)  # however long the search takes, the next letter may still come
    for text in ("b", "bi", "bik"):
        page.set_query(text)
    # the list is on nobody until all are found, and whoever it is on when it comes to rest is gone to
    qtbot.waitUntil(lambda: page._list.people.current_id() == people.bikram)
    assert listed(page) == [people.bikram]
    assert seen == []
    page._next._rest.start(0)
    qtbot.waitUntil(lambda: seen == [people.bikram])
