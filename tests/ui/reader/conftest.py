"""A casebook with one source of invented people, in several scripts, and a reader on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from ui.problems import Problems
from ui.reader import ReaderPane
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

ARTICLE = (
    "Families name five on exchange list 🕊️\r\n\r\n"
    "In March, 30-year-old Kaski resident Asha Rana was killed 🔥 near Pokrovsk by a drone. "
    "Bikram Thapa, 41, of Pokhara was captured in Feb 2026. "
    "عمران شاہ کراچی سے لاپتہ ہے۔\r\n\r\n"
    "Two more men are missing, the ministry said."
)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    made = Casebook.new(
        tmp_path / "desk.casebook",
        officer=Officer("Mina Bose"),
        confirming=["Ministry of Foreign Affairs (MFA)"],
        clock=lambda: datetime(2026, 7, 1, 9, tzinfo=UTC),
    )
    yield made
    made.close()


@pytest.fixture
def session(casebook: Casebook) -> Iterator[Session]:
    made = Session(casebook, Problems())
    yield made
    made.close()


@pytest.fixture
def source(casebook: Casebook) -> int:
    return casebook.sources.add(
        casebook.sources.take_paste(ARTICLE), {"published_on": "3 Mar 2026", "publisher": "Kathmandu Ledger"}
    )


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def line() -> QLineEdit:
    """The line the keyboard is in."""
    widget = focused()
    assert isinstance(widget, QLineEdit)
    return widget


class Keys:
    """Presses keys where the keyboard is; counts acts apart from typing."""

    def __init__(self) -> None:
        self.pressed = 0
        self.typed = 0

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(focused(), key, held)
            self.pressed += 1

    def type(self, words: str) -> None:
        QTest.keyClicks(focused(), words)
        self.typed += len(words)


@pytest.fixture
def keys() -> Keys:
    return Keys()


@dataclass
class Desk:
    """A window with a reader in it."""

    window: QWidget
    pane: ReaderPane
    session: Session
    source: int

    def select(self, words: str) -> tuple[int, int]:
        start = ARTICLE.index(words)
        self.pane._reader.select(start, start + len(words))
        self.pane._reader.setFocus()
        return start, start + len(words)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, session: Session, source: int) -> Desk:
    window = QWidget()
    window.resize(1000, 760)
    pane = ReaderPane(theme, session)
    column = QVBoxLayout(window)
    column.addWidget(pane)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    pane.show_source(source)
    return Desk(window, pane, session, source)
