"""The list of sources: two lines each, filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme.tokens import CONTROL_RADIUS, ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from casefiles.workspace.list_views import SourceRow
    from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_START: Final = 18
_END: Final = 16
_FIRST_LINE: Final = 9
_SECOND_LINE: Final = 33
_LINE: Final = 20
_SIGN: Final = 13


class SourceModel(QAbstractListModel):
    """The sources whose words hold what is typed in the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[SourceRow] = ()
        self._shown: Sequence[SourceRow] = ()
        self._wanted: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[SourceRow]) -> None:
        """Show these sources, as far as the filter lets them."""
        self._all = rows
        self._choose()

    def set_filter(self, typed: str) -> None:
        """Show only the sources that hold all these words."""
        self._wanted = tuple(typed.casefold().split())
        self._choose()

    def row(self, position: int) -> SourceRow:
        """Return the source at a position."""
        return self._shown[position]

    def position_of(self, source_id: int) -> int | None:
        """Return where a source stands; None if it is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.id == source_id), None)

    def used(self, row: SourceRow) -> str:
        """Say how many people rest on a source."""
        return self.tr("%n person(s)", "", row.people) if row.people else self.tr("not used yet")

    @property
    def total(self) -> int:
        """Return how many there are, shown or not."""
        return len(self._all)

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._fits(row)] if self._wanted else self._all
        self.endResetModel()

    def _fits(self, row: SourceRow) -> bool:
        words = f"{row.ref} {row.sentence} {row.kind}".casefold()
        return all(wanted in words for wanted in self._wanted)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's one sentence, for screen readers; the delegate draws the rest."""
        wanted = role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}
        return self._shown[index.row()].sentence if wanted else None


class SourceDelegate(QStyledItemDelegate):
    """Draws a source in two lines: title; publisher and date, then a warning or how many people it serves."""

    def __init__(self, theme: Theme, model: SourceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally tall."""
        return QSize(self._theme.px(180), self._theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = self._model.row(index.row())
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
        self, painter: QPainter, inner: QRect, box: QRect, direction: Qt.LayoutDirection, row: SourceRow
    ) -> None:
        first, second = (self._line(inner, top) for top in (_FIRST_LINE, _SECOND_LINE))
        place = QStyle.visualRect(direction, box, first)
        paint_text(painter, self._theme, row.title, place, direction, role=Role.ROW_NAME, ink="text")
        end, ink = (row.flag.split(" by ")[0], "warning") if row.flag else (self._model.used(row), "muted")
        width = min(int(self._theme.metrics(Role.META, end).horizontalAdvance(end)) + 2, second.width() // 2)
        trailing = QRect(second.right() - width + 1, second.top(), width, second.height())
        paint_text(
            painter, self._theme, end, QStyle.visualRect(direction, box, trailing), direction,
            role=Role.META, ink=ink, trailing=True,
        )  # fmt: skip
        if row.flag:
            self._paint_sign(painter, trailing, box, direction)
        leading = QRect(second)
        leading.setWidth(second.width() - width - self._theme.px(_SIGN + 12 if row.flag else 8))
        words = " · ".join(filter(None, (row.publisher, row.published)))
        place = QStyle.visualRect(direction, box, leading)
        paint_text(painter, self._theme, words, place, direction, role=Role.META, ink="muted")

    def _paint_sign(self, painter: QPainter, trailing: QRect, box: QRect, direction: Qt.LayoutDirection) -> None:
        side = self._theme.px(_SIGN)
        sign = QRect(trailing.left() - side - self._theme.px(4), trailing.center().y() - side // 2, side, side)
        drawing = self._theme.pixmap("triangle-alert", "warning", _SIGN, painter.device().devicePixelRatio())
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


class SourceList(QListView):
    """The list itself.

    Signals:
        chosen: the source the officer came to.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SourceModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SourceDelegate(theme, self._model, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Sources"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def sources(self) -> SourceModel:
        """Return what is listed."""
        return self._model

    @property
    def current_id(self) -> int | None:
        """Return the source that is chosen."""
        return self._model.row(self.currentIndex().row()).id if self.currentIndex().isValid() else None

    def go_to(self, source_id: int) -> bool:
        """Choose a source; false if it is not listed."""
        place = self._model.position_of(source_id)
        if place is None:
            return False
        self.setCurrentIndex(self._model.index(place))
        return True

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.row(index.row()).id)
