"""The list of people: any number of them, two lines each, wholly by keyboard."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.models.people import PeopleModel
from ui.theme.tokens import EXPLAINED_ROW_HEIGHT, ROW_HEIGHT
from ui.widgets.people_delegate import PeopleDelegate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.faces import Reason, Row
    from ui.models.people import AnyIndex, Fetch
    from ui.theme.theme import Theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EXPLAINED_AT_ONCE: Final = 24
_Move = QAbstractItemView.CursorAction
_Select = QItemSelectionModel.SelectionFlag


class PeopleList(QTableView):
    """A fast list of cases; the selection follows the cases, not their places.

    Signals:
        current_changed: the key of the case the keyboard is on.
        opened: the key of a case that was asked for by Enter or a double click.
        selection_changed: how many cases are selected.
        reasons_wanted: the keys of some cases in view of which it is not known yet why they are listed.
        painted: the rows in view have been drawn.

    Args:
        theme: the theme in force.
        fetch: gives the rows for some keys (see `PeopleModel`).
        name: what a screen reader calls the list.
        parent: the owner.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    selection_changed = Signal(int)
    reasons_wanted = Signal(object)
    painted = Signal()

    def __init__(self, theme: Theme, fetch: Fetch, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people = PeopleModel(fetch, self)
        self._swapping = self._is_asking = False
        self.setModel(self._people)
        self.setItemDelegate(PeopleDelegate(theme, self._people, self))
        self.setAccessibleName(name or self.tr("People"))
        self._arrange()
        theme.changed.connect(self._restyle)
        self._restyle()

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)  # a least size is given to row after row, which takes long
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _restyle(self) -> None:
        height = self._theme.px(EXPLAINED_ROW_HEIGHT if self._people.is_explained else ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)
        self.update()

    # what is shown

    def sizeHint(self) -> QSize:
        """As high as all the rows."""
        return QSize(super().sizeHint().width(), self.rowHeight(0) * self._people.rowCount() + 1)

    def show_ids(self, ids: array[int], rows: Sequence[Row] = ()) -> None:
        """Show these cases in this order; the selection and the view stay on the same cases.

        Args:
            ids: their keys.
            rows: what is known of some already; the others are fetched as they come into view.
        """
        if ids is not self._people.ids or rows:
            self._swap(lambda: self._people.show_ids(ids, rows))
            self.updateGeometries()  # a scroll bar that comes with the painting has all of it painted twice

    def refresh(self, ids: Iterable[int]) -> None:
        """Show these cases afresh."""
        self._people.refresh(ids)

    def forget(self) -> None:
        """Show every case afresh."""
        self._people.forget()

    # why they are listed

    def explain(self, *, wanted: bool) -> None:
        """Give each row a line that tells why it is listed, or take it away; known reasons are forgotten.

        Best asked while few are listed: every row is given another height.
        """
        is_other = wanted is not self._people.is_explained
        self._people.explain(wanted=wanted)
        self._is_asking = False
        if is_other:
            self._restyle()

    def give_reasons(self, reasons: Mapping[int, Reason | None]) -> None:
        """Show why some cases are listed."""
        self._is_asking = False
        self._people.give_reasons(reasons)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then ask why those in view are listed, where it is not known."""
        super().paintEvent(event)
        self.painted.emit()
        if self._people.is_explained and not self._is_asking:
            first = max(self.rowAt(0), 0)
            near = self._people.ids[first : first + _EXPLAINED_AT_ONCE]
            unknown = [case for case in near if not self._people.has_reason(case)]
            if unknown:
                self._is_asking = True
                QTimer.singleShot(0, self, lambda: self.reasons_wanted.emit(unknown))

    # who is selected

    def current_id(self) -> int | None:
        """The case the keyboard is on."""
        return self._people.id_at(self.currentIndex().row())

    def select_id(self, case: int) -> bool:
        """Go to a case; false if it is not in the list."""
        places = self._people.positions_of([case])
        if not places:
            return False
        index = self._people.index(places[0], 0)
        # said in full: left to itself, Qt looks at the keys held down and may add to the selection
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        self.scrollTo(index)
        return True

    def selected_ids(self) -> array[int]:
        """The selected cases, in the list's order."""
        chosen = array("q")
        for first, last in self._selected_stretches():
            chosen.extend(self._people.ids[first : last + 1])
        return chosen

    def _selected_stretches(self) -> list[tuple[int, int]]:
        ranges = self.selectionModel().selection().toList()
        return sorted((stretch.top(), stretch.bottom()) for stretch in ranges)

    # swapping the vector under a selection

    def _swap(self, change: Callable[[], None]) -> None:
        current, selected, top = self.current_id(), self.selected_ids(), self._top_of_current()
        self._swapping = True
        change()
        chosen = self._people.positions_of(selected)
        self._restore_selection(chosen)
        # mostly the one selected is the one the keyboard is on: a second search of a million keys is spared
        alone = len(selected) == 1 and selected[0] == current
        self._restore_current(chosen if alone else self._people.positions_of([current]), top)
        self._swapping = False
        if self.current_id() != current:
            self.current_changed.emit(self.current_id())

    def _top_of_current(self) -> int:
        return self.visualRect(self.currentIndex()).top()

    def _restore_selection(self, chosen: list[int]) -> None:
        selection = QItemSelection()
        for first, last in _stretches(chosen):
            selection.select(self._people.index(first, 0), self._people.index(last, 0))
        self.selectionModel().select(selection, _Select.ClearAndSelect)

    def _restore_current(self, places: list[int], top: int) -> None:
        if not places:
            return
        index = self._people.index(places[0], 0)
        self.selectionModel().setCurrentIndex(index, _Select.NoUpdate)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(index).top() - top)

    # what the person does

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which case the keyboard is on."""
        super().currentChanged(current, previous)
        case = self._people.id_at(current.row())
        if case is not None and not self._swapping:
            self.current_changed.emit(case)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit(sum(last + 1 - first for first, last in self._selected_stretches()))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last case, not to the ends of a row."""
        ends = {_Move.MoveHome: 0, _Move.MoveEnd: self._people.rowCount() - 1}
        if action in ends:
            return self._people.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are left to the window, which has the search box."""
        if event.key() in _ENTER:
            self._open()
        elif event.text().isprintable() and event.text().strip() and not _with_control(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self._open()

    def _open(self) -> None:
        case = self.current_id()
        if case is not None:
            self.opened.emit(case)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _stretches(positions: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring places, each as its first and last."""
    runs: list[tuple[int, int]] = []
    for place in positions:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
