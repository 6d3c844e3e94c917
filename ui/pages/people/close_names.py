"""Names like those searched for, under those found: each with the reason in words, and nobody is merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.tokens import ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.labels import Label
from ui.widgets.lines_list import LinesModel, ListedLines
from ui.widgets.spacing import Spacing
from ui.widgets.two_lines import TwoLines, TwoLinesDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from casefiles.workspace.close_names import CloseName
    from ui.theme.theme import Theme

_ROWS: Final = 5
_ROWS_BELOW: Final = 3
"""So many rows are shown at once where nobody else is, and below others."""


class CloseNames(QWidget):
    """A heading after a thin line, and the names; hidden when there are none.

    Signals:
        shown: the key of a case that was clicked, to be shown.
        opened: the key of a case to go to.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    shown = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: Sequence[CloseName] = ()
        self._rows = LinesModel(self)
        self.names = QListView(self)
        self.names.setModel(self._rows)
        self.names.setItemDelegate(TwoLinesDelegate(theme, lambda place: self._rows.rows[place].lines, self.names))
        self.names.setAccessibleName(self.tr("Names like these"))
        self.names.setUniformItemSizes(True)
        self.names.setMouseTracking(True)
        self.names.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.clicked.connect(lambda index: self.shown.emit(self._key(index)))
        self.names.activated.connect(lambda index: self.opened.emit(self._key(index)))
        line = QFrame(self)
        line.setProperty("surface", "rule")
        line.setFixedHeight(theme.look.border)
        head = Label(theme, self.tr("Names like these"), Role.GROUP_HEAD, "muted")
        head.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(2))
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=0)
        for part in (line, head, self.names):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_names(self, found: Sequence[CloseName], *, is_alone: bool) -> None:
        """Show these; hidden when there are none.

        Args:
            found: who may be meant.
            is_alone: nobody bears the name as it was typed.
        """
        self._found = found
        self._rows.show_rows([_lines(one) for one in found])
        rows = min(len(found), _ROWS if is_alone else _ROWS_BELOW)
        self.names.setFixedHeight(self._theme.px(ROW_HEIGHT) * rows)
        self.setVisible(bool(found))

    def _key(self, index: QModelIndex) -> int:
        return self._found[index.row()].id


def _lines(one: CloseName) -> ListedLines:
    as_spelt = f"{one.spelling}: " if one.spelling != one.name else ""
    return ListedLines(
        str(one.id),
        TwoLines(one.name, f"{as_spelt}{one.reason}"),
        ", ".join((one.name, one.ref, f"{as_spelt}{one.reason}")),
    )
