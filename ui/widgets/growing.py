"""A column of parts that is built a stretch at a time, so that a long one opens as quickly as a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.theme import Theme

    Make = Callable[[], QWidget]

STRETCH: Final = 30


class GrowingColumn(QWidget):
    """Shows the first parts and a button for more; keeps the keyboard's place when shown again.

    Args:
        theme: the theme in force.
        empty: what is said when there are no parts.
        gap: between the parts, at 100 %.
        parent: the owner.
    """

    def __init__(self, theme: Theme, empty: str, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: Sequence[Make] = ()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=gap)
        self._empty = Label(theme, empty, ink="muted", wrap=True)
        self._more = Button(theme, "", kind=Kind.LINK)
        self._more.clicked.connect(self._grow)
        for part in (self._empty, self._more):
            part.hide()
            self._column.addWidget(part)

    def show_parts(self, makers: Sequence[Make]) -> None:
        """Show these parts in place of those before, as many as were shown."""
        place, shown = self._focused_part(), len(self._parts)
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self._makers = makers
        self._empty.setVisible(not makers)
        self._build(max(STRETCH, shown))
        if 0 <= place < len(self._parts):
            _focus_first(self._parts[place])

    @property
    def parts(self) -> Sequence[QWidget]:
        """The parts built so far."""
        return self._parts

    def _grow(self) -> None:
        before = len(self._parts)
        self._build(before + STRETCH)
        _focus_first(self._parts[before])

    def _build(self, number: int) -> None:
        for make in self._makers[len(self._parts) : number]:
            part = make()
            self._column.insertWidget(self._column.indexOf(self._more), part)
            part.show()  # now, so that it can take the keyboard at once
            self._parts.append(part)
        left = len(self._makers) - len(self._parts)
        self._more.setText(self.tr("Show %n more", "", min(left, STRETCH)))
        self._more.setVisible(left > 0)

    def _focused_part(self) -> int:
        focused = QApplication.focusWidget()
        inside = [place for place, part in enumerate(self._parts) if focused and part.isAncestorOf(focused)]
        return inside[0] if inside else -1


def scrolled(theme: Theme, content: QWidget, name: str) -> QScrollArea:
    """Put content that may be long in an area that scrolls up and down only."""
    inside = QWidget()
    inside.setMinimumWidth(1)  # so that a narrow pane squeezes what is inside instead of cutting it off
    inside.setProperty("surface", "clear")
    column = QVBoxLayout(inside)
    Spacing(theme, column, (0, 12, 12, 16), 12)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _focus_first(part: QWidget) -> None:
    focusable = [one for one in part.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if focusable:
        focusable[0].setFocus()
