"""How the ledger's rows are drawn: cards, tables in them with aligned numbers, chips and flags."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.totals.rows import Kind
from ui.theme.tokens import CARD_RADIUS, CONTROL_RADIUS
from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.pill_paint import paint_pill
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from ui.pages.totals.ledger_list import LedgerList
    from ui.pages.totals.rows import LedgerRow
    from ui.theme.theme import Theme

MARGIN: Final = 12
WIDEST: Final = 1040
_PAD: Final = 16
_AIR: Final = 7
_FIRST: Final = 20
_LINE: Final = 18
_CHIP: Final = 24
_STEP: Final = 16
_SIGN: Final = 13
_GAP: Final = 12
_DAY: Final = 46
_BLOCK: Final = 44
_APART: Final = 10
_COLUMNS: Final = (92, 184, 116)
"""Their number, our number, not accounted for."""
_NARROW_COLUMNS: Final = (84, 112, 108)
_NARROW: Final = 500
"""Below this width what our number is made of is told on more lines."""
_SIGNS: Final = {Kind.OVER: ("muted", "history"), Kind.GAP: ("muted", "message-square-quote")}
"""What stands before the words below a row; before a flag of a total that stands, a warning."""


class LedgerDelegate(QStyledItemDelegate):
    """Draws the rows of one list."""

    def __init__(self, theme: Theme, parent: LedgerList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent
        self._measured: object = None
        self._measures: list[int] = []
        self._painters = {
            Kind.DAY: self._paint_day,
            Kind.BLOCK: self._paint_block,
            Kind.TOTAL: self._paint_total,
            Kind.OVER: self._paint_total,
            Kind.GAP: self._paint_gap,
        }

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """How high the row is; it is as wide as the list."""
        row = self._list.totals.rows[index.row()]
        heights = {Kind.DAY: self._px(_DAY), Kind.BLOCK: self._px(_BLOCK if row.begins_card else _BLOCK + _APART)}
        height = heights.get(row.kind) or self._height(row)
        return QSize(0, height + (self._px(6) if row.ends_card else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row on its card."""
        row = self._list.totals.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = _Place(option, self._theme, starts=row.kind is Kind.DAY, ends=row.ends_card)
        place.paint_card(painter)
        self._painters[row.kind](painter, place, row)
        painter.restore()

    # the kinds of row

    def _paint_day(self, painter: QPainter, place: _Place, row: LedgerRow) -> None:
        box = place.inner.adjusted(0, self._px(MARGIN), 0, 0)
        self._write(painter, place, box, row.text, Role.CARD_TITLE, "text")

    def _paint_block(self, painter: QPainter, place: _Place, row: LedgerRow) -> None:
        heads = (self.tr("Their number"), self.tr("Our number"), self.tr("Not accounted for"))
        inner, half = place.inner, self._px(_BLOCK) // 2
        first = QRect(inner.left(), inner.bottom() + 1 - 2 * half, inner.width(), half)
        self._write(painter, place, first, row.text, Role.STRONG, "text")
        gone = int(self._theme.metrics(Role.STRONG, row.text).horizontalAdvance(row.text)) + self._px(8)
        self._write(painter, place, first.adjusted(gone, 0, 0, 0), row.who, Role.BODY, "muted")
        second = first.translated(0, half)
        for head, column in zip(heads, self._columns(second), strict=True):
            self._write(painter, place, column, head, Role.GROUP_HEAD, "muted", trailing=True)
        self._write(painter, place, second, self.tr("What is counted"), Role.GROUP_HEAD, "muted")

    def _paint_total(self, painter: QPainter, place: _Place, row: LedgerRow) -> None:
        self._paint_ground(painter, place)
        inner, columns = place.inner, self._columns(place.inner)
        is_over = row.kind is Kind.OVER
        top = inner.top() + self._px(_AIR)
        first = QRect(inner.left(), top, columns[0].left() - inner.left(), self._px(_FIRST))
        words = first.adjusted(self._px(_STEP * row.depth), 0, 0, 0)
        name = Role.BODY if row.depth or is_over else Role.STRONG
        ink = "muted" if is_over else "text"
        self._write(painter, place, words, row.text, name, ink)
        self._paint_numbers(painter, place, row, top)
        at = first.bottom() + 1
        if row.who:
            line = QRect(words.left(), at, columns[1].left() - words.left(), self._px(_LINE))
            self._write(painter, place, line, row.who, Role.META, "muted")
            at += self._px(_LINE)
        if row.face is not None:
            room = QRect(words.left(), at, columns[1].left() - words.left(), self._px(_CHIP))
            paint_pill(painter, self._theme, row.face, place.turned(room), place.direction)
        self._paint_flags(painter, place, row)

    def _paint_gap(self, painter: QPainter, place: _Place, row: LedgerRow) -> None:
        self._paint_ground(painter, place)
        top = place.inner.top() + self._px(_AIR)
        lines = ((row.text, Role.STRONG, "text"), (row.who, Role.META, "muted"), (row.left, Role.BODY, "warning"))
        for (words, role, ink), height in zip(lines, (_FIRST, _LINE, _FIRST), strict=True):
            box = QRect(place.inner.left(), top, place.inner.width(), self._px(height))
            self._write(painter, place, box, words, role, ink)
            top += self._px(height)
        self._paint_flags(painter, place, row)

    def _paint_numbers(self, painter: QPainter, place: _Place, row: LedgerRow, top: int) -> None:
        ink = "muted" if row.kind is Kind.OVER else "text"
        told = row.ours or ("" if row.kind is Kind.OVER else "–")
        cells = (
            (row.theirs, Role.STRONG, ink),
            (told, Role.BODY, "text" if row.ours else "muted"),
            (row.left, Role.STRONG if row.has_gap else Role.BODY, "warning" if row.has_gap else "muted"),
        )
        columns = self._columns(place.inner)
        for (words, role, colour), column in zip(cells, columns, strict=True):
            box = QRect(column.left(), top, column.width(), self._px(_FIRST))
            self._write(painter, place, box, words, role, colour, trailing=True)
        for number, words in enumerate(self._parts(row)):
            box = QRect(columns[1].left(), top + self._px(_FIRST + _LINE * number), columns[1].width(), self._px(_LINE))
            self._write(painter, place, box, words, Role.META, "muted", trailing=True)

    def _paint_flags(self, painter: QPainter, place: _Place, row: LedgerRow) -> None:
        at = place.inner.top() + self._px(_AIR) + self._body(row)
        for flag, height in zip(row.flags, self._flag_heights(row), strict=True):
            sign = QRect(place.inner.left() + self._px(_STEP * row.depth), at + 2, self._px(_SIGN), self._px(_SIGN))
            ink, icon = _SIGNS.get(row.kind, ("warning", "triangle-alert"))
            drawing = self._theme.pixmap(icon, ink, _SIGN, self._list.devicePixelRatioF())
            painter.drawPixmap(place.turned(sign).topLeft(), drawing)
            words = QRect(sign.right() + self._px(6), at, place.inner.right() - sign.right() - self._px(6), height)
            edge = QStyle.visualAlignment(place.direction, Qt.AlignmentFlag.AlignLeft)
            painter.setFont(self._theme.font(Role.META, flag))
            painter.setPen(self._theme.colour(ink))
            flags = edge.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(place.turned(words), flags | Qt.AlignmentFlag.AlignAbsolute.value, flag)
            at += height + self._px(2)

    def _paint_ground(self, painter: QPainter, place: _Place) -> None:
        theme = self._theme
        line = QRect(place.inner.left(), place.box.top(), place.inner.width(), 1)
        painter.fillRect(place.turned(line), theme.colour("line"))
        leading = place.logical.adjusted(self._px(4), 2, -self._px(4), -1)
        ground = place.turned(leading)
        if place.selected or place.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection" if place.selected else "hover"))
            painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        if place.selected:
            bar = leading.adjusted(0, self._px(8), 0, -self._px(8))
            bar.setWidth(3 * theme.look.border)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(place.turned(bar)), 1.5, 1.5)
        if place.focused:
            paint_focus_ring(painter, theme, ground, CONTROL_RADIUS)

    # measures

    def _height(self, row: LedgerRow) -> int:
        flags = sum(height + self._px(2) for height in self._flag_heights(row))
        return self._body(row) + flags + 2 * self._px(_AIR)

    def _body(self, row: LedgerRow) -> int:
        """How high the row is without its flags."""
        if row.kind is Kind.GAP:
            return self._px(_FIRST) * 2 + self._px(_LINE)
        words = _FIRST + (_LINE if row.who else 0) + (_CHIP if row.face else 0)
        return self._px(max(words, _FIRST + _LINE * len(self._parts(row))))

    def _parts(self, row: LedgerRow) -> list[str]:
        """Return what our number is made of, line by line."""
        if not self._is_narrow:
            return list(row.parts)
        return [line for words in row.parts for line in words.replace(" + ", " +\n").splitlines()]

    @property
    def _card_width(self) -> int:
        return min(self._list.viewport().width() - self._px(MARGIN), self._px(WIDEST))

    @property
    def _is_narrow(self) -> bool:
        return self._card_width - self._px(2 * _PAD) < self._px(_NARROW)

    def _flag_heights(self, row: LedgerRow) -> list[int]:
        if not row.flags:
            return []
        width = self._card_width - self._px(2 * _PAD + _STEP * row.depth + _SIGN + 6)
        box = QRectF(0, 0, max(width, 40), 10_000)
        wrap = Qt.TextFlag.TextWordWrap.value
        return [
            int(self._theme.metrics(Role.META, flag).boundingRect(box, wrap, flag).height()) + 1 for flag in row.flags
        ]

    def _columns(self, inner: QRect) -> list[QRect]:
        """Return the columns of numbers, from the leading edge."""
        end, found = inner.right() + 1, []
        for width in reversed(self._widths()):
            start = end - width
            found.append(QRect(start + self._px(_GAP), inner.top(), width - self._px(_GAP), inner.height()))
            end = start
        return found[::-1]

    def _widths(self) -> list[int]:
        """Return how wide the columns of numbers are: wide enough for each number, for none may be cut off."""
        rows = self._list.totals.rows
        known = (rows, self._is_narrow, self._px(100))
        if self._measured != known:
            least = [self._px(width) for width in (_NARROW_COLUMNS if self._is_narrow else _COLUMNS)]
            for row in rows:
                if row.kind in {Kind.TOTAL, Kind.OVER}:
                    needs = map(self._need, (row.theirs, row.ours, row.left))
                    least = [max(pair) for pair in zip(least, needs, strict=True)]
            self._measured, self._measures = known, least
        return self._measures

    def _need(self, number: str) -> int:
        return (
            ceil(QFontMetricsF(self._number_font(Role.STRONG, number)).horizontalAdvance(number)) + self._px(_GAP) + 1
        )

    def _number_font(self, role: Role, text: str) -> QFont:
        """Return a font with digits of one width, so that columns stand straight."""
        font = QFont(self._theme.font(role, text))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _write(
        self, painter: QPainter, place: _Place, box: QRect, text: str, role: Role, ink: str, *, trailing: bool = False
    ) -> None:
        if trailing:
            self._write_number(painter, place.turned(box), text, role, ink, place.direction)
        else:
            paint_text(painter, self._theme, text, place.turned(box), place.direction, role=role, ink=ink)

    def _write_number(
        self, painter: QPainter, box: QRect, text: str, role: Role, ink: str, direction: Qt.LayoutDirection
    ) -> None:
        font = self._number_font(role, text)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        edge = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)

    def _px(self, pixels: int) -> int:
        return self._theme.px(pixels)


class _Place:
    """Where a row stands: its stretch of the card, told from the leading edge and turned for the direction."""

    def __init__(self, option: QStyleOptionViewItem, theme: Theme, *, starts: bool, ends: bool) -> None:
        self._theme = theme
        self._starts, self._ends = starts, ends
        self.direction: Qt.LayoutDirection = option.direction
        self.box = QRect(option.rect)
        state: QStyle.StateFlag = option.state
        self.selected = bool(state & QStyle.StateFlag.State_Selected)
        self.hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self.focused = bool(state & QStyle.StateFlag.State_HasFocus)
        width = min(self.box.width() - theme.px(MARGIN), theme.px(WIDEST))
        logical = QRect(self.box.left(), self.box.top(), width, self.box.height())
        self.logical = logical.adjusted(0, 0, 0, -theme.px(6) if ends else 0)
        self.inner = self.logical.adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)

    def turned(self, logical: QRect) -> QRect:
        """Return a place given from the leading edge as it is on this screen."""
        return QStyle.visualRect(self.direction, self.box, logical)

    def paint_card(self, painter: QPainter) -> None:
        """Draw this row's stretch of the card: round only where the card begins and ends."""
        theme, line = self._theme, self._theme.look.border
        top = theme.px(MARGIN) if self._starts else -2 * CARD_RADIUS
        whole = self.turned(self.logical).adjusted(0, top, 0, 0 if self._ends else 2 * CARD_RADIUS)
        painter.save()
        painter.setClipRect(self.box)
        painter.setPen(QPen(theme.colour("line"), line))
        painter.setBrush(theme.colour("panel"))
        half = line / 2
        painter.drawRoundedRect(QRectF(whole).adjusted(half, half, -half, -half), CARD_RADIUS, CARD_RADIUS)
        painter.restore()
