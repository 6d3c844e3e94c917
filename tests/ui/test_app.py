"""The program as it is started: what it imports, how it ends, what a bug does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from casefiles.workspace.casebook import Casebook
from ui.app import make_window, on_bug
from ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.shell.window import Window

ROOT = Path(__file__).parents[2]
HEAVY = "reportlab trafilatura lxml pikepdf pypdfium2 jsonschema uharfbuzz fontTools pycountry bidi xlsxwriter".split()
# a page of its own stands in for the real one, which says on standard output that it is there
START = """
import sys, types
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from PySide6.QtCore import Signal

class Page(QWidget):
    title = ""
    handlers = {}
    query_requested = Signal(str)
    came = Signal()
    def __init__(self, session, theme):
        super().__init__()
        self.session = session
    def panes(self): return []
    def state(self): return {}
    def restore(self, state): print("here", flush=True)
    def save_now(self): self.session.casebook.settings.set("title", "Typed last")

module = types.ModuleType("ui.pages.people")
module.PeoplePage = Page
sys.modules[module.__name__] = module
"""


def start(code: str, home: Path, *argv: str) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "CASEFILES_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *argv], cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE
    )


def test_nothing_heavy_is_imported_before_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys; from PySide6.QtCore import QTimer; import ui.app as app; shown = app.Window.show\n"
        "def show(its): shown(its); QTimer.singleShot(0, its.close)\n"
        "app.Window.show = show; app.main([])\n"
        f"print(*[name for name in {[*HEAVY, 'peewee', 'sqlcipher3']!r} if name in sys.modules])"
    )
    said, _ = start(code, tmp_path).communicate(timeout=60)
    assert said.split() == []


def test_a_casebook_is_open_without_anything_heavy(tmp_path: Path) -> None:
    path = tmp_path / "Cases.casebook"
    Casebook.new(path).close()
    code = (
        f"{START}\nimport ui.app as app\n"
        "Page.restore = lambda page, state: QTimer.singleShot(0, page.came.emit)\n"
        "Page.showEvent = lambda page, event: QTimer.singleShot(0, page.window().close)\n"
        "app.main(sys.argv[1:])\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    said, _ = start(code, tmp_path, str(path)).communicate(timeout=60)
    assert said.split() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_system_can_end_it_and_what_was_typed_is_kept(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "Cases.casebook"
    Casebook.new(path, title="Before").close()
    running = start(f"{START}\nfrom ui.app import main\nsys.exit(main(sys.argv[1:]))", tmp_path, str(path))
    assert running.stdout is not None
    assert running.stdout.readline() == "here\n"
    running.send_signal(number)
    running.communicate(timeout=60)
    assert running.returncode == 0
    again = Casebook.open(path)
    assert again.settings.title == "Typed last"
    again.close()


@pytest.fixture
def window(qapp: QApplication, own_home: Path) -> Iterator[Window]:
    window = make_window(qapp, Preferences.load(own_home))
    yield window
    if (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    window.close_at_once()
    window.deleteLater()
    window.theme.deleteLater()


class Broken:
    """Stands in for an open casebook whose page cannot keep what was typed."""

    def save_now(self) -> None:
        raise ZeroDivisionError

    def close_session(self) -> None:
        """There is none."""


def test_a_bug_keeps_the_work_first_and_is_told_even_when_that_breaks_too(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    window.problems.told.connect(told.append)
    monkeypatch.setattr(window, "desk", Broken())
    on_bug(window, ValueError("Rohan Perera"), None)
    assert [one.is_bug for one in told] == [True, True]
    assert not [one for one in told if "Rohan" in one.report]
    monkeypatch.setattr(window, "desk", None)
