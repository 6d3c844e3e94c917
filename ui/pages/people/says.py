"""What sources say: every report of every field, and what is decided about it."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain import kinds
from casefiles.domain.catalogue import BY_KEY, FIELDS
from ui.pages.people.growing import GrowingColumn
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import WIDEST, Card
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import CaseView, ReportView
    from ui.theme.theme import Theme

_PLACE: Final = {field.key: place for place, field in enumerate(FIELDS)}


class ReportBlock(QFrame):
    """One report: value, words, speaker, source, state, and the decisions open to the officer.

    Signals:
        quote_requested: its words are asked for; carries the `ReportView`.
        decided: a decision is wanted: "use", "set aside" or "accept", and the `ReportView`.

    Args:
        theme: the theme in force.
        report: the report.
        parent: the owner.
    """

    quote_requested = Signal(object)
    decided = Signal(str, object)

    def __init__(self, theme: Theme, report: ReportView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report = report
        self.setAccessibleName(f"{report.label}: {_shown(report)}")
        column = QVBoxLayout(self)
        Spacing(theme, column, (0, 4, 0, 4), 2)
        top = QHBoxLayout()
        Spacing(theme, top, gap=8)
        top.addWidget(Label(theme, _shown(report), Role.STRONG, "text" if report.standing else "muted", wrap=True), 1)
        if report.state:
            top.addWidget(Label(theme, report.state, Role.PILL, "accent" if report.in_use else "muted"))
        column.addLayout(top)
        for words, ink in self._words():
            if words:
                column.addWidget(Label(theme, words, Role.BODY if ink == "text" else Role.META, ink, wrap=True))
        column.addLayout(self._acts())

    def _words(self) -> list[tuple[str, str]]:
        report = self._report
        said = self.tr("said {day}").format(day=report.said) if report.said else ""
        who = ", ".join(filter(None, (report.speakers, said)))
        source = report.source_besides if report.source else self.tr("Desk entry, no source")
        entered = report.entered_later or self.tr("entered by {who}").format(who=report.entered)
        reason = self.tr("Reason: {reason}").format(reason=report.reason) if report.reason else ""
        quote = f"“{report.wording}”" if report.wording else ""
        return [
            (quote, "text"),
            (" · ".join(filter(None, (who, source))), "muted"),
            (reason, "muted"),
            (entered, "warning" if report.entered_later else "muted"),
        ]

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=4)
        report = self._report
        usable = report.standing and not report.in_use and report.field != "name"
        acts = (
            (report.source_id is not None, self.tr("Show the words"), "quote", None),
            (usable, self.tr("Use this one"), "check", "use"),
            (report.standing, self.tr("Set aside"), "x", "set aside"),
            (not report.standing, self.tr("Accept again"), "rotate-ccw", "accept"),
        )
        for wanted, words, icon, verdict in acts:
            if wanted:
                button = Button(self._theme, words, icon, Kind.LINK)
                button.setAccessibleName(f"{words}: {report.label}, {_shown(report)}, {report.speakers}")
                button.clicked.connect(partial(self._do, verdict))
                line.addWidget(button)
        line.addStretch(1)
        return line

    def _do(self, verdict: str | None) -> None:
        if verdict is None:
            self.quote_requested.emit(self._report)
        else:
            self.decided.emit(verdict, self._report)


class SaysTab(GrowingColumn):
    """The reports of a case by field, in the catalogue's order; nothing here writes over anything.

    Signals:
        quote_requested: the `ReportView` whose words are asked for.
        decided: a decision that is wanted, and the `ReportView` it is about.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    quote_requested = Signal(object)
    decided = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._theme = theme
        self._empty.setText(self.tr("Nothing has been reported yet. Link words of a source, or type on Overview."))

    def show_case(self, view: CaseView) -> None:
        """Show the reports of a case."""
        ordered = sorted(view.reports, key=lambda one: _PLACE[one.field])
        fields = [(label, list(together)) for label, together in groupby(ordered, key=lambda one: one.label)]
        self.show_parts([partial(self._card, label, _standing_first(reports)) for label, reports in fields])

    def _card(self, label: str, reports: list[ReportView]) -> Card:
        card = Card(self._theme, label, widest=WIDEST)
        blocks = GrowingColumn(self._theme, "", gap=8)
        blocks.show_parts([partial(self._block, report) for report in reports])
        card.add(blocks)
        return card

    def _block(self, report: ReportView) -> ReportBlock:
        block = ReportBlock(self._theme, report)
        block.quote_requested.connect(self.quote_requested)
        block.decided.connect(self.decided)
        return block


def _standing_first(reports: list[ReportView]) -> list[ReportView]:
    return sorted(reports, key=lambda one: (not one.in_use, not one.standing))


def _shown(report: ReportView) -> str:
    return kinds.masked(report.text) if BY_KEY[report.field].kind is kinds.PAPER else report.text
