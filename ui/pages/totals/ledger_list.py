"""The ledger's list: headings are passed over, each total is one stop of the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.pages.totals.row_paint import LedgerDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.pages.totals.rows import LedgerRow
    from ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[LedgerRow] = ()

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, key: str) -> int | None:
        """Return where a total stands."""
        return next((place for place, row in enumerate(self.rows) if row.is_total and row.key == key), None)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's sentence for screen readers, its words for typing ahead."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence or row.text
        return row.text if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings are passed over by the keyboard."""
        if index.isValid() and not self.rows[index.row()].is_total:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LedgerList(QListView):
    """The list itself.

    Signals:
        chosen: the UUID of the total the officer came to.
        opened: the UUID of a total that Enter was pressed on.

    Args:
        theme: the theme in force.
        name: what a screen reader calls it.
        parent: the owner.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.totals = LedgerModel(self)
        self.setModel(self.totals)
        self.setItemDelegate(LedgerDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("surface", "bg")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current_key(self) -> str:
        """Return the total that is chosen; empty for none."""
        index = self.currentIndex()
        return self.totals.rows[index.row()].key if index.isValid() else ""

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows; the view and the keyboard stay where they are, if what they are on is still there."""
        if rows == self.totals.rows:
            return
        key, scrolled = self.current_key, self.verticalScrollBar().value()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt takes no name for it
        self.totals.show_rows(rows)
        self.go_to(key)
        self.blockSignals(blocked)
        self.verticalScrollBar().setValue(scrolled)

    def go_to(self, key: str) -> bool:
        """Choose a total; false if it is not listed."""
        place = self.totals.place_of(key)
        if place is None:
            return False
        self.setCurrentIndex(self.totals.index(place))
        self.scrollTo(self.totals.index(place))
        return True

    def go_to_first(self) -> None:
        """Choose the first total."""
        first = next((row.key for row in self.totals.rows if row.is_total), "")
        self.go_to(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: flags take more or fewer lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes in at a total."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last total."""
        keys = [row.key for row in self.totals.rows if row.is_total]
        if event.key() in _ENTER and self.current_key:
            self.opened.emit(self.current_key)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and keys:
            self.go_to(keys[0 if event.key() == Qt.Key.Key_Home else -1])
            if event.key() == Qt.Key.Key_Home:
                self.scrollToTop()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.totals.rows[index.row()].key)
