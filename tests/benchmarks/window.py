"""The window in a process of its own, watched from within: when it paints, takes a key, stalls, and what it weighs.

The program knows nothing of this: its entry is called as the starter calls it, and the watching begins with the
event loop. `bare` is a window of Qt's own with one line to type in, for comparing in the same run.

Run as a script it is the watched process, and prints one JSON object for each thing it sees.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMainWindow, QWidget

from tests.benchmarks.figures import data_folder

ROOT = Path(__file__).resolve().parents[2]
ENTRY = "ui.app"
LIST = "ui.widgets.people_list"
BARE = "bare"
LIMIT_SECONDS = 90
_PAINTED_WITHIN_MS = 20_000
_A_LIST = 30
"""A view with so many rows is the list of people, not a part of the sidebar."""

PACE = float(os.environ.get("CASEFILES_BENCH_PACE", "1"))
"""How long the pauses of a person at work are; a test that only wants to see it run makes them short."""

_KEY_EVERY_MS = round(110 * PACE)
_BEFORE_WORK_MS = round(1500 * PACE)
"""What a start leaves to do is not work in the window."""

_JUMP_EVERY_MS = round(60 * PACE)
_WEIGHED_AT_MS = round(4000 * PACE)
_BEAT_MS = 1


# ---- asking for it


def watched(what: str, doing: str, *words: str) -> list[dict[str, Any]]:
    """Start `bare` or a casebook's window, do something there, and return what it saw, with `asked` as its start.

    Python keeps its compiled modules, as it does wherever a program is installed.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        environment |= {"PYTHONPATH": str(ROOT), "CASEFILES_HOME": home, "CASEFILES_OFFICER": "Bench"}
        environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(data_folder() / "compiled")}
        command = [sys.executable, __file__, what, doing, *words]
        asked = time.monotonic()
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False
        )
    if done.returncode:
        raise RuntimeError(f"the watched window ended with {done.returncode}: {done.stderr[-2000:]}")
    return [{"what": "asked", "at": asked}, *map(json.loads, done.stdout.splitlines())]


def moment(seen: list[dict[str, Any]], what: str) -> float:
    """Return how many seconds after its process was asked for something was seen."""
    at = {one["what"]: one.get("at", 0.0) for one in seen}
    return float(at[what] - at["asked"])


# ---- inside the watched process


def say(what: str, **more: Any) -> None:
    """Report to the process that asked."""
    print(json.dumps({"what": what, "at": time.monotonic(), **more}), flush=True)


class FirstPaint:
    """Sees the first painting of the list of people, or of a bare window's line, then looks no more.

    It stands in for the painting itself: asked about each event of the application, it would weigh most on the window
    that has most to do.

    Args:
        kind: the widgets whose painting is awaited.
        wanted: whether what such a widget shows is what was waited for.
        then: goes on after it.
    """

    seen = False

    def __init__(self, kind: Any, wanted: Callable[[Any], bool], then: Callable[[], None]) -> None:
        paint = kind.paintEvent

        def painting(widget: Any, event: QPaintEvent) -> None:
            paint(widget, event)
            if not FirstPaint.seen and wanted(widget):
                FirstPaint.seen = True
                QTimer.singleShot(0, self._painted)

        kind.paintEvent = painting  # for good: Qt's binding keeps hold of what it found there first
        self._then = then

    def _painted(self) -> None:
        say("painted")
        self._then()


class Line(QLineEdit):
    """A line to type in, whose painting can be seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as ever."""
        super().paintEvent(event)


def is_list(view: QAbstractItemView) -> bool:
    """Tell whether a view has people in it."""
    return view.model().rowCount() >= _A_LIST


def box() -> QLineEdit:
    """Return the line to type in: the search box, or the only one."""
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)]
    lines = [line for window in windows for line in window.findChildren(QLineEdit) if line.isVisible()]
    named = [line for line in lines if "search" in f"{line.accessibleName()} {line.placeholderText()}".lower()]
    return (named or lines)[0]


def press(target: QWidget, character: str) -> None:
    """Put a key into the queue, as a keyboard does."""
    code = Qt.Key.Key_Backspace if character == "\b" else Qt.Key(ord(character.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(target, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, character))


def leave() -> None:
    """End at once: nothing was entered, and closing is not what is timed."""
    sys.stdout.flush()
    os._exit(0)


def give_up() -> None:
    """End without a figure when no list was ever painted, and say what is shown instead."""
    if not FirstPaint.seen:
        titles = [widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        print(f"the list was not painted; open are {titles}", file=sys.stderr, flush=True)
        os._exit(3)


def take_a_key(_: list[str]) -> None:
    """Press one key and see it arrive."""
    line = box()

    def arrived(text: str) -> None:
        if text:
            say("typed")
            leave()

    line.textChanged.connect(arrived)
    press(line, "a")


class Beats(QObject):
    """Beats each millisecond and keeps how late each beat came: what else the event loop did meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.monotonic()
        self.worst = 0.0
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start(_BEAT_MS)

    def take(self) -> float:
        """Return the longest gap since last asked, in seconds."""
        worst, self.worst = self.worst, 0.0
        return worst

    def _beat(self) -> None:
        now = time.monotonic()
        self.worst = max(self.worst, now - self._last - _BEAT_MS / 1000)
        self._last = now


def type_words(words: list[str]) -> None:
    """Type words letter by letter, taking each back again, and report the longest gap after each key."""
    line = box()
    line.setFocus()
    beats = Beats(line)
    keys = [key for word in words for key in word + "\b" * len(word)]
    gaps: list[float] = []
    timer = QTimer(line)

    def step() -> None:
        gaps.append(beats.take())
        if len(gaps) > len(keys):
            say("gaps", gaps=gaps[1:], text=line.text())
            leave()
        press(line, keys[len(gaps) - 1])

    def begin() -> None:
        beats.take()
        timer.timeout.connect(step)
        timer.start(_KEY_EVERY_MS)

    QTimer.singleShot(_BEFORE_WORK_MS, begin)


def weigh(words: list[str]) -> None:
    """Look about in the list, search, and report the memory that stays."""
    views = [one for one in QApplication.allWidgets() if isinstance(one, QAbstractItemView) and is_list(one)]
    for word in words:
        for key in word + "\b" * len(word):
            press(box(), key)

    def jump(step: int) -> None:
        for view in views:
            bar = view.verticalScrollBar()
            bar.setValue(bar.maximum() * step // 20)

    def report() -> None:
        say("memory", **memory())
        leave()

    for step in range(21):
        QTimer.singleShot(_BEFORE_WORK_MS + _JUMP_EVERY_MS * step, partial(jump, step))
    QTimer.singleShot(_WEIGHED_AT_MS, report)


def memory() -> dict[str, float]:
    """Return this process's resident memory in MB, now and at its most."""
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kilobytes = {
        name: float(rest.split()[0]) for name, _, rest in (line.partition(":") for line in status) if "kB" in rest
    }
    return {"now": kilobytes["VmRSS"] / 1024, "most": kilobytes["VmHWM"] / 1024}


DOINGS: dict[str, Callable[[list[str]], None]] = {"start": take_a_key, "type": type_words, "weigh": weigh}


def bare() -> None:
    """Show a window with one line to type in."""
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Line())
    window.resize(1280, 800)
    window.show()
    app.exec()


def main(what: str, doing: str, words: list[str]) -> None:
    """Be the watched process."""
    go_on = QApplication.exec

    def watch() -> int:
        if what == BARE:
            FirstPaint(Line, lambda _line: True, lambda: DOINGS[doing](words))
        else:
            FirstPaint(importlib.import_module(LIST).PeopleList, is_list, lambda: DOINGS[doing](words))
        QTimer.singleShot(_PAINTED_WITHIN_MS, give_up)
        return go_on()

    QApplication.exec = staticmethod(watch)  # type: ignore[method-assign]  # the one place where every window waits
    if what == BARE:
        bare()
    else:
        importlib.import_module(ENTRY).main([what])


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main(sys.argv[1], sys.argv[2], sys.argv[3:])
