"""The band over every page that says which past is looked at, and leads back to now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefiles.domain.dates import show_day
from ui.widgets.banner import Banner
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.session import Session
    from ui.theme.theme import Theme


class PastBand(QWidget):
    """Out of view while now is looked at.

    Signals:
        left: the way back to now was chosen.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    left = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = Banner(theme, kind="warn", action=self.tr("Back to now"), icon="history")
        self._banner.action_requested.connect(self.left)
        column = QVBoxLayout(self)
        Spacing(theme, column, (12, 8, 12, 8))
        column.addWidget(self._banner)
        session.moment_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(not self._session.moment.is_now)
        if not self._session.moment.is_now:
            zone = self._session.casebook.desk.zone().key
            words = self.tr("{past} ({zone}). Nothing can be changed here.")
            self._banner.say(words.format(past=self._past(), zone=zone))

    def _past(self) -> str:
        moment = self._session.moment
        learned = show_day(moment.learned) if moment.learned else ""
        recorded = show_day(moment.recorded_by) if moment.recorded_by else ""
        if learned and recorded:
            both = self.tr("You see what had been learned by {learned}, as recorded here by {recorded}")
            return both.format(learned=learned, recorded=recorded)
        if learned:
            return self.tr("You see what had been learned by {day}").format(day=learned)
        return self.tr("You see what had been recorded here by {day}").format(day=recorded)
