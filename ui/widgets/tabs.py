"""Tabs of a page, as words with a line under the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Tabs(QTabWidget):
    """A tab widget in our look.

    Args:
        name: what a screen reader calls the group of tabs.
        parent: the owner.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        bar = self.tabBar()
        bar.setAccessibleName(name)
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setDocumentMode(True)

    def add(self, page: QWidget, title: str) -> int:
        """A new tab at the end; returns its place."""
        return self.addTab(page, title.replace("&", "&&"))
