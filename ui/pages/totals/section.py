"""A card of the detail that is built anew only when what it shows is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.theme.theme import Theme


EDGE: Final = 6
"""What a link has around its words, which are to stand in line with other words."""


class Section(Card):
    """A card whose body is made at once; it stays, with the keyboard in it, while its content is the same.

    Args:
        theme: the theme in force.
        title: the words at the top.
        parent: the owner.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent=parent)
        self._of_theme = theme
        self._shown: object = None
        self._inside: QWidget | None = None

    def show_content(self, content: object, make: Callable[[], Iterable[QWidget]]) -> None:
        """Show what `make` makes of a content; hidden where that is nothing.

        Args:
            content: compared with what is shown already.
            make: makes the parts, from top to bottom.
        """
        if content == self._shown and self._inside is not None:
            return
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._shown, self._inside = content, QWidget()
        column = QVBoxLayout(self._inside)
        Spacing(self._of_theme, column, gap=6)
        for part in make():
            column.addWidget(part)
        self.add(self._inside)
        self._inside.show()  # now, so that it can take the keyboard at once
        self.setVisible(column.count() > 0)


def link(theme: Theme, words: str, name: str, act: Callable[[], object], icon: str = "") -> Button:
    """Return a link that does something."""
    button = Button(theme, words, icon, Kind.LINK)
    button.setAccessibleName(name)
    button.clicked.connect(act)
    return button


def in_line(theme: Theme, *parts: QWidget, stretch: int = -1) -> QWidget:
    """Put parts beside each other; the one at `stretch` takes the room, or else what follows the last."""
    box = QWidget()
    line = QHBoxLayout(box)
    Spacing(theme, line, gap=8)
    for place, part in enumerate(parts):
        line.addWidget(part, 1 if place == stretch else 0)
    if stretch < 0:
        line.addStretch(1)
    return box
