"""The rows of a figure sheet: what is counted, how many, and what each is part of, checked while typing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casefiles.domain.figure_numbers import read_number
from casefiles.domain.measures import read_measure
from casefiles.domain.problems import BadInput
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.combo import Combo
from ui.widgets.labels import Drawing, Label, plain_tip
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from casefiles.workspace.figure_entries import FigureEntry
    from casefiles.workspace.figure_views import RowCheck
    from ui.theme.theme import Theme

APART: Final = 150
NUMBER: Final = 100
PART: Final = 180
QUERY: Final = 150
_NESTED: Final = " nested"
_LAST_NUMBER: Final = re.compile(r"(.*?)[\s:;,=]+(\S+)")


class FigureRow(QWidget):
    """One row.

    Signals:
        edited: something in it was typed or chosen.
        left: it is to be taken out.

    Attributes:
        token: what other rows know it by.

    Args:
        theme: the theme in force.
        token: what other rows know it by.
        suggest: suggests how to count a measure.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, token: str, suggest: Callable[[str], str]) -> None:
        super().__init__()
        self.token = token
        self._theme = theme
        self._suggest = suggest
        self._part_is_chosen = self._query_is_typed = False
        self.measure, self.apart, self.number, self.query = (QLineEdit() for _ in range(4))
        self.part = Combo(theme)
        self.remove = IconButton(theme, self.tr("Take the row out"), "x")
        self._sign = Drawing(theme, "circle-alert", "error", 13)
        self._told = Label(theme, "", Role.META, wrap=True)
        self.measure.setPlaceholderText(self.tr("dead, missing, total"))
        self.apart.setPlaceholderText(self.tr("state: Punjab"))
        self.number.setPlaceholderText(self.tr("12, 35–50"))
        self.query.setPlaceholderText(self.tr("not compared"))
        self.query.setToolTip(plain_tip(self.tr("A search as in the search box finds our people; * finds everybody.")))
        self._lay_out()
        self.remove.clicked.connect(self.left)
        self.part.activated.connect(self._choose_part)
        self.query.textEdited.connect(self._type_query)
        for line in (self.measure, self.apart, self.number, self.query):
            line.textChanged.connect(self.edited)
        for line in (self.measure, self.apart):
            line.textChanged.connect(self._propose_query)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=2)
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=6)
        widths = ((self.measure, 0), (self.number, NUMBER), (self.apart, APART), (self.part, PART), (self.query, QUERY))
        for cell, width in widths:
            if width:
                cell.setFixedWidth(self._theme.px(width))
            line.addWidget(cell, 0 if width else 1)
        line.addWidget(self.remove)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        Spacing(self._theme, foot, (2, 0, 0, 2), 6)
        foot.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._told, 1)
        column.addLayout(line)
        column.addWidget(self._foot)
        self._foot.hide()

    def name(self, number: int) -> None:
        """Name its cells for screen readers, by its place."""
        cells: tuple[tuple[QWidget, str], ...] = (
            (self.measure, self.tr("What is counted, row {number}")),
            (self.number, self.tr("Number, row {number}")),
            (self.apart, self.tr("Told apart by, row {number}")),
            (self.part, self.tr("Part of, row {number}")),
            (self.query, self.tr("How we count them, row {number}")),
            (self.remove, self.tr("Take row {number} out")),
        )
        for cell, words in cells:
            cell.setAccessibleName(words.format(number=number))

    # what is typed

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is typed in it."""
        return not (self.measure.text().strip() or self.number.text().strip())

    @property
    def words(self) -> str:
        """Return its number and measure, as others name it."""
        return f"{self.number.text().strip()} {self.measure.text().strip()}".strip()

    @property
    def is_total(self) -> bool:
        """Tell whether it counts everybody."""
        try:
            return read_measure(self.measure.text()).is_total
        except BadInput:
            return False

    @property
    def whole(self) -> tuple[str, bool]:
        """Return what it is part of, and whether it lies inside another part there."""
        chosen = str(self.part.currentData() or "")
        return chosen.removesuffix(_NESTED), chosen.endswith(_NESTED)

    def fill(self, shared: FigureEntry, before: str) -> FigureEntry:
        """Return a shared entry with this row's own; what it is told apart by goes on from the row before."""
        by, _, which = self.apart.text().rpartition(":")
        by = by.strip() or (before if which.strip() else "")
        return replace(
            shared,
            measure=self.measure.text(),
            number=self.number.text(),
            breakdown_by=by,
            breakdown=which.strip(),
            query=self.query.text(),
            nesting="nested" if self.whole[1] else "",
        )

    def show_entry(self, entry: FigureEntry) -> None:
        """Show what was entered once."""
        self._query_is_typed = self._part_is_chosen = True
        self.measure.setText(entry.measure)
        self.number.setText(entry.number)
        self.apart.setText(f"{entry.breakdown_by}: {entry.breakdown}" if entry.breakdown else "")
        self.query.setText(entry.query)
        self._wanted_part = f"{entry.part_of}{_NESTED if entry.nesting == 'nested' else ''}"

    _wanted_part = ""

    def offer_wholes(self, wholes: Mapping[str, str], usual: str) -> None:
        """Offer what it can be part of; until something is chosen, it is part of the usual one.

        Args:
            wholes: by their tokens or UUIDs, in words.
            usual: one of those, or empty.
        """
        chosen = str(self.part.currentData() or self._wanted_part) if self._part_is_chosen else usual
        choices = {"": self.tr("Nothing")}
        for key, words in wholes.items():
            choices[key] = words
            choices[f"{key}{_NESTED}"] = self.tr("Inside {part}, not added").format(part=words)
        shown = {str(self.part.itemData(at)): self.part.itemText(at) for at in range(self.part.count())}
        if shown != choices:
            self.part.clear()
            for key, words in choices.items():
                self.part.addItem(words, key)
            self.part.view().setMinimumWidth(self.part.view().sizeHintForColumn(0) + self._theme.px(32))
        self.part.setCurrentIndex(max(0, self.part.findData(chosen)))

    # what is told

    def tell(self, found: RowCheck | None) -> None:
        """Say under the row what is wrong with it, or how its parts stand; half a row is left in peace."""
        sign, ink, words = self._verdict(found) if found is not None else ("", "", "")
        self._foot.setVisible(bool(words))
        self._told.setText(words)
        if words:
            self._sign.show_drawing(sign, ink)
            self._told.set_ink(ink)
        has_problem = found is not None and bool(found.problem) and bool(words)
        for line in (self.measure, self.number):
            line.setAccessibleDescription(words)
        self.number.setProperty("wrong", has_problem)
        self.number.style().unpolish(self.number)
        self.number.style().polish(self.number)

    def _verdict(self, found: RowCheck) -> tuple[str, str, str]:
        if found.problem:
            is_half = not (self.measure.text().strip() and self.number.text().strip())
            words = "" if is_half and self.isAncestorOf(QApplication.focusWidget() or self) else found.problem
            return "circle-alert", "error", words
        flags = [flag for flag in found.flags if not (found.sum_text and flag.startswith("parts exceed"))]
        told = [f"{text[:1].upper()}{text[1:]}" for text in (found.sum_text, *flags) if text]
        sign, ink = sum_sign(found.closes)
        return ("triangle-alert", "warning", " · ".join(told)) if found.flags else (sign, ink, " · ".join(told))

    # inside

    def _choose_part(self) -> None:
        self._part_is_chosen = True
        self.edited.emit()

    def _type_query(self) -> None:
        self._query_is_typed = True

    def _propose_query(self) -> None:
        """Propose how we count what is typed, until somebody types it; never for a part told apart by more."""
        if not self._query_is_typed:
            measure = self.measure.text().strip()
            self.query.setText(self._suggest(measure) if measure and not self.apart.text().strip() else "")


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
            (self.tr("What is counted"), 0),
            (self.tr("Number"), NUMBER),
            (self.tr("Told apart by"), APART),
            (self.tr("Part of"), PART),
            (self.tr("How we count them"), QUERY),
        )
        for words, width in heads:
            label = Label(self._theme, words, Role.GROUP_HEAD, "muted", wrap=True)
            if width:
                label.setFixedWidth(self._theme.px(width))
            line.addWidget(label, 0 if width else 1)
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

    def offer_wholes(self, known: Mapping[str, str]) -> None:
        """Offer each row what it can be part of: other rows, then totals that are here already."""
        first = self.rows[0]
        usual = first.token if first.is_total else ""
        for row in self.rows:
            others = {one.token: one.words for one in self.filled if one is not row}
            row.offer_wholes(others | dict(known), usual if row is not first and not row.is_total else "")

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


def sum_sign(closes: bool | None) -> tuple[str, str]:
    """Return the drawing that says how a sum stands, and its colour."""
    if closes is None:
        return "circle-help", "muted"
    return ("circle-check", "good") if closes else ("circle-alert", "warning")


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
