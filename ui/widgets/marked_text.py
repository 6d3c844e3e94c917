"""One line of text with some of its words marked, in any writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from ui.widgets.positions import Positions, showable
from ui.widgets.text_paint import own_direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.theme.theme import Theme
    from ui.theme.typography import Role


def paint_marked(
    painter: QPainter,
    theme: Theme,
    text: str,
    marks: Sequence[tuple[int, int]],
    box: QRect,
    direction: Qt.LayoutDirection,
    *,
    role: Role,
) -> None:
    """Draw one line against the leading edge of `box`, cut with … where it is too long, the marks as quotes are.

    Args:
        painter: draws.
        theme: the theme in force.
        text: what is written.
        marks: where marked stretches begin and end in it, in characters.
        box: where.
        direction: which way the screen runs.
        role: the size and weight of the text.
    """
    text = showable(text)
    metrics = theme.metrics(role, text)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    layout = QTextLayout(shown, theme.font(role, text))
    option = QTextOption(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(own_direction(text))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(theme, text, marks, shown))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    painter.setPen(theme.colour("muted"))
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))


def _formats(theme: Theme, text: str, marks: Sequence[tuple[int, int]], shown: str) -> list[QTextLayout.FormatRange]:
    """Mark what of it is still shown."""
    positions, kept = Positions(text), len(shown) if shown == text else len(shown) - 1
    formats = []
    for start, end in marks:
        if start < kept:
            stretch = QTextLayout.FormatRange()
            stretch.start = positions.in_document(start)
            stretch.length = positions.in_document(min(end, kept)) - stretch.start
            marked = QTextCharFormat()
            marked.setBackground(theme.colour("quote"))
            marked.setForeground(theme.colour("on_quote"))
            stretch.format = marked
            formats.append(stretch)
    return formats
