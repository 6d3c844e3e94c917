"""What can be typed into the search box, on a panel below it: each example puts itself into the box."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casefiles.search.card import CARD
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.floating import Floating
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from casefiles.search.card import Line
    from ui.theme.theme import Theme

_WIDTH: Final = 620
_HEIGHT: Final = 520
_EDGE: Final = 12
_AS_TYPED: Final = "\u2066{}\u2069"
"""Keeps an example in its own order where all else runs from right to left: -kaski never reads kaski-."""


class SearchCard(Floating):
    """The card, made when it is first asked for.

    Signals:
        chosen: the example that was clicked.
        left: Esc was pressed.

    Args:
        theme: the theme in force.
        box: where a search is typed.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, box: QWidget) -> None:
        super().__init__(theme, box.window())
        self._theme = theme
        self._box = box
        self.setAccessibleName(self.tr("Search help"))
        page = QWidget()
        page.setProperty("surface", "clear")
        self._grid = QGridLayout(page)
        Spacing(theme, self._grid, (4, 0, 8, 8), 4)
        self._grid.setColumnStretch(1, 1)
        for part in CARD:
            self._add_head(part.heading)
            for line in part.lines:
                self._add_line(line)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("What can be typed, with examples"))
        self._area.setWidget(page)
        column = QVBoxLayout(self)
        Spacing(theme, column, (16, 12, 8, 12), 8)
        column.addLayout(self._head())
        column.addWidget(self._area, 1)
        self.hide()

    def open(self) -> None:
        """Stand below the box, with the keyboard on the examples."""
        window, edge = self._box.window(), self._theme.px(_EDGE)
        below = self._box.mapTo(window, QPoint(0, self._box.height() + self._theme.px(4)))
        width = min(self._theme.px(_WIDTH), window.width() - 2 * edge)
        self.resize(width, min(self._theme.px(_HEIGHT), window.height() - below.y() - edge))
        middle = below.x() + (self._box.width() - width) // 2
        self.move(max(edge, min(middle, window.width() - width - edge)), below.y())
        self.show()
        self.raise_()
        self._area.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _head(self) -> QHBoxLayout:
        close = IconButton(self._theme, self.tr("Close"), "x", shortcut=self.tr("Esc"))
        close.clicked.connect(self._leave)
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=8)
        line.addWidget(Label(self._theme, self.tr("What can be typed here"), Role.LIST_TITLE), 1)
        line.addWidget(close)
        return line

    def _add_head(self, words: str) -> None:
        head = Label(self._theme, words, Role.GROUP_HEAD, "muted")
        head.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)

    def _add_line(self, line: Line) -> None:
        row = self._grid.rowCount()
        example = Button(self._theme, _AS_TYPED.format(line.example), kind=Kind.LINK)
        example.setAccessibleName(line.example)
        example.setAccessibleDescription(line.meaning)
        example.clicked.connect(partial(self._choose, line.example))
        self._grid.addWidget(example, row, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(Label(self._theme, line.meaning, Role.META, "muted", wrap=True), row, 1)

    def _choose(self, example: str) -> None:
        self.hide()
        self.chosen.emit(example)
