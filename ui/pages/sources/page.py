"""The page of sources: the list, the reader, and what is known about the source that is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.add_source import AddSource, files_in, one_by_one
from ui.pages.sources.about_source import AboutSource
from ui.pages.sources.source_list import SourceList
from ui.reader import ReaderPane
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.panes import Pane, Panes
from ui.widgets.search_box import SearchBox
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.list_views import SourceRow
    from ui.session import Session
    from ui.theme.theme import Theme


class SourcesPage(QWidget):
    """All sources, and one of them open.

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
        self._wanted: int | None = None
        self._waiting: list[QMimeData] = []
        self.title: str = self.tr("Sources")
        self.handlers: dict[str, Callable[[], None]] = {
            "new-source": self.add_source,
            "edit": self._edit,
            "remove": self._remove,
        }
        self.setAcceptDrops(True)
        self._make_parts()
        self._lay_out()
        session.changed.connect(self._hear)
        session.moment_changed.connect(self._look_again)
        self._load()

    def _make_parts(self) -> None:
        theme = self._theme
        self._filter = SearchBox(theme, self.tr("Filter sources…"))
        self._count = Label(theme, "", Role.META, "muted")
        self._list = SourceList(theme)
        self._none = EmptyState(theme, "search", self.tr("No source matches."), self.tr("Clear filter"))
        self._reader = ReaderPane(theme, self._session, on_page=True)
        self._about = AboutSource(theme, self._session)
        empty = self.tr("No sources yet. Paste or drop an article.")
        self._empty = EmptyState(theme, "newspaper", empty, self.tr("Add source"))
        self._filter.textChanged.connect(self._apply_filter)
        self._filter.list_requested.connect(self._list.setFocus)
        self._filter.left.connect(self._list.setFocus)
        self._none.action_requested.connect(self._filter.clear)
        self._list.chosen.connect(self._open)
        self._reader.sheet_changed.connect(self._make_room)
        self._empty.action_requested.connect(self.add_source)

    def _lay_out(self) -> None:
        middle, right = (QWidget() for _ in range(2))
        for box, part, room in ((middle, self._reader, (12, 12, 6, 12)), (right, self._about, (6, 12, 8, 12))):
            Spacing(self._theme, inside := QVBoxLayout(box), room)
            inside.addWidget(part)
        self._right = right
        panes = [Pane(self._side(), 290, 220), Pane(middle, 444, 320, 3), Pane(right, 330, 240, 1)]
        self._panes = Panes(self._theme, self, panes, self._empty)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setProperty("surface", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        Spacing(self._theme, column, (0, 10, 0, 0), 8)
        top = QVBoxLayout()
        Spacing(self._theme, top, (16, 0, 12, 0), 8)
        head = QHBoxLayout()
        head.addWidget(Label(self._theme, self.title, Role.LIST_TITLE), 1)
        add = IconButton(self._theme, self.tr("Add source"), "file-plus", shortcut="Ctrl+Shift+N")
        only_now(add, self._empty.button)
        add.clicked.connect(self.add_source)
        head.addWidget(add)
        for line in (head, self._count, self._filter):
            top.addLayout(line) if isinstance(line, QHBoxLayout) else top.addWidget(line)
        self._found = QStackedWidget()
        self._found.addWidget(self._list)
        self._found.addWidget(self._none)
        column.addLayout(top)
        column.addWidget(self._found, 1)
        return side

    # the page's contract

    def open_source(self, source_id: int, start: int = -1, end: int = -1) -> None:
        """Open a source, at a quote if one is given."""
        self._wanted = source_id
        self._panes.show_panes()
        if self._list.current_id != source_id:
            self._filter.clear()
            self._list.go_to(source_id)
        self._reader.show_source(source_id, start, end)
        self._about.show_source(source_id)

    def panes(self) -> list[QWidget]:
        """Return the places F6 goes to."""
        rest = [] if self._right.isHidden() else [self._about.first_field()]
        return [self._filter, self._list, *self._reader.panes(), *rest]

    def save_now(self) -> None:
        """Save what is being typed."""
        self._about.save_now()

    def state(self) -> dict[str, Any]:
        """Return what is to be as it was, the next time."""
        return {"sizes": self._panes.widths(), "source": self._list.current_id}

    def restore(self, state: dict[str, Any]) -> None:
        """Make it as it was."""
        self._panes.set_widths(state.get("sizes", ()))
        self._wanted = state.get("source") or self._wanted
        self._choose()

    # what is shown

    def _load(self) -> None:
        rows = partial(self._session.casebook.sources.rows, moment=self._session.moment)
        self._session.tasks.search("sources", rows, self._show)

    def _show(self, rows: Sequence[SourceRow]) -> None:
        self._list.sources.show_rows(rows)
        self._panes.show_panes(bool(rows))
        self._tell_count()
        self._choose()

    def _choose(self) -> None:
        """Come back to the source that was open, or else to the first."""
        if self._wanted is None or not self._list.go_to(self._wanted):
            self._list.setCurrentIndex(self._list.sources.index(0))
        if not self._list.currentIndex().isValid():
            self._reader.show_nothing()

    def _open(self, source_id: int) -> None:
        self._wanted = source_id
        if self._reader.source_id != source_id:
            self._reader.show_source(source_id)
            self._about.show_source(source_id)

    def _apply_filter(self, typed: str) -> None:
        self._list.sources.set_filter(typed)
        self._tell_count()
        if self._list.sources.rowCount():
            self._choose()

    def _tell_count(self) -> None:
        shown, total = self._list.sources.rowCount(), self._list.sources.total
        self._found.setCurrentWidget(self._list if shown else self._none)
        of = self.tr("{shown} of {total}").format(shown=shown, total=total)
        self._count.setText(self.tr("%n source(s)", "", total) if shown == total else of)

    def _hear(self, changes: Changes) -> None:
        if changes.sources or changes.cases:
            self._load()
        if self._wanted is not None and self._reader.source_id is not None:
            self._about.show_source(self._wanted)

    def _look_again(self) -> None:
        """Show the sources that were here at the moment looked at now."""
        self._load()
        self._about.look_again()

    def _make_room(self, sheet_is_open: bool) -> None:
        self._right.setVisible(not sheet_is_open)

    # what the officer does

    def add_source(self) -> None:
        """Ask for a new source."""
        self._ask(QMimeData())

    def _ask(self, given: QMimeData) -> None:
        """Ask about what was given; of several files one after the other."""
        if self._session.may_edit():
            self._waiting += one_by_one(given)
            self._ask_next()

    def _ask_next(self) -> None:
        if not self._waiting:
            return
        dialog = AddSource(self._theme, self._session, self._waiting.pop(0), self)
        dialog.chosen.connect(self._show_new)
        dialog.finished.connect(self._ask_next)
        dialog.open()

    def _show_new(self, source_id: int) -> None:
        self._wanted = source_id
        self._filter.clear()
        self._load()

    def _edit(self) -> None:
        if self._session.may_edit():
            self._about.first_field().setFocus()

    def _remove(self) -> None:
        source_id = self._list.current_id
        if source_id is not None:
            self._session.edit(lambda: self._session.casebook.sources.remove(source_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste an article where nothing is being edited."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._ask(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and words."""
        if files_in(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask about what was dropped."""
        event.acceptProposedAction()
        self._ask(event.mimeData())
