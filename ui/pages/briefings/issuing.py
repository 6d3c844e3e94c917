"""Issuing what is prepared: laid out on the long lane, then kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.briefings.making import Stopper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.editions import Prepared
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

    def ask(self, order: Order) -> None:
        """Ask whom this is for."""
        from ui.dialogs.issue_edition import IssueDialog

        dialog = IssueDialog(self._session, self._theme, self._page)
        dialog.chosen.connect(partial(self.issue, order))
        dialog.open()

    def issue(self, order: Order, audience: str, recipients: str) -> None:
        """Make the edition; it is kept as soon as it is laid out."""
        work = partial(_prepare, self._session, order, audience, recipients)
        self._session.tasks.long(self.tr("Issuing the briefing"), work, self._keep)

    def _keep(self, prepared: Prepared) -> None:
        kept = self._session.tasks.now(lambda: self._session.casebook.editions.keep(prepared))
        if kept:
            number = self._session.casebook.editions.row(kept).number
            self.told.emit(self.tr("Issued as edition {number}").format(number=number))
            self.issued.emit(kept)
        elif kept is not None:  # another edition took the number that is printed on this one
            self.issue(prepared.order, prepared.audience.value, prepared.recipients)


def _prepare(session: Session, order: Order, audience: str, recipients: str, job: Job) -> Prepared:
    stopper = Stopper()

    def look(_step: str) -> None:
        if job.cancelled.is_set():
            stopper.stop()

    return session.casebook.editions.prepare(order, audience, recipients, stopper.hold, look)
