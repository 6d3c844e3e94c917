"""A question with a few answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.dialogs.sheet import Sheet
from ui.theme.typography import Role
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme


class Question(Sheet):
    """Esc answers nothing and leaves everything as it was.

    Signals:
        answered: the answer's key.

    Args:
        theme: the theme in force.
        title: what it is about.
        text: the question.
        answers: each answer's key and words, the safe one last.
        parent: the window.
    """

    answered = Signal(str)

    def __init__(
        self, theme: Theme, title: str, text: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, 480, parent)
        self.say(title, Role.CARD_TITLE)
        self.say(text)
        *others, safe = answers
        buttons = [Button(theme, words) for _, words in others]
        buttons.append(self.main(safe[1]))
        for button, (key, _) in zip(buttons, answers, strict=True):
            button.clicked.connect(lambda _=False, key=key: self._answer(key))
        self.add_buttons(*buttons)

    def _answer(self, key: str) -> None:
        self.accept()
        self.answered.emit(key)
