"""The program on the screen: from the command line's words to a window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.language import speak
from ui.preferences import Preferences, home
from ui.problems import Problems
from ui.shell.ending import Ending
from ui.shell.pages import bring
from ui.shell.window import Window
from ui.theme.theme import Choice, Theme

if TYPE_CHECKING:
    from types import TracebackType

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_SETTLED_MS, _STARTED_MS = 300, 1000


def main(argv: list[str]) -> int:
    """Open the window, with a casebook or without; return when it is closed.

    Args:
        argv: what stands after the program's name: nothing, or the path of a casebook.
    """
    gc.disable()
    app = QApplication([sys.argv[0]])
    QTimer.singleShot(_STARTED_MS, app, _collect_from_now_on)
    window = make_window(app, Preferences.load(home()))
    told = sys.excepthook
    sys.excepthook = lambda kind, problem, trace: on_bug(window, problem, trace)
    ending = Ending(window.close_at_once)
    if argv:
        window.ways.open_path(Path(argv[0]))
    QTimer.singleShot(_SETTLED_MS, app, lambda: app.setWindowIcon(bring("ui.shell.emblem:window_icon")(window.theme)))
    window.appear()
    try:
        return app.exec()
    finally:
        ending.stop()
        sys.excepthook = told
        gc.enable()


def _collect_from_now_on() -> None:
    """Leave what the start made out of every search for garbage: it stays, and looking through it takes time."""
    gc.freeze()
    gc.enable()


def make_window(app: QApplication, preferences: Preferences) -> Window:
    """Dress the application, and make its window."""
    app.setApplicationName("Casefiles")
    app.setDesktopFileName("casefiles")
    speak(app, RESOURCES / "translations")
    theme = Theme(app, RESOURCES, Choice(preferences.theme), preferences.percent)
    return Window(theme, preferences, Problems(app))


def on_bug(window: Window, problem: BaseException, trace: TracebackType | None) -> None:
    """Keep the officer's work, then tell the bug; the program goes on."""
    if isinstance(problem, KeyboardInterrupt):
        window.close_at_once()
        return
    if window.desk is not None:
        try:
            window.desk.save_now()
        except Exception as second:  # noqa: BLE001 - what broke may break again; it must not hide the first
            window.problems.tell(second)
    window.problems.tell(problem.with_traceback(trace))
