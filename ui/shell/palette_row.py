"""How one row of the palette is drawn: its drawing, its words, and at the far end its keys or what tells it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.tokens import CONTROL_RADIUS
from ui.theme.typography import Role
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from ui.theme.theme import Theme

ROW_HEIGHT: Final = 34
ENTRY: Final = Qt.ItemDataRole.UserRole
_ICON: Final = 16
_EDGE: Final = 12
_GAP: Final = 10
_MORE: Final = 0.5
"""What stands at the far end takes at most this part of a row."""


class PaletteRow(QStyledItemDelegate):
    """Draws an entry of the palette.

    Args:
        theme: the theme in force.
        parent: the list.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally tall."""
        return QSize(0, self._theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        entry, theme = index.data(ENTRY), self._theme
        whole: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(QRectF(whole).adjusted(0, 1, 0, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        line = whole.adjusted(theme.px(_EDGE), 0, -theme.px(_EDGE), 0)

        def turned(box: QRect) -> QRect:
            return QStyle.visualRect(option.direction, whole, box)

        if entry.icon:
            side = theme.px(_ICON)
            place = turned(QRect(line.left(), line.center().y() - side // 2, side, side))
            painter.drawPixmap(
                place.topLeft(), theme.pixmap(entry.icon, "muted", _ICON, painter.device().devicePixelRatio())
            )
        words = line.adjusted(theme.px(_ICON + _GAP), 0, 0, 0)
        if entry.more:
            wanted = int(theme.metrics(Role.META, entry.more).horizontalAdvance(entry.more)) + 2
            far = QRect(words)
            far.setLeft(words.right() - min(wanted, int(words.width() * _MORE)))
            paint_text(
                painter, theme, entry.more, turned(far), option.direction, role=Role.META, ink="muted", trailing=True
            )
            words.setRight(far.left() - theme.px(_GAP))
        paint_text(painter, theme, entry.words, turned(words), option.direction, role=Role.BODY, ink="text")
        painter.restore()
