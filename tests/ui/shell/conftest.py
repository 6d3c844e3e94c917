"""A window with noting pages, and casebooks made once and copied."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from casefiles.domain.records import CaseKind
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report
from tests.ui.shell.doubles import PageDouble, PeopleDouble
from ui.preferences import Preferences
from ui.problems import Problems
from ui.shell.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.theme.theme import Theme

PEOPLE = (("Rohan Perera", "killed"), ("Asha Rana", "missing"), ("Bikram Lama", "missing"))
PASSWORD = "seven plain words"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("casebooks")
    casebook = Casebook.new(folder / "Cases.casebook", officer=Officer("Asha Bose"), title="Cases")
    situation = casebook.settings.situation("Northern border war")
    for name, status in PEOPLE:
        reports = [Report("name", typed=name), Report("status", {"status": status})]
        casebook.people.add(CaseKind.PERSON, reports, [situation])
    casebook.close()
    Casebook.new(folder / "Locked.casebook", password=PASSWORD).close()
    return folder


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "Cases.casebook", tmp_path))


@pytest.fixture
def locked(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made / "Locked.casebook", tmp_path))


@pytest.fixture(autouse=True)
def noting_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = (
        ("people", "PeoplePage", PeopleDouble),
        ("sources", "SourcesPage", PageDouble),
        ("totals", "TotalsPage", PageDouble),
    )
    for name, kind, double in (
        *pages,
        ("totals", "TotalsPage", PageDouble),
        ("briefings", "BriefingsPage", PageDouble),
    ):
        module = ModuleType(f"ui.pages.{name}")
        setattr(module, kind, double)
        monkeypatch.setitem(sys.modules, module.__name__, module)


@pytest.fixture
def preferences(own_home: Path) -> Preferences:
    return Preferences.load(own_home)


@pytest.fixture
def window(theme: Theme, preferences: Preferences, qtbot: QtBot) -> Iterator[Window]:
    window = Window(theme, preferences, Problems())
    window.resize(1280, 800)
    window.show()
    yield window
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    window.close_at_once()
    window.deleteLater()


@pytest.fixture
def open_book(window: Window, qtbot: QtBot) -> Callable[[Path], Desk]:
    def opened(path: Path) -> Desk:
        window.ways.open_path(path)
        qtbot.waitUntil(lambda: window.desk is not None and window.desk.pages.name == "people")
        assert window.desk is not None
        return window.desk

    return opened


@pytest.fixture
def desk(open_book: Callable[[Path], Desk], book: Path, qtbot: QtBot) -> Desk:
    desk = open_book(book)
    qtbot.waitUntil(lambda: any(row.kind == "situation" for row in desk.sidebar.places.model_of_rows.rows))
    return desk
