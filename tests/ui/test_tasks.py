"""Who is told what the lanes found."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from ui.problems import Problems
from ui.tasks import Tasks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_PATIENCE = 10.0


def test_an_asker_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    tasks, told = Tasks(Problems(), lambda: None, lambda: lambda: None), list[str]()
    gone, there = QObject(), QObject()
    tasks.search("gone", lambda: "too late", told.append, gone)
    tasks.search("there", lambda: "in time", told.append, there)
    Shiboken.delete(gone)
    qtbot.waitUntil(lambda: bool(told))
    tasks.stop()
    assert told == ["in time"]


def test_a_later_search_stops_the_one_under_way_and_no_other(qtbot: QtBot) -> None:
    begun, stopped, told = Event(), Event(), list[str]()
    tasks = Tasks(Problems(), lambda: None, lambda: stopped.set)

    def slow() -> str:
        begun.set()
        return "stopped" if stopped.wait(_PATIENCE) else "never stopped"

    tasks.search("people", slow, told.append)
    assert begun.wait(_PATIENCE)
    tasks.search("sidebar", lambda: "counted", told.append)
    assert not stopped.is_set()
    tasks.search("people", lambda: "found", told.append)
    assert stopped.is_set()
    qtbot.waitUntil(lambda: told == ["counted", "found"])
    stopped.clear()
    tasks.drop("people")
    assert not stopped.is_set()  # it has been answered: nothing is left to stop
    tasks.stop()


def test_what_is_dropped_is_told_to_nobody(qtbot: QtBot) -> None:
    tasks, told = Tasks(Problems(), lambda: None, lambda: lambda: None), list[str]()
    tasks.search("dropped", lambda: "dropped", told.append)
    tasks.drop("dropped")
    tasks.drop("never asked")
    tasks.search("kept", lambda: "kept", told.append)
    qtbot.waitUntil(lambda: bool(told))
    tasks.stop()
    assert told == ["kept"]
