"""The list of sources: two lines each, filtered as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.widgets.two_lines import TwoLines, TwoLinesDelegate

if TYPE_CHECKING:
    from casefiles.workspace.list_views import SourceRow
    from ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class SourceModel(QAbstractListModel):
    """The sources whose words hold what is typed in the filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[SourceRow] = ()
        self._shown: Sequence[SourceRow] = ()
        self._wanted: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[SourceRow]) -> None:
        """Show these sources, as far as the filter lets them."""
        self._all = rows
        self._choose()

    def set_filter(self, typed: str) -> None:
        """Show only the sources that hold all these words."""
        self._wanted = tuple(typed.casefold().split())
        self._choose()

    def row(self, position: int) -> SourceRow:
        """Return the source at a position."""
        return self._shown[position]

    def position_of(self, source_id: int) -> int | None:
        """Return where a source stands; None if it is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.id == source_id), None)

    def lines(self, position: int) -> TwoLines:
        """Return a source in two lines: title; publisher and date, then a warning or how many people it serves."""
        row = self._shown[position]
        words = " · ".join(filter(None, (row.publisher, row.published)))
        if row.flag:
            return TwoLines(row.title, words, row.flag.split(" by ")[0], "warning", "triangle-alert")
        used = self.tr("%n person(s)", "", row.people) if row.people else self.tr("not used yet")
        return TwoLines(row.title, words, used)

    @property
    def total(self) -> int:
        """Return how many there are, shown or not."""
        return len(self._all)

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._fits(row)] if self._wanted else self._all
        self.endResetModel()

    def _fits(self, row: SourceRow) -> bool:
        words = f"{row.ref} {row.sentence} {row.kind}".casefold()
        return all(wanted in words for wanted in self._wanted)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's one sentence, for screen readers; the delegate draws the rest."""
        wanted = role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}
        return self._shown[index.row()].sentence if wanted else None


class SourceList(QListView):
    """The list itself.

    Signals:
        chosen: the source the officer came to.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SourceModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TwoLinesDelegate(theme, self._model.lines, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Sources"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def sources(self) -> SourceModel:
        """Return what is listed."""
        return self._model

    @property
    def current_id(self) -> int | None:
        """Return the source that is chosen."""
        return self._model.row(self.currentIndex().row()).id if self.currentIndex().isValid() else None

    def go_to(self, source_id: int) -> bool:
        """Choose a source; false if it is not listed."""
        place = self._model.position_of(source_id)
        if place is None:
            return False
        self.setCurrentIndex(self._model.index(place))
        return True

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.row(index.row()).id)
