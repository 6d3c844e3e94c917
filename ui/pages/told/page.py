"""The page itself: the list of what we told, and one statement open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casefiles.domain.statements import State
from casefiles.workspace.statement_views import STATE_LABELS
from ui.models.told import listed_statement
from ui.pages.told.statement_card import StatementCards
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.editors import ChoiceEditor
from ui.widgets.empty_state import EmptyState
from ui.widgets.growing import scrolled
from ui.widgets.labels import Label
from ui.widgets.lines_list import LinesList
from ui.widgets.only_now import only_now
from ui.widgets.panes import Pane, Panes
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.statement_views import StatementRow, StatementView
    from casefiles.workspace.views import QuoteView
    from ui.session import Session
    from ui.theme.theme import Theme


class ToldPage(QWidget):
    """Every statement with its state, and one of them with what it rests on.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.

    Attributes:
        handlers: what the window's actions do here.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("What we told")
        self._session = session
        self._theme = theme
        self._rows: Sequence[StatementRow] = ()
        self._view: StatementView | None = None
        self._wanted = ""
        self._is_fresh = False
        self.handlers: dict[str, Callable[[], None]] = {
            "new-statement": self.add,
            "judge-statement": partial(self._on_this, self._judge),
            "link-values": partial(self._on_this, self._link),
            "edit": partial(self._on_this, self._edit),
            "remove": partial(self._on_this, self._remove),
        }
        self._make_parts()
        self._lay_out()
        self._listen()

    # for the window

    def open_statement(self, uuid: str) -> None:
        """Show one statement."""
        self._wanted = uuid
        self._filter.set_value("")
        if self._is_fresh:
            self._show_list()

    def panes(self) -> list[QWidget]:
        """The places F6 goes to."""
        return [self._list, self._cards]

    def save_now(self) -> None:
        """Nothing is typed on the page itself."""

    def state(self) -> dict[str, Any]:
        """What the page wants to find again."""
        return {"splitter": self._panes.widths()}

    def restore(self, state: dict[str, Any]) -> None:
        """Find it again."""
        self._panes.set_widths(state.get("splitter", ()))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)
        if not self._is_fresh:
            self._load()

    # what it is made of

    def _make_parts(self) -> None:
        theme = self._theme
        self._count = Label(theme, "", Role.META, "muted")
        states = [("", self.tr("All")), *((state.value, STATE_LABELS[state]) for state in State)]
        self._filter = ChoiceEditor(theme, self.tr("How it stands"), states)
        self._list = LinesList(theme, self.title)
        none = self.tr("Nothing we told is in that state.")
        self._none = EmptyState(theme, "message-square-quote", none, self.tr("Show all"))
        self._cards = StatementCards(theme)
        self._cards.hide()
        empty = self.tr(
            "Nothing is written down yet. What is issued to parliament, the press or a family comes here by itself;"
            " what was said otherwise is entered by hand."
        )
        self._empty = EmptyState(theme, "message-square-quote", empty, self.tr("Enter what we told"))

    def _lay_out(self) -> None:
        self._found = QStackedWidget()
        self._found.addWidget(self._list)
        self._found.addWidget(self._none)
        right = QWidget()
        Spacing(self._theme, inside := QVBoxLayout(right), (20, 8, 8, 0))
        inside.addWidget(scrolled(self._theme, self._cards, self.tr("Statement")))
        panes = [Pane(self._side(), 340, 240), Pane(right, 760, 360, 1)]
        self._panes = Panes(self._theme, self, panes, self._empty)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        add = IconButton(self._theme, self.tr("Enter what we told"), "plus", shortcut="Ctrl+Shift+T")
        only_now(add, self._empty.button)
        add.clicked.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(Label(self._theme, self.title, Role.LIST_TITLE), 1)
        head.addWidget(add)
        top = QVBoxLayout()
        Spacing(self._theme, top, (16, 0, 12, 0), 8)
        top.addLayout(head)
        top.addWidget(self._count)
        top.addWidget(self._filter)
        column = QVBoxLayout(side)
        Spacing(self._theme, column, (0, 10, 0, 0), 8)
        column.addLayout(top)
        column.addWidget(self._found, 1)
        return side

    def _listen(self) -> None:
        session, cards = self._session, self._cards
        session.changed.connect(self._hear)
        self._list.chosen.connect(self._open)
        self._filter.committed.connect(self._show_list)
        self._none.action_requested.connect(self._show_all)
        self._empty.action_requested.connect(self.add)
        cards.asked.connect(lambda action: self.handlers[action]())
        cards.person_requested.connect(session.show_case)
        cards.quote_requested.connect(self._show_quote)
        cards.people_requested.connect(session.show_found)
        cards.total_requested.connect(session.show_total)
        cards.edition_requested.connect(session.show_edition)
        cards.unlink_requested.connect(self._unlink)

    # what is shown

    def _hear(self, _changes: Changes) -> None:
        self._is_fresh = False
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        self._is_fresh = True
        self._session.tasks.search("told", self._session.casebook.statements.rows, self._take)

    def _take(self, rows: Sequence[StatementRow]) -> None:
        self._rows = rows
        self._panes.show_panes(bool(rows))
        self._show_list()

    def _show_list(self, _state: str = "") -> None:
        state = self._filter.value()
        shown = [row for row in self._rows if state in ("", row.state.value)]
        overtaken = sum(1 for row in self._rows if row.state is not State.STANDS)
        total = self.tr("%n statement(s)", "", len(self._rows))
        self._count.setText(f"{total} · {self.tr('%n to look at', '', overtaken)}" if overtaken else total)
        self._found.setCurrentWidget(self._list if shown else self._none)
        self._list.show_rows([listed_statement(row) for row in shown], self._wanted)
        if not shown:
            self._cards.hide()
        if shown and self._list.current_key:
            self._open(self._list.current_key)

    def _show_all(self) -> None:
        self._filter.set_value("")
        self._show_list()

    def _open(self, uuid: str) -> None:
        self._wanted = uuid
        view = partial(self._session.casebook.statements.view, uuid)
        self._session.tasks.search("told-one", view, self._show)

    def _show(self, view: StatementView) -> None:
        if view.row.uuid == self._wanted:
            self._view = view
            self._cards.show_statement(view)
            self._cards.show()

    def _show_quote(self, quote: QuoteView) -> None:
        self._session.show_source.emit(quote.source_id, quote.start, quote.end)

    # what the officer does

    def add(self) -> None:
        """Ask what was told."""
        from ui.dialogs.statement import StatementDialog

        dialog = StatementDialog(self._session, self._theme, None, self)
        dialog.entered.connect(self.open_statement)
        dialog.open()

    def _on_this(self, act: Callable[[StatementView], None]) -> None:
        if self._view is not None and self._rows:
            act(self._view)

    def _edit(self, view: StatementView) -> None:
        from ui.dialogs.statement import StatementDialog

        StatementDialog(self._session, self._theme, view, self).open()

    def _judge(self, view: StatementView) -> None:
        from ui.dialogs.judge_statement import JudgeDialog

        JudgeDialog(self._session, self._theme, view, self).open()

    def _link(self, view: StatementView) -> None:
        from ui.dialogs.link_values import LinkValuesDialog

        LinkValuesDialog(self._session, self._theme, view.row.uuid, self).open()

    def _remove(self, view: StatementView) -> None:
        self._session.edit(lambda: self._session.casebook.statements.remove(view.row.uuid))

    def _unlink(self, basis: str) -> None:
        view = self._view
        if view is not None:
            self._session.edit(lambda: self._session.casebook.statements.unlink(view.row.uuid, basis))
