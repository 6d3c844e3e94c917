"""One case: its head, and its tabs, each brought in and built when it is first looked at."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from casefiles.domain.problems import CasefilesError, NotFound
from ui.pages.people.acts import CaseActs
from ui.pages.people.resting import in_turn
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.growing import scrolled
from ui.widgets.spacing import Spacing
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.views import CaseView
    from ui.pages.people.header import CaseHeader
    from ui.pages.people.overview import Overview
    from ui.pages.people.told_line import ToldLine
    from ui.session import Session
    from ui.theme.theme import Theme

    Show = Callable[[CaseView], None]

_BETWEEN_PARTS_MS: Final = 20
_SHARED = frozenset({"situation", "confirming_body"})


class DetailPane(QWidget):
    """The page of one person or group.

    Signals:
        left: Esc was pressed with nothing else to leave.
        case_opened: the key of another case.
        asked: the id of an action that the page does.
        ready: everything is built that the first case is shown on.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    left = Signal()
    case_opened = Signal(int)
    asked = Signal(str)
    ready = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.view: CaseView | None = None
        self.acts = CaseActs(session, theme, self)
        self._built: dict[int, Show] = {}
        self._stale: set[int] = set()
        self._overview: Overview | None = None
        self._pages: list[QVBoxLayout] = []
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(theme, "user", self.tr("Choose a person in the list.")))

    @cached_property
    def tabs(self) -> Tabs:
        """The tabs below the head; made for the first case."""
        tabs = Tabs(self.tr("Case"))
        tabs.tabBar().setAccessibleName(self.tr("Case"))
        titles = (self.tr("Overview"), self.tr("Timeline"), self.tr("What sources say"), self.tr("History"))
        for title in titles:
            page = QWidget()
            self._pages.append(QVBoxLayout(page))
            self._pages[-1].setContentsMargins(0, 0, 0, 0)
            tabs.add(page, title)
        tabs.currentChanged.connect(self._show_tab)
        return tabs

    @cached_property
    def _header(self) -> CaseHeader:
        from ui.pages.people.header import CaseHeader

        header = CaseHeader(self._theme)
        header.asked.connect(self.asked)
        return header

    @cached_property
    def _hold(self) -> Banner:
        banner = Banner(self._theme, kind="warn", action=self.tr("Lift…"), icon="eye-off")
        banner.action_requested.connect(self.acts.lift)
        banner.hide()
        return banner

    @cached_property
    def _told(self) -> ToldLine:
        from ui.pages.people.told_line import ToldLine

        return ToldLine(self._session, self._theme)

    @cached_property
    def _case(self) -> QWidget:
        case = QWidget()
        column = QVBoxLayout(case)
        Spacing(self._theme, column, (20, 16, 8, 0), 8)
        column.addWidget(self._header)
        column.addWidget(self._hold)
        column.addWidget(self._told)
        column.addWidget(self.tabs, 1)
        self._stack.addWidget(case)
        return case

    def make_ready(self) -> None:
        """Build, part by part, what the first case will be shown on: together that would be felt."""
        self._session.tasks.search("case, ready", self._session.casebook.bring_in, self._build_parts)

    def _build_parts(self, _ready: None) -> None:
        parts = (lambda: self._case, lambda: self._make_tab(0), self._make_details, self.ready.emit)
        in_turn(self, parts, _BETWEEN_PARTS_MS)

    # what is shown

    def open_case(self, case_id: int | None) -> bool:
        """Show a case, or nobody; false when it is gone."""
        self.save_now()
        try:
            view = None if case_id is None else self._look_up(case_id)
        except NotFound:
            view = None
        except CasefilesError as problem:
            self._session.problems.tell(problem)
            view = None
        self._show(view, None)
        return view is not None

    def follow(self, changes: Changes) -> None:
        """Show the case afresh if a change concerns it; text being typed stays."""
        if self.view is None:
            return
        tables = {table for table, _ in changes.rows}
        if self.view.id in changes.cases or tables & _SHARED:
            try:
                self._show(self._look_up(self.view.id), changes)
            except CasefilesError:
                self._show(None, changes)

    def look_again(self) -> None:
        """Show the case as it stands at the moment looked at now, to be read."""
        if self._overview is not None and self._overview.details is not None:
            self._overview.details.set_editing(False)
        self.open_case(self.view.id if self.view else None)

    def save_now(self) -> None:
        """Commit whatever is typed and not yet committed."""
        if self._overview is not None and self._overview.details is not None:
            self._overview.details.save_now()

    # by keyboard

    def panes(self) -> list[QWidget]:
        """Where the keyboard can go; nowhere while nobody is shown."""
        return [self.tabs.tabBar()] if self.view is not None else []

    def edit(self) -> None:
        """Let the details be typed in, from the first of them."""
        if not self._session.may_edit():
            return
        self.tabs.setCurrentIndex(0)
        if self._overview is not None and self._overview.details is not None:
            self._overview.details.set_editing(True)
            self._overview.details.focus_first()

    def focus_case(self) -> None:
        """Go to the case, from where Tab leads on."""
        if self.view is not None:
            self.tabs.tabBar().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the editing, then goes back to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._overview and self._overview.details and self._overview.details.editing:
            self._overview.details.set_editing(False)
            self.focus_case()
        else:
            self.left.emit()

    # inside

    def _look_up(self, case_id: int) -> CaseView:
        return self._session.casebook.people.view(case_id, self._session.moment)

    def _show(self, view: CaseView | None, changes: Changes | None) -> None:
        self.view = view
        self.acts.show_case(view)
        if view is None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentWidget(self._case)
        self._header.show_case(view)
        self._hold.setVisible(view.hold is not None)
        self._hold.say(view.hold.sentence if view.hold else "")
        self._told.show_case(view.id)
        self._stale = set(range(self.tabs.count()))
        if self._overview is not None and self.tabs.currentIndex() == 0:
            self._overview.show_case(view, changes)
            self._stale.discard(0)
        self._show_tab(self.tabs.currentIndex())

    def _show_tab(self, place: int) -> None:
        if self.view is None or place not in self._stale:
            return
        self._make_tab(place)
        self._built[place](self.view)
        self._stale.discard(place)

    def _make_tab(self, place: int) -> None:
        if place not in self._built:
            self._built[place] = self._build(place)

    def _build(self, place: int) -> Show:
        makers = (self._make_overview, self._make_timeline, self._make_says, self._make_history)
        content, show = makers[place]()
        area = scrolled(self._theme, content, self.tabs.tabText(place))
        self._pages[place].addWidget(area)
        area.show()
        return show

    def _make_overview(self) -> tuple[QWidget, Show]:
        from ui.pages.people.overview import Overview

        self._overview = Overview(self._session, self._theme, self.acts)
        self._overview.case_opened.connect(self.case_opened)
        self._overview.all_requested.connect(lambda: self.tabs.setCurrentIndex(1))
        return self._overview, self._overview.show_case

    def _make_details(self) -> None:
        if self._overview is not None:
            self._overview.make_ready()

    def _make_timeline(self) -> tuple[QWidget, Show]:
        from ui.pages.people.timeline import TimelineTab
        from ui.pages.people.why_card import WhyCard

        tab, why = TimelineTab(self._theme), WhyCard(self._theme)
        tab.quote_requested.connect(self.acts.show_words)
        tab.add_requested.connect(self.acts.add_status)
        why.pin_requested.connect(partial(self.acts.decide, "use"))
        why.unpin_requested.connect(partial(self.acts.decide, "unpin"))
        together = QWidget()
        Spacing(self._theme, column := QVBoxLayout(together), gap=12)
        column.addWidget(why)
        column.addWidget(tab)

        def show(view: CaseView) -> None:
            why.show_case(view)
            tab.show_case(view)

        return together, show

    def _make_says(self) -> tuple[QWidget, Show]:
        from ui.pages.people.says import SaysTab

        tab = SaysTab(self._theme)
        tab.quote_requested.connect(self.acts.show_words)
        tab.decided.connect(self.acts.decide)
        tab.grade_requested.connect(self.acts.grade)
        return tab, tab.show_case

    def _make_history(self) -> tuple[QWidget, Show]:
        from ui.pages.people.history import HistoryTab

        tab = HistoryTab(self._session, self._theme)
        tab.restore_requested.connect(self.acts.restore)
        return tab, tab.show_case
