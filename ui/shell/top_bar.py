"""The bar across the top: sidebar, undo, redo, the search box, and what is begun most often."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from ui.actions import BY_ID
from ui.shell.search_line import SearchLine
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from ui.actions import Actions
    from ui.theme.theme import Theme

HEIGHT: Final = 52
_SEARCH_WIDTH: Final = 440
_MIRRORED: Final = {"undo-2": "redo-2", "redo-2": "undo-2"}


class TopBar(QWidget):
    """Actions at both ends and the search box in the middle.

    Attributes:
        search: the search box.

    Args:
        theme: the theme in force.
        actions: the window's actions.
        parent: the owner.
    """

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._following: list[tuple[QPushButton, QAction]] = []
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchLine(theme, self.tr("Search people and sources…"), self)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setToolTip(actions["find"].toolTip())
        line = QGridLayout(self)
        Spacing(theme, line, (12, 0, 12, 0), 12)
        line.addWidget(self._start(actions), 0, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.search, 0, 1)
        line.addWidget(self._end(actions), 0, 2, Qt.AlignmentFlag.AlignRight)
        start, end = self._following[:3], self._following[3:]
        order = [*(button for button, _ in start), self.search, *(button for button, _ in end)]
        for first, then in pairwise(order):
            self.setTabOrder(first, then)
        for column, stretch in enumerate((2, 3, 2)):
            line.setColumnStretch(column, stretch)
        theme.changed.connect(self._measure)
        self._measure()
        self._take_over()

    def _start(self, actions: Actions) -> QWidget:
        buttons = [self._drawing(actions[name]) for name in ("toggle-sidebar", "undo", "redo")]
        return _row(self._theme, buttons)

    def _end(self, actions: Actions) -> QWidget:
        briefing = self._button(actions["briefing"], Kind.QUIET)
        return _row(self._theme, [briefing, self._button(actions["new-person"], Kind.PRIMARY)])

    def _drawing(self, action: QAction) -> QPushButton:
        spec = BY_ID[action.objectName()]
        button = IconButton(self._theme, spec.words, spec.icon, mirrored=_MIRRORED.get(spec.icon, ""))
        return self._follow(button, action)

    def _button(self, action: QAction, kind: Kind) -> QPushButton:
        spec = BY_ID[action.objectName()]
        icon = "plus" if kind is Kind.PRIMARY else spec.icon
        button = Button(self._theme, spec.words, icon, kind)
        return self._follow(button, action)

    def _follow(self, button: QPushButton, action: QAction) -> QPushButton:
        button.clicked.connect(action.trigger)
        action.changed.connect(self._take_over)
        self._following.append((button, action))
        return button

    def _take_over(self) -> None:
        """Be disabled and described as the actions are; the buttons' own names never change."""
        for button, action in self._following:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())
            button.setAccessibleDescription(action.text())

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.search.setMaximumWidth(self._theme.px(_SEARCH_WIDTH))
        self.search.setMinimumWidth(self._theme.px(120))


def _row(theme: Theme, parts: Sequence[QWidget]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    Spacing(theme, line, gap=4)
    for part in parts:
        line.addWidget(part)
    return row
