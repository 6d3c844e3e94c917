"""A choice of one and a choice of yes or no, drawn like our other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle

from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from ui.theme.theme import Theme

_SIDE: Final = 16
_CORNER: Final = 4
_DOT: Final = 8
_GAP: Final = 8
_HEIGHT: Final = 24


class OneOf(QRadioButton):
    """One of several, of which one is taken; the arrows go through them.

    Args:
        theme: the theme in force.
        text: its words.
        parent: the owner.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The box, its words, and air."""
        return _size(self, self._theme)

    def hitButton(self, place: QPoint) -> bool:
        """The words are pressed like the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring with a dot in it."""
        painter = QPainter(self)
        box = _words_and_box(painter, self, self._theme)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            dot = self._theme.px(_DOT) / 2
            painter.drawEllipse(box.center(), dot, dot)
        painter.end()


class YesNo(QCheckBox):
    """Something that is so or not.

    Args:
        theme: the theme in force.
        text: its words.
        parent: the owner.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The box, its words, and air."""
        return _size(self, self._theme)

    def hitButton(self, place: QPoint) -> bool:
        """The words are pressed like the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a box with a tick in it."""
        painter = QPainter(self)
        box = _words_and_box(painter, self, self._theme)
        corner = self._theme.px(_CORNER)
        painter.drawRoundedRect(box, corner, corner)
        if self.isChecked():
            side = self._theme.px(_SIDE - 4)
            place = QRect(0, 0, side, side)
            place.moveCenter(box.toRect().center())
            tick = self._theme.pixmap("check", "accent", _SIDE - 4, self.devicePixelRatioF())
            painter.drawPixmap(place, tick)
        painter.end()


def wide_tick(theme: Theme, text: str, key: str, ticked: dict[str, None]) -> YesNo:
    """Return a choice that may be narrower than its words, and that keeps its key among those ticked."""
    choice = YesNo(theme, text)
    choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    choice.setToolTip(text)
    choice.setChecked(key in ticked)
    choice.toggled.connect(lambda on: ticked.update({key: None}) if on else ticked.pop(key, None))
    return choice


def _size(button: QAbstractButton, theme: Theme) -> QSize:
    words = theme.metrics(Role.BODY, button.text()).horizontalAdvance(button.text())
    return QSize(theme.px(_SIDE) + theme.px(_GAP) + round(words) + 2, theme.px(_HEIGHT))


def _words_and_box(painter: QPainter, button: QAbstractButton, theme: Theme) -> QRectF:
    """Draw the words, and ready the pen for the box; gives where the box stands."""
    side, gap = theme.px(_SIDE), theme.px(_GAP)
    box = QRect(0, (button.height() - side) // 2, side, side)
    words = QRect(side + gap, 0, button.width() - side - gap, button.height())
    turned = [QStyle.visualRect(button.layoutDirection(), button.rect(), part) for part in (box, words)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(Role.BODY, button.text()))
    painter.setPen(theme.colour("text"))
    edge = QStyle.visualAlignment(button.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(turned[1], edge | Qt.AlignmentFlag.AlignAbsolute, button.text())
    width = 2.0 if button.hasFocus() else 1.0
    painter.setPen(QPen(theme.colour("accent" if button.hasFocus() else "field_border"), width))
    painter.setBrush(theme.colour("field"))
    return QRectF(turned[0]).adjusted(width / 2, width / 2, -width / 2, -width / 2)
