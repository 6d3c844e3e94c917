"""Holding a person: one key, why and until when, the banner, the mark in the list, and lifting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from casefiles.storage import tables
from tests.ui.people_fixtures import editor, named, words
from ui.actions import BY_ID

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.invented import Invented
    from ui.pages.people import PeoplePage


def dialog(page: PeoplePage) -> QDialog:
    (found,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    return found


def hold(page: PeoplePage, reason: str, day: str) -> None:
    page.handlers["hold"]()
    QTest.keyClicks(editor(dialog(page), "Why"), reason)
    QTest.keyClicks(editor(dialog(page), "Look again by"), day)
    QTest.keyClick(editor(dialog(page), "Look again by"), Qt.Key.Key_Return)


def test_one_key_asks_why_and_until_when(page: PeoplePage, people: Invented) -> None:
    assert BY_ID["hold"].keys == ("H",)
    page.open_case(people.bikram)
    page.handlers["hold"]()
    asked = dialog(page)
    assert "Held by Mina Shrestha." in words(asked)
    assert "No document has named this person yet." in words(asked)
    QTest.keyClicks(editor(asked, "Why"), "The family asked us to wait")
    QTest.keyClick(editor(asked, "Why"), Qt.Key.Key_Return)
    assert "The day to look again is missing." in words(asked)
    QTest.keyClicks(editor(asked, "Look again by"), "1 May 2026")
    QTest.keyClick(editor(asked, "Look again by"), Qt.Key.Key_Return)
    told = "On hold since 2 Apr 2026 by Mina Shrestha: The family asked us to wait. Review by 1 May 2026."
    assert told in words(page._detail)


def test_a_day_that_is_over_is_told_in_the_dialog(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    hold(page, "Wait", "1 March 2026")
    assert "is over" in words(dialog(page))


def test_the_list_marks_it_and_lifting_asks_why(qtbot: QtBot, page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    hold(page, "Wait", "May 2026")
    rows = page._list.people._people
    place = rows.positions_of([people.bikram])[0]
    qtbot.waitUntil(lambda: (row := rows.row(place)) is not None and row.held)
    row = rows.row(place)
    assert row is not None
    assert row.sentence.endswith(", on hold")
    QTest.mouseClick(named(page._detail, "Lift…"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(editor(dialog(page), "Reason"), "They agreed")
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Return)
    assert page._detail.view is not None
    assert page._detail.view.hold is None
    assert "On hold" not in words(page._detail)


def test_the_same_key_lifts_a_hold(page: PeoplePage, people: Invented) -> None:
    page.open_case(people.bikram)
    hold(page, "Wait", "May 2026")
    page.handlers["hold"]()
    assert "Lift the hold of Bikram Thapa" in words(dialog(page))
    QTest.keyClick(editor(dialog(page), "Reason"), Qt.Key.Key_Escape)


def test_what_named_the_person_already_is_listed(page: PeoplePage, people: Invented) -> None:
    desk = page._session.casebook.desk
    with desk.act("Told") as act:
        act.add(
            tables.Statement, kind="family", recipient="brother", said_on="2026-03-11", case_id=people.bikram,
            entered_at=act.at,
        )  # fmt: skip
    page.open_case(people.bikram)
    page.handlers["hold"]()
    assert "Told to family, brother, 11 Mar 2026" in words(dialog(page))
    QTest.keyClick(editor(dialog(page), "Why"), Qt.Key.Key_Escape)
