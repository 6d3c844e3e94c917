"""A choice among several, drawn like our other fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme


class Combo(QComboBox):
    """A combo box that tells a pick from its list apart from going through it with the arrows.

    Signals:
        picked: something was taken from the open list.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._tell)

    def showPopup(self) -> None:
        """Open the list."""
        self._open = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows on the closed box go through the choices without picking one."""
        self._open = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and never changes a value by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the arrow in our own hand."""
        super().paintEvent(event)
        side = self._theme.px(16)
        box = QRect(self.width() - side - self._theme.px(8), (self.height() - side) // 2, side, side)
        place = self.style().visualRect(self.layoutDirection(), self.rect(), box)
        painter = QPainter(self)
        arrow = self._theme.pixmap("chevron-down", "muted", 16, self.devicePixelRatioF())
        painter.drawPixmap(place.topLeft(), arrow)
        painter.end()

    def _tell(self) -> None:
        if self._open:
            self._open = False
            self.picked.emit()
