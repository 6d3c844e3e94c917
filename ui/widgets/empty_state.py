"""What an empty list shows: what belongs here, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class EmptyState(QWidget):
    """A drawing, a sentence and one button, in the middle of the space.

    Signals:
        action_requested: the button was pressed.

    Args:
        theme: the theme in force.
        icon: the drawing.
        text: the sentence.
        action: the words of the button; empty for none.
        parent: the owner.
    """

    action_requested = Signal()

    def __init__(self, theme: Theme, icon: str, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, text, ink="muted", wrap=True, centred=True)
        self._button = Button(theme, action, kind=Kind.PRIMARY)
        self._button.setVisible(bool(action))
        self._button.clicked.connect(self.action_requested)
        column = QVBoxLayout(self)
        Spacing(theme, column, (24, 24, 24, 24), 16)
        column.addStretch(2)
        column.addWidget(Drawing(theme, icon, px=32), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def button(self) -> QWidget:
        """Return its button, where the keyboard goes."""
        return self._button

    def say(self, text: str, action: str = "") -> None:
        """Say something else, with another button or none."""
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
