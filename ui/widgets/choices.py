"""A choice of one and a choice of yes or no, drawn like our other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle

from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton as _Button
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme
else:
    _Button = object

_SIDE: Final = 16
_CORNER: Final = 4
_DOT: Final = 8
_GAP: Final = 8
_HEIGHT: Final = 24


class _Drawn(_Button):
    """A box with words after it, both to be pressed; what stands in the box is drawn by the kind of choice.

    Args:
        theme: the theme in force.
        text: its words.
        parent: the owner.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The box, its words, and air."""
        theme = self._theme
        words = theme.metrics(Role.BODY, self.text()).horizontalAdvance(self.text())
        return QSize(theme.px(_SIDE) + theme.px(_GAP) + round(words) + 2, theme.px(_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        """The words are pressed like the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, the box, and what stands in it."""
        painter = QPainter(self)
        side, gap = self._theme.px(_SIDE), self._theme.px(_GAP)
        box = QRect(0, (self.height() - side) // 2, side, side)
        words = QRect(side + gap, 0, self.width() - side - gap, self.height())
        box, words = (QStyle.visualRect(self.layoutDirection(), self.rect(), part) for part in (box, words))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Role.BODY, self.text()))
        painter.setPen(self._theme.colour("text"))
        metrics = self._theme.metrics(Role.BODY, self.text())
        edge = QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words, edge | Qt.AlignmentFlag.AlignAbsolute, shown)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() else "field_border"), width))
        painter.setBrush(self._theme.colour("field"))
        self._draw(painter, QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError


class OneOf(_Drawn, QRadioButton):
    """One of several, of which one is taken; the arrows go through them."""

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw a ring, with a dot in it for the one that is taken."""
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            dot = self._theme.px(_DOT) / 2
            painter.drawEllipse(box.center(), dot, dot)


class YesNo(_Drawn, QCheckBox):
    """Something that is so or not."""

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        """Draw a box, with a tick in it when it is so."""
        corner = self._theme.px(_CORNER)
        painter.drawRoundedRect(box, corner, corner)
        if self.isChecked():
            side = self._theme.px(_SIDE - 4)
            place = QRect(0, 0, side, side)
            place.moveCenter(box.toRect().center())
            painter.drawPixmap(place, self._theme.pixmap("check", "accent", _SIDE - 4, self.devicePixelRatioF()))


def wide_tick(theme: Theme, text: str, key: str, ticked: dict[str, None]) -> YesNo:
    """Return a choice that may be narrower than its words, and that keeps its key among those ticked."""
    choice = YesNo(theme, text)
    choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    choice.setToolTip(text)
    choice.setChecked(key in ticked)
    choice.toggled.connect(lambda on: ticked.update({key: None}) if on else ticked.pop(key, None))
    return choice
