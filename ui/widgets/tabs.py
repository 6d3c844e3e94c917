"""Tabs of a page, as words with a line under the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme


class Tabs(QTabWidget):
    """A tab widget in our look.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the row of tabs.
        parent: the owner.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        bar = self.tabBar()
        bar.setAccessibleName(name)
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setDocumentMode(True)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add(self, page: QWidget, title: str) -> int:
        """A new tab at the end; returns its place."""
        return self.addTab(page, title.replace("&", "&&"))

    def _restyle(self) -> None:
        self.tabBar().setFont(self._theme.font(Role.STRONG))
