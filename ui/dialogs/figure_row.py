"""One row of a figure sheet: what is counted, how many, what it is part of, and how that stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from casefiles.domain.measures import PEOPLE, UNITS, read_measure
from casefiles.domain.problems import BadInput
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.combo import Combo
from ui.widgets.completing import complete
from ui.widgets.labels import Drawing, Label, plain_tip
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from casefiles.workspace.figure_entries import FigureEntry
    from casefiles.workspace.figure_views import RowCheck
    from ui.theme.theme import Theme

SHARES: Final = (20, 9, 9, 14, 17, 14)
"""How the cells of a row share its width: what is counted, number, unit, told apart by, part of, how we count."""
_NESTED: Final = " nested"


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
        self.measure, self.apart, self.number, self.unit, self.query = (QLineEdit() for _ in range(5))
        self.part = Combo(theme)
        self.remove = IconButton(theme, self.tr("Take the row out"), "x")
        self._sign = Drawing(theme, "circle-alert", "error", 13)
        self._told = Label(theme, "", Role.META, wrap=True)
        self.measure.setPlaceholderText(self.tr("dead, missing, total"))
        self.apart.setPlaceholderText(self.tr("state: Punjab"))
        self.number.setPlaceholderText(self.tr("12, 35–50"))
        self.unit.setPlaceholderText(PEOPLE)
        complete(self.unit, UNITS)
        self.query.setPlaceholderText(self.tr("not compared"))
        self.query.setToolTip(plain_tip(self.tr("A search as in the search box finds our people; * finds everybody.")))
        self._lay_out()
        self.remove.clicked.connect(self.left)
        self.part.activated.connect(self._choose_part)
        self.query.textEdited.connect(self._type_query)
        for line in (self.measure, self.apart, self.number, self.unit, self.query):
            line.textChanged.connect(self.edited)
        for line in (self.measure, self.apart):
            line.textChanged.connect(self._propose_query)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, gap=2)
        line = QHBoxLayout()
        Spacing(self._theme, line, gap=6)
        cells: tuple[QWidget, ...] = (self.measure, self.number, self.unit, self.apart, self.part, self.query)
        for cell, share in zip(cells, SHARES, strict=True):
            let_share(cell)
            line.addWidget(cell, share)
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
            (self.unit, self.tr("Counted in, row {number}")),
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
    def counted_in(self) -> str:
        """Return its unit: what is typed, or else that of its whole."""
        return self.unit.text().strip() or self.unit.placeholderText()

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
            unit=self.counted_in,
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
        self.unit.setText(entry.unit)
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

    def offer_unit(self, unit: str) -> None:
        """Count in this unless another is typed."""
        self.unit.setPlaceholderText(unit)

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


def let_share(cell: QWidget) -> None:
    """Let a cell be as wide as its share, whatever stands in it."""
    cell.setMinimumWidth(1)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, cell.sizePolicy().verticalPolicy())


def sum_sign(closes: bool | None) -> tuple[str, str]:
    """Return the drawing that says how a sum stands, and its colour."""
    if closes is None:
        return "circle-help", "muted"
    return ("circle-check", "good") if closes else ("circle-alert", "warning")
