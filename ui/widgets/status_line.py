"""The line at the foot of the window: saved or not, and what to do if not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme

# kind: drawing, colour of the drawing, colour of the words
_KINDS: Final = {
    "good": ("circle-check", "good", "muted"),
    "busy": ("clock", "muted", "muted"),
    "trouble": ("triangle-alert", "error", "error"),
}


class StatusLine(QWidget):
    """A drawing and a sentence, with a link when there is something to do.

    Signals:
        action_requested: the link was pressed.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    action_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Drawing(theme, "circle-check", "good", 13)
        self._words = Label(theme, "", Role.META, "muted")
        self._action = Button(theme, "", kind=Kind.LINK)
        self._action.clicked.connect(self.action_requested)
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=6)
        for part in (self._sign, self._words, self._action):
            line.addWidget(part)
        line.addStretch(1)
        self.say("")

    def say(self, text: str, kind: str = "good", action: str = "") -> None:
        """Say a sentence of the kind "good", "busy" or "trouble", with a link or none."""
        drawing, sign, ink = _KINDS[kind]
        self._sign.show_drawing(drawing, sign)
        self._sign.setVisible(bool(text))
        self._words.setText(text)
        self._words.set_ink(ink)
        self._action.setText(action)
        self._action.setVisible(bool(action))
