"""A choice of one and a choice of yes or no, drawn like our other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from ui.theme.theme import Theme

_SIDE: Final = 16
_CORNER: Final = 4
_DOT: Final = 8


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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring with a dot in it."""
        painter = QPainter(self)
        box = _words_and_box(painter, self, self._theme, QStyle.SubElement.SE_RadioButtonIndicator)
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a box with a tick in it."""
        painter = QPainter(self)
        box = _words_and_box(painter, self, self._theme, QStyle.SubElement.SE_CheckBoxIndicator)
        corner = self._theme.px(_CORNER)
        painter.drawRoundedRect(box, corner, corner)
        if self.isChecked():
            side = self._theme.px(_SIDE - 4)
            place = QRect(0, 0, side, side)
            place.moveCenter(box.toRect().center())
            tick = self._theme.pixmap("check", "accent", _SIDE - 4, self.devicePixelRatioF())
            painter.drawPixmap(place, tick)
        painter.end()


def _words_and_box(painter: QPainter, button: QAbstractButton, theme: Theme, part: QStyle.SubElement) -> QRectF:
    """Draw the words, and ready the pen for the box; gives where the box stands."""
    option = QStyleOptionButton()
    option.initFrom(button)
    is_ring = part is QStyle.SubElement.SE_RadioButtonIndicator
    place = button.style().subElementRect(part, option, button)
    contents = QStyle.SubElement.SE_RadioButtonContents if is_ring else QStyle.SubElement.SE_CheckBoxContents
    words = button.style().subElementRect(contents, option, button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("text"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextShowMnemonic
    painter.drawText(words, flags, button.text())
    width = 2.0 if button.hasFocus() else 1.0
    painter.setPen(QPen(theme.colour("accent" if button.hasFocus() else "field_border"), width))
    painter.setBrush(theme.colour("field"))
    side = theme.px(_SIDE) - width
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(place).center())
    return box
