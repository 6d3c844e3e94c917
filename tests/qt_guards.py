"""Nothing of Qt outlives its test: no window, no running timer or thread. Tests without Qt pay nothing."""

from __future__ import annotations

import gc
import itertools
import os
import tempfile
import traceback
import weakref
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Qt keeps these for itself once it has shown one.
QT_OWN_WINDOWS = {"QTipLabel", "QRollEffect", "QAlphaWidget"}


@pytest.fixture(scope="session", autouse=True)
def runtime_dir() -> Iterator[None]:
    """Gives Qt the private folder it asks for where no desktop session made one."""
    with tempfile.TemporaryDirectory(prefix="casefiles-tests-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        yield


class Started:
    """Timers and threads started during one test, each with the line that started it."""

    def __init__(self) -> None:
        self.found: list[tuple[weakref.ref[QObject], str]] = []
        self.shots: dict[int, tuple[QObject | None, str]] = {}
        self.numbers = itertools.count()

    def noting(self, start: Callable[..., Any]) -> Callable[..., Any]:
        """A start method that also notes what it started and where."""

        def noted_start(its: QObject, *args: Any) -> Any:
            self.found.append((weakref.ref(its), caller()))
            return start(its, *args)

        return noted_start

    def noting_shot(self, single_shot: Callable[..., Any]) -> Callable[..., Any]:
        """QTimer.singleShot, noted until the call is made; one of no delay is over with the next event."""

        def noted_shot(milliseconds: int, *receiver_and_call: Any) -> None:
            *before, call = receiver_and_call
            if not milliseconds or not callable(call):
                single_shot(milliseconds, *receiver_and_call)
                return
            receiver = next((it for it in [*before, getattr(call, "__self__", None)] if isinstance(it, QObject)), None)
            number = next(self.numbers)
            self.shots[number] = receiver, caller()

            def noted_call() -> None:
                if self.shots.pop(number, None) and (receiver is None or shiboken6.isValid(receiver)):
                    call()

            single_shot(milliseconds, *before, noted_call)

        return noted_shot

    def still_running(self) -> list[str]:
        """The names of those not stopped yet."""
        alive = [(thing(), place) for thing, place in self.found]
        running = [f"{type(thing).__name__} started in {place}" for thing, place in alive if is_running(thing)]
        waiting = [place for receiver, place in self.shots.values() if receiver is None or shiboken6.isValid(receiver)]
        return [*running, *(f"QTimer.singleShot started in {place}" for place in waiting)]


def caller() -> str:
    """The line of the test or program that called the method noted."""
    frame = traceback.extract_stack(limit=3)[0]
    return f"{frame.name}, line {frame.lineno}"


def is_running(thing: QObject | None) -> bool:
    """Whether a timer or thread is there and active."""
    if thing is None or not shiboken6.isValid(thing):
        return False
    return thing.isActive() if isinstance(thing, QTimer) else isinstance(thing, QThread) and thing.isRunning()


@pytest.fixture(autouse=True)
def nothing_of_qt_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a window, a running timer or a running thread behind, naming each."""
    started = Started()
    monkeypatch.setattr(QTimer, "start", started.noting(QTimer.start))
    monkeypatch.setattr(QTimer, "singleShot", started.noting_shot(QTimer.singleShot))
    monkeypatch.setattr(QThread, "start", started.noting(QThread.start))
    before = {id(window) for window in windows()}
    yield
    if not (started.found or started.shots or windows()):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = leftovers(started, before)
    if left:
        gc.collect()  # what only a reference cycle held is not the test's fault
        left = leftovers(started, before)
    if left:
        pytest.fail(f"left behind by the test: {', '.join(left)}")


def leftovers(started: Started, windows_before: set[int]) -> list[str]:
    """Everything of Qt that should be gone by now, named."""
    new = [window for window in windows() if id(window) not in windows_before]
    named = [f"window {type(window).__name__} {window.objectName() or window.windowTitle()}".strip() for window in new]
    return [*named, *started.still_running()]


def windows() -> list[QWidget]:
    """Top-level widgets that nobody else owns."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    every = QApplication.topLevelWidgets()
    return [window for window in every if not window.parent() and type(window).__name__ not in QT_OWN_WINDOWS]
