"""The palette: one line to type in that finds every action, person and source, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from casefiles.domain.problems import BadInput
from casefiles.workspace.finding import Wanted, parse
from ui.actions import ACTIONS
from ui.shell import ranking
from ui.shell.palette_row import ENTRY, ROW_HEIGHT, PaletteRow
from ui.theme.typography import Role
from ui.widgets.floating import Floating
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from casefiles.workspace.list_views import ListRow, SourceRow
    from ui.session import Session
    from ui.shell.window import Window

_WIDTH: Final = 600
_ROWS: Final = 10
_PEOPLE, _SOURCES = 6, 4
_LOOKED_AT: Final = 60
"""Of so many people that fit, those whose name does come first."""

_ACTIONS_FIRST: Final = 3
"""So many actions stand before the people that fit; further ones come after them."""

_WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Entry:
    """One thing to do or to go to.

    Attributes:
        words: what it is.
        more: its keys, or what tells it from others of its name.
        icon: its drawing.
        run: does it.
        also: other words that it is found by.
    """

    words: str
    more: str
    icon: str
    run: Callable[[], None]
    also: str = ""


class Palette(QDialog):
    """A line and what fits it: actions at once, people and sources as soon as the read lane answers.

    Args:
        window: the window whose actions are offered.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._theme = window.theme
        self._actions = _actions(window)
        self._shown: list[Entry] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Go to anything"))
        self._line = QLineEdit(self)
        self._list = QListWidget(self)
        self._nothing = Label(self._theme, self.tr("Nothing fits. Try fewer letters."), Role.BODY, "muted")
        self._lay_out()
        self._ask("")

    # what it is made of

    def _lay_out(self) -> None:
        theme = self._theme
        self.setFixedWidth(min(theme.px(_WIDTH), self._window.width() - theme.px(32)))
        self._line.setAccessibleName(self.tr("Go to anything"))
        self._line.setPlaceholderText(self.tr("An action, a person or a source"))
        self._line.textChanged.connect(self._ask)
        self._line.installEventFilter(self)
        self._list.setAccessibleName(self.tr("What fits"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(PaletteRow(theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(theme.px(ROW_HEIGHT) * _ROWS)
        self._list.itemClicked.connect(self._run)
        panel = Floating(theme, self)
        column = QVBoxLayout(panel)
        Spacing(theme, column, (12, 12, 12, 12), 8)
        for part in (self._line, self._nothing, self._list):
            column.addWidget(part)
        whole = QVBoxLayout(self)
        Spacing(theme, whole, gap=0)
        whole.addWidget(panel)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the upper middle of the window, with the keyboard in the line."""
        super().showEvent(event)
        window = self._window
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, window.height() // 8)))
        self._line.setFocus()

    # finding

    def _ask(self, typed: str) -> None:
        self._show(typed, [])
        desk = self._window.desk
        if desk is not None and typed.strip():
            session = desk.session
            session.tasks.search("palette", partial(_found, session, typed), partial(self._take, typed), self)

    def _take(self, typed: str, found: list[Entry]) -> None:
        if typed == self._line.text():
            self._show(typed, found)

    def _show(self, typed: str, found: list[Entry]) -> None:
        fitting = ranking.ranked(typed.strip(), self._actions, lambda one: (one.words, one.also))
        self._shown = [*fitting[:_ACTIONS_FIRST], *found, *fitting[_ACTIONS_FIRST:]]
        self._list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.words)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (entry.words, entry.more))))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(self._shown))
        self._nothing.setVisible(not self._shown)

    # choosing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while the keyboard stays in the line; Enter takes what is marked."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _WALKING:
                self._list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        """Close first, so that what is done finds the keyboard where it was."""
        row = self._list.currentRow()
        if 0 <= row < len(self._shown):
            self.accept()
            QTimer.singleShot(0, self._window, self._shown[row].run)


def _actions(window: Window) -> list[Entry]:
    """Return what can be asked for now, as the menus name it."""
    return [
        Entry(action.text().replace("&&", "&"), spec.shown_keys, spec.icon, action.trigger, spec.menu.replace("&", ""))
        for spec in ACTIONS
        if spec.id != "palette" and (action := window.commands[spec.id]).isEnabled()
    ]


def _found(session: Session, typed: str) -> list[Entry]:
    """Return the people and sources that fit; called on the read lane."""
    finding = session.casebook.finding
    try:
        query = parse(typed)
    except BadInput:
        return []
    people = finding.rows(finding.ids(Wanted(query), _LOOKED_AT))
    people.sort(key=lambda row: min(ranking.fit(typed, name) is None for name in (row.heading, row.native_name)))
    del people[_PEOPLE:]
    sources = [article.source for article in finding.articles(query, _SOURCES)]
    return [*(_person(session, row) for row in people), *(_source(session, row) for row in sources)]


def _person(session: Session, row: ListRow) -> Entry:
    more = " · ".join(filter(None, (row.pill.text, row.origin, row.ref)))
    return Entry(row.heading, more, "user", lambda: session.show_case.emit(row.id))


def _source(session: Session, row: SourceRow) -> Entry:
    more = " · ".join(filter(None, (row.publisher, row.published)))
    return Entry(row.title or row.ref, more, "newspaper", lambda: session.show_source.emit(row.id, -1, -1))
