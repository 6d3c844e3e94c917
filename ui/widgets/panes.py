"""Panes beside each other, whose widths the officer chooses; or one part in place of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.theme import Theme


class Pane(NamedTuple):
    """One pane, with its widths at 100 %.

    Attributes:
        width: how wide it is to begin with.
        least: how narrow it can be made.
        share: how much of more room it takes, beside the others.
    """

    part: QWidget
    width: int
    least: int
    share: int = 0


class Panes(QStackedWidget):
    """The panes, which fill a page; where there is nothing to show in them yet, what says so.

    Args:
        theme: the theme in force.
        page: what they fill.
        panes: from the leading to the trailing one.
        empty: what is shown in place of them.
    """

    def __init__(self, theme: Theme, page: QWidget, panes: Sequence[Pane], empty: QWidget) -> None:
        super().__init__()
        self._usual = [theme.px(pane.width) for pane in panes]
        self._empty = empty
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(2)
        for place, pane in enumerate(panes):
            pane.part.setMinimumWidth(theme.px(pane.least))
            self._splitter.addWidget(pane.part)
            self._splitter.setStretchFactor(place, pane.share)
        self._splitter.setSizes(self._usual)
        self.addWidget(self._splitter)
        self.addWidget(empty)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    @property
    def are_shown(self) -> bool:
        """Tell whether the panes are shown."""
        return self.currentWidget() is self._splitter

    def show_panes(self, shown: bool = True) -> None:
        """Show the panes, or what is in place of them."""
        self.setCurrentWidget(self._splitter if shown else self._empty)

    def widths(self) -> list[int]:
        """Return how wide the panes are."""
        return self._splitter.sizes()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Make the panes so wide; as to begin with when nothing is known."""
        self._splitter.setSizes(list(widths) or self._usual)
