"""The issued editions: the list, and the very pages that were given out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.told import listed_edition
from ui.pages.briefings.difference import DifferenceView
from ui.pages.briefings.sheets import Sheets
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.lines_list import LinesList
from ui.widgets.panes import Pane, Panes
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.edition_changes import Difference
    from casefiles.workspace.printing import Preview
    from casefiles.workspace.statement_views import EditionRow
    from ui.pages.briefings.output import Output
    from ui.session import Session
    from ui.theme.theme import Theme


class EditionsPane(QWidget):
    """All editions, and one of them open as it was issued.

    Args:
        session: the open casebook.
        theme: the theme in force.
        output: where pages go.
        parent: the owner.
    """

    def __init__(self, session: Session, theme: Theme, output: Output, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._output = output
        self._rows: dict[str, EditionRow] = {}
        self._shown: tuple[str, Preview] | None = None
        self._wanted = ""
        self._is_fresh = False
        self._list = LinesList(theme, self.tr("Issued editions"))
        self._sheets = Sheets(theme, session)
        self._difference = DifferenceView(theme)
        self._lay_out()
        session.changed.connect(self._hear)
        self._list.chosen.connect(self._open)
        self._changed.clicked.connect(self._ask_since)
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self._difference.left.connect(self._back)
        self._difference.case_requested.connect(self._show_case)

    def open_edition(self, uuid: str) -> None:
        """Show one edition."""
        self._wanted = uuid
        self._load()

    def panes(self) -> list[QWidget]:
        """The places F6 goes to."""
        pages = self._sheets.pages if self._right.currentWidget() is self._pages else self._difference
        return [self._list, pages] if self._rows else []

    def save(self) -> None:
        """Ask for a file and save the pages that were issued."""
        if self._shown is not None:
            uuid, preview = self._shown
            self._output.ask_where(preview, self._session.casebook.editions.suggested_name(uuid))

    def print(self) -> None:
        """Print the pages that were issued."""
        if self._shown is not None:
            self._output.print(self._shown[1])

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)
        if not self._is_fresh:
            self._load()

    # what it is made of

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        self._pages = self._one()
        for part in (self._pages, self._difference):
            self._right.addWidget(part)
        words = self.tr(
            "Nothing is issued yet. Prepare a briefing and press Issue: its pages are kept as they were given."
        )
        panes = [Pane(self._side(), 340, 200), Pane(self._right, 760, 0, 1)]
        self._panes = Panes(self._theme, self, panes, EmptyState(self._theme, "book-open", words))

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._count = Label(self._theme, "", Role.META, "muted")
        top = QVBoxLayout()
        Spacing(self._theme, top, (16, 0, 12, 0), 8)
        top.addWidget(Label(self._theme, self.tr("Issued editions"), Role.LIST_TITLE))
        top.addWidget(self._count)
        column = QVBoxLayout(side)
        Spacing(self._theme, column, (0, 10, 0, 0), 8)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        return side

    def _one(self) -> QWidget:
        right = QWidget()
        right.setProperty("surface", "panel")
        self._title = Label(self._theme, "", Role.CARD_TITLE, wrap=True)
        self._about = Label(self._theme, "", Role.META, "muted", wrap=True)
        self._changed = Button(self._theme, self.tr("What changed since…"), "history")
        self._print = Button(self._theme, self.tr("Print a copy…"), "printer")
        self._save = Button(self._theme, self.tr("Save a copy…"), "download", Kind.PRIMARY)
        words = QVBoxLayout()
        Spacing(self._theme, words, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        acts = QHBoxLayout()
        Spacing(self._theme, acts, gap=8)
        acts.addWidget(self._changed)
        acts.addStretch(1)
        for button in (self._print, self._save):
            acts.addWidget(button)
        head = QVBoxLayout()
        Spacing(self._theme, head, (16, 10, 16, 10), 8)
        head.addLayout(words)
        head.addLayout(acts)
        column = QVBoxLayout(right)
        Spacing(self._theme, column, gap=0)
        column.addLayout(head)
        column.addWidget(self._sheets, 1)
        return right

    # what is shown

    def _hear(self, changes: Changes) -> None:
        if any(table == "edition" for table, _ in changes.rows):
            self._is_fresh = False
            if self.isVisible():
                self._load()

    def _load(self) -> None:
        self._is_fresh = True
        self._session.tasks.search("editions", self._session.casebook.editions.rows, self._take)

    def _take(self, rows: Sequence[EditionRow]) -> None:
        self._rows = {row.uuid: row for row in rows}
        self._panes.show_panes(bool(rows))
        self._count.setText(self.tr("%n edition(s)", "", len(rows)))
        self._changed.setEnabled(len(rows) > 1)
        if not rows:
            self._shown = None
        self._list.show_rows([listed_edition(row) for row in rows], self._wanted)

    def _open(self, uuid: str) -> None:
        self._wanted = uuid
        row = self._rows[uuid]
        self._right.setCurrentWidget(self._pages)
        self._title.setText(self.tr("Edition {number}: {title}").format(number=row.number, title=row.title))
        pages = self.tr("%n page(s)", "", row.pages)
        by = self.tr("by {officer}").format(officer=row.issued_by) if row.issued_by else ""
        self._about.setText(" · ".join(filter(None, (row.to_whom, row.issued, by, pages))))
        preview = partial(self._session.casebook.editions.preview, uuid)
        self._session.tasks.search("edition", preview, partial(self._show, uuid))

    def _show(self, uuid: str, preview: Preview) -> None:
        if uuid == self._wanted:
            self._shown = uuid, preview
            self._sheets.show_preview(preview)

    # what changed since

    def _ask_since(self) -> None:
        from ui.dialogs.choose_edition import ChooseEdition

        others = [row for row in self._rows.values() if row.uuid != self._wanted]
        dialog = ChooseEdition(self._session, self._theme, self._rows[self._wanted], others, self)
        dialog.chosen.connect(self._compare)
        dialog.open()

    def _compare(self, other: str) -> None:
        compare = partial(self._session.casebook.editions.compare, self._wanted, other)
        self._session.tasks.search("difference", compare, self._show_difference)

    def _show_difference(self, found: Difference) -> None:
        self._difference.show_difference(found)
        self._right.setCurrentWidget(self._difference)
        self._difference.setFocus()

    def _back(self) -> None:
        self._right.setCurrentWidget(self._pages)
        self._list.setFocus()

    def _show_case(self, ref: str) -> None:
        case = self._session.tasks.now(lambda: self._session.casebook.people.find(ref))
        if case is not None:
            self._session.show_case.emit(case)
