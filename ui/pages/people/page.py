"""The people page: find somebody, read and edit their case, with the words of the sources beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.people.beside import Beside
from ui.pages.people.detail import DetailPane
from ui.pages.people.listing import ListPane
from ui.pages.people.resting import Resting

if TYPE_CHECKING:
    from casefiles.domain.changes import Changes
    from casefiles.workspace.finding import Sort
    from casefiles.workspace.views import CaseView
    from ui.session import Session
    from ui.theme.theme import Theme

_REST_MS: Final = 150


class PeoplePage(QWidget):
    """All people, one of them, and the reader.

    Signals:
        came: there is something to see.
        query_requested: the text of the search was changed on the page; the window's search box follows.
        result_opened: somebody stayed with what a search found: a person or an article of it was opened.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    came = Signal()
    query_requested = Signal(str)
    result_opened = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.title = self.tr("People")
        self._beside = Beside(session, theme, self)
        self._list = ListPane(session, theme, self._beside.splitter)
        self._detail = DetailPane(session, theme, self._beside.splitter)
        self._beside.hold(self._list, self._detail)
        for pane, surface in ((self._list, "panel"), (self._detail, "bg")):
            pane.setProperty("surface", surface)
            pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._beside)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show_first_words)
        self._next = Resting(self)
        acts = self._make_handlers()
        self.handlers: dict[str, Callable[[], None]] = {name: partial(self._settled, act) for name, act in acts.items()}
        self._wire()

    # what the window asks

    def set_query(self, text: str) -> None:
        """Find people and articles as the search box is typed in."""
        self._next.hold()
        self._list.set_query(text)

    def open_case(self, case_id: int) -> None:
        """Show a case, and go to it in the list."""
        self._list.select(case_id)
        self._go(case_id)

    def listed(self) -> tuple[str, str, Sort]:
        """Return what the list is called, the search it answers, and its order."""
        return self._list.listed()

    def panes(self) -> list[QWidget]:
        """Return where F6 goes, in order."""
        return [self._list.people, *self._detail.panes(), *self._beside.reader_panes]

    def save_now(self) -> None:
        """Commit whatever editor is open."""
        self._detail.save_now()

    def state(self) -> dict[str, Any]:
        """Return what is to be found again: how wide the panes are."""
        return {"sizes": self._beside.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Find the panes as wide as they were."""
        self._beside.set_sizes([int(size) for size in state.get("sizes", [])])

    # inside

    def _make_handlers(self) -> dict[str, Callable[[], None]]:
        acts = self._detail.acts
        tabs = {f"tab-{place + 1}": lambda place=place: self._go_to_tab(place) for place in range(4)}
        return {
            "new-person": lambda: self._add(is_group=False),
            "new-group": lambda: self._add(is_group=True),
            "edit": self._detail.edit,
            "remove": acts.remove,
            "add-status": acts.add_status,
            "use-version": acts.choose_disputed,
            "identify": acts.identify,
            "hold": acts.hold,
            "print": self._print,
            **tabs,
        }

    def _wire(self) -> None:
        self._list.came.connect(self.came)
        self._list.painted.connect(self._detail.make_ready)
        self._detail.ready.connect(self._next.settle)
        self._list.current_changed.connect(self._next.go)
        self._next.went.connect(self._show)
        self._list.opened.connect(self._enter)
        self._list.article_opened.connect(self._beside.show_article)
        self._list.opened.connect(lambda _: self.result_opened.emit())
        self._list.article_opened.connect(lambda *_: self.result_opened.emit())
        self._list.query_requested.connect(self.query_requested)
        self._list.asked.connect(self._do)
        self._detail.left.connect(self._leave)
        self._detail.case_opened.connect(self.open_case)
        self._detail.asked.connect(self._do)
        self._detail.acts.words_requested.connect(self._show_words)
        self._session.changed.connect(self._follow)
        self._session.moment_changed.connect(self._look_again)

    def _settled(self, act: Callable[[], None]) -> None:
        """Act on the person the list is on, not on the one it was on a moment ago."""
        self._next.settle()
        act()

    def _do(self, action: str) -> None:
        others = {
            "new-source": lambda: self._session.show_page.emit("sources"),
            "add-name": self._detail.acts.add_name,
        }
        (others | self.handlers)[action]()

    def _show(self, case_id: int | None) -> None:
        if case_id is None or self._view is None or self._view.id != case_id:
            self._detail.open_case(case_id)
            self._beside.set_person(case_id)
            self._rest.start()

    def _go(self, case_id: int) -> None:
        """Show a case at once."""
        self._next.forget()
        self._show(case_id)

    @property
    def _view(self) -> CaseView | None:
        return self._detail.view

    def _enter(self, case_id: int) -> None:
        self._go(case_id)
        self._detail.focus_case()

    def _leave(self) -> None:
        if not (self._beside.is_narrow and self._beside.close_reader()):
            self._list.people.setFocus()

    def _follow(self, changes: Changes) -> None:
        self._list.follow(changes)
        self._detail.follow(changes)

    def _look_again(self) -> None:
        """Show the list and the case as they stand at another moment."""
        self._list.look_again()
        self._detail.look_again()

    def _go_to_tab(self, place: int) -> None:
        self._detail.tabs.setCurrentIndex(place)

    def _print(self) -> None:
        chosen = list(self._list.people.selected_ids())
        if self._view is not None and self._view.id not in chosen:
            chosen = [self._view.id]
        if chosen:
            self._session.print_cases.emit(chosen)

    def _add(self, *, is_group: bool) -> None:
        if not self._session.may_edit():
            return
        from casefiles.domain.records import CaseKind
        from ui.dialogs.new_case import NewCaseDialog

        kind = CaseKind.GROUP if is_group else CaseKind.PERSON
        dialog = NewCaseDialog(self._session, self._theme, kind, self._list.situation, self)
        dialog.added.connect(self.open_case)
        dialog.open()

    # the reader

    def _show_words(self, reports: list[Any]) -> None:
        if self._view is not None:
            self._beside.show_words(self._view.id, reports, asked=True)

    def _show_first_words(self) -> None:
        """Show what the status rests on, or else anything that has a source, once the list is at rest."""
        if self._view is None or not self.isVisible():
            return
        reports = sorted(self._view.reports, key=lambda one: (one.field != "status", not one.in_use))
        first = next((report for report in reports if report.quotes), None)
        if first is not None:
            self._beside.show_words(self._view.id, [first], asked=False)
