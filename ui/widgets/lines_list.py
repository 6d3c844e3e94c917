"""A list of rows of two lines, each with a key to tell it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.widgets.labels import plain_tip
from ui.widgets.two_lines import TwoLines, TwoLinesDelegate

if TYPE_CHECKING:
    from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ListedLines:
    """One row: its key, what it says, and all of it in one sentence for a screen reader."""

    key: str
    lines: TwoLines
    sentence: str


class LinesModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[ListedLines] = ()

    def show_rows(self, rows: Sequence[ListedLines]) -> None:
        """Show these; where only words differ, the keyboard stays where it is."""
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same and rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's one sentence, for screen readers and the hovering hand; the delegate draws the rest."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.rows[index.row()].sentence)
        wanted = role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}
        return self.rows[index.row()].sentence if wanted else None


class LinesList(QListView):
    """The list itself.

    Signals:
        chosen: the key of the row that the officer came to.

    Args:
        theme: the theme in force.
        name: what a screen reader calls it.
        parent: the owner.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LinesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TwoLinesDelegate(theme, lambda place: self._model.rows[place].lines, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current_key(self) -> str:
        """Return the key of the row that is chosen; empty for none."""
        return self._model.rows[self.currentIndex().row()].key if self.currentIndex().isValid() else ""

    def show_rows(self, rows: Sequence[ListedLines], wanted: str = "") -> None:
        """Show these rows and come back to the one wanted, or else to the first."""
        wanted = wanted or self.current_key
        self._model.show_rows(rows)
        if rows and not self.go_to(wanted):
            self.setCurrentIndex(self._model.index(0))

    def go_to(self, key: str) -> bool:
        """Choose a row; false if it is not listed."""
        place = next((place for place, row in enumerate(self._model.rows) if row.key == key), None)
        if place is None:
            return False
        self.setCurrentIndex(self._model.index(place))
        return True

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].key)
