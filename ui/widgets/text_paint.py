"""How a line of text is drawn, in any writing and on a screen of either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.theme.theme import Theme
    from ui.theme.typography import Role

_STRONG: Final = {"L", "R", "AL"}


def paint_text(
    painter: QPainter,
    theme: Theme,
    text: str,
    box: QRect,
    direction: Qt.LayoutDirection,
    *,
    role: Role,
    ink: str,
    trailing: bool = False,
) -> None:
    """Draw one line against the leading (or trailing) edge of `box`, cut with … where it is too long.

    The edge follows the screen's `direction`; the order of the words follows the text's own.
    """
    edge = Qt.AlignmentFlag.AlignRight if trailing else Qt.AlignmentFlag.AlignLeft
    visual = QStyle.visualAlignment(direction, edge) | Qt.AlignmentFlag.AlignVCenter
    shown = theme.metrics(role, text).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(theme.font(role, text))
    painter.setPen(theme.colour(ink))
    painter.setLayoutDirection(own_direction(text))
    flags = visual.value | Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextSingleLine.value
    painter.drawText(box, flags, shown)


def own_direction(text: str) -> Qt.LayoutDirection:
    """The direction the text itself runs in: that of its first letter that has one."""
    if text.isascii():
        return Qt.LayoutDirection.LeftToRight
    first = next((kind for kind in map(bidirectional, text) if kind in _STRONG), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft
