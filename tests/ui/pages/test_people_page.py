from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from tests.ui.invented import Invented
from tests.ui.people_fixtures import ReaderDouble, listed, named, words
from ui.pages.people import PeoplePage
from ui.pages.people.avatar import initials
from ui.pages.people.says import ReportBlock
from ui.session import Session


def nameless(owner: QWidget) -> list[QWidget]:
    """Widgets that the keyboard reaches and a screen reader cannot name."""
    reached = [one for one in owner.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [one for one in reached if one.isVisible() and not (one.accessibleName() or one.property("text"))]


@pytest.mark.parametrize("case", ["sunil", "rohan", "group"])
def test_whatever_the_keyboard_reaches_has_a_name(page: PeoplePage, people: Invented, case: str) -> None:
    page.open_case(getattr(people, case))
    for place in (1, 2, 3, 4):
        page.handlers[f"tab-{place}"]()
        assert not nameless(page)
    page.handlers["edit"]()
    assert not nameless(page)


def test_tab_goes_through_the_whole_page_and_comes_round(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    page.handlers["edit"]()
    page._list.people.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        current = page.focusWidget()
        assert current is not None
        if seen and current is seen[0]:
            break
        seen.append(current)
        QTest.keyClick(current, Qt.Key.Key_Tab)
    assert page.focusWidget() is seen[0]
    kinds = {type(one) for one in seen}
    assert {QLineEdit, QPlainTextEdit, QTabBar} <= kinds
    assert not any(type(one) is QAbstractScrollArea for one in seen)


def test_hidden_tabs_are_not_built(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    assert set(page._detail._built) == {0}
    page.handlers["tab-3"]()
    assert set(page._detail._built) == {0, 2}


def test_many_reports_open_quickly_and_grow_on_demand(page: PeoplePage) -> None:
    reports = [Report("role", typed=f"Role {number}") for number in range(300)]
    case = page._session.casebook.people.add(CaseKind.PERSON, reports)
    page.handlers["tab-3"]()
    began = time.process_time()
    page.open_case(case)
    assert time.process_time() - began < 1.0
    assert len(page._detail.findChildren(ReportBlock)) < 60
    QTest.mouseClick(named(page._detail, "Show 30 more"), Qt.MouseButton.LeftButton)
    assert len([one for one in page._detail.findChildren(ReportBlock) if one.isVisible()]) == 60


def test_several_people_are_printed_in_the_lists_order(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page._list.people.setFocus()
    QTest.keyClick(page._list.people, Qt.Key.Key_Home)
    for _ in range(2):
        QTest.keyClick(page._list.people, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page._session.print_cases) as asked:
        page.handlers["print"]()
    assert asked.args == [[people.sunil, people.bikram, people.imran]]


def test_only_changes_of_this_case_show_it_afresh(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    before = page._detail.view
    page._session.casebook.people.set_field(people.imran, "role", "Cook")
    assert page._detail.view is before
    page._session.casebook.people.set_field(people.sunil, "role", "Cook")
    assert "Cook" in words(page._detail)


def test_the_panes_are_found_as_wide_as_they_were(open_page: Callable[[Session], PeoplePage], page: PeoplePage) -> None:
    page._beside.splitter.moveSplitter(360, 1)
    kept = page.state()
    again = open_page(page._session)
    again.restore(kept)
    assert again._beside.splitter.sizes()[0] == page._beside.splitter.sizes()[0] == 360


def test_the_reader_shows_by_itself_what_the_status_rests_on(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    qtbot.waitUntil(lambda: page.findChild(ReaderDouble) is not None)
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    qtbot.waitUntil(lambda: reader.person == people.bikram)
    assert reader.source is not None
    assert reader.source[0] == people.ledger
    assert len(page.panes()) == 3


def test_without_room_the_reader_slides_over_when_asked_for(
    qtbot: QtBot, open_page: Callable[..., PeoplePage], session: Session, people: Invented
) -> None:
    page = open_page(session, 1000)
    qtbot.waitUntil(lambda: len(listed(page)) == 5)
    page.open_case(people.bikram)
    assert len(page.panes()) == 2
    QTest.mouseClick(named(page, "Occupation: 1 source"), Qt.MouseButton.LeftButton)
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    assert reader.isVisible()
    assert page._beside.splitter.count() == 2
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.isVisible()
    page.resize(1400, 800)
    qtbot.waitUntil(lambda: page._beside.splitter.count() == 3)


def test_a_closed_reader_comes_back_only_when_asked_for(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.sunil)
    QTest.mouseClick(named(page, "Role: 1 source"), Qt.MouseButton.LeftButton)
    reader = page.findChild(ReaderDouble)
    assert reader is not None
    reader.close_requested.emit()
    page.open_case(people.bikram)
    page._show_first_words()
    assert not reader.isVisible()
    QTest.mouseClick(named(page, "Occupation: 1 source"), Qt.MouseButton.LeftButton)
    assert reader.isVisible()


@pytest.mark.parametrize(
    ("name", "letters"), [("Sunil Gurung", "SG"), ("Ana Maria de Souza", "AS"), ("Asel", "A"), ("", ""), ("3 – 5", "")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
