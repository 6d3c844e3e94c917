"""How one row of the people list is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.tokens import CONTROL_RADIUS, ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.pill_paint import paint_pill
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.models.faces import Row
    from ui.models.people import AnyIndex, PeopleModel
    from ui.theme.theme import Theme

_START: Final = 18
_END: Final = 16
_FIRST_LINE: Final = 9
_SECOND_LINE: Final = 33
_LINE: Final = 20
_GAP: Final = 8
_SIGN: Final = 13
_TRAILING_SHARE: Final = 0.55
_STATE: Final = QStyle.StateFlag


class PeopleDelegate(QStyledItemDelegate):
    """Draws a row in two lines: name and date; pill, origin, and sources or a warning."""

    def __init__(self, theme: Theme, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Every row is equally tall."""
        return QSize(self._theme.px(200), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row; a row that is not known yet is drawn as two grey bars."""
        painter.save()
        look = _Look(option)
        self._paint_ground(painter, look)
        row = self._model.row(index.row())
        if row is None:
            self._paint_unknown(painter, look)
        else:
            self._paint_first_line(painter, look, row)
            self._paint_second_line(painter, look, row)
        if look.focused:
            paint_focus_ring(painter, self._theme, look.box.adjusted(3, 1, -3, -1), CONTROL_RADIUS)
        painter.restore()

    def _paint_ground(self, painter: QPainter, look: _Look) -> None:
        theme = self._theme
        if not look.selected:
            if look.hovered:
                painter.fillRect(look.box, theme.colour("hover"))
            inner = look.box.adjusted(theme.px(_START), 0, -theme.px(_END), 0)
            painter.fillRect(QRect(inner.left(), inner.bottom(), inner.width(), 1), theme.colour("line"))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection"))
        painter.drawRoundedRect(QRectF(look.box).adjusted(3, 1, -3, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        bar = look.box.adjusted(7, theme.px(11), 0, -theme.px(11))
        bar.setWidth(3 * theme.look.border)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(look.turned(bar)), 1.5, 1.5)

    def _paint_unknown(self, painter: QPainter, look: _Look) -> None:
        ground = self._theme.colour("line")
        for top, width in ((_FIRST_LINE + 4, 140), (_SECOND_LINE + 4, 90)):
            bar = self._line(look, top)
            bar.setSize(QSize(self._theme.px(width), self._theme.px(10)))
            painter.fillRect(look.turned(bar), ground)

    def _paint_first_line(self, painter: QPainter, look: _Look, row: Row) -> None:
        line = self._line(look, _FIRST_LINE)
        taken = self._paint_trailing(painter, look, line, row.date, "muted")
        line.setWidth(line.width() - taken)
        self._paint_leading(painter, look, line, row.name, Role.ROW_NAME, "text")

    def _paint_second_line(self, painter: QPainter, look: _Look, row: Row) -> None:
        line = self._line(look, _SECOND_LINE)
        if row.notice:
            taken = self._paint_trailing(painter, look, line, row.notice, "warning")
            taken += self._paint_sign(painter, look, line, taken)
        else:
            taken = self._paint_trailing(painter, look, line, self._model.sources(row), "muted")
        line.setWidth(line.width() - taken)
        width = paint_pill(painter, self._theme, row.face, look.turned(line), look.direction)
        line.setLeft(line.left() + width + self._theme.px(_GAP))
        if line.width() > self._theme.px(24):
            self._paint_leading(painter, look, line, row.origin, Role.META, "muted")

    def _line(self, look: _Look, top: int) -> QRect:
        theme = self._theme
        box = look.box.adjusted(theme.px(_START), theme.px(top), -theme.px(_END), 0)
        box.setHeight(theme.px(_LINE))
        return box

    def _paint_leading(self, painter: QPainter, look: _Look, line: QRect, text: str, role: Role, ink: str) -> None:
        paint_text(painter, self._theme, text, look.turned(line), look.direction, role=role, ink=ink)

    def _paint_trailing(self, painter: QPainter, look: _Look, line: QRect, text: str, ink: str) -> int:
        """Draw a short text at the end of a line; returns the room it takes, its gap included."""
        if not text:
            return 0
        whole = int(self._theme.metrics(Role.META, text).horizontalAdvance(text)) + 2
        width = min(whole, int(line.width() * _TRAILING_SHARE))
        box = QRect(line)
        box.setLeft(line.right() - width + 1)
        place = look.turned(box)
        paint_text(painter, self._theme, text, place, look.direction, role=Role.META, ink=ink, trailing=True)
        return width + self._theme.px(_GAP)

    def _paint_sign(self, painter: QPainter, look: _Look, line: QRect, taken: int) -> int:
        side = self._theme.px(_SIGN)
        box = QRect(line.right() - taken + self._theme.px(_GAP - 4) - side, 0, side, side)
        box.moveTop(line.center().y() - side // 2)
        ratio = painter.device().devicePixelRatio()
        sign = self._theme.pixmap("triangle-alert", "warning", _SIGN, ratio)
        painter.drawPixmap(look.turned(box).topLeft(), sign)
        return side + self._theme.px(4)


class _Look:
    """A row's place and state, read once from Qt's option."""

    __slots__ = ("box", "direction", "focused", "hovered", "selected")

    def __init__(self, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        self.box: QRect = option.rect
        self.direction: Qt.LayoutDirection = option.direction
        self.selected = bool(state & _STATE.State_Selected)
        self.hovered = bool(state & _STATE.State_MouseOver)
        self.focused = bool(state & _STATE.State_HasFocus)

    def turned(self, logical: QRect) -> QRect:
        """Where a box told from the leading edge stands on this screen."""
        return QStyle.visualRect(self.direction, self.box, logical)
