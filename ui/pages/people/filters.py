"""What a list can be narrowed by: four buttons with counts, and what is chosen, each to be taken away again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from casefiles.domain.status import GROUP_ICONS, Group
from casefiles.search import editing
from ui.pages.people.asked import chosen_in
from ui.widgets.buttons import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casefiles.workspace.facets import Facet
    from ui.pages.people.asked import Chosen
    from ui.theme.theme import Theme

    Count = Callable[[str, Callable[[Sequence[Facet]], None]], None]

_ROOM: Final = 24
"""So many signs of a value are shown on its button."""


class Filters(QWidget):
    """Buttons that edit the text of the search, and the values it asks for.

    Signals:
        text_requested: the text of the search as it is to be.

    Args:
        theme: the theme in force.
        count: asks how many of those found have each value of a field, and tells it later.
        situations: gives the names of the situations.
        parent: the owner.
    """

    text_requested = Signal(str)

    def __init__(
        self, theme: Theme, count: Count, situations: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self._situations = situations
        self._text = ""
        self._chips: list[tuple[Chosen, Button]] = []
        self._choices = QWidget(self)
        self._row = Flow(self._choices)
        self._chosen = QWidget(self)
        self._chosen.hide()
        self._chip_row = Flow(self._chosen)
        column = QVBoxLayout(self)
        Spacing(theme, column, (12, 0, 8, 8), 4)
        for part, row, start, gap in ((self._choices, self._row, 0, 2), (self._chosen, self._chip_row, 4, 4)):
            Spacing(theme, row, (start, 0, 0, 0), gap)
            column.addWidget(part)
        self.buttons = {field: self._button(field, words) for field, words in self._fields().items()}

    def show_text(self, text: str) -> None:
        """Follow the text of the search."""
        if text == self._text:
            return
        self._text = text
        chosen = chosen_in(text, self._situations)
        if chosen != [one for one, _ in self._chips]:
            self._show_chips(chosen)

    # the buttons

    def _fields(self) -> dict[str, str]:
        return {
            "group": self.tr("Status"),
            "origin": self.tr("Origin"),
            "situation": self.tr("Situation"),
            "date": self.tr("Month"),
        }

    def _button(self, field: str, words: str) -> Button:
        button = Button(self._theme, words, "chevron-down", Kind.FILTER)
        button.setAccessibleDescription(self.tr("Opens a menu of what those found can be narrowed by"))
        button.clicked.connect(partial(self._open, field))
        self._row.addWidget(button)
        return button

    def _open(self, field: str) -> None:
        self._count(field, partial(self._offer, field))

    def _offer(self, field: str, found: Sequence[Facet]) -> None:
        """Open the menu, now that the counts are known."""
        button = self.buttons[field]
        if not button.isVisible():
            return
        menu = QMenu(self)
        menu.setAccessibleName(self._fields()[field])
        menu.aboutToHide.connect(menu.deleteLater)
        for facet in found:
            menu.addAction(self._action(field, facet, menu))
        if not found:
            menu.addAction(self.tr("Nobody found has any")).setEnabled(False)
        edge = button.width() - menu.sizeHint().width() if self.isRightToLeft() else 0
        menu.popup(button.mapToGlobal(QPoint(edge, button.height() + 2)))

    def _action(self, field: str, facet: Facet, menu: QMenu) -> QAction:
        label = facet.label.replace("&", "&&").replace("\t", " ")
        action = QAction(f"{label}\t{facet.people.words()}", menu, checkable=True)
        action.setChecked(editing.asks(self._text, field, facet.value))
        if field == "group" and not action.isChecked():
            action.setIcon(self._theme.icon(GROUP_ICONS[Group(facet.value)], facet.value))
        action.triggered.connect(partial(self._toggle, field, facet.value))
        return action

    def _toggle(self, field: str, value: str) -> None:
        self.text_requested.emit(editing.toggled(self._text, field, value))

    # the chips

    def _show_chips(self, chosen: Sequence[Chosen]) -> None:
        held = any(chip.hasFocus() for _, chip in self._chips)
        for _, chip in self._chips:
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [(one, self._chip(one)) for one in chosen]
        self._chosen.setVisible(bool(chosen))
        if held:  # the keyboard stays here
            (self._chips[0][1] if self._chips else self.buttons["group"]).setFocus()

    def _chip(self, chosen: Chosen) -> Button:
        words = chosen.words if len(chosen.words) <= _ROOM else f"{chosen.words[:_ROOM]}…"
        chip = Button(self._theme, words, "x", Kind.CHOSEN)
        chip.setAccessibleName(self.tr("Take away {value}").format(value=chosen.words))
        chip.setToolTip(self.tr("Take away"))
        chip.clicked.connect(partial(self._take_away, chosen))
        self._chip_row.addWidget(chip)
        chip.show()
        return chip

    def _take_away(self, chosen: Chosen) -> None:
        self.text_requested.emit(editing.without_value(self._text, chosen.field, chosen.value))
