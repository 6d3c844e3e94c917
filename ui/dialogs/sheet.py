"""What our dialogs share: a title, a body, buttons in one order, and fields with their mistakes underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout

    from ui.theme.theme import Theme


class Sheet(QDialog):
    """A dialog in our look; Esc leaves it, and it is gone once it is closed.

    Args:
        theme: the theme in force.
        title: what it is about.
        width: its least width at 100 %.
        parent: the window it belongs to.
    """

    def __init__(self, theme: Theme, title: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(width))
        self.body = QVBoxLayout()
        Spacing(theme, self.body, gap=12)
        self._buttons = QHBoxLayout()
        Spacing(theme, self._buttons, gap=8)
        column = QVBoxLayout(self)
        Spacing(theme, column, (20, 20, 20, 16), 20)
        column.addLayout(self.body, 1)
        column.addLayout(self._buttons)

    def say(self, text: str, role: Role = Role.BODY, ink: str = "text") -> Label:
        """Add a paragraph."""
        label = Label(self.theme, text, role, ink, wrap=True)
        self.body.addWidget(label)
        return label

    def add_field(self, label: str, input_: QWidget, beside: QWidget | None = None, hint: str = "") -> Field:
        """Add a labelled input, perhaps with a button beside it."""
        field = Field(self.theme, label, input_, beside, hint)
        self.body.addWidget(field)
        return field

    def add_buttons(self, *buttons: Button, lead: Button | None = None) -> None:
        """Add the buttons, the main one last; one may stand at the other end."""
        if lead is not None:
            self._buttons.addWidget(lead)
        self._buttons.addStretch(1)
        for button in buttons:
            button.setAutoDefault(button is buttons[-1])
            self._buttons.addWidget(button)
        buttons[-1].setDefault(True)
        self._main = buttons[-1]

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, or on the main button where there is none."""
        super().showEvent(event)
        if isinstance(self.focusWidget(), QPushButton | None):
            self._main.setFocus()

    def closing(self, text: str) -> Button:
        """Return a button that leaves the dialog as it was."""
        button = Button(self.theme, text)
        button.clicked.connect(self.reject)
        return button

    def main(self, text: str) -> Button:
        """Return the button that does what the dialog is for."""
        return Button(self.theme, text, kind=Kind.PRIMARY)


class Field(QWidget):
    """A label, an input, and the words of a mistake below.

    Args:
        theme: the theme in force.
        label: what the input is for; also its accessible name.
        input_: the input.
        beside: a button beside it, if any.
        hint: what is good to know before typing.
    """

    def __init__(
        self, theme: Theme, label: str, input_: QWidget, beside: QWidget | None = None, hint: str = ""
    ) -> None:
        super().__init__()
        self._input = input_
        self._hint = hint
        input_.setAccessibleName(label)
        input_.setAccessibleDescription(hint)
        name = Label(theme, label, Role.STRONG)
        name.setBuddy(input_)
        self._sign = Drawing(theme, "circle-alert", "error", 13)
        self._mistake = Label(theme, "", Role.META, "error", wrap=True)
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=4)
        column.addWidget(name)
        column.addLayout(self._line(theme, (input_, 1), *(((beside, 0),) if beside else ())))
        if hint:
            column.addWidget(Label(theme, hint, Role.META, "muted", wrap=True))
        column.addLayout(self._line(theme, (self._sign, 0), (self._mistake, 1)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._mistake.setText(sentence)
        self._mistake.setVisible(bool(sentence))
        self._sign.setVisible(bool(sentence))
        self._input.setAccessibleDescription(sentence or self._hint)
        self._input.setProperty("wrong", bool(sentence))
        self._input.style().unpolish(self._input)
        self._input.style().polish(self._input)
        if sentence:
            self._input.setFocus()

    def _line(self, theme: Theme, *parts: tuple[QWidget, int]) -> QLayout:
        line = QHBoxLayout()
        Spacing(theme, line, gap=6)
        for part, stretch in parts:
            line.addWidget(part, stretch)
        return line
