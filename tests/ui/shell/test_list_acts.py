"""The list as it stands: written to a file, and handed to the briefings page."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton

from casefiles.domain.moment import Moment
from casefiles.workspace.finding import Wanted, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.window import Window


def says(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def asked(window: Window, desk: Desk) -> Callable[..., Any]:
    """Ask for the list to be exported, and give the dialog."""

    def ask(query: str = "") -> Any:
        desk.pages.page.query = query
        window.commands["export-list"].trigger()
        return QApplication.activeModalWidget()

    return ask


def test_the_list_in_view_is_written_where_the_officer_says(
    window: Window,
    asked: Callable[..., Any],
    press: Callable[[QWidget, str], None],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    dialog = asked("group:missing")
    qtbot.waitUntil(lambda: "2 row" in says(dialog))
    next(one for one in dialog.findChildren(QRadioButton) if "CSV" in one.text()).setChecked(True)
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == "All fields").setChecked(True)
    dialog.findChild(QCheckBox).setChecked(True)
    press(dialog, "Choose where…")
    where = QApplication.activeModalWidget()
    assert where is not None
    target = tmp_path / "list.csv"
    where.fileSelected.emit(str(target))  # type: ignore[attr-defined]  # a file dialog
    where.close()
    qtbot.waitUntil(lambda: "list.csv" in says(window.foot))
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Name"] for row in rows] == ["Bikram Lama", "Asha Rana"]
    assert "Passport" in rows[0]


def test_who_is_on_hold_is_said_before_anything_is_written(
    window: Window, desk: Desk, asked: Callable[..., Any], qtbot: QtBot
) -> None:
    book = desk.session.casebook
    book.holds.hold(book.finding.ids(Wanted(parse("rohan")))[0], "The family asked us to wait.", "2999-06-20")
    dialog = asked()
    qtbot.waitUntil(lambda: "1 person on hold: counted in the file, and not named in it." in says(dialog))
    assert "2 row" in says(dialog)


def test_the_people_in_the_list_are_briefed(window: Window, desk: Desk) -> None:
    desk.pages.page.query = "asha group:missing"
    window.commands["brief-list"].trigger()
    assert desk.pages.name == "briefings"
    assert desk.pages.page.asked == [("print_found", "asha group:missing")]


def test_the_list_of_a_past_moment_is_written_as_it_was(desk: Desk, asked: Callable[..., Any], qtbot: QtBot) -> None:
    desk.session.look_at(Moment(learned=date(2000, 1, 1)))
    dialog = asked()
    qtbot.waitUntil(lambda: "0 row" in says(dialog))
    assert dialog._order.moment == desk.session.moment
