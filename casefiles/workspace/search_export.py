"""A search as it stands, written as a sheet for other programs, with what was asked for inside it."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, StorageTrouble
from casefiles.domain.shown import ShownCase
from casefiles.domain.span import Span
from casefiles.exchange import sheets
from casefiles.exchange.sheets import Cell, Sheet
from casefiles.search.query import parse
from casefiles.storage import journal_head, records_io
from casefiles.storage.finding import Sort, Wanted
from casefiles.workspace.desk import Desk
from casefiles.workspace.finding import Finding
from casefiles.workspace.held_back import HELD_BACK, HeldBack, Names, held_back_of
from casefiles.workspace.list_columns import Column, Columns, columns, left_out
from casefiles.workspace.moments import say_moment
from casefiles.workspace.shown_cases import situation_names, these_cases
from casefiles.workspace.written import written

__all__ = ["KINDS", "Columns", "ListCount", "ListOrder", "SearchExport"]

KINDS = (".xlsx", ".csv")
"""The files that can be written, by how their names end."""

_AT_ONCE = 500
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ListOrder:
    """A list as asked for.

    Attributes:
        query: as typed into the search box.
        moment: of which knowledge it tells.
        wide: how many columns.
        private: also what is only for the family.
        mark: the handling mark.
    """

    query: str = ""
    sort: Sort = Sort.DATE
    moment: Moment = NOW
    wide: Columns = Columns.BASIC
    private: bool = False
    mark: str = ""


@dataclass(frozen=True)
class ListCount:
    """How long a list is.

    Attributes:
        rows: how many people and groups it holds.
        held: how many people on hold are left out of it.
    """

    rows: int
    held: Span


class SearchExport:
    """Writes what a search finds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, order: ListOrder) -> ListCount:
        """Return how many rows a list will have, and who is left out."""
        with records_io.one_moment(self._desk.book.database):
            return self._chosen(order).count

    def write(self, order: ListOrder, path: Path, progress: Progress = lambda done, total: None) -> ListCount:
        """Write a list as its file's name says; the file is there whole or not at all.

        Raises:
            BadInput: the file's name ends otherwise, or the search cannot be understood or names somebody on hold.
            StorageTrouble: the file could not be written.
        """
        if path.suffix.lower() not in KINDS:
            raise BadInput(f"A list is not written as {path.name[:60]}.", f"End the name in {' or '.join(KINDS)}.")
        self._refuse_own(path)
        with records_io.one_moment(self._desk.book.database), written(path) as out:
            chosen = self._chosen(order)
            situations = situation_names(self._desk, order.moment)
            asked = columns(order.wide, situations, private=order.private)
            sheet = self._sheet(order, self._about(order, chosen.count), asked)
            rows = self._rows(order, chosen, asked, progress)
            if path.suffix.lower() == ".csv":
                sheets.write_csv(out, sheet, rows)
            else:
                with tempfile.TemporaryDirectory(prefix=".casefiles-", dir=path.absolute().parent) as folder:
                    sheets.write_xlsx(out, sheet, rows, Path(folder))
        return chosen.count

    def suggested_name(self, order: ListOrder, kind: str) -> str:
        """Return a file name for a list: its day and kind, no names."""
        return f"people-{(order.moment.day or self._desk.today()).isoformat()}{kind}"

    # ---- inside

    def _refuse_own(self, path: Path) -> None:
        if path.exists() and path.samefile(self._desk.book.path):
            raise BadInput(f"{path.name} is the casebook itself.", "Choose another name.")

    def _chosen(self, order: ListOrder) -> _Chosen:
        wanted = Wanted(parse(order.query), sort=order.sort)
        keys = Finding(self._desk).ids(wanted, moment=order.moment)
        held = held_back_of(self._desk, order.moment, keys)
        held.names.refuse_typed(search=order.query, mark=order.mark)
        back = these_cases(self._desk, [key for key in keys if key in held.cases], order.moment)
        named = array("q", [key for key in keys if key not in held.cases])
        return _Chosen(named, held, ListCount(len(named), sum((case.people for case in back.values()), Span())))

    def _rows(
        self, order: ListOrder, chosen: _Chosen, asked: Sequence[Column], progress: Progress
    ) -> Iterator[list[Cell]]:
        keys = chosen.keys
        for start in range(0, len(keys), _AT_ONCE):
            progress(start, len(keys))
            some = keys[start : start + _AT_ONCE]
            cases = these_cases(self._desk, some, order.moment)
            if len(cases) != len(some):
                raise StorageTrouble("Some people of the list cannot be read.", "Verify the casebook.")
            for case in cases.values():
                yield [_cell(column, case, chosen.held.names, private=order.private) for column in asked]
        progress(len(keys), len(keys))

    def _sheet(self, order: ListOrder, about: _About, asked: Sequence[Column]) -> Sheet:
        return Sheet(
            name="People",
            headings=[column.heading for column in asked],
            widths=[column.width for column in asked],
            about=about.lines,
            title=self._desk.setting("title"),
            author=self._desk.officer.name,
            mark=clean(order.mark),
            made=about.made,
        )

    def _about(self, order: ListOrder, count: ListCount) -> _About:
        made, head = self._desk.clock(), journal_head.head(self._desk.book.database)
        stamp = self._desk.at(made.isoformat())
        as_of = f"now, {stamp}" if order.moment.is_now else say_moment(self._desk, order.moment)
        said = (
            ("Search", order.query.strip() or "everybody"),
            ("As of", as_of),
            ("Rows", str(count.rows)),
            ("Held back", f"{count.held.people()} on hold, not named here" if count.held.high else ""),
            ("Left out", left_out(private=order.private)),
            ("Made", f"{stamp} ({self._desk.zone().key}), {made.astimezone(UTC).isoformat(timespec='seconds')}"),
            ("Made by", self._desk.officer.name),
            ("Casebook", self._desk.setting("title")),
            ("Handling mark", clean(order.mark) or "none"),
            ("Journal head", head.hash),
        )
        return _About(made, tuple((label, words) for label, words in said if words))


@dataclass(frozen=True)
class _About:
    """What a list says of itself, and when it said so."""

    made: datetime
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Chosen:
    """Whom a list names, whom it does not, and how many they are."""

    keys: array[int]
    held: HeldBack
    count: ListCount


def _cell(column: Column, case: ShownCase, held: Names, *, private: bool) -> Cell:
    """Say one thing of a case, unless it is only for the family or names somebody on hold."""
    if not private and column.is_private(case):
        return HELD_BACK
    told = column.cell(case)
    return HELD_BACK if isinstance(told, str) and not column.is_name and held.are_in(told) else told
