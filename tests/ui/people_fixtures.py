"""The people page and its casebook of invented people, for the tests of pages and dialogs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from casefiles.workspace.casebook import Casebook
from tests.ui.invented import OFFICER, Invented, casebook_at, clock, fill
from ui.pages.people import PeoplePage
from ui.problems import Problems, Told
from ui.session import Session
from ui.theme.theme import Choice, Theme

OpenPage = Callable[[Session], PeoplePage]


class ReaderDouble(QFrame):
    """Stands in for the reader, and remembers what it was asked for."""

    close_requested = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.source: tuple[int, int, int] | None = None
        self.person: int | None = None
        self.claims: tuple[str, ...] = ()

    def show_source(self, source_id: int, start: int = -1, end: int = -1) -> None:
        self.source = (source_id, start, end)

    def set_person(self, case_id: int | None) -> None:
        self.person = case_id

    def show_field(self, claims: Any) -> None:
        self.claims = tuple(claims)

    def panes(self) -> list[QWidget]:
        return [self]


@pytest.fixture
def told() -> list[Told]:
    """Trouble that reached the window; empty unless a test expects some."""
    return []


@pytest.fixture
def empty_session(tmp_path: Path, qapp: QApplication, told: list[Told]) -> Iterator[Session]:
    session = Session(casebook_at(tmp_path), Problems())
    session.problems.told.connect(told.append)
    yield session
    session.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Invented:
    """The casebook of invented people, filled once and closed; tests work on copies."""
    casebook = casebook_at(tmp_path_factory.mktemp("invented"))
    people = fill(casebook)
    casebook.close()
    return people


@pytest.fixture
def people(filled: Invented) -> Invented:
    return filled


@pytest.fixture
def session(tmp_path: Path, filled: Invented, qapp: QApplication, told: list[Told]) -> Iterator[Session]:
    copy = tmp_path / "copy.casebook"
    shutil.copyfile(filled.path, copy)
    session = Session(Casebook.open(copy, officer=OFFICER, clock=clock), Problems())
    session.problems.told.connect(told.append)
    yield session
    session.close()


@pytest.fixture
def open_page(qtbot: QtBot, worn_theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPage]:
    """Opens the page over a casebook, as wide as a window that has room for three panes."""
    if worn_theme.choice is not Choice.LIGHT:  # each change of look styles every widget again
        worn_theme.choose(Choice.LIGHT)
    reader = ModuleType("ui.reader")
    reader.ReaderPane = ReaderDouble  # type: ignore[attr-defined]  # the module is a stand-in
    monkeypatch.setitem(sys.modules, "ui.reader", reader)

    opened: list[PeoplePage] = []

    def open_it(session: Session, width: int = 1280) -> PeoplePage:
        page = PeoplePage(session, worn_theme)
        opened.append(page)
        qtbot.addWidget(page)
        page.resize(width, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    yield open_it
    for page in opened:
        page.close()


@pytest.fixture
def page(qtbot: QtBot, open_page: OpenPage, session: Session) -> PeoplePage:
    page = open_page(session)
    qtbot.waitUntil(lambda: page._list.people.current_id() is not None)  # the last to be known
    qtbot.waitUntil(lambda: page._next._is_ready)  # else it says so later, and whoever waits then is gone to
    page._next.settle()  # as if the list had been at rest for a while
    return page


def listed(page: PeoplePage) -> list[int]:
    """The keys in the list."""
    return list(page._list.people._people.ids)


def named(owner: QWidget, name: str, kind: type[QWidget] = QWidget) -> Any:
    """The visible widget that a screen reader calls by this name, or by its text."""
    found = [
        one
        for one in owner.findChildren(kind)
        if one.isVisible() and name in (one.accessibleName(), getattr(one, "text", str)())
    ]
    assert found, f"nothing is called {name}"
    return found[0]


def editor(owner: QWidget, name: str) -> QLineEdit:
    """The line that is typed in under this name."""
    found = named(owner, name, QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def words(owner: QWidget) -> str:
    """All the words in view."""
    texts = (getattr(one, "text", str)() for one in owner.findChildren(QWidget) if one.isVisible())
    return "\n".join(text for text in texts if isinstance(text, str))
