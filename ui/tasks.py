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


class Lane:
    """A plain thread with a queue; a QThread would give each slot another database connection."""

    def __init__(
        self, name: str, done: Callable[[Job, Any, BaseException | None], None], close: Callable[[], None]
    ) -> None:
        self._done = done
        self._close = close
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def add(self, job: Job) -> None:
        """Queue a job."""
        self._queue.put(job)

    def stop(self) -> None:
        """Finish what is queued, then end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            result, problem = None, None
            try:
                if not job.cancelled.is_set():
                    result = job.work(job)
            except Exception as caught:  # noqa: BLE001 - a lane tells all trouble to the screen, and goes on
                problem = caught
            self._done(job, result, problem)
        self._close()


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

    def __init__(self, problems: Problems, close_connection: Callable[[], None], interrupt: Callable[[], None]) -> None:
        super().__init__()
        self._problems = problems
        self._interrupt = interrupt
        self._lanes = {name: Lane(name, self._finished.emit, close_connection) for name in ("search", "long")}
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
        last = self._last_search.get(about)
        if last is not None:
            last.cancelled.set()
        job = Job(lambda _: work(), then if asker is None else _while_there(asker, then), None)
        self._last_search[about] = job
        self._lanes["search"].add(job)

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
        for job in self._last_search.values():
            job.cancelled.set()
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
