"""The question whether somebody of this name is here already; nothing is ever joined unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.reader.people_choices import find_people
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.reader.picker import Choice
    from ui.session import Session
    from ui.theme.theme import Theme

_MOST: Final = 3


class SameName(QFrame):
    """People found under a name that is being typed, each to be added to instead.

    Signals:
        target_changed: the person chosen in words, or empty for a new one.

    Attributes:
        target: the person chosen to be added to; None for a new one.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    target_changed = Signal(str)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._name = ""
        self._offers: list[QWidget] = []
        self.target: int | None = None
        self.setProperty("surface", "info")
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, (12, 8, 12, 8), 2)
        self.hide()

    def look_for(self, name: str) -> None:
        """Ask who is here under a name."""
        self.forget()
        self._name = name = name.replace('"', " ").strip()
        if name:
            casebook = self._session.casebook
            self._session.tasks.search(
                "same name",
                lambda: find_people(casebook, f'"{name}"', _MOST),
                lambda found: self._offer(name, found),
                self,
            )

    def forget(self) -> None:
        """Ask nothing, and add to nobody."""
        self._name = ""
        self._choose(None, "")
        self._show([])

    def _offer(self, name: str, found: Sequence[Choice]) -> None:
        if name == self._name and found:
            title = Label(self._theme, self.tr("This name is here already:"), Role.META, wrap=True)
            self._show([title, *(self._button(one) for one in found)])

    def _button(self, one: Choice) -> Button:
        button = Button(self._theme, self.tr("Add to {person}").format(person=one.words), kind=Kind.LINK, strong=True)
        button.setToolTip(one.more)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._take(one))
        return button

    def _take(self, one: Choice) -> None:
        self._choose(int(one.key), one.words)
        title = Label(self._theme, self.tr("Adds to {person}").format(person=one.words), Role.META, wrap=True)
        other = Button(self._theme, self.tr("No, this is another person"), kind=Kind.LINK, strong=True)
        other.clicked.connect(self.forget)
        self._show([title, other])
        other.setFocus()

    def _choose(self, target: int | None, words: str) -> None:
        if target != self.target:
            self.target = target
            self.target_changed.emit(words)

    def _show(self, offers: list[QWidget]) -> None:
        for old in self._offers:
            old.hide()
            old.deleteLater()
        self._offers = offers
        for one in offers:
            self._column.addWidget(one)
        self.setVisible(bool(offers))
