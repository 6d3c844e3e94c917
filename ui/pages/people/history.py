"""History: who changed what and when, before and after, and the way back to an old value."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.catalogue import BY_KEY
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.views import CaseView, HistoryView, ReportView
    from ui.session import Session
    from ui.theme.theme import Theme


class HistoryTab(Card):
    """The history of one case, newest first; read on the search lane when it is looked at.

    Signals:
        restore_requested: the `HistoryView` whose value is wanted back.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    restore_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._session = session
        self._not_shown: set[str] = set()
        self.set_title(self.tr("History"))
        self._lines = GrowingColumn(theme, self.tr("Nothing has been recorded yet."), gap=10)
        self.add(self._lines)

    def show_case(self, view: CaseView) -> None:
        """Ask for the history of a case, and show it when it is there."""
        self._not_shown = {report.claim for report in view.reports if _is_past(report)}
        journal = self._session.casebook.journal
        self._session.tasks.search("history", partial(journal.of_case, view.id, moment=view.moment), self._show)

    def _show(self, lines: Sequence[HistoryView]) -> None:
        acts = [list(together) for _, together in groupby(lines, key=lambda line: line.number)]
        self._lines.show_parts([partial(self._act, act) for act in acts])

    def _act(self, lines: Sequence[HistoryView]) -> QWidget:
        """Show what one act did: who did it and when is said once, above its lines."""
        part = QWidget()
        column = QVBoxLayout(part)
        Spacing(self._theme, column, gap=4)
        first = lines[0]
        who = " · ".join(filter(None, (first.when, first.who, first.label)))
        column.addWidget(Label(self._theme, who, Role.META, "muted", wrap=True))
        for line in lines:
            column.addWidget(self._line(line))
        return part

    def _line(self, line: HistoryView) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        Spacing(self._theme, row, gap=8)
        what = " → ".join(filter(None, (line.before, line.after)))
        row.addWidget(Label(self._theme, f"{line.what}: {what}", Role.STRONG, wrap=True), 1)
        if line.claim in self._not_shown:
            restore = Button(self._theme, self.tr("Restore"), "rotate-ccw", Kind.LINK)
            restore.setAccessibleName(self.tr("Restore {what}: {value}").format(what=line.what, value=line.after))
            only_now(restore)
            restore.clicked.connect(partial(self._ask, line))
            row.addWidget(restore, alignment=Qt.AlignmentFlag.AlignTop)
        return part

    def _ask(self, line: HistoryView) -> None:
        self.restore_requested.emit(line)


def _is_past(report: ReportView) -> bool:
    """Tell whether a report's value is no longer shown; of a field with several values all that stand are."""
    return not report.standing or not (report.in_use or BY_KEY[report.field].many)
