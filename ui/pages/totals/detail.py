"""One total in full: its words, parts, flags, our people behind it, what is left open, and its trend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ui.pages.totals.cards import FlagsCard, PartsCard, TrendCard, WordsCard
from ui.pages.totals.gap_card import GapCard
from ui.pages.totals.header import TotalHeader
from ui.pages.totals.people_card import PeopleTable, breakdown_numbers, people_numbers, why_none
from ui.pages.totals.wording import trend_of
from ui.widgets.empty_state import EmptyState
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from casefiles.workspace.figure_views import BreakdownView, LedgerView, LineView
    from ui.pages.totals.acts import TotalActs
    from ui.session import Session
    from ui.theme.theme import Theme

_BESIDE = 560


class TotalDetail(QWidget):
    """The pane of one total.

    Signals:
        total_requested: the UUID of another total.
        left: Esc was pressed.

    Args:
        theme: the theme in force.
        session: the open casebook.
        acts: what can be done with a total.
        parent: the owner.
    """

    total_requested = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, session: Session, acts: TotalActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._acts = acts
        self.line: LineView | None = None
        self._make_cards()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(theme, "scale", self.tr("Choose a total in the list.")))
        self._stack.addWidget(self._lay_out())

    def _make_cards(self) -> None:
        theme = self._theme
        self._header = TotalHeader(theme)
        self._words = WordsCard(theme)
        self._parts = PartsCard(theme)
        self._flags = FlagsCard(theme)
        self._people = PeopleTable(theme, self._session, self.tr("Our people"))
        self._states = PeopleTable(theme, self._session, self.tr("By state of origin"))
        self._months = PeopleTable(theme, self._session, self.tr("By month of the event"))
        self._gap = GapCard(theme)
        self._trend = TrendCard(theme)
        self._header.asked.connect(self.do)
        self._words.quote_requested.connect(self._acts.show_words)
        self._parts.total_requested.connect(self.total_requested)
        self._trend.total_requested.connect(self.total_requested)
        for table in (self._people, self._states, self._months):
            table.case_requested.connect(self._session.show_case.emit)
        self._gap.noted.connect(self._acts.note_gap)

    def _lay_out(self) -> QWidget:
        inside = QWidget()
        inside.setMinimumWidth(1)
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        Spacing(self._theme, column, (8, 12, 12, 16), 12)
        self._apart = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        Spacing(self._theme, self._apart, gap=12)
        for table in (self._states, self._months):
            self._apart.addWidget(table, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._header)
        for card in (self._flags, self._words, self._parts, self._people, self._gap):
            column.addWidget(card)
        column.addLayout(self._apart)
        column.addWidget(self._trend)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("Total"))
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        return area

    # what is shown

    def show_total(self, view: LedgerView, uuid: str) -> None:
        """Show a total of a ledger; nothing when it is not in it."""
        line = next((one for one in (*view.lines, *view.replaced) if one.uuid == uuid), None)
        another = self.line is None or line is None or line.uuid != self.line.uuid
        self.line = line
        self._stack.setCurrentIndex(0 if line is None else 1)
        if line is None:
            return
        self._header.show_line(line)
        self._words.show_line(line)
        self._parts.show_line(line, view)
        self._flags.show_line(line)
        self._people.show_numbers(uuid, people_numbers(line), why_none(line))
        self._gap.show_line(line, is_gap=uuid in view.gaps)
        self._gap.setEnabled(self._session.moment.is_now)
        place = trend_of(view, uuid)
        self._trend.show_trend(uuid, None if place is None else view.trends[place])
        if another:
            self._area.verticalScrollBar().setValue(0)
            self._show_apart(uuid, None)
        self._load_apart(line)

    def panes(self) -> list[QWidget]:
        """Return where F6 goes."""
        return [self._header.first_act] if self.line is not None else []

    def save_now(self) -> None:
        """Keep what is being typed."""
        self._gap.save_now()

    def do(self, act: str) -> None:
        """Do one of the acts of the head."""
        acts = {
            "edit": self._acts.edit,
            "replace": self._acts.replace,
            "set-aside": self._acts.set_aside,
            "take-back": self._acts.take_back,
            "remove": self._acts.remove,
        }
        if self.line is not None and self._session.may_edit():
            acts[act](self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two breakdowns beside each other where there is room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= self._theme.px(_BESIDE)
        self._apart.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    # our people told apart

    def _load_apart(self, line: LineView) -> None:
        if line.people is None or line.replaced:
            self._show_apart(line.uuid, None)
            return
        figures, uuid = self._session.casebook.figures, line.uuid
        self._session.read(
            "total apart",
            self.tr("Telling people of that day apart"),
            lambda moment: (figures.breakdown(uuid, "state", moment), figures.breakdown(uuid, "month", moment)),
            lambda found: self._show_apart(uuid, found),
        )

    def _show_apart(self, uuid: str, found: tuple[BreakdownView, BreakdownView] | None) -> None:
        if self.line is not None and self.line.uuid == uuid:
            states, months = found or (None, None)
            self._states.show_numbers(uuid, breakdown_numbers("state", states))
            self._months.show_numbers(uuid, breakdown_numbers("month", months))
