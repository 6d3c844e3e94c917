"""The people list's model: a vector of keys, and the few rows that are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ui.models.faces import Reason, Row

    Fetch = Callable[[Sequence[int]], Sequence[Row]]

PAGE: Final = 64
KEPT_ROWS: Final = 32 * PAGE

AnyIndex = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """One column over any number of cases, of which only pages of 64 are ever fetched.

    Args:
        fetch: gives the rows for some keys, in any order; keys without a record are left out.
        parent: the owner.
    """

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids = array("q")
        self._rows: OrderedDict[int, Row | None] = OrderedDict()
        self._reasons: dict[int, Reason | None] = {}
        self.is_explained = False

    # what is shown

    def show_ids(self, ids: array[int], rows: Sequence[Row] = ()) -> None:
        """Show these cases in this order; rows given or already fetched are kept."""
        self.beginResetModel()
        self._ids = ids
        for row in rows:
            self._keep(row.id, row)
        self.endResetModel()

    def forget(self) -> None:
        """Fetch every case again the next time it is looked at."""
        self.refresh(list(self._rows))

    def refresh(self, ids: Iterable[int]) -> None:
        """Fetch these cases again the next time they are looked at."""
        for case in ids:
            self._rows.pop(case, None)
            self._reasons.pop(case, None)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def explain(self, *, wanted: bool) -> None:
        """Show why each row is listed, or not; reasons told before are forgotten."""
        self.is_explained = wanted
        self._reasons.clear()

    def give_reasons(self, reasons: Mapping[int, Reason | None]) -> None:
        """Show why some rows are listed."""
        self._reasons |= reasons
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def has_reason(self, case: int) -> bool:
        """Tell whether it is known why a row is listed, or that nothing can be said of it."""
        return case in self._reasons

    def reason(self, case: int) -> Reason | None:
        """Why a row is listed, if that is known."""
        return self._reasons.get(case)

    # keys and rows

    @property
    def ids(self) -> array[int]:
        """The keys, in order."""
        return self._ids

    def id_at(self, position: int) -> int | None:
        """The key at a position; None where there is none."""
        return self._ids[position] if 0 <= position < len(self._ids) else None

    def positions_of(self, wanted: Iterable[int | None]) -> list[int]:
        """Where these keys stand, in order; keys that are not in the list are left out."""
        keys = {case for case in wanted if case is not None}
        if len(keys) == 1:
            return self._position_of(keys.pop())
        return [position for position, case in enumerate(self._ids) if case in keys] if keys else []

    def row(self, position: int) -> Row | None:
        """The row at a position, fetched with its page if need be; None if there is none to show."""
        case = self.id_at(position)
        if case is None:
            return None
        if case not in self._rows:
            self._fetch_page(position - position % PAGE)
        self._rows.move_to_end(case)
        return self._rows[case]

    def _position_of(self, case: int) -> list[int]:
        try:
            return [self._ids.index(case)]
        except ValueError:
            return []

    def _fetch_page(self, first: int) -> None:
        missing = [case for case in self._ids[first : first + PAGE] if case not in self._rows]
        fetched = {row.id: row for row in self._fetch(missing)}
        for case in missing:
            self._keep(case, fetched.get(case))

    def _keep(self, case: int, row: Row | None) -> None:
        self._rows[case] = row
        self._rows.move_to_end(case)
        if len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    # Qt's questions

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many cases."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """One: the row is drawn whole."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's one sentence for screen readers, nothing else: the delegate asks `row`."""
        if role not in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        reason = self.reason(row.id)
        return f"{row.sentence}, {reason.words}" if reason else row.sentence

    def sources(self, row: Row) -> str:
        """The number of sources in words; nothing for none."""
        return self.tr("%n source(s)", "", row.sources) if row.sources else ""
