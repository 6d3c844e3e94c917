"""A quiet line on a person's page: what we told that is overtaken by what is now known of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.domain.changes import Changes
    from casefiles.workspace.statement_views import StatementRow
    from ui.session import Session
    from ui.theme.theme import Theme

_REST_MS: Final = 250
_NAMED: Final = 2
_TABLES: Final = frozenset({"statement", "basis", "judgement", "edition"})


class ToldLine(QWidget):
    """Names the overtaken statements about one person; hidden while there are none.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._case: int | None = None
        self._links: list[QWidget] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._words = Label(theme, "", Role.META, "warning")
        self._line = QHBoxLayout(self)
        Spacing(theme, self._line, gap=6)
        self._line.addWidget(Drawing(theme, "history", "warning", 13))
        self._line.addWidget(self._words)
        self._line.addStretch(1)
        session.changed.connect(self._hear)
        self.hide()

    def show_case(self, case_id: int | None) -> None:
        """Say what is overtaken by this person, once the list is at rest."""
        if case_id != self._case:
            self.hide()
        self._case = case_id
        self._rest.start()

    def _hear(self, changes: Changes) -> None:
        if any(table in _TABLES for table, _ in changes.rows):
            self._rest.start()

    def _ask(self) -> None:
        if self._case is not None:
            overtaken = partial(self._session.casebook.statements.overtaken_of, self._case)
            self._session.tasks.search("told-of", overtaken, partial(self._show, self._case))

    def _show(self, case_id: int, rows: Sequence[StatementRow]) -> None:
        if case_id != self._case:
            return
        for link in self._links:
            self._line.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(row) for row in rows[:_NAMED]]
        more = len(rows) - _NAMED
        words = self.tr("What we told is overtaken:")
        self._words.setText(words if more <= 0 else f"{words} {self.tr('%n more, and', '', more)}")
        for place, link in enumerate(self._links):
            self._line.insertWidget(2 + place, link)
        self.setVisible(bool(rows))

    def _link(self, row: StatementRow) -> Button:
        link = Button(self._theme, row.title, kind=Kind.LINK)
        link.setAccessibleName(self.tr("Overtaken: {what}").format(what=row.sentence))
        link.clicked.connect(lambda: self._session.show_statement.emit(row.uuid))
        return link
