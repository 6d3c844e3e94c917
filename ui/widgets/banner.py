"""A line that stays on the page: something to know, with at most one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

# kind: drawing, its colour, the colour of the words
_KINDS: Final = {
    "info": ("info", "accent", "text"),
    "warn": ("triangle-alert", "warning", "text"),
    "error": ("circle-alert", "error", "text"),
    "quote": ("quote", "quote_mark", "on_quote"),
}


class Banner(QFrame):
    """A drawing, a sentence and perhaps one button.

    Signals:
        action_requested: the button was pressed.

    Args:
        theme: the theme in force.
        text: the sentence.
        kind: "info", "warn", "error" or "quote".
        action: the words of the button; empty for none.
        icon: a drawing other than the kind's own.
        parent: the owner.
    """

    action_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "info",
        action: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        drawing, sign, ink = _KINDS[kind]
        self.setProperty("surface", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words = Label(theme, text, Role.META if kind == "quote" else Role.BODY, ink, wrap=True)
        line = QHBoxLayout(self)
        Spacing(theme, line, (12, 8, 12, 8))
        line.addWidget(Drawing(theme, icon or drawing, sign), alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        if action:
            button = Button(theme, action, kind=Kind.LINK, strong=True)
            button.clicked.connect(self.action_requested)
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
