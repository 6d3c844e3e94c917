"""Looking at the past in the window: asking for a day, seeing that it is one, and the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from casefiles.domain.dates import show_day
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import PastIsFixed
from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report
from tests.ui.shell.test_desk import sentences
from ui.actions import ACTIONS
from ui.dialogs.as_of import AsOfDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.window import Window

CHANGING = {spec.id for spec in ACTIONS if spec.writes}


@pytest.fixture
def asked(desk: Desk, window: Window) -> AsOfDialog:
    window.run("as-of")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AsOfDialog)
    return dialog


def field(dialog: AsOfDialog, name: str) -> QLineEdit:
    return next(line for line in dialog.findChildren(QLineEdit) if line.accessibleName() == name)


def look_back(dialog: AsOfDialog) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Look back").click()


def in_view(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.findChildren(QLabel) if label.isVisible())


def before_anything(desk: Desk) -> Moment:
    return Moment(desk.session.casebook.desk.today() - timedelta(days=1))


def test_a_day_typed_in_words_is_looked_at(desk: Desk, asked: AsOfDialog, qtbot: QtBot) -> None:
    today = desk.session.casebook.desk.today()
    field(asked, "As learned by").setText(f"{today:%d %B %Y}")
    look_back(asked)
    assert desk.session.moment == Moment(today)
    said = in_view(desk)
    assert f"You see what had been learned by {show_day(today)} (UTC). Nothing can be changed here." in said
    assert not asked.isVisible()


def test_both_days_can_be_asked_and_the_band_says_both(desk: Desk, asked: AsOfDialog) -> None:
    today = desk.session.casebook.desk.today()
    for name in ("As learned by", "As recorded here by"):
        field(asked, name).setText(today.isoformat())
    look_back(asked)
    assert desk.session.moment.asks_both
    day = show_day(today)
    assert f"You see what had been learned by {day}, as recorded here by {day} (UTC)" in in_view(desk)


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("As recorded here by", "3 May 2004", "Nothing had been recorded here by 3 May 2004: the first entry is of"),
        ("As learned by", "nonsense", "about 6 Jan 2025"),
        ("As learned by", "3 May 2400", "3 May 2400 is still to come."),
        ("As learned by", "", "Type a day in one of the two."),
    ],
)
def test_a_day_that_cannot_be_is_told_under_its_field(
    desk: Desk, asked: AsOfDialog, name: str, typed: str, told: str
) -> None:
    field(asked, name).setText(typed)
    look_back(asked)
    assert told in " ".join(label.text() for label in asked.findChildren(QLabel) if label.isVisible())
    assert desk.session.moment == NOW
    asked.reject()


@pytest.mark.parametrize("way", ["key", "escape", "button", "action"])
def test_every_way_back_leads_to_now(desk: Desk, window: Window, way: str) -> None:
    desk.session.look_at(before_anything(desk))
    window.activateWindow()
    desk.pages.page.pane.setFocus()
    ways = {
        "key": lambda: QTest.keySequence(window, QKeySequence("Ctrl+Shift+D")),
        "escape": lambda: QTest.keyClick(desk.pages.page.pane, Qt.Key.Key_Escape),
        "button": lambda: next(one for one in desk.findChildren(QPushButton) if one.text() == "Back to now").click(),
        "action": lambda: window.run("as-of"),
    }
    ways[way]()
    assert desk.session.moment == NOW
    assert "You see what had been" not in in_view(desk)
    assert QApplication.activeModalWidget() is None


def test_escape_leads_back_where_nothing_has_the_keyboard(desk: Desk, window: Window) -> None:
    desk.session.look_at(before_anything(desk))
    window.activateWindow()
    while (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert desk.session.moment == NOW


def test_escape_changes_nothing_while_now_is_looked_at(desk: Desk) -> None:
    QTest.keyClick(desk.pages.page.pane, Qt.Key.Key_Escape)
    assert desk.session.moment == NOW


def test_nothing_that_changes_anything_can_be_asked_for(desk: Desk, window: Window) -> None:
    assert any(window.commands[action].isEnabled() for action in CHANGING)
    desk.session.look_at(before_anything(desk))
    assert not any(window.commands[action].isEnabled() for action in CHANGING)
    assert window.commands["as-of"].text() == "Back to now"
    desk.session.look_at(NOW)
    assert window.commands["undo"].isEnabled()
    assert window.commands["as-of"].text() == "As of…"


def test_a_change_by_any_way_is_refused_with_the_reason(desk: Desk) -> None:
    people, journal = desk.session.casebook.people, desk.session.casebook.journal
    desk.session.look_at(before_anything(desk))
    with pytest.raises(PastIsFixed, match="You look at the past, which cannot be changed"):
        people.add(CaseKind.PERSON, [Report("name", typed="Imran Qadri")])
    with pytest.raises(PastIsFixed):
        journal.undo()
    desk.session.look_at(NOW)
    assert people.add(CaseKind.PERSON, [Report("name", typed="Imran Qadri")])


def test_the_sidebar_counts_what_was_known(desk: Desk, qtbot: QtBot) -> None:
    desk.session.look_at(before_anything(desk))
    qtbot.waitUntil(lambda: "Dead, 0" in sentences(desk.sidebar.places))
    assert sentences(desk.sidebar.places)[0] == "All people, 0, shown now"
    desk.session.look_at(NOW)
    qtbot.waitUntil(lambda: {"Dead, 1", "Missing, 2"} <= set(sentences(desk.sidebar.places)))


def test_other_programs_changes_are_noticed_while_the_past_is_looked_at(desk: Desk, qtbot: QtBot) -> None:
    desk.session.look_at(before_anything(desk))
    desk.session._look_for_others()
    assert desk.session.moment == before_anything(desk)


def test_the_past_is_left_when_the_casebook_is_closed(desk: Desk, window: Window) -> None:
    desk.session.look_at(before_anything(desk))
    window.close_casebook()
    assert window.desk is None
