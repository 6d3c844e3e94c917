"""The making of pages while the form is filled in: a little after the last change, and only the latest."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from casefiles.workspace.printing import Order, Preview
    from ui.session import Session
    from ui.tasks import Job

REST_MS: Final = 300


class Stopper:
    """Stops a printing that may not have begun yet; asked from one thread, told what to stop by another."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._stop: Callable[[], None] = lambda: None

    def hold(self, stop: Callable[[], None]) -> None:
        """Remember what stops the printing, which has begun."""
        self._stop = stop
        if self._asked.is_set():
            stop()

    def stop(self) -> None:
        """Stop the printing, now or as soon as it begins."""
        self._asked.set()
        self._stop()


class Making(QObject):
    """Makes the pages of the latest order, on the long lane.

    Signals:
        began: pages are being made.
        made: carries the `Order` and its `Preview`.
        failed: carries the trouble.
        stopped: the officer stopped it; no pages are coming.

    Args:
        session: the open casebook.
        parent: the owner.
    """

    began = Signal()
    made = Signal(object, object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order: Order | None = None
        self._job: Job | None = None
        self._stopper = Stopper()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        session.tasks.ended.connect(self._ended)

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None or self._rest.isActive()

    def ask(self, order: Order) -> None:
        """Make these pages instead of any others."""
        self.leave()
        self._order = order
        self._rest.start()

    def leave(self) -> None:
        """Make no pages; what is being made is thrown away."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancelled.set()
            self._job = None
            self._stopper.stop()

    def _begin(self) -> None:
        assert self._order is not None
        self._stopper = Stopper()
        work = partial(_make, self._session, self._order, self._stopper)
        self._job = self._session.tasks.long(
            self.tr("Preparing the briefing"), work, partial(self._done, self._order), self._told
        )
        self.began.emit()

    def _done(self, order: Order, preview: Preview) -> None:
        self._job = None
        self.made.emit(order, preview)

    def _told(self, problem: BaseException) -> None:
        self._job = None
        self.failed.emit(problem)

    def _ended(self, job: Job) -> None:
        """The window's own list of tasks may have stopped it."""
        if job is self._job and job.cancelled.is_set():
            self._job = None
            self.stopped.emit()


def _make(session: Session, order: Order, stopper: Stopper, job: Job) -> Preview:
    def look(_step: str) -> None:
        if job.cancelled.is_set():
            stopper.stop()

    return session.casebook.briefings.preview(order, stopper.hold, look)
