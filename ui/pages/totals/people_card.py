"""Our people behind a total: named, unnamed and disputed, by state and by month; every number opens them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.models.listed import listed_row
from ui.pages.totals.section import EDGE, Section, in_line, link
from ui.pages.totals.wording import begun, left_of, number_of, our_number
from ui.theme.tokens import ROW_HEIGHT
from ui.theme.typography import Role
from ui.widgets.labels import Label
from ui.widgets.people_list import PeopleList
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import BreakdownView, LineView, PeopleView
    from ui.models.faces import Row
    from ui.session import Session
    from ui.theme.theme import Theme

translate = QCoreApplication.translate

_MOST_ROWS: Final = 5
_TRAILING: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Number:
    """One number of a table.

    Attributes:
        words: what it counts.
        text: the number in words.
        part: "named", "unnamed" or "disputed"; empty for all who are counted.
        row: a row of a breakdown, or empty words.
        opens: there are people behind it.
        is_sum: it is what the others come to.
    """

    words: str
    text: str
    part: str = ""
    row: tuple[str, str] = ("", "")
    opens: bool = True
    is_sum: bool = False


class PeopleTable(Section):
    """Numbers of our people below each other; pressing one shows whom it counts, pressing it again puts them away.

    Signals:
        case_requested: the key of a person or group to be opened.

    Args:
        theme: the theme in force.
        session: the open casebook.
        title: the words at the top.
    """

    case_requested = Signal(object)

    def __init__(self, theme: Theme, session: Session, title: str) -> None:
        super().__init__(theme, title)
        self._theme = theme
        self._session = session
        self._uuid = ""
        self._opened: Number | None = None
        self._heading = Label(theme, "", Role.STRONG, wrap=True, parent=self)
        self._list = PeopleList(theme, self._rows, self.tr("People: {title}").format(title=title), self)
        self._list.opened.connect(self.case_requested)

    def show_numbers(self, uuid: str, numbers: Sequence[Number], otherwise: str = "") -> None:
        """Show the numbers of a total, or else a sentence; hidden where there is neither."""
        opened = self._opened
        if uuid != self._uuid or opened is None or not self._keeps(opened, numbers):
            opened = None
        self._uuid = uuid
        self.show_content((uuid, numbers, otherwise), lambda: self._table(numbers, otherwise))
        for part in (self._heading, self._list):
            self.add(part)
        self._show_opened(opened)

    def open(self, number: Number) -> None:
        """Show the people behind a number, or put them away again."""
        self._show_opened(None if self._opened == number else number)

    def _keeps(self, opened: Number, numbers: Sequence[Number]) -> bool:
        return any((one.part, one.row) == (opened.part, opened.row) for one in numbers)

    def _table(self, numbers: Sequence[Number], otherwise: str) -> Iterator[QWidget]:
        if otherwise:
            yield Label(self._theme, otherwise, ink="muted", wrap=True)
        if not numbers:
            return
        body = QWidget()
        grid = QGridLayout(body)
        Spacing(self._theme, grid, gap=2)
        grid.setColumnStretch(0, 1)
        for place, number in enumerate(numbers):
            role = Role.STRONG if number.is_sum else Role.BODY
            grid.addWidget(Label(self._theme, number.words, role, wrap=True), place, 0)
            grid.addWidget(self._opener(number, role), place, 1, _TRAILING)
        yield body

    def _opener(self, number: Number, role: Role) -> QWidget:
        if not number.opens:
            ink = "muted" if number.text == "0" else "text"
            box = in_line(self._theme, Label(self._theme, number.text, role, ink))
            box.setContentsMargins(0, EDGE // 2, self._theme.px(EDGE), EDGE // 2)
            return box
        name = self.tr("{what}: {number}, show them").format(what=number.words, number=number.text)
        return link(self._theme, number.text, name, partial(self.open, number))

    # the people

    def _show_opened(self, number: Number | None) -> None:
        self._opened = number
        for shown in (self._heading, self._list):
            shown.setVisible(number is not None)
        if number is not None:
            self._heading.setText(self.tr("{what}: {number}").format(what=number.words, number=number.text))
            figures, uuid = self._session.casebook.figures, self._uuid
            self._session.read(
                f"people {self.accessibleName()}",
                self.tr("Reading whom a total counted"),
                lambda moment: figures.people(uuid, moment, number.part, number.row),
                self._show_people,
            )

    def _show_people(self, keys: Sequence[int]) -> None:
        self._list.show_ids(array("q", keys))
        self._list.refresh(keys)
        self._list.setFixedHeight(self._theme.px(ROW_HEIGHT) * min(max(len(keys), 1), _MOST_ROWS) + 2)

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        return [listed_row(row) for row in self._session.casebook.finding.rows(keys, self._session.moment)]


def people_numbers(line: LineView) -> list[Number]:
    """Return our number for a total and what it is made of; nothing where people are not compared."""
    people = line.people
    if people is None:
        return []
    return [
        Number(translate("Totals", "Named"), f"{people.named:,}", "named", opens=people.named > 0),
        Number(_unnamed(people), number_of(people.unnamed), "unnamed", opens=people.unnamed != (0, 0)),
        Number(translate("Totals", "Our number"), our_number(people), opens=our_number(people) != "0", is_sum=True),
        Number(
            translate("Totals", "Of these disputed"),
            number_of(people.disputed),
            "disputed",
            opens=people.disputed != (0, 0),
        ),
        Number(translate("Totals", "Their number"), line.number, opens=False),
        Number(translate("Totals", "Not accounted for"), left_of(line), opens=False, is_sum=True),
    ]


def why_none(line: LineView) -> str:
    """Say why a total is not compared with people; empty where it is."""
    return f"{begun(line.people_text)}." if line.people is None else ""


def breakdown_numbers(by: str, view: BreakdownView | None) -> list[Number]:
    """Return our people told apart by state or month, with their sum."""
    if view is None or not view.rows:
        return []
    rows = [Number(row.label, row.text, row=(by, row.label)) for row in view.rows]
    return [*rows, Number(translate("Totals", "Our number"), view.total_text, opens=False, is_sum=True)]


def _unnamed(people: PeopleView) -> str:
    if not people.groups:
        return translate("Totals", "Unnamed")
    if people.grouped != people.unnamed:
        told = translate("Totals", "Unnamed, {number} in %n group(s)", "", people.groups)
        return told.format(number=number_of(people.grouped))
    return translate("Totals", "Unnamed, in %n group(s)", "", people.groups)
