"""Issuing what is prepared: laid out and kept on the long lane, one edition at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from casefiles.domain.problems import BadInput
from ui.pages.briefings.making import Stopper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.printing import Order
    from ui.session import Session
    from ui.tasks import Job
    from ui.theme.theme import Theme


class Issuing(QObject):
    """Asks whom an edition is for, makes it and keeps it.

    Signals:
        issued: the UUID of the new edition.
        told: a sentence of what was done.

    Args:
        session: the open casebook.
        theme: the theme in force.
        page: over which the question opens.
    """

    issued = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._page = page
        self._job: Job | None = None
        session.tasks.ended.connect(self._ended)

    def ask(self, order: Order) -> None:
        """Ask whom this is for; not while another edition is still being issued."""
        from ui.dialogs.issue_edition import IssueDialog

        if self._job is not None:
            say = self.tr("Another edition is still being issued.")
            self._session.problems.tell(BadInput(say, self.tr("Wait until it is kept, or stop it below.")))
            return
        dialog = IssueDialog(self._session, self._theme, self._page)
        dialog.chosen.connect(partial(self.issue, order))
        dialog.open()

    def issue(self, order: Order, audience: str, recipients: str) -> None:
        """Make the edition and keep it; the window is not held up."""
        work = partial(_issue, self._session, order, audience, recipients)
        self._job = self._session.tasks.long(self.tr("Issuing the briefing"), work, self._kept)

    def _kept(self, edition: str) -> None:
        number = self._session.casebook.editions.row(edition).number
        self.told.emit(self.tr("Issued as edition {number}").format(number=number))
        self.issued.emit(edition)

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None


def _issue(session: Session, order: Order, audience: str, recipients: str, job: Job) -> str:
    stopper = Stopper()

    def look(_step: str) -> None:
        if job.cancelled.is_set():
            stopper.stop()

    return session.casebook.editions.issue(order, audience, recipients, stopper.hold, look, job.progress)
