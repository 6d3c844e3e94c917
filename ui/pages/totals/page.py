"""The page of reported totals: the ledger or the work list, and the total that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.totals.acts import TotalActs
from ui.pages.totals.detail import TotalDetail
from ui.pages.totals.gap_list import gap_rows
from ui.pages.totals.ledger_list import LedgerList
from ui.pages.totals.rows import rows_of
from ui.theme.typography import Role
from ui.widgets.buttons import Button
from ui.widgets.editors import ChoiceEditor
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.panes import Pane, Panes
from ui.widgets.spacing import Spacing
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.figure_views import LedgerView
    from casefiles.workspace.settings import Situation
    from ui.session import Session
    from ui.theme.theme import Theme

_LEDGER, _GAPS = 0, 1


class TotalsPage(QWidget):
    """The ledger of reported totals.

    Attributes:
        title: what the window calls the page.
        handlers: what the window's actions do here.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._view: LedgerView | None = None
        self._wanted = self._situation = ""
        self._is_stale = False
        self.title: str = self.tr("Reported totals")
        self.acts = TotalActs(session, theme, self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self.handlers: dict[str, Callable[[], None]] = {
            "new-totals": self._add,
            "edit": partial(self._detail.do, "edit"),
            "remove": partial(self._detail.do, "remove"),
            "tab-1": partial(self._tabs.setCurrentIndex, _LEDGER),
            "tab-2": partial(self._tabs.setCurrentIndex, _GAPS),
        }
        self._load()

    def _make_parts(self) -> None:
        theme = self._theme
        self._choice: ChoiceEditor | None = None
        self._ledger = LedgerList(theme, self.tr("Reported totals"))
        self._gaps = LedgerList(theme, self.tr("Not accounted for"))
        self._none = EmptyState(theme, "circle-check", self.tr("Every total is accounted for."))
        self._gap_stack = QStackedWidget()
        self._detail = TotalDetail(theme, self._session, self.acts)
        words = self.tr("No totals yet. Enter what a ministry or a paper says: how many, of whom, on which day.")
        self._empty = EmptyState(theme, "scale", words, self.tr("Enter totals"))
        self._tabs = Tabs(self.tr("Totals"))

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        Spacing(self._theme, column, (12, 12, 0, 0), 4)
        self._head = QHBoxLayout()
        Spacing(self._theme, self._head, (2, 0, 12, 0), 8)
        add = Button(self._theme, self.tr("Enter totals"), "plus")
        add.setToolTip(self.tr("Enter a whole answer at once (Ctrl+Shift+F)"))
        only_now(add, self._empty.button)
        add.clicked.connect(self._add)
        self._head.addWidget(Label(self._theme, self.title, Role.LIST_TITLE), 1)
        self._head.addWidget(add)
        column.addLayout(self._head)
        self._gap_stack.addWidget(self._gaps)
        self._gap_stack.addWidget(self._none)
        self._tabs.add(self._ledger, self.tr("Ledger"))
        self._tabs.add(self._gap_stack, self.tr("Not accounted for"))
        column.addWidget(self._tabs, 1)
        panes = [Pane(side, 632, 420, 3), Pane(self._detail, 432, 310, 2)]
        self._panes = Panes(self._theme, self, panes, self._empty)

    def _wire(self) -> None:
        self._empty.action_requested.connect(self._add)
        self.acts.added.connect(self._want)
        self._detail.total_requested.connect(self.open_total)
        self._detail.left.connect(self._back_to_list)
        self._tabs.currentChanged.connect(self._show_tab)
        self._session.changed.connect(self._hear)
        self._session.moment_changed.connect(self._look_again)
        for totals in (self._ledger, self._gaps):
            totals.chosen.connect(self._choose)
            totals.opened.connect(self._enter)

    # the page's contract

    def open_total(self, uuid: str) -> None:
        """Go to a total in the ledger."""
        self._want(uuid)
        self._tabs.setCurrentIndex(_LEDGER)
        if self._view is not None and not self._ledger.go_to(uuid):
            self._filter("")

    def panes(self) -> list[QWidget]:
        """Return the places F6 goes to."""
        if not self._panes.are_shown:
            return [self._empty.button]
        choice = [self._choice] if self._choice is not None else []
        return [self._list, self._tabs.tabBar(), *self._detail.panes(), *choice]

    def save_now(self) -> None:
        """Keep what is being typed."""
        self._detail.save_now()

    def state(self) -> dict[str, Any]:
        """Return what is to be as it was, the next time."""
        return {"sizes": self._panes.widths(), "situation": self._situation}

    def restore(self, state: dict[str, Any]) -> None:
        """Make it as it was."""
        self._panes.set_widths(state.get("sizes", ()))
        self._filter(str(state.get("situation", "")))

    # what is shown

    @property
    def _list(self) -> LedgerList:
        return self._ledger if self._tabs.currentIndex() == _LEDGER else self._gaps

    def _load(self) -> None:
        casebook, situation = self._session.casebook, self._situation
        self._session.read(
            "totals",
            self.tr("Reading the totals of that day"),
            lambda moment: (casebook.figures.ledger(situation, moment), casebook.settings.situations()),
            self._show,
        )

    def _show(self, found: tuple[LedgerView, list[Situation]]) -> None:
        self._view, situations = found
        self._offer(situations)
        has_any = bool(self._view.lines or self._view.replaced)
        self._panes.show_panes(has_any or bool(self._situation))
        several = len(situations) > 1 and not self._situation
        self._ledger.show_rows(rows_of(self._view, several_situations=several))
        self._gaps.show_rows(gap_rows(self._view))
        self._gap_stack.setCurrentWidget(self._gaps if self._view.gaps else self._none)
        count = len(self._view.gaps)
        words = self.tr("Not accounted for ({number})").format(number=count) if count else self.tr("Not accounted for")
        self._tabs.setTabText(_GAPS, words)
        if not (self._wanted and self._list.go_to(self._wanted)) and not self._list.current_key:
            self._list.go_to_first()
        self._detail.show_total(self._view, self._list.current_key)

    def _offer(self, situations: list[Situation]) -> None:
        """Offer the situations to choose from where there are several."""
        if self._choice is not None or len(situations) < 2:
            return
        choices = [("", self.tr("All situations")), *((one.uuid, one.name) for one in situations)]
        self._choice = ChoiceEditor(self._theme, self.tr("Situation"), choices)
        self._choice.set_value(self._situation)
        self._choice.committed.connect(self._filter)
        self._head.insertWidget(1, self._choice)

    def _filter(self, situation: str) -> None:
        if situation != self._situation:
            self._situation = situation
            if self._choice is not None:
                self._choice.set_value(situation)
            self._load()

    def _want(self, uuid: str) -> None:
        self._wanted = uuid

    def _choose(self, uuid: str) -> None:
        self._wanted = uuid
        if self._view is not None:
            self._detail.show_total(self._view, uuid)

    def _show_tab(self, _place: int) -> None:
        if self._view is None:
            return
        if not self._list.go_to(self._wanted):
            self._list.go_to_first()
        self._detail.show_total(self._view, self._list.current_key)

    def _enter(self, _uuid: str) -> None:
        """Enter shows the words that say a total, or else goes to its detail."""
        panes = self._detail.panes()
        if panes:
            panes[0].setFocus()

    def _back_to_list(self) -> None:
        self._list.setFocus()

    def _add(self) -> None:
        if self._session.may_edit():
            self.acts.add(self._situation)

    def _hear(self, _changes: Changes) -> None:
        """Any act can change our number."""
        self._look_again()

    def _look_again(self) -> None:
        """While nobody looks at the page, the reading waits."""
        if self.isVisible():
            self._load()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read afresh what changed while another page was in view."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._load()
