"""Opening a casebook away from the screen's thread, so that the window is there before the file is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from casefiles.domain.problems import CasefilesError
from ui.shell.pages import bring
from ui.tasks import Job, Lane

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.workspace.casebook import Casebook
    from ui.dialogs.new_casebook import NewCasebook

Progress = Callable[[int, int], None]
Work = Callable[[Progress], "Casebook"]
"""Opens or makes a casebook, telling how far it is."""


class Opening(QObject):
    """One attempt to open or make a casebook; it tells how that went and is then over.

    Signals:
        opened: carries the casebook.
        failed: carries the `CasefilesError` that stood in the way.
        broke: carries any other exception: a bug.
        progressed: how many of how many rows are brought up to date.
        ended: the attempt is over; carries the job.

    Args:
        work: opens or makes the casebook.
        label: what the foot of the window says while it takes its time.
        parent: the owner.
    """

    opened = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, work: Work, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self._finished.connect(self._bring_back)
        self.job = Job(lambda job: _open(work, job), self.opened.emit, self.failed.emit, label)
        self.job.report = self._tell
        self._preparing = self.tr("Preparing the search index")
        self._lane = Lane("opening", self._finished.emit, lambda: None)

    def start(self) -> None:
        """Begin."""
        self._lane.add(self.job)

    def give_up(self) -> None:
        """Want the casebook no longer."""
        self.job.cancelled.set()

    def stop(self) -> None:
        """Give up, and wait until the work has stopped."""
        self.give_up()
        self._lane.stop()

    def _tell(self, job: Job, done: int, total: int) -> None:
        """Say what takes its time: only the search index is counted; called from the lane."""
        job.label = self._preparing
        self.progressed.emit(job, done, total)

    def _bring_back(self, job: Job, casebook: Any, problem: BaseException | None) -> None:
        self._lane.stop()
        self.ended.emit(job)
        if isinstance(problem, CasefilesError):
            self.failed.emit(problem)
        elif problem is not None:
            self.broke.emit(problem)
        elif not job.cancelled.is_set():
            self.opened.emit(casebook)
        self.deleteLater()


def existing(path: Path, password: str, officer: str) -> Work:
    """Return the work of opening a file."""
    return lambda progress: _casebook().open(path, password=password, officer=_officer(officer), progress=progress)


def making(wanted: NewCasebook) -> Work:
    """Return the work of making a new casebook."""
    return lambda _progress: _casebook().new(
        wanted.path,
        password=wanted.password,
        officer=_officer(wanted.officer),
        title=wanted.title,
        time_zone=wanted.time_zone,
        confirming=wanted.confirming,
    )


def the_sample(folder: Path, officer: str) -> Work:
    """Return the work of opening the sample, which lies in a folder of its own."""
    return lambda _progress: bring("casefiles.workspace.sample:open_sample")(folder, _officer(officer))


def _open(work: Work, job: Job) -> Casebook:
    """Open, then let go of this thread's connection: the screen's thread makes its own."""
    casebook = work(job.progress)
    casebook.close()
    return casebook


# brought in on the lane: the first window is there without them


def _casebook() -> Any:
    return bring("casefiles.workspace.casebook:Casebook")


def _officer(name: str) -> Any:
    return bring("casefiles.workspace.desk:Officer")(name)
