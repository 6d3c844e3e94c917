"""The program's own sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from ui.theme.theme import Theme

_SIDES: Final = (16, 24, 32, 48, 64, 128, 256)


def emblem(theme: Theme, side: int, ratio: float = 1.0) -> QPixmap:
    """Return an open book on a plate of our colour, `side` pixels square at 100 %."""
    full = round(theme.px(side) * ratio)
    canvas = QPixmap(full, full)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(0, 0, full, full), full * 0.22, full * 0.22)
    book = theme.pixmap("book-open", "on_accent", side * 0.6, ratio)
    place = (full - book.width()) // 2
    painter.drawPixmap(QRectF(place, place, book.width(), book.height()), book, QRectF(book.rect()))
    painter.end()
    canvas.setDevicePixelRatio(ratio)
    return canvas


def window_icon(theme: Theme) -> QIcon:
    """Return the sign in every size a desktop asks for."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(emblem(theme, side))
    return icon
