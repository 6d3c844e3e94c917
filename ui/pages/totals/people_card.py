"""Our people behind a total: how many named, unnamed and disputed; every number opens them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
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
    from ui.session import Session
    from ui.theme.theme import Theme

_MOST_ROWS: Final = 5
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class PeopleCard(Section):
    """Our number and what it is made of, with the people in line.

    Signals:
        case_requested: the key of a person or group to be opened.

    Args:
        theme: the theme in force.
        session: the open casebook.
    """

    case_requested = Signal(object)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "Our people"))
        self._theme = theme
        self._session = session
        self._line: LineView | None = None
        self._opened = ""
        self._title = Label(theme, "", Role.STRONG)
        self._list = PeopleList(theme, self._rows, self.tr("People behind the number"))
        self._list.opened.connect(self.case_requested)

    def show_line(self, line: LineView) -> None:
        """Show our people behind a total."""
        another = self._line is None or self._line.uuid != line.uuid
        self._line = line
        self.show_content((line.uuid, line.people, line.people_text), lambda: self._parts(line))
        for part in (self._title, self._list):
            self.add(part)
            part.setVisible(bool(self._opened) and not another)
        if another:
            self._opened = ""
        elif self._opened:
            self._load()

    def _parts(self, line: LineView) -> Iterator[QWidget]:
        if line.people is None:
            yield Label(self._theme, f"{begun(line.people_text)}.", ink="muted", wrap=True)
            return
        body = QWidget()
        grid = QGridLayout(body)
        Spacing(self._theme, grid, gap=4)
        grid.setColumnStretch(0, 1)
        for row, (part, words, number) in enumerate(self._numbers(line, line.people)):
            is_sum = part == "all"
            grid.addWidget(Label(self._theme, words, Role.STRONG if is_sum else Role.BODY, wrap=True), row, 0)
            grid.addWidget(self._number(part, words, number), row, 1, _TRAILING)
        yield body

    def _numbers(self, line: LineView, people: PeopleView) -> list[tuple[str, str, str]]:
        groups = self.tr("in %n group(s)", "", people.groups)
        unnamed = self.tr("Unnamed, {groups}").format(groups=groups) if people.groups else self.tr("Unnamed")
        return [
            ("named", self.tr("Named"), f"{people.named:,}"),
            ("unnamed", unnamed, number_of(people.unnamed)),
            ("all", self.tr("Our number"), our_number(people)),
            ("disputed", self.tr("Of these disputed"), number_of(people.disputed)),
            ("", self.tr("Their number"), line.number),
            ("", self.tr("Not accounted for"), left_of(line)),
        ]

    def _number(self, part: str, words: str, number: str) -> QWidget:
        if not part or number == "0":
            role, ink = (Role.BODY, "muted") if part else (Role.STRONG, "text")
            box = in_line(self._theme, Label(self._theme, number, role, ink))
            box.setContentsMargins(0, EDGE // 2, self._theme.px(EDGE), EDGE // 2)
            return box
        name = self.tr("{what}: {number}, show them").format(what=words, number=number)
        opener = link(self._theme, number, name, partial(self._open, part, words, number))
        opener.setFont(self._theme.font(Role.STRONG if part == "all" else Role.BODY))
        return opener

    # the people

    def _open(self, part: str, words: str, number: str) -> None:
        """Show the people behind a number, or put them away again."""
        self._opened = "" if self._opened == part else part
        self._title.setText(self.tr("{what}: {number}").format(what=words, number=number))
        for shown in (self._title, self._list):
            shown.setVisible(bool(self._opened))
        if self._opened:
            self._load()

    def _load(self) -> None:
        assert self._line is not None
        uuid, part = self._line.uuid, "" if self._opened == "all" else self._opened
        figures = self._session.casebook.figures
        self._session.tasks.search("total people", lambda: figures.people(uuid, part=part), self._show_people)

    def _show_people(self, keys: Sequence[int]) -> None:
        self._list.show_ids(array("q", keys))
        self._list.refresh(keys)
        height = self._theme.px(ROW_HEIGHT) * min(max(len(keys), 1), _MOST_ROWS) + 2
        self._list.setFixedHeight(height)

    def _rows(self, keys: Sequence[int]) -> list[object]:
        return [listed_row(row) for row in self._session.casebook.finding.rows(keys)]


class BreakdownCard(Section):
    """Our people told apart by state or by month; the rows sum to our number."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        self._theme = theme

    def show_breakdown(self, view: BreakdownView | None) -> None:
        """Show a breakdown; hidden where there is nothing to tell apart."""
        self.show_content(view, lambda: [self._table(view)] if view is not None and view.rows else [])

    def _table(self, view: BreakdownView) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        Spacing(self._theme, grid, gap=4)
        grid.setColumnStretch(0, 1)
        rows = [(row.label, row.text, Role.BODY) for row in view.rows]
        rows.append((self.tr("Our number"), view.total_text, Role.STRONG))
        for place, (label, text, role) in enumerate(rows):
            grid.addWidget(Label(self._theme, label, role, wrap=True), place, 0)
            grid.addWidget(Label(self._theme, text, role), place, 1, _TRAILING)
        return table
