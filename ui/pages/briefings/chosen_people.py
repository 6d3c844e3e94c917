"""Who a dossier is about: found by typing, kept in order, each removable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from casefiles.domain.problems import CasefilesError
from casefiles.workspace.finding import Wanted, parse
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.labels import Label
from ui.widgets.search_box import SearchBox
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.list_views import ListRow
    from ui.session import Session
    from ui.theme.theme import Theme

_MOST_FOUND: Final = 6
_MOST_SHOWN: Final = 40
_FOUND_HEIGHT: Final = 28


class ChosenPerson(QWidget):
    """One person chosen, with a cross to leave them out again.

    Signals:
        remove_requested: the cross was pressed.
    """

    remove_requested = Signal()

    def __init__(self, theme: Theme, row: ListRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        Spacing(theme, line, (8, 0, 0, 0), 8)
        name = Label(theme, row.heading, wrap=True)
        cross = IconButton(theme, self.tr("Leave out {name}").format(name=row.heading), "x")
        cross.clicked.connect(self.remove_requested)
        line.addWidget(name, 1)
        line.addWidget(Label(theme, row.ref, Role.META, "muted"))
        line.addWidget(cross)


class ChosenPeople(QWidget):
    """The people of a dossier in their order, and a box to find more.

    Signals:
        changed: others are chosen now.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._ids: list[int] = []
        self._rows: list[ChosenPerson] = []
        self.box = SearchBox(theme, self.tr("Add a person by name…"))
        self.box.textEdited.connect(self._find)
        self.box.list_requested.connect(self._to_found)
        self.box.returnPressed.connect(self._add_first)
        self._found = QListWidget()
        self._found.setAccessibleName(self.tr("People found"))
        self._found.itemActivated.connect(self._add)
        self._found.itemClicked.connect(self._add)
        self._found.installEventFilter(self)
        self._found.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._told = Label(theme, "", Role.META, "muted", wrap=True)
        self._more = Label(theme, "", Role.META, "muted")
        self._clear = Button(theme, self.tr("Leave out all"), kind=Kind.LINK)
        self._clear.clicked.connect(partial(self.choose, ()))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=4)
        for part in (self.box, self._found, self._told):
            column.addWidget(part)
        self._list = QVBoxLayout()
        Spacing(self._theme, self._list, gap=0)
        column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self._more, 1)
        foot.addWidget(self._clear)
        column.addLayout(foot)
        self._say_found([], "")
        self._show([])

    @property
    def ids(self) -> tuple[int, ...]:
        """The keys of the people chosen, in their order."""
        return tuple(self._ids)

    def choose(self, ids: Sequence[int]) -> None:
        """Put these people in place of the ones chosen, in this order."""
        self._ids = list(dict.fromkeys(ids))
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Read the names again; who is gone from the casebook is gone from here."""
        rows = self._session.casebook.finding.rows(self._ids)
        self._ids = [row.id for row in rows]
        self._show(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the list of those found goes back to the box; Enter takes the one marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.box.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found.currentItem():
                self._add(self._found.currentItem())
                return True
        return super().eventFilter(watched, event)

    # finding

    def _find(self, typed: str) -> None:
        try:
            query = parse(typed)
        except CasefilesError as problem:
            self._say_found([], str(problem))
            return
        finding = self._session.casebook.finding
        chosen = len(self._ids)

        def look() -> list[ListRow]:
            return finding.rows(finding.ids(Wanted(query), _MOST_FOUND + chosen)) if typed.strip() else []

        self._session.tasks.search("dossier-people", look, partial(self._show_found, typed))

    def _show_found(self, typed: str, rows: list[ListRow]) -> None:
        if typed != self.box.text():  # somebody was taken meanwhile
            return
        fresh = [row for row in rows if row.id not in self._ids][:_MOST_FOUND]
        nobody = self.tr("No one else matches “{words}”.").format(words=typed.strip()[:40])
        self._say_found(fresh, "" if fresh or not typed.strip() else nobody)

    def _say_found(self, rows: list[ListRow], words: str) -> None:
        self._found.clear()
        for row in rows:
            item = QListWidgetItem(" · ".join(filter(None, (row.heading, row.ref, row.origin))))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.sentence)
            item.setSizeHint(QSize(0, self._theme.px(_FOUND_HEIGHT)))
            self._found.addItem(item)
        if rows:
            self._found.setCurrentRow(0)
            self._found.setFixedHeight(len(rows) * self._theme.px(_FOUND_HEIGHT) + 2 * self._found.frameWidth())
        self._found.setVisible(bool(rows))
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _to_found(self) -> None:
        if self._found.count():
            self._found.setFocus()

    def _add_first(self) -> None:
        if self._found.count():
            self._add(self._found.item(0))

    def _add(self, item: QListWidgetItem) -> None:
        person = item.data(Qt.ItemDataRole.UserRole)
        self.box.clear()
        self._say_found([], "")
        self.box.setFocus()
        self.choose([*self._ids, person])

    # the ones chosen

    def _show(self, rows: Sequence[ListRow]) -> None:
        for old in self._rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = [ChosenPerson(self._theme, row, self) for row in rows[:_MOST_SHOWN]]
        for person, row in zip(self._rows, rows, strict=False):
            person.remove_requested.connect(partial(self._leave_out, row.id))
            self._list.addWidget(person)
        more = len(rows) - len(self._rows)
        self._more.setText(self.tr("and %n more", "", more) if more else "")
        self._clear.setVisible(len(rows) > 1)

    def _leave_out(self, person: int) -> None:
        self.box.setFocus()
        self.choose([each for each in self._ids if each != person])
