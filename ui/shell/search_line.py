"""The search box of the window: it marks what cannot be understood, and puts it right with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from casefiles.search.completing import is_begun
from casefiles.search.query import LONGEST, BadQuery, parse
from ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(SearchBox):
    """The box in which a search is typed.

    Args:
        theme: the theme in force.
        hint: shown faintly while it is empty.
        parent: the owner.
    """

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, hint, parent)
        self._problem: BadQuery | None = None
        self.setMaxLength(LONGEST)  # nothing stands in the box that is not searched for
        self.textChanged.connect(self._judge)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts right what is wrong where it is known how."""
        if event.key() in _ENTER and self._problem is not None and self._problem.instead:
            self.setText(self._problem.mended(self.text()))
        else:
            super().keyPressEvent(event)

    def _judge(self, text: str) -> None:
        """Mark what cannot be understood, unless it is only not finished."""
        try:
            parse(text)
            self._problem = None
        except BadQuery as problem:
            self._problem = problem
        if self._problem is None or is_begun(text, self._problem):
            self.mark(0, 0, "")
        else:
            self.mark(self._problem.start, self._problem.end, str(self._problem))
