"""Ways to go on while a search is typed: a list below the box that never takes the keyboard from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

from ui.shell.palette_row import ENTRY, ROW_HEIGHT, PaletteRow
from ui.widgets.floating import Floating
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLineEdit

    from casefiles.search.completing import Completion
    from ui.theme.theme import Theme

_MOST_ROWS: Final = 8
_EDGE: Final = 4
_WIDTH: Final = 540


class _Entry:
    """A way to go on as a row of the palette draws it."""

    icon = ""

    def __init__(self, completion: Completion) -> None:
        self.words = completion.text
        is_same = completion.label.casefold() == completion.text.strip('"').casefold()
        self.more = "" if is_same else completion.label


class Completions(Floating):
    """The list; nothing is marked until an arrow key goes into it.

    Signals:
        chosen: the `Completion` that was clicked.

    Args:
        theme: the theme in force.
        box: where a search is typed.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, box: QLineEdit) -> None:
        super().__init__(theme, box.window())
        self._theme = theme
        self._box = box
        self._shown: Sequence[Completion] = ()
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Ways to go on"))
        self._list.setItemDelegate(PaletteRow(theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._choose)
        for part in (self, self._list, self._list.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        Spacing(theme, column, (_EDGE,) * 4)
        column.addWidget(self._list)
        box.window().installEventFilter(self)
        self.hide()

    @property
    def marked(self) -> Completion | None:
        """What the arrow keys have gone to, if anything."""
        row = self._list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    @property
    def first(self) -> Completion | None:
        """What stands at the top."""
        return self._shown[0] if self._shown else None

    def offer(self, found: Sequence[Completion]) -> None:
        """Show these below the box, or nothing where there are none."""
        if found != self._shown:
            self._shown = found
            self._list.clear()
            for one in found:
                item = QListWidgetItem(one.text)
                item.setData(ENTRY, _Entry(one))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(one))
                self._list.addItem(item)
            self._list.setCurrentRow(-1)
        if not found:
            self.hide()
        elif not self.isVisible():
            self._place()
            self.show()
            self.raise_()
        else:
            self._place()

    def step(self, by: int) -> None:
        """Mark the next or the one before; before the first, and after the last, nothing is marked."""
        places = len(self._shown) + 1
        row = (self._list.currentRow() + 1 + by) % places - 1
        self._list.setCurrentRow(row)
        if self.marked is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, _spoken(self.marked)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay below the box when the window becomes another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._shown[self._list.row(item)])

    def _place(self) -> None:
        box, rows = self._box, min(len(self._shown), _MOST_ROWS)
        room = box.window().width() - 2 * self._theme.px(_EDGE)
        width = min(max(box.width(), self._theme.px(_WIDTH)), room)
        self.setFixedSize(width, self._theme.px(ROW_HEIGHT) * rows + 2 * self._theme.px(_EDGE))
        start = box.width() - width if box.isRightToLeft() else 0
        place = box.mapTo(box.window(), QPoint(start, box.height() + self._theme.px(_EDGE)))
        self.move(min(max(place.x(), self._theme.px(_EDGE)), room + self._theme.px(_EDGE) - width), place.y())


def _spoken(completion: Completion) -> str:
    return ", ".join(dict.fromkeys((completion.text, completion.label)))
