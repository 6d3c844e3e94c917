"""Room around and between things, which grows and shrinks with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from ui.theme.theme import Theme


class Spacing(QObject):
    """Keeps a layout's margins and gap at the theme's scale, for as long as the layout lives.

    Args:
        theme: the theme in force.
        layout: whose room it is.
        margins: start, top, end and bottom at 100 %.
        gap: between neighbours, at 100 %.
    """

    def __init__(
        self, theme: Theme, layout: QLayout, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
    ) -> None:
        super().__init__(layout)
        self._theme = theme
        self._layout = layout
        self._margins = margins
        self._gap = gap
        theme.changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        start, top, end, bottom = map(self._theme.px, self._margins)
        box = self._layout.parentWidget()
        rtl = (box or QGuiApplication).layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (end, start) if rtl else (start, end)
        self._layout.setContentsMargins(left, top, right, bottom)
        self._layout.setSpacing(self._theme.px(self._gap))
