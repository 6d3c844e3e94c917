"""When the window comes to the screen: with something to see, or with what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ui.dialogs.password import PasswordDialog
from ui.problems import Problems
from ui.shell import window as window_module
from ui.shell.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.preferences import Preferences
    from ui.theme.theme import Theme


@pytest.fixture
def unseen(theme: Theme, preferences: Preferences, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """A window that is not shown yet, and that never loses patience."""
    monkeypatch.setattr(window_module, "_PATIENCE_MS", 10_000_000)
    window = Window(theme, preferences, Problems())
    yield window
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    window.close_at_once()
    window.deleteLater()


def test_with_nothing_to_open_it_comes_at_once(unseen: Window) -> None:
    unseen.appear()
    assert unseen.isVisible()
    assert unseen.start.isVisible()


def test_a_casebook_is_waited_for_until_there_are_people_to_see(unseen: Window, book: Path, qtbot: QtBot) -> None:
    unseen.ways.open_path(book)
    unseen.appear()
    with qtbot.waitSignal(unseen.ways.over):
        pass
    assert unseen.desk is not None
    assert not unseen.isVisible()
    unseen.desk.pages.page.came.emit()
    assert unseen.isVisible()
    assert unseen.desk.isVisible()


def test_it_comes_when_a_casebook_does_not_open(unseen: Window, tmp_path: Path, qtbot: QtBot) -> None:
    unseen.ways.open_path(tmp_path / "gone.casebook")
    unseen.appear()
    qtbot.waitUntil(unseen.isVisible)
    assert unseen.start.isVisible()


def test_it_comes_with_the_question_for_the_password(unseen: Window, locked: Path, qtbot: QtBot) -> None:
    unseen.ways.open_path(locked)
    unseen.appear()
    qtbot.waitUntil(unseen.isVisible)
    assert isinstance(QApplication.activeModalWidget(), PasswordDialog)


def test_where_nothing_comes_to_be_seen_it_comes_all_the_same(
    unseen: Window, book: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_module, "_PATIENCE_MS", 0)
    unseen.ways.open_path(book)
    with qtbot.waitSignal(unseen.ways.over):
        unseen.appear()
    qtbot.waitUntil(unseen.isVisible)
