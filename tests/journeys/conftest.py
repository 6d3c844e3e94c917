"""The command line and the window, for journeys through the whole program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.cli.running import book, done, run, with_article
from tests.journeys.hand import Hand
from ui.app import make_window
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

__all__ = ["book", "done", "hand", "run", "with_article"]

# said by the platform without a screen when a window has a least size or a list drops down
HARMLESS = "This plugin does not support"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture
def hand(qapp: QApplication, own_home: Path, qtbot: QtBot) -> Iterator[Hand]:
    """A hand at the program's window, on its first page."""
    window = make_window(qapp, Preferences.load(own_home))
    window.resize(1280, 800)
    window.show()
    hand = Hand(window, qtbot)
    hand.look()
    yield hand
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    window.close_at_once()
    window.deleteLater()
    window.theme.deleteLater()
