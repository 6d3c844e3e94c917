"""An open casebook in the window: top bar, sidebar and pages, all listening to one session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.search import editing
from ui.actions import BY_ID
from ui.shell.known_values import KnownValues
from ui.shell.pages import FIRST, Pages
from ui.shell.past import Past
from ui.shell.recent import Recent
from ui.shell.saved import Saved
from ui.shell.sidebar import Sidebar
from ui.shell.top_bar import TopBar
from ui.shell.undo_keys import UndoKeys
from ui.widgets.banner import Banner
from ui.widgets.only_now import show_past
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from casefiles.domain.changes import Changes
    from casefiles.workspace.finding import Sort, Totals
    from ui.actions import Actions
    from ui.preferences import Preferences
    from ui.session import Session
    from ui.theme.theme import Theme

NARROW_BELOW: Final = 1100
_SAVED_MS: Final = 300
_GAPS_MS: Final = 1500


class Desk(QWidget):
    """One open casebook.

    Signals:
        came: there is something to see.
        doable_changed: other actions can be asked for now.
        settings_requested: Settings was chosen in the sidebar.

    Args:
        theme: the theme in force.
        session: the open casebook.
        actions: the window's actions.
        preferences: what the officer prefers.
        notice: a sentence that stays above the pages; empty for none.
        parent: the window.
    """

    came = Signal()
    doable_changed = Signal()
    settings_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        session: Session,
        actions: Actions,
        preferences: Preferences,
        notice: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.session = session
        self._actions = actions
        self._preferences = preferences
        self._is_small = False
        self.top = TopBar(theme, actions, self)
        self.sidebar = Sidebar(theme, self)
        self.pages = Pages(theme, session, preferences, self)
        self.saved = Saved(theme, session, self.sidebar, self.top.search.text, self)
        self.recent = Recent(theme, session, self.top.search, self)
        self.top.search.offer_values(KnownValues(session, self))
        self._undo_keys = UndoKeys(self)
        self._own: dict[str, Callable[[], None]] = {
            "undo": lambda: self._reverse(session.casebook.journal.undo),
            "redo": lambda: self._reverse(session.casebook.journal.redo),
            "find": self._find,
            "save-search": self.saved.save,
            "search-help": self.top.search.show_card,
            "briefing": lambda: self._go_to("briefings"),
            "brief-list": self._brief_list,
            "as-of": self._look_back,
            "toggle-sidebar": self._toggle_sidebar,
            "next-pane": lambda: self._walk(1),
            "previous-pane": lambda: self._walk(-1),
        }
        self._lay_out(notice)
        self._listen()
        self.sidebar.set_narrow(preferences.narrow_sidebar)

    def begin(self) -> None:
        """Bring up the first page; called once this is in the window."""
        self._go_to(FIRST)
        self._to_page()
        self._count()
        self._name_undo()
        QTimer.singleShot(_SAVED_MS, self, self.saved.look)  # neither the language of searches nor the ledger
        QTimer.singleShot(_GAPS_MS, self, self._count_gaps)  # is brought in while somebody waits

    # for the window

    def can(self, action_id: str) -> bool:
        """Tell whether an action can be asked for now; none that changes anything while the past is looked at."""
        if BY_ID[action_id].writes and not self.session.moment.is_now:
            return False
        if action_id in {"undo", "redo"}:
            return bool(self._undoable[action_id])
        return self._handler(action_id) is not None

    def run(self, action_id: str) -> None:
        """Do an action: the page in view first, then the window, then the page that knows how."""
        handler = self._handler(action_id)
        if handler is not None:
            handler()

    def listed(self) -> tuple[str, str, Sort]:
        """Return what the list of people is called, the search it answers, and its order."""
        listed: tuple[str, str, Sort] = self._go_to("people").listed()
        return listed

    def save_now(self) -> None:
        """Commit whatever editor is open."""
        self.pages.save_now()

    def close_session(self) -> None:
        """Remember where things stood, and close the casebook."""
        self.pages.keep_states()
        self._undo_keys.stop()
        self.session.close()

    # what it is made of

    def _lay_out(self, notice: str) -> None:
        body = QHBoxLayout()
        Spacing(self._theme, body, gap=0)
        for part, stretch in ((self.sidebar, 0), (_rule(self, vertical=True), 0), (self.pages, 1)):
            body.addWidget(part, stretch)
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=0)
        column.addWidget(self.top)
        column.addWidget(_rule(self))
        if notice:
            band = QVBoxLayout()
            Spacing(self._theme, band, (12, 8, 12, 8))
            band.addWidget(Banner(self._theme, notice, parent=self))
            column.addLayout(band)
        column.addLayout(body, 1)
        self._past = Past(self._theme, self.session, column, self)
        self._past.left.connect(self._to_page)

    def _listen(self) -> None:
        self._undoable = {"undo": "", "redo": ""}
        session, sidebar = self.session, self.sidebar
        session.changed.connect(self._heard)
        session.moment_changed.connect(self._follow_moment)
        session.show_page.connect(self._go_to)
        session.show_case.connect(lambda case: self._go_to("people").open_case(case))
        session.show_source.connect(lambda *place: self._go_to("sources").open_source(*place))
        session.show_total.connect(lambda uuid: self._go_to("totals").open_total(uuid))
        session.print_cases.connect(lambda cases: self._go_to("briefings").print_cases(cases))
        session.show_found.connect(self._show_found)
        session.show_statement.connect(lambda uuid: self._go_to("told").open_statement(uuid))
        session.show_edition.connect(lambda uuid: self._go_to("briefings").open_edition(uuid))
        sidebar.page_chosen.connect(self._choose_page)
        sidebar.group_chosen.connect(partial(self._turn, "group"))
        sidebar.situation_chosen.connect(lambda key: self._turn("situation", dict(sidebar.situations)[key]))
        sidebar.settings_requested.connect(self.settings_requested)
        self.top.search.asked.connect(self._search)
        self.top.search.returnPressed.connect(self._to_page)
        self.top.search.list_requested.connect(self._to_page)
        self.top.search.left.connect(self._to_page)
        self.saved.listed.connect(self._mark)
        self.pages.made.connect(self._wire_page)
        self.pages.shown.connect(self._shown)

    # news

    def _heard(self, _changes: Changes) -> None:
        self._count()
        self._count_gaps()
        self._name_undo()

    def _count(self) -> None:
        totals = partial(self.session.casebook.finding.totals, self.session.moment)
        self.session.tasks.search("sidebar", totals, self._show_totals)

    def _show_totals(self, totals: Totals) -> None:
        self.sidebar.show_totals(totals)
        self._mark()

    def _count_gaps(self) -> None:
        """Count what totals leave open; not of the past, where each case would be read by the rule."""
        if not self.session.moment.is_now:
            self.sidebar.show_gaps(0)
            return
        casebook = self.session.casebook
        self.session.tasks.search("gaps", lambda: len(casebook.figures.ledger().gaps), self.sidebar.show_gaps)

    def _name_undo(self) -> None:
        journal = self.session.casebook.journal
        labels = {"undo": journal.undo_label, "redo": journal.redo_label}
        for action_id, label in labels.items():
            self._undoable[action_id] = self.session.tasks.now(label) or ""
            self._actions.name(action_id, f"{BY_ID[action_id].words} {self._undoable[action_id]}".strip())
        self.doable_changed.emit()

    # the past

    def _look_back(self) -> None:
        self.save_now()
        self._past.turn()

    def _follow_moment(self) -> None:
        is_now = self.session.moment.is_now
        show_past(self.pages, is_past=not is_now)
        self._actions.name("as-of", BY_ID["as-of"].words if is_now else self.tr("Back to now"))
        self._count()
        self._count_gaps()
        self.doable_changed.emit()

    # pages and filters

    def _go_to(self, name: str) -> Any:
        return self.pages.go_to(name)

    def _shown(self, _name: str) -> None:
        self._mark()
        self.doable_changed.emit()

    def _choose_page(self, name: str) -> None:
        if name == "people" == self.pages.name:
            self.top.search.clear()
        self._go_to(name)

    def _turn(self, field: str, value: str) -> None:
        """Search for a value of a field and no other, or no longer; the text of the search is all there is to it."""
        self._go_to("people")
        text = self.top.search.text()
        edit = editing.without_term if editing.asks(text, field, value) else editing.with_term
        self.session.edit(lambda: self.top.search.setText(edit(text, field, value)))

    def _mark(self) -> None:
        """Mark in the sidebar what the text of the search asks for."""
        text = self.top.search.text() if self.pages.name == "people" else ""
        if not text:  # the language of searches is brought in by the first of them
            self.sidebar.show_on(self.pages.name, set())
            return
        groups = {("group", key) for key in editing.values_of(text, "group")}
        situations = {
            ("situation", uuid) for uuid, name in self.sidebar.situations if editing.asks(text, "situation", name)
        }
        saved = ("saved", self.saved.shown_by(text))
        self.sidebar.show_on(self.pages.name, {*groups, *situations, saved})

    def _wire_page(self, name: str, page: Any) -> None:
        if name == "people":
            page.came.connect(self.came)
            page.query_requested.connect(self.top.search.setText)
            page.result_opened.connect(self.recent.remember)

    def _show_found(self, query: str, situation: str) -> None:
        names = {one.uuid: one.name for one in self.session.casebook.settings.situations()}
        self._go_to("people")
        text = editing.with_term(query, "situation", names[situation]) if situation in names else query
        self.top.search.setText(text)

    def _brief_list(self) -> None:
        """Prepare a briefing of the people in the list."""
        _, query, _ = self.listed()
        self._go_to("briefings").print_found(query)

    def _search(self, text: str) -> None:
        self._go_to("people").set_query(text)
        self._mark()

    # actions

    def _handler(self, action_id: str) -> Callable[[], None] | None:
        here: Callable[[], None] | None = self.pages.page.handlers.get(action_id) if self.pages.name else None
        if here is not None or action_id in self._own:
            return here or self._own[action_id]
        there = BY_ID[action_id].page
        return (lambda: self._run_on(there, action_id)) if there and there != self.pages.name else None

    def _run_on(self, page: str, action_id: str) -> None:
        handler = self._go_to(page).handlers.get(action_id)
        if handler is not None:
            handler()

    def _reverse(self, act: Callable[[], object]) -> None:
        self.save_now()
        self.session.edit(act)

    def _find(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _to_page(self) -> None:
        panes = self.pages.page.panes()
        if panes:
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, step: int) -> None:
        there = (pane for pane in self.pages.page.panes() if pane.isVisible() and pane.isEnabled())
        panes = [self.sidebar.places, *there]
        here = QApplication.focusWidget()
        inside = [place for place, pane in enumerate(panes) if here and (pane is here or pane.isAncestorOf(here))]
        following = (inside[-1] + step) % len(panes) if inside else 0
        panes[following].setFocus(Qt.FocusReason.TabFocusReason)

    # the sidebar

    def _toggle_sidebar(self) -> None:
        self.sidebar.set_narrow(not self.sidebar.narrow)
        if not self._is_small:
            self._preferences.narrow_sidebar = self.sidebar.narrow

    def fit(self, width: int) -> None:
        """Make the sidebar narrow in a small window, and give it back its own width in a large one."""
        is_small = width < self._theme.px(NARROW_BELOW)
        if is_small != self._is_small:
            self._is_small = is_small
            self.sidebar.set_narrow(is_small or self._preferences.narrow_sidebar)


def _rule(parent: QWidget, *, vertical: bool = False) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("surface", "rule")
    (rule.setFixedWidth if vertical else rule.setFixedHeight)(1)
    return rule
