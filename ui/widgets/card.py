"""A card: a titled piece of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

WIDEST: Final = 720


class Card(QFrame):
    """A title, perhaps one thing to do, and a body of rows below; never wider than is good to read.

    Signals:
        action_requested: the link at the title was pressed.

    Args:
        theme: the theme in force.
        title: the words at the top.
        action: the words of the link; empty for none.
        widest: its greatest width at 100 %.
        writes: the link changes something, so that it is of no use while the past is looked at.
        parent: the owner.
    """

    action_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        action: str = "",
        *,
        widest: int = WIDEST,
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widest = widest
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        head = QHBoxLayout()
        self._title = Label(theme, title, Role.CARD_TITLE)
        head.addWidget(self._title, 1)
        if action:
            link = Button(theme, action, kind=Kind.LINK, strong=True)
            link.setAccessibleDescription(title)
            link.clicked.connect(self.action_requested)
            if writes:
                only_now(link)
            head.addWidget(link)
        self._body = QVBoxLayout(self)
        Spacing(theme, self._body, (16, 12, 12, 14), 8)
        self._body.addLayout(head)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def body(self) -> QVBoxLayout:
        """Where the card's content goes."""
        return self._body

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Put something below what is there."""
        self._body.addWidget(part, stretch)

    def set_title(self, title: str) -> None:
        """Say something else at the top."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.px(self._widest))
