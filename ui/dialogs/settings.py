"""Settings: of this person on this machine, and of the open casebook. Each is kept as soon as it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.casebook_settings import BodiesCard, CasebookCard, SituationsCard, named_field
from ui.dialogs.sheet import Sheet
from ui.theme.theme import Choice
from ui.theme.typography import Role
from ui.widgets.card import Card
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.shell.window import Window

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIZES: Final = (80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200)


class SettingsDialog(Sheet):
    """One card for the machine, and three for the casebook when one is open.

    Args:
        window: the window, whose preferences and casebook these are.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window.theme, self.tr("Settings"), 560, window)
        self.say(self.tr("Settings"), Role.LIST_TITLE)
        self._cards: list[Card] = [MachineCard(window)]
        if window.desk is not None:
            session = window.desk.session
            kinds = (CasebookCard, BodiesCard, SituationsCard)
            self._cards += [kind(window.theme, session) for kind in kinds]
        page = QWidget()
        page.setProperty("surface", "bg")
        column = QVBoxLayout(page)
        Spacing(window.theme, column, (0, 0, 8, 0), 12)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.setMinimumHeight(window.theme.px(240 if len(self._cards) == 1 else 520))
        self.body.addWidget(area, 1)
        close = self.main(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_buttons(close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the value that was typed; it does not close the dialog as well. Buttons take it themselves."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)


class MachineCard(Card):
    """How the program looks here, and who works with it.

    Args:
        window: the window.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window.theme, self.tr("On this machine"))
        self._window = window
        theme = window.theme
        looks = (
            (Choice.SYSTEM.value, self.tr("As the system has it")),
            (Choice.LIGHT.value, self.tr("Light")),
            (Choice.DARK.value, self.tr("Dark")),
            (Choice.CONTRAST.value, self.tr("High contrast")),
        )
        sizes = sorted({*_SIZES, theme.percent})
        self._look = ChoiceEditor(theme, self.tr("Look"), looks)
        self._size = ChoiceEditor(theme, self.tr("Text size"), [(str(size), f"{size} %") for size in sizes])
        self._officer = LineEditor(theme, self.tr("Your name"), self.tr("Each act is signed with it"))
        self._look.set_value(theme.choice.value)
        self._size.set_value(str(theme.percent))
        self._officer.set_value(window.preferences.officer)
        rows = (
            (self.tr("Look"), self._look),
            (self.tr("Text size"), self._size),
            (self.tr("Your name"), self._officer),
        )
        for name, editor in rows:
            self.add(named_field(theme, name, editor))
        self._look.committed.connect(self._set_look)
        self._size.committed.connect(lambda size: window.set_percent(int(size)))
        self._officer.committed.connect(self._set_officer)

    def _set_look(self, look: str) -> None:
        self._window.theme.choose(Choice(look))
        self._window.preferences.theme = look
        self._window.keep_preferences()

    def _set_officer(self, name: str) -> None:
        self._window.preferences.officer = name.strip()
        self._window.keep_preferences()
        self._window.sign_acts()
