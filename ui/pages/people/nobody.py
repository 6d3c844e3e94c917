"""What stands in the place of the list when nobody is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class Nobody(QWidget):
    """Nobody matches, with the way back; or nobody is in the casebook yet, with two ways to begin.

    Signals:
        clear_requested: the filters are to be cleared.
        source_requested: a source is to be added.
        person_requested: a person is to be added.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    clear_requested = Signal()
    source_requested = Signal()
    person_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(theme, "", ink="muted", wrap=True, centred=True)
        self._clear = Button(theme, self.tr("Clear filters"), kind=Kind.PRIMARY)
        self._source = Button(theme, self.tr("Add a source"), "file-plus")
        self._person = Button(theme, self.tr("Add a person"), "user-plus")
        only_now(self._source, self._person)
        self._clear.clicked.connect(self.clear_requested)
        self._source.clicked.connect(self.source_requested)
        self._person.clicked.connect(self.person_requested)
        column = QVBoxLayout(self)
        Spacing(theme, column, (24, 24, 24, 24), 16)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(Drawing(theme, "users", px=32), alignment=centre)
        column.addWidget(self._words)
        buttons = QHBoxLayout()
        Spacing(theme, buttons, gap=8)
        buttons.addStretch(1)
        for button in (self._clear, self._source, self._person):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)

    def say(self, text: str, *, is_filtered: bool) -> None:
        """Say why nobody is listed."""
        nobody = self.tr("No one matches “{text}”.").format(text=text) if text else self.tr("Nobody is listed here.")
        empty = self.tr("This casebook is empty. Begin with an article that names somebody, or with a person.")
        self._words.setText(nobody if is_filtered else empty)
        self._clear.setVisible(is_filtered)
        self._source.setVisible(not is_filtered)
        self._person.setVisible(not is_filtered)
