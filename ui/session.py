"""One open casebook on the screen, and what every page is given of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from casefiles.domain.changes import Changes
from casefiles.domain.moment import Moment
from casefiles.domain.problems import CasefilesError
from casefiles.workspace.casebook import Casebook
from ui.problems import Problems
from ui.tasks import Job, Tasks

T = TypeVar("T")

_LOOK_FOR_OTHERS_MS = 1500
_WAIT_FOR_OTHERS_MS = 40
"""As long as a hand does not feel; a longer wait is told, and the edit can be tried again."""


class Session(QObject):
    """An open casebook with its lanes and news; pages listen here and to nothing else.

    Signals:
        moment_changed: another moment is looked at: of the past, or now again.
        changed: carries `Changes` after every committed act, ours or another program's.
        saved: carries the time of day after each of our own acts, in words.
        show_case: asks the window to open a case, by key.
        show_source: asks the window to open a source in the reader: key, start and end (-1, -1 for no quote).
        show_total: asks the window to open a reported total, by UUID.
        show_page: asks the window for a page, by name: "people", "sources", "totals", "briefings", "told".
        print_cases: asks the briefings page for a dossier of some cases; carries a list of keys.
        show_found: asks the window for the people who answer a query, in a situation (empty for all).
        show_statement: asks the window to open what we told, by its UUID.
        show_edition: asks the window to open an issued edition, by its UUID.
    """

    moment_changed = Signal()
    changed = Signal(object)
    saved = Signal(str)
    show_case = Signal(int)
    show_source = Signal(int, int, int)
    show_total = Signal(str)
    show_page = Signal(str)
    print_cases = Signal(object)
    show_found = Signal(str, str)
    show_statement = Signal(str)
    show_edition = Signal(str)
    _written = Signal(object)

    def __init__(self, casebook: Casebook, problems: Problems, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.casebook = casebook
        self.problems = problems
        self.tasks = Tasks(problems, casebook.close, casebook.finding.stopper)
        casebook.wait_at_most(_WAIT_FOR_OTHERS_MS)
        self._written.connect(self._heard)  # also of what a lane wrote, and then on the screen's thread
        self._stop_listening = casebook.journal.listen(self._written.emit)
        self._hearing_others = False
        self._readings: dict[str, Job] = {}
        self._others = QTimer(self)
        self._others.timeout.connect(self._look_for_others)
        self._others.start(_LOOK_FOR_OTHERS_MS)

    @property
    def moment(self) -> Moment:
        """Which knowledge is looked at; every page shows that and no other."""
        return self.casebook.desk.moment

    def look_at(self, moment: Moment) -> None:
        """Look at a moment of the past, where nothing can be changed, or at now again."""
        if moment != self.moment:
            self.casebook.desk.moment = moment
            self.moment_changed.emit()

    def read(self, about: str, label: str, work: Callable[[Moment], T], then: Callable[[T], None]) -> None:
        """Read something that is quick now; of the past, where every case is read by the rule, it is long work.

        Args:
            about: which question this is; of questions about the same thing only the latest answers.
            label: what the task row says of reading the past.
        """
        moment = self.moment
        if (last := self._readings.pop(about, None)) is not None:
            last.cancelled.set()
        if moment.is_now:
            self.tasks.search(about, lambda: work(moment), then)
        else:
            self._readings[about] = self.tasks.long(label, lambda _: work(moment), then)

    def may_edit(self) -> bool:
        """Tell whether anything can be changed now; the reason why not is told."""
        return self.edit(self.casebook.desk.refuse_past)

    def edit(self, work: Callable[[], object]) -> bool:
        """Do one edit at once; trouble is told. Returns whether it was done."""
        try:
            work()
        except CasefilesError as problem:
            self.problems.tell(problem)
            return False
        return True

    def close(self) -> None:
        """End the lanes and close the casebook; nothing that was entered is lost."""
        self._others.stop()
        self.tasks.stop()
        self._stop_listening()
        self.casebook.close()

    def _heard(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if not self._hearing_others:
            self.saved.emit(datetime.now().astimezone().strftime("%H:%M"))

    def _look_for_others(self) -> None:
        self._hearing_others = True
        self.edit(self.casebook.journal.catch_up)
        self._hearing_others = False
