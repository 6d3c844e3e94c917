"""What sources say: every report of every field, and what is decided about it."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain import kinds
from casefiles.domain.catalogue import BY_KEY, FIELDS
from casefiles.domain.certainty import Certainty
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import WIDEST, Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import CaseView, ReportView
    from ui.theme.theme import Theme

_PLACE: Final = {field.key: place for place, field in enumerate(FIELDS)}


class ReportBlock(QFrame):
    """One report: value, words, speaker, source, state, and the decisions open to the officer.

    Signals:
        quote_requested: its words are asked for; carries the `ReportView`.
        decided: a decision is wanted: "use", "unpin", "set aside" or "accept", and the `ReportView`.
        grade_requested: its grade is to be given; carries the `ReportView`.

    Args:
        theme: the theme in force.
        report: the report.
        parent: the owner.
    """

    quote_requested = Signal(object)
    decided = Signal(str, object)
    grade_requested = Signal(object)

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
            (grade_in_words(report), "muted"),
            (reason, "muted"),
            (entered, "warning" if report.entered_later else "muted"),
        ]

    def _acts(self) -> QVBoxLayout:
        """Return what can be done: reading and grading on one line, deciding on the next."""
        lines = QVBoxLayout()
        Spacing(self._theme, lines, gap=0)
        report = self._report
        is_status = report.field == "status"
        usable = report.standing and report.field != "name" and not (report.chosen if is_status else report.in_use)
        use = (self.tr("Pin this status"), "pin") if is_status else (self.tr("Use this one"), "check")
        gradable = report.standing and report.certainty is not Certainty.DESK
        unpin = self.tr("Unpin") if is_status else self.tr("Let the rule decide")
        lines.addLayout(
            self._line(
                (report.source_id is not None, self.tr("Show the words"), "quote", "words"),
                (gradable, self.tr("Grade…"), "scale", "grade"),
            )
        )
        lines.addLayout(
            self._line(
                (usable, *use, "use"),
                (report.chosen, unpin, "rotate-ccw", "unpin"),
                (report.standing, self.tr("Set aside"), "x", "set aside"),
                (not report.standing, self.tr("Accept again"), "rotate-ccw", "accept"),
            )
        )
        return lines

    def _line(self, *acts: tuple[bool, str, str, str]) -> QHBoxLayout:
        line, report = QHBoxLayout(), self._report
        Spacing(self._theme, line, gap=4)
        for wanted, words, icon, act in acts:
            if wanted:
                button = Button(self._theme, words, icon, Kind.LINK)
                button.setAccessibleName(f"{words}: {report.label}, {_shown(report)}, {report.speakers}")
                if act != "words":
                    only_now(button)
                button.clicked.connect(partial(self._do, act))
                line.addWidget(button)
        line.addStretch(1)
        return line

    def _do(self, act: str) -> None:
        asked = {"words": self.quote_requested, "grade": self.grade_requested}.get(act)
        if asked is not None:
            asked.emit(self._report)
        else:
            self.decided.emit(act, self._report)


class SaysTab(GrowingColumn):
    """The reports of a case by field, in the catalogue's order; nothing here writes over anything.

    Signals:
        quote_requested: the `ReportView` whose words are asked for.
        decided: a decision that is wanted, and the `ReportView` it is about.
        grade_requested: the `ReportView` whose grade is to be given.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    quote_requested = Signal(object)
    decided = Signal(str, object)
    grade_requested = Signal(object)

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
        block.grade_requested.connect(self.grade_requested)
        return block


def grade_in_words(report: ReportView) -> str:
    """Say a report's grade and what it means, as in “B: source usually reliable”; empty when it has none."""
    return ": ".join(filter(None, (report.grade, report.grade_words)))


def _standing_first(reports: list[ReportView]) -> list[ReportView]:
    return sorted(reports, key=lambda one: (not one.in_use, not one.standing))


def _shown(report: ReportView) -> str:
    return kinds.masked(report.text) if BY_KEY[report.field].kind is kinds.PAPER else report.text
