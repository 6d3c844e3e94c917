"""One open casebook on the screen, and what every page is given of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from casefiles.domain.changes import Changes
from casefiles.domain.problems import CasefilesError
from casefiles.workspace.casebook import Casebook
from ui.problems import Problems
from ui.tasks import Tasks

_LOOK_FOR_OTHERS_MS = 1500
_WAIT_FOR_OTHERS_MS = 40
"""As long as a hand does not feel; a longer wait is told, and the edit can be tried again."""


class Session(QObject):
    """An open casebook with its lanes and news; pages listen here and to nothing else.

    Signals:
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

    def __init__(self, casebook: Casebook, problems: Problems, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.casebook = casebook
        self.problems = problems
        self.tasks = Tasks(problems, casebook.close, casebook.finding.stopper)
        casebook.wait_at_most(_WAIT_FOR_OTHERS_MS)
        self._stop_listening = casebook.journal.listen(self._heard)
        self._hearing_others = False
        self._others = QTimer(self)
        self._others.timeout.connect(self._look_for_others)
        self._others.start(_LOOK_FOR_OTHERS_MS)

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
