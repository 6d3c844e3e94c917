"""The line "said by … on …", kept from one entry to the next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casefiles.domain.problems import BadInput
from casefiles.domain.speakers import Speaker, read_speakers
from ui.dialogs.day_note import watch_day
from ui.reader.proposing import read_day
from ui.widgets.editors import LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.reader.last_entry import LastEntry
    from ui.theme.theme import Theme


class Said(QWidget):
    """Who says it and when; an empty chain is the paper’s own voice.

    Args:
        theme: the theme in force.
        last: what was entered last, shown to begin with.
        today: the day at the desk.
        parent: the owner.
    """

    def __init__(self, theme: Theme, last: LastEntry, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._today = today
        self.speakers = LineEditor(theme, self.tr("Said by"), self.tr("the paper itself"))
        self.on = LineEditor(theme, self.tr("Said on"), self.tr("day not known"))
        watch_day(self.on, today)
        self.speakers.setToolTip(self.tr("Such as MEA, or: family, via Daily Courier. Empty: the paper’s own voice."))
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=8)
        line.addWidget(self.speakers, 3)
        line.addWidget(Label(theme, self.tr("on"), ink="muted"))
        line.addWidget(self.on, 2)
        self.recall()

    def recall(self) -> None:
        """Show what was entered last."""
        self.speakers.set_value(self._last.speakers)
        self.on.set_value(self._last.said_on)

    def keep(self) -> None:
        """Keep what is entered for the next time."""
        self._last.speakers = self.speakers.value()
        self._last.said_on = self.on.value()

    def read(self) -> tuple[tuple[Speaker, ...], str] | None:
        """Return the chain and the day as they are kept; None when the day is no date, which is told."""
        try:
            said_on = read_day(self.on.value(), self._today)
        except BadInput as problem:
            self.on.show_error(str(problem))
            self.on.setFocus()
            return None
        self.on.clear_error()
        return read_speakers(self.speakers.value()), said_on
