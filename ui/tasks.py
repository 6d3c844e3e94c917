"""The one place where time is spent: single edits at once, searches on a read lane, long work on a lane of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

from casefiles.domain.problems import CasefilesError
from ui.problems import Problems

T = TypeVar("T")


class Cancelled(CasefilesError):
    """The officer stopped the work."""


@dataclass(eq=False)
class Job:
    """One piece of work on a lane.

    Attributes:
        label: what the task row says; empty for work too short to be shown.
    """

    work: Callable[[Job], Any]
    then: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None
    label: str = ""
    cancelled: threading.Event = field(default_factory=threading.Event)
    report: Callable[[Job, int, int], None] = lambda job, done, total: None

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; called from the lane.

        Raises:
            Cancelled: the officer stopped it, so what was begun is to be left undone.
        """
        if self.cancelled.is_set():
            raise Cancelled("Stopped; nothing was changed.")
        self.report(self, done, total)


Done = Callable[[Job, Any, BaseException | None], None]
"""Told of a job's result, or of its trouble; called from the lane."""


Stop = Callable[[], None]


class Lane:
    """A plain thread with a queue; a QThread would give each slot another database connection.

    Args:
        name: what the thread is called.
        done: told of each job.
        close: called at the end of the thread.
        stopper: called before each job; what it returns stops, from any thread, what the job asks the database.
    """

    def __init__(
        self, name: str, done: Done, close: Callable[[], None], stopper: Callable[[], Stop] = lambda: lambda: None
    ) -> None:
        self._done = done
        self._close = close
        self._stopper = stopper
        self._running: tuple[Job, Stop] | None = None
        self._guard = threading.Lock()
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def add(self, job: Job) -> None:
        """Queue a job."""
        self._queue.put(job)

    def give_up(self, job: Job) -> None:
        """Let nobody be told of a job; where it is being done, what it asks the database is stopped."""
        job.cancelled.set()
        with self._guard:
            if self._running is not None and self._running[0] is job:
                self._running[1]()

    def stop(self) -> None:
        """Finish what is queued, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            result, problem = None, None
            try:
                if not job.cancelled.is_set():
                    self._mark((job, self._stopper()))
                    result = job.work(job)
            except Exception as caught:  # noqa: BLE001 - a lane tells all trouble to the screen, and goes on
                problem = caught
            self._mark(None)
            self._done(job, result, problem)
        self._close()

    def _mark(self, running: tuple[Job, Stop] | None) -> None:
        with self._guard:
            self._running = running


class Tasks(QObject):
    """Runs work where it belongs and brings the results back to the screen's thread.

    Signals:
        began: carries a `Job` with a label.
        progressed: carries a `Job`, how many are done, and of how many.
        ended: carries a `Job`.
    """

    began = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, problems: Problems, close_connection: Callable[[], None], stopper: Callable[[], Stop]) -> None:
        super().__init__()
        self._problems = problems
        self._lanes = {
            "search": Lane("search", self._finished.emit, close_connection, stopper),
            "long": Lane("long", self._finished.emit, close_connection),
        }
        self._last_search: dict[str, Job] = {}
        self._finished.connect(self._bring_back)

    def now(self, work: Callable[[], T], default: T | None = None) -> T | None:
        """Do a single edit at once; trouble is told, and the default returned."""
        try:
            return work()
        except CasefilesError as problem:
            self._problems.tell(problem)
            return default

    def search(
        self, about: str, work: Callable[[], T], then: Callable[[T], None], asker: QObject | None = None
    ) -> None:
        """Search on the read lane; of searches about the same thing only the latest answers.

        Args:
            about: which question this is, such as "people" or "sidebar".
            asker: a dialog that may be closed before the answer comes; nobody is told then.
        """
        self.drop(about)
        job = Job(lambda _: work(), then if asker is None else _while_there(asker, then), None)
        self._last_search[about] = job
        self._lanes["search"].add(job)

    def drop(self, about: str) -> None:
        """Give up the last search about something: nobody waits for it any more."""
        last = self._last_search.pop(about, None)
        if last is not None:
            self._lanes["search"].give_up(last)

    def long(
        self,
        label: str,
        work: Callable[[Job], T],
        then: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Do long work on its own lane, with progress and cancel."""
        job = Job(work, then, failed, label, report=self.progressed.emit)
        self.began.emit(job)
        self._lanes["long"].add(job)
        return job

    def stop(self) -> None:
        """Cancel searches, finish long work, end the threads."""
        for about in list(self._last_search):
            self.drop(about)
        for lane in self._lanes.values():
            lane.stop()

    def _bring_back(self, job: Job, result: Any, problem: BaseException | None) -> None:
        if job.label:
            self.ended.emit(job)
        if isinstance(problem, Cancelled) or job.cancelled.is_set():
            return
        if problem is None:
            job.then(result)
        elif job.failed is not None:
            job.failed(problem)
        else:
            self._problems.tell(problem)


def _while_there(asker: QObject, then: Callable[[T], None]) -> Callable[[T], None]:
    def tell(answer: T) -> None:
        if Shiboken.isValid(asker):
            then(answer)

    return tell
