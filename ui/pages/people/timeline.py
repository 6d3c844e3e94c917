"""The timeline: one line for each status report, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.status import GROUP_ICONS
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casefiles.workspace.views import CaseView, TimelineLine
    from ui.theme.theme import Theme

_DATE: Final = 88
_NARROW: Final = 520
PARTS: Final = {
    "current": "We use this",
    "against": "Speaks against it",
    "remains": "Concerns the remains",
    "earlier word": "Said before by the same voice",
    "set aside": "Set aside",
}
_INKS: Final = {"current": "accent", "against": "warning"}


class TimelineRow(QWidget):
    """One dated status report: when, what, who says so, and the way to its words.

    Signals:
        quote_requested: the `ReportView` whose words are asked for.

    Args:
        theme: the theme in force.
        line: the report.
        parent: the owner.
    """

    quote_requested = Signal(object)

    def __init__(self, theme: Theme, line: TimelineLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        Spacing(theme, row, (0, 2, 0, 2), 8)
        top = Qt.AlignmentFlag.AlignTop
        date = Label(theme, line.date, Role.META, "muted", wrap=True)
        date.setFixedWidth(theme.px(_DATE))
        faint = line.part in {"set aside", "earlier word"}
        words = QVBoxLayout()
        Spacing(theme, words, gap=1)
        what = " · ".join(filter(None, (line.label, line.place, line.cause)))
        words.addWidget(Label(theme, what, Role.STRONG, "muted" if faint else "text", wrap=True))
        if said := said_by(line):
            words.addWidget(Label(theme, said, Role.META, "muted", wrap=True))
        words.addLayout(self._foot(theme, line))
        row.addWidget(date, alignment=top)
        row.addWidget(Drawing(theme, GROUP_ICONS[line.group], line.group.value), alignment=top)
        row.addLayout(words, 1)

    def _foot(self, theme: Theme, line: TimelineLine) -> QHBoxLayout:
        foot = QHBoxLayout()
        Spacing(theme, foot, gap=8)
        if line.part in PARTS:
            became = QCoreApplication.translate("Timeline", PARTS[line.part])
            reason = f"{became}: {line.report.reason}" if line.report.reason else became
            foot.addWidget(Label(theme, reason, Role.META, _INKS.get(line.part, "muted"), wrap=True), 1)
        else:
            foot.addStretch(1)
        if line.report.source_id is not None:
            quote = Button(theme, self.tr("Quote") if line.report.quotes else self.tr("Source"), "quote", Kind.LINK)
            quote.setAccessibleName(self.tr("Show the words: {what}, {date}").format(what=line.label, date=line.date))
            quote.clicked.connect(partial(self._ask, line))
            foot.addWidget(quote)
        return foot

    def _ask(self, line: TimelineLine) -> None:
        self.quote_requested.emit(line.report)


class TimelineTab(QWidget):
    """The whole timeline: what is disputed side by side, then every line.

    Signals:
        quote_requested: the `ReportView` whose words are asked for.
        add_requested: a new status report is wanted.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    quote_requested = Signal(object)
    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=12)
        self._dispute = Card(theme, self.tr("These cannot all be true"))
        self._sides = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sides)
        Spacing(theme, self._beside, gap=16)
        self._dispute.add(self._sides)
        self._card = Card(theme, self.tr("Timeline"), self.tr("Add status"))
        self._card.action_requested.connect(self.add_requested)
        self._lines = GrowingColumn(theme, self.tr("No status has been reported yet."), gap=6)
        self._card.add(self._lines)
        for card in (self._dispute, self._card):
            column.addWidget(card)

    def show_case(self, view: CaseView) -> None:
        """Show the timeline of a case."""
        self._show_dispute(view)
        self._lines.show_parts([partial(self._row, line) for line in view.timeline])

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the sides of a dispute below each other where there is no room beside."""
        narrow = self.width() < self._theme.px(_NARROW)
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _show_dispute(self, view: CaseView) -> None:
        against = [line for line in view.timeline if line.part == "against"]
        current = [line for line in view.timeline if line.part == "current"]
        while item := self._beside.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in (*current, *against) if against else ():
            side = self._row(line)
            self._beside.addWidget(side, 1)
            side.show()
        self._dispute.setVisible(bool(against))

    def _row(self, line: TimelineLine) -> TimelineRow:
        row = TimelineRow(self._theme, line)
        row.quote_requested.connect(self.quote_requested)
        return row


def said_by(line: TimelineLine) -> str:
    """Say who says it, when they said it, and where it stands."""
    report = line.report
    said = QCoreApplication.translate("Timeline", "said {day}").format(day=report.said) if report.said else ""
    return " · ".join(filter(None, (", ".join(filter(None, (report.speakers, said))), report.source_besides)))
