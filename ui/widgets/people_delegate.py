"""How one row of the people list is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.tokens import CONTROL_RADIUS, EXPLAINED_ROW_HEIGHT, ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.marked_text import paint_marked
from ui.widgets.pill_paint import paint_pill, pill_width
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
_THIRD_LINE: Final = 56
_LINE: Final = 20
_GAP: Final = 8
_SIGN: Final = 13
_WIDE: Final = 300  # from here on there is room for the number of sources in words
_LEAST_ORIGIN: Final = 36
_STATE: Final = QStyle.StateFlag


class PeopleDelegate(QStyledItemDelegate):
    """Draws a row in two lines: name and date; pill, origin and sources; in a search also why it was found.

    What does not fit is left out or shortened.
    """

    def __init__(self, theme: Theme, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Every row is equally tall."""
        height = EXPLAINED_ROW_HEIGHT if self._model.is_explained else ROW_HEIGHT
        return QSize(self._theme.px(200), self._theme.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row; a row that is not known yet is drawn as two grey bars."""
        painter.save()
        look = _Look(option)
        self._paint_ground(painter, look)
        row = self._model.row(index.row())
        if row is None:
            self._paint_unknown(painter, look)
        else:
            dated = self._paint_first_line(painter, look, row)
            self._paint_second_line(painter, look, row, dated=dated)
            self._paint_reason(painter, look, row)
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

    def _paint_first_line(self, painter: QPainter, look: _Look, row: Row) -> bool:
        """Draw the name and as much of the date as leaves it whole; tells whether there was room for a date."""
        line = self._line(look, _FIRST_LINE)
        if row.held:
            line.setLeft(line.left() + self._paint_held(painter, look, line))
        ways = ((row.both_names, row.date), (row.name, row.date), (row.name, row.short_date))
        name, date = next((way for way in ways if self._fits(line, *way)), (row.name, ""))
        line.setWidth(line.width() - self._paint_trailing(painter, look, line, date))
        self._paint_leading(painter, look, line, name, Role.ROW_NAME, "text")
        return bool(date)

    def _fits(self, line: QRect, name: str, date: str) -> bool:
        gap = self._theme.px(_GAP) if date else 0
        return self._width(Role.ROW_NAME, name) + gap + self._width(Role.META, date) <= line.width()

    def _paint_second_line(self, painter: QPainter, look: _Look, row: Row, *, dated: bool) -> None:
        line, gap = self._line(look, _SECOND_LINE), self._theme.px(_GAP)
        beside = line.width() - pill_width(self._theme, row.face) - gap
        if not dated and self._width(Role.META, row.short_date) <= beside:
            taken = self._paint_trailing(painter, look, line, row.short_date)
        else:
            taken = self._paint_sources(painter, look, line, row, beside)
        line.setWidth(line.width() - taken)
        width = paint_pill(painter, self._theme, row.face, look.turned(line), look.direction)
        line.setLeft(line.left() + width + gap)
        if line.width() > self._theme.px(_LEAST_ORIGIN):
            whole = self._width(Role.META, row.origin) <= line.width()
            self._paint_leading(painter, look, line, row.origin if whole else row.place, Role.META, "muted")

    def _paint_reason(self, painter: QPainter, look: _Look, row: Row) -> None:
        """Draw the spelling or quote that the words stand in."""
        reason = self._model.reason(row.id)
        if reason is None:
            return
        line, label = self._line(look, _THIRD_LINE), f"{reason.label}:"
        self._paint_leading(painter, look, line, label, Role.META, "muted")
        line.setLeft(line.left() + self._width(Role.META, label) + self._theme.px(_GAP - 4))
        place = look.turned(line)
        paint_marked(painter, self._theme, reason.text, reason.marks, place, look.direction, role=Role.META)

    def _paint_held(self, painter: QPainter, look: _Look, line: QRect) -> int:
        """Draw the sign of a hold before the name; returns the room it takes."""
        side = self._theme.px(_SIGN)
        box = QRect(line.left(), line.center().y() - side // 2, side, side)
        sign = self._theme.pixmap("eye-off", "warning", _SIGN, painter.device().devicePixelRatio())
        painter.drawPixmap(look.turned(box).topLeft(), sign)
        return side + self._theme.px(_GAP - 2)

    def _paint_sources(self, painter: QPainter, look: _Look, line: QRect, row: Row, beside: int) -> int:
        """Draw how many sources there are: in words where a row is wide, else a sign and the number."""
        if not row.sources:
            return 0
        if line.width() >= self._theme.px(_WIDE):
            return self._paint_trailing(painter, look, line, self._model.sources(row))
        number = str(row.sources)
        if self._width(Role.META, number) + self._theme.px(_SIGN + 4) > beside:
            return 0
        taken = self._paint_trailing(painter, look, line, number)
        return taken + self._paint_sign(painter, look, line, taken)

    def _line(self, look: _Look, top: int) -> QRect:
        theme = self._theme
        box = look.box.adjusted(theme.px(_START), theme.px(top), -theme.px(_END), 0)
        box.setHeight(theme.px(_LINE))
        return box

    def _paint_leading(self, painter: QPainter, look: _Look, line: QRect, text: str, role: Role, ink: str) -> None:
        paint_text(painter, self._theme, text, look.turned(line), look.direction, role=role, ink=ink)

    def _width(self, role: Role, text: str) -> int:
        return int(self._theme.metrics(role, text).horizontalAdvance(text)) + 2 if text else 0

    def _paint_trailing(self, painter: QPainter, look: _Look, line: QRect, text: str) -> int:
        """Draw a short text at the end of a line; returns the room it takes, its gap included."""
        if not text:
            return 0
        width = self._width(Role.META, text)
        box = QRect(line)
        box.setLeft(line.right() - width + 1)
        place = look.turned(box)
        paint_text(painter, self._theme, text, place, look.direction, role=Role.META, ink="muted", trailing=True)
        return width + self._theme.px(_GAP)

    def _paint_sign(self, painter: QPainter, look: _Look, line: QRect, taken: int) -> int:
        side = self._theme.px(_SIGN)
        box = QRect(line.right() - taken + self._theme.px(_GAP - 4) - side, 0, side, side)
        box.moveTop(line.center().y() - side // 2)
        ratio = painter.device().devicePixelRatio()
        sign = self._theme.pixmap("newspaper", "muted", _SIGN, ratio)
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
