"""Who is told what the lanes found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from ui.problems import Problems
from ui.tasks import Tasks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_an_asker_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    tasks, told = Tasks(Problems(), lambda: None, lambda: lambda: None), list[str]()
    gone, there = QObject(), QObject()
    tasks.search("gone", lambda: "too late", told.append, gone)
    tasks.search("there", lambda: "in time", told.append, there)
    Shiboken.delete(gone)
    qtbot.waitUntil(lambda: bool(told))
    tasks.stop()
    assert told == ["in time"]
