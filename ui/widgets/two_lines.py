"""A row of two lines in a list: what it is called; a few words below, and at the end how it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.tokens import CONTROL_RADIUS, ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_START: Final = 18
_END: Final = 16
_FIRST_LINE: Final = 9
_SECOND_LINE: Final = 33
_LINE: Final = 20
_SIGN: Final = 13


@dataclass(frozen=True)
class TwoLines:
    """What a row says.

    Attributes:
        end: how it stands, at the end of the second line.
        ink: the colour of that.
        sign: a drawing before it, or none.
    """

    title: str
    words: str
    end: str = ""
    ink: str = "muted"
    sign: str = ""


class TwoLinesDelegate(QStyledItemDelegate):
    """Draws rows of two lines.

    Args:
        theme: the theme in force.
        lines: gives what the row at a position says.
        parent: the list.
    """

    def __init__(self, theme: Theme, lines: Callable[[int], TwoLines], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally tall."""
        return QSize(self._theme.px(180), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = self._lines(index.row())
        state, box, direction = self._state(option), self._box(option), self._direction(option)
        painter.save()
        self._paint_ground(painter, box, state, direction)
        inner = box.adjusted(self._theme.px(_START), 0, -self._theme.px(_END), 0)
        self._paint_words(painter, inner, box, direction, row)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, self._theme, box.adjusted(3, 1, -3, -1), CONTROL_RADIUS)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, direction: Qt.LayoutDirection
    ) -> None:
        theme = self._theme
        if not state & QStyle.StateFlag.State_Selected:
            if state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(box, theme.colour("hover"))
            line = QRect(box.left() + theme.px(_START), box.bottom(), box.width() - theme.px(_START + _END), 1)
            painter.fillRect(QStyle.visualRect(direction, box, line), theme.colour("line"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection"))
        painter.drawRoundedRect(QRectF(box).adjusted(3, 1, -3, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        bar = QRect(box.left() + 7, box.top() + theme.px(11), 3 * theme.look.border, box.height() - theme.px(22))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, box, bar)), 1.5, 1.5)

    def _paint_words(
        self, painter: QPainter, inner: QRect, box: QRect, direction: Qt.LayoutDirection, row: TwoLines
    ) -> None:
        first, second = (self._line(inner, top) for top in (_FIRST_LINE, _SECOND_LINE))
        place = QStyle.visualRect(direction, box, first)
        paint_text(painter, self._theme, row.title, place, direction, role=Role.ROW_NAME, ink="text")
        width = min(int(self._theme.metrics(Role.META, row.end).horizontalAdvance(row.end)) + 2, second.width() // 2)
        trailing = QRect(second.right() - width + 1, second.top(), width, second.height())
        paint_text(
            painter, self._theme, row.end, QStyle.visualRect(direction, box, trailing), direction,
            role=Role.META, ink=row.ink, trailing=True,
        )  # fmt: skip
        if row.sign:
            self._paint_sign(painter, trailing, box, direction, row)
        leading = QRect(second)
        leading.setWidth(second.width() - width - self._theme.px(_SIGN + 12 if row.sign else 8))
        place = QStyle.visualRect(direction, box, leading)
        paint_text(painter, self._theme, row.words, place, direction, role=Role.META, ink="muted")

    def _paint_sign(
        self, painter: QPainter, trailing: QRect, box: QRect, direction: Qt.LayoutDirection, row: TwoLines
    ) -> None:
        side = self._theme.px(_SIGN)
        sign = QRect(trailing.left() - side - self._theme.px(4), trailing.center().y() - side // 2, side, side)
        drawing = self._theme.pixmap(row.sign, row.ink, _SIGN, painter.device().devicePixelRatio())
        painter.drawPixmap(QStyle.visualRect(direction, box, sign).topLeft(), drawing)

    def _line(self, inner: QRect, top: int) -> QRect:
        return QRect(inner.left(), inner.top() + self._theme.px(top), inner.width(), self._theme.px(_LINE))

    @staticmethod
    def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
        state: QStyle.StateFlag = option.state
        return state

    @staticmethod
    def _box(option: QStyleOptionViewItem) -> QRect:
        box: QRect = option.rect
        return box

    @staticmethod
    def _direction(option: QStyleOptionViewItem) -> Qt.LayoutDirection:
        direction: Qt.LayoutDirection = option.direction
        return direction
