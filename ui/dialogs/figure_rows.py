"""The rows of a figure sheet, typed by keyboard or pasted as a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.figure_numbers import read_number
from casefiles.domain.measures import PEOPLE
from casefiles.domain.problems import BadInput
from ui.dialogs.figure_row import SHARES, FigureRow, let_share
from ui.theme.typography import Role
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from casefiles.workspace.figure_entries import FigureEntry
    from casefiles.workspace.figure_views import RowCheck
    from ui.theme.theme import Theme

_LAST_NUMBER: Final = re.compile(r"(.*?)[\s:;,=]+(\S+)")


class FigureRows(QWidget):
    """The rows with their heads; a last empty row waits for the next total.

    Signals:
        edited: something was typed or chosen.

    Args:
        theme: the theme in force.
        suggest: suggests how to count a measure.
        only_one: whether there is one row and no more.
    """

    edited = Signal()

    def __init__(self, theme: Theme, suggest: Callable[[str], str], *, only_one: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._suggest = suggest
        self._only_one = only_one
        self._made = 0
        self._before: dict[str, str] = {}
        self.rows: list[FigureRow] = []
        self._is_pasting = False
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, (0, 0, 10, 0), 6)
        self._column.addLayout(self._heads())
        self._column.addStretch(1)
        self.add_row()

    def _heads(self) -> QHBoxLayout:
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=6)
        heads = (
            self.tr("What is counted"),
            self.tr("Number"),
            self.tr("In"),
            self.tr("Told apart by"),
            self.tr("Part of"),
            self.tr("How we count them"),
        )
        for words, share in zip(heads, SHARES, strict=True):
            label = Label(self._theme, words, Role.GROUP_HEAD, "muted", wrap=True)
            let_share(label)
            line.addWidget(label, share)
        if not self._only_one:
            line.addSpacing(self._theme.px(32))
        return line

    # rows

    @property
    def filled(self) -> list[FigureRow]:
        """Return the rows in which something is typed."""
        return [row for row in self.rows if not row.is_blank]

    def add_row(self) -> FigureRow:
        """Put an empty row at the end."""
        row = FigureRow(self._theme, f"row {self._made}", self._suggest)
        self._made += 1
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()  # now, so that it can take the keyboard at once
        row.edited.connect(self._edited)
        row.left.connect(lambda: self._take_out(row))
        for cell in (row.measure, row.apart):
            cell.installEventFilter(self)
        self._rename()
        return row

    def offer_wholes(self, known: Mapping[str, str], units: Mapping[str, str]) -> None:
        """Offer each row what it can be part of: other rows, then totals that are here already; it counts in the same.

        Args:
            known: those totals by UUID, in words.
            units: what they are counted in.
        """
        first = self.rows[0]
        usual = first.token if first.is_total else ""
        for row in self.rows:
            others = {one.token: one.words for one in self.filled if one is not row}
            row.offer_wholes(others | dict(known), usual if row is not first and not row.is_total else "")
        counted_in = {row.token: row.counted_in for row in self.rows if not row.whole[0]} | dict(units)
        for row in self.rows:
            row.offer_unit(counted_in.get(row.whole[0], PEOPLE))

    def entries(self, shared: FigureEntry, part: FigureEntry) -> Iterator[FigureEntry]:
        """Return the entries typed, one for each filled row.

        Args:
            shared: what a total shares with the others.
            part: the same for a part of another row, which has its day and voice from there.
        """
        places = {row.token: place for place, row in enumerate(self.filled)}
        before = ""
        for row in self.filled:
            whole, _ = row.whole
            entry = row.fill(part if whole in places else shared, before)
            before = entry.breakdown_by
            yield replace(entry, part_of=places.get(whole, whole))

    def tell(self, found: Sequence[RowCheck]) -> None:
        """Say under each filled row what was found."""
        told = dict(zip((row.token for row in self.filled), found, strict=False))
        for row in self.rows:
            row.tell(told.get(row.token))

    def _edited(self) -> None:
        """Keep one empty row at the end, then tell: once for all that is pasted at a time."""
        if self._is_pasting:
            return
        if not self._only_one and not self.rows[-1].is_blank:
            self.add_row()
        self.edited.emit()

    def _take_out(self, row: FigureRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.add_row()
        self.rows[min(place, len(self.rows) - 1)].measure.setFocus()
        self._rename()
        self._edited()

    def _rename(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.name(number)
            row.remove.setVisible(not self._only_one)

    # pasting a table

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A table that is pasted fills rows from here on: measures, or what one measure is told apart by."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self._only_one:
            found = (
                read_table(QGuiApplication.clipboard().text()) if event.matches(QKeySequence.StandardKey.Paste) else []
            )
            row = next((one for one in self.rows if watched in {one.measure, one.apart}), None)
            if found and row is not None:
                self._paste(row, found, apart=watched is row.apart)
                return True
        return super().eventFilter(watched, event)

    def _paste(self, row: FigureRow, table: Sequence[tuple[str, str]], *, apart: bool) -> None:
        at = self.rows.index(row)
        measure = row.measure.text() or (self.rows[at - 1].measure.text() if at else "")
        self._is_pasting = True
        for label, number in table:
            row = self.rows[at] if at < len(self.rows) else self.add_row()
            row.measure.setText(measure if apart else label)
            if apart:
                row.apart.setText(label)
            row.number.setText(number)
            at += 1
        self._is_pasting = False
        self._edited()
        row.number.setFocus()


def read_table(text: str) -> list[tuple[str, str]]:
    """Read a table of labels and numbers, one line each; nothing unless it has a tab or several lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 and "\t" not in text:
        return []
    return [row for row in map(_read_line, lines) if row is not None]


def _read_line(line: str) -> tuple[str, str] | None:
    """Return a label and a number, whichever stands first; None for a line without a number, such as a heading."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if len(cells) < 2 and (found := _LAST_NUMBER.fullmatch(line.strip())):
        cells = [found[1], found[2]]
    numbers = [cell for cell in cells if _is_number(cell)]
    labels = [cell for cell in cells if cell not in numbers]
    return (labels[0], numbers[0]) if numbers and labels else None


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except BadInput:
        return False
    return True
