"""The band over every page that says which past is looked at, and leads back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casefiles.workspace.moments import say
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme


class PastBand(Banner):
    """Out of view while now is looked at.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, kind="warn", action=self.tr("Back to now"), icon="history", parent=parent)
        self._session = session
        session.moment_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(not self._session.moment.is_now)
        if not self._session.moment.is_now:
            zone = self._session.casebook.desk.zone().key
            self.say(self.tr("{past} ({zone}). Nothing can be changed here.").format(past=self._past(), zone=zone))

    def _past(self) -> str:
        moment = self._session.moment
        learned = say(moment.learned) if moment.learned else ""
        recorded = say(moment.recorded_by) if moment.recorded_by else ""
        if learned and recorded:
            both = self.tr("You see what had been learned by {learned}, as recorded here by {recorded}")
            return both.format(learned=learned, recorded=recorded)
        if learned:
            return self.tr("You see what had been learned by {day}").format(day=learned)
        return self.tr("You see what had been recorded here by {day}").format(day=recorded)
