"""A frame that stands above the page, with an outline strong enough to be told from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme.tokens import CARD_RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.theme import Theme


class Floating(QFrame):
    """A panel with an outline, child of the window it stands in.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel and its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.look.border
        painter.setPen(QPen(self._look.colour("field_border"), width))
        painter.setBrush(self._look.colour("panel"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.end()
