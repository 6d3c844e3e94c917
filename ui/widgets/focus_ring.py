"""The ring that shows where the keyboard is, for widgets that draw themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.tokens import FOCUS_RING

if TYPE_CHECKING:
    from ui.theme.theme import Theme


def paint_focus_ring(painter: QPainter, theme: Theme, box: QRect, radius: float) -> None:
    """Draw the ring just inside `box`."""
    inset = FOCUS_RING / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), FOCUS_RING))
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()
