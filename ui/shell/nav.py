"""A list to go by: one row for each place or filter, drawn with its drawing, its name and its count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 30
HEAD_HEIGHT: Final = 34
_TIGHT: Final = {ROW_HEIGHT: 27, HEAD_HEIGHT: 28}
"""How high they are where a window is too low for all of them."""
_INSET: Final = 8
_ICON: Final = 16
_OPENING_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ALT, _ALONE, _KEYPAD = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
_ACT_KEYS: Final = {
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_ALONE, Qt.Key.Key_F2): "rename",
    (_ALONE, Qt.Key.Key_Delete): "remove",
}


@dataclass(frozen=True)
class NavRow:
    """One row.

    Attributes:
        kind: "head" for a title between rows; anything else is told back when the row is chosen.
        key: which of its kind.
        text: its name.
        icon: its drawing.
        ink: the colour of the drawing.
        count: the number beside it, in words for the eye.
        sentence: all of it for a screen reader.
        on: it is what is shown now.
        tip: what the hovering hand is told; its name and count unless given.
        is_own: an officer made it, who can rename, move and remove it.
    """

    kind: str
    key: str
    text: str
    icon: str = ""
    ink: str = "muted"
    count: str = ""
    sentence: str = ""
    on: bool = False
    tip: str = ""
    is_own: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """Return what tells this row from every other."""
        return self.kind, self.key


class NavModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[NavRow] = []

    def show_rows(self, rows: Sequence[NavRow]) -> None:
        """Show these; where only words and counts differ, the keyboard stays where it is."""
        same = [row.place for row in rows] == [row.place for row in self.rows]
        if same and rows:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        elif not same:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def show_on(self, places: set[tuple[str, str]]) -> None:
        """Mark the rows of these places, and no others, as what is shown now."""
        self.show_rows([replace(row, on=row.place in places) for row in self.rows])

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's sentence for screen readers, its name for typing ahead and for the hovering hand."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown_now = self.tr("shown now") if row.on else ""
            return ", ".join(filter(None, (row.sentence or row.text, shown_now)))
        if role == Qt.ItemDataRole.ToolTipRole and row.kind != "head":
            return plain_tip(row.tip or " · ".join(filter(None, (row.text, row.count))))
        return row.text if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Titles are passed over by the keyboard."""
        if index.isValid() and self.rows[index.row()].kind == "head":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class NavDelegate(QStyledItemDelegate):
    """Draws the rows; where the list is narrow, only their drawings."""

    def __init__(self, theme: Theme, parent: NavList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """How high the row is; it is as wide as the list."""
        height = self._list.full_height(index.row())
        return QSize(0, self._theme.px(_TIGHT.get(height, height) if self._list.is_tight else height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row = self._list.model_of_rows.rows[index.row()]
        painter.save()
        if row.kind == "head":
            self._paint_head(painter, option, row)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, row: NavRow) -> None:
        box = QRect(option.rect)
        if self._list.narrow:
            painter.setPen(self._theme.colour("line"))
            middle = box.center().y()
            painter.drawLine(box.left() + self._px(_INSET), middle, box.right() - self._px(_INSET), middle)
            return
        words = box.adjusted(self._px(18), self._px(10), -self._px(_INSET), 0)
        self._write(painter, option, words, row.text, Role.GROUP_HEAD, "muted")

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: NavRow) -> None:
        box = QRect(option.rect).adjusted(self._px(_INSET), 1, -self._px(_INSET), -1)
        self._paint_ground(painter, option, box, row)
        side = self._px(_ICON)
        start = (box.width() - side) // 2 if self._list.narrow else self._px(10)
        place = QRect(box.left() + start, box.top() + (box.height() - side) // 2, side, side)
        ink = "accent" if row.on and row.ink == "muted" else row.ink
        drawing = self._theme.pixmap(row.icon, ink, _ICON, self._list.devicePixelRatioF())
        painter.drawPixmap(_mirrored(option, box, place).topLeft(), drawing)
        if not self._list.narrow:
            self._paint_words(painter, option, box, row)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: NavRow) -> None:
        under_hand = bool(option.state & QStyle.StateFlag.State_MouseOver)
        radius = self._px(6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.on or under_hand:
            edged = row.on and self._theme.look.border > 1
            painter.setPen(QPen(self._theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if row.on else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, self._theme, box, radius)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: NavRow) -> None:
        role = Role.STRONG if row.on else Role.BODY
        inner = box.adjusted(self._px(36), 0, -self._px(10), 0)
        width = round(self._theme.metrics(Role.META).horizontalAdvance(row.count))
        count = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        self._write(painter, option, count, row.count, Role.META, "muted", whole=box)
        words = inner.adjusted(0, 0, -width - self._px(6), 0)
        self._write(painter, option, words, row.text, role, "text", whole=box)

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        text: str,
        role: Role,
        ink: str,
        whole: QRect | None = None,
    ) -> None:
        """Write inside a box given from the leading edge, in the face of the text's own writing."""
        place = _mirrored(option, whole or QRect(option.rect), box)
        painter.setFont(self._theme.font(role, text))
        painter.setPen(self._theme.colour(ink))
        cut = self._theme.metrics(role, text).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        edge = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, cut)

    def _px(self, pixels: int) -> int:
        return self._theme.px(pixels)


class NavList(QListView):
    """The list itself.

    Signals:
        chosen: a row was clicked, or Enter or Space pressed on it: its kind and its key.
        act_asked: keys were pressed that do something with an officer's own row: what ("up", "down", "rename",
            "remove"), and its key.
        menu_asked: a menu is wanted for an officer's own row: its key, and where.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the list.
        parent: the owner.
    """

    chosen = Signal(str, str)
    act_asked = Signal(str, str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self.is_tight = False
        self._theme = theme
        self.model_of_rows = NavModel(self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(NavDelegate(theme, self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[NavRow]) -> None:
        """Show these rows; the keyboard stays on the row it is on, if that is still there."""
        now = self._place(self.currentIndex())
        self.model_of_rows.show_rows(rows)
        places = [row.place for row in rows]
        if now in places and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_of_rows.index(places.index(now)))
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Show drawings only, or the words too."""
        self.narrow = narrow
        self._fit()

    def full_height(self, row: int) -> int:
        """How high a row is at 100 % where there is room."""
        if self.model_of_rows.rows[row].kind != "head":
            return ROW_HEIGHT
        return _INSET * 2 if self.narrow else HEAD_HEIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the rows together where the window is too low for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = sum(self._theme.px(self.full_height(row)) for row in range(self.model_of_rows.rowCount()))
        self.is_tight = wanted > self.height()
        self.scheduleDelayedItemsLayout()

    def content_height(self) -> int:
        """How high all the rows are together."""
        return sum(self.sizeHintForRow(row) for row in range(self.model_of_rows.rowCount()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes in at the row that is shown now."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            on = [place for place, row in enumerate(self.model_of_rows.rows) if row.on]
            usable = [place for place, row in enumerate(self.model_of_rows.rows) if row.kind != "head"]
            self.setCurrentIndex(self.model_of_rows.index((on or usable or [-1])[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose the row that the keyboard is on; an officer's own row is moved and renamed by keys."""
        if event.key() in _OPENING_KEYS:
            self._choose(self.currentIndex())
        elif act := self._act_of(event):
            self.act_asked.emit(act, self._own_key(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys for an officer's own row from the window, which has acts of its own for some."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of an officer's own row: under the hand, or beside the row by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if key := self._own_key(index):
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(key, self.viewport().mapToGlobal(place))

    def _act_of(self, event: QKeyEvent) -> str:
        if not self._own_key(self.currentIndex()):
            return ""
        return _ACT_KEYS.get((event.modifiers() & ~_KEYPAD, Qt.Key(event.key())), "")  # a Mac's arrows say keypad

    def _own_key(self, index: AnyIndex) -> str:
        row = self.model_of_rows.rows[index.row()] if index.isValid() else None
        return row.key if row is not None and row.is_own else ""

    def _choose(self, index: AnyIndex) -> None:
        place = self._place(index)
        if place is not None and place[0] != "head":
            self.chosen.emit(*place)

    def _place(self, index: AnyIndex) -> tuple[str, str] | None:
        return self.model_of_rows.rows[index.row()].place if index.isValid() else None


def _mirrored(option: QStyleOptionViewItem, whole: QRect, box: QRect) -> QRect:
    return QStyle.visualRect(option.direction, whole, box)
