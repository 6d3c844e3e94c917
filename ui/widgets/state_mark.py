"""How something stands: a drawing and the words for it, in the same colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class StateMark(QWidget):
    """A drawing with words beside it.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Drawing(theme, "circle-check", "good")
        self._words = Label(theme, "", Role.STRONG)
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=6)
        line.addWidget(self._sign)
        line.addWidget(self._words)
        line.addStretch(1)

    def show_state(self, drawing: str, ink: str, words: str) -> None:
        """Show how it stands now."""
        self._sign.show_drawing(drawing, ink)
        self._words.setText(words)
        self._words.set_ink(ink)
