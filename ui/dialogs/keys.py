"""Every key there is, from the tables that make them work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.actions import ACTIONS, KEYS_IN_PLACES, MENUS
from ui.dialogs.sheet import Sheet
from ui.theme.typography import Role
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class KeysDialog(Sheet):
    """What each key does, menu by menu.

    Args:
        theme: the theme in force.
        parent: the window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Keys"), 460, parent)
        page = QWidget()
        page.setProperty("surface", "bg")
        self._grid = QGridLayout(page)
        Spacing(theme, self._grid, (0, 0, 12, 0), 6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, theme.px(150))
        for head, rows in _parts():
            self._add(head, rows)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(page)
        area.setMinimumHeight(theme.px(440))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(page.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Keys"))
        self.body.addWidget(area, 1)
        close = self.main(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_buttons(close)

    def _add(self, head: str, rows: list[tuple[str, str]]) -> None:
        place = self._grid.rowCount()
        title = Label(self.theme, head, Role.CARD_TITLE)
        title.setContentsMargins(0, self.theme.px(8), 0, 0)
        self._grid.addWidget(title, place, 0, 1, 2)
        for below, (words, keys) in enumerate(rows, place + 1):
            self._grid.addWidget(Label(self.theme, words), below, 0)
            self._grid.addWidget(Label(self.theme, keys, ink="muted"), below, 1)


def _parts() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each heading with what is done and by which keys."""
    parts: dict[str, list[tuple[str, str]]] = {_words(menu).replace("&", ""): [] for menu in MENUS}
    for spec in ACTIONS:
        if spec.keys:
            keys = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys)
            parts[_words(spec.menu).replace("&", "")].append((spec.words.rstrip("…"), keys))
    for place, keys, words in KEYS_IN_PLACES:
        parts.setdefault(_words(place), []).append((_words(words), keys))
    return [(head, rows) for head, rows in parts.items() if rows]


def _words(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
