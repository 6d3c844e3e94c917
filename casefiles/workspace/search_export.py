"""A search as it stands, written as a sheet for other programs, with what was asked for inside it."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from casefiles.domain.dates import PartialDate, show
from casefiles.domain.kinds import clean
from casefiles.domain.problems import BadInput, StorageTrouble
from casefiles.domain.shown import ShownCase
from casefiles.domain.span import Span
from casefiles.domain.status import GROUP_LABELS, Group
from casefiles.exchange import sheets
from casefiles.exchange.sheets import Cell, Sheet
from casefiles.search.query import parse
from casefiles.storage import finding, journal_head, lookups, records_io
from casefiles.storage.finding import Sort, Wanted
from casefiles.workspace.desk import Desk
from casefiles.workspace.held_back import HELD_BACK, HeldBack, Names, held_back_of
from casefiles.workspace.list_columns import Column, Columns, columns, left_out
from casefiles.workspace.shown_cases import these_cases, wanted_cases
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
        group: a status group, or empty for all.
        situation: the UUID of a situation, or empty for all.
        as_of: what had been learned by this day; None for everything recorded.
        wide: how many columns.
        private: also what is only for the family.
        mark: the handling mark.
    """

    query: str = ""
    group: str = ""
    situation: str = ""
    sort: Sort = Sort.DATE
    as_of: date | None = None
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
            asked = columns(order.wide, self._situations(), private=order.private)
            sheet = self._sheet(order, chosen.count, asked)
            rows = self._rows(order, chosen, asked, progress)
            if path.suffix.lower() == ".csv":
                sheets.write_csv(out, sheet, rows)
            else:
                with tempfile.TemporaryDirectory(prefix=".casefiles-", dir=path.absolute().parent) as folder:
                    sheets.write_xlsx(out, sheet, rows, Path(folder))
        return chosen.count

    def suggested_name(self, order: ListOrder, kind: str) -> str:
        """Return a file name for a list: its day and kind, no names."""
        return f"people-{(order.as_of or self._desk.today()).isoformat()}{kind}"

    # ---- inside

    def _refuse_own(self, path: Path) -> None:
        if path.exists() and path.samefile(self._desk.book.path):
            raise BadInput(f"{path.name} is the casebook itself.", "Choose another name.")

    def _chosen(self, order: ListOrder) -> _Chosen:
        wanted = Wanted(parse(order.query), order.group, order.situation, order.sort, self._desk.today())
        keys = self._keys(order, wanted)
        held = held_back_of(self._desk, order.as_of, keys)
        held.names.refuse_typed(search=order.query, mark=order.mark)
        back = these_cases(self._desk, [key for key in keys if key in held.cases], order.as_of)
        named = array("q", [key for key in keys if key not in held.cases])
        return _Chosen(named, held, ListCount(len(named), sum((case.people for case in back.values()), Span())))

    def _keys(self, order: ListOrder, wanted: Wanted) -> Sequence[int]:
        if order.as_of is None:
            return finding.find_ids(self._desk.book.database, wanted)
        return list(wanted_cases(self._desk, replace(wanted, today=order.as_of), order.as_of))

    def _situations(self) -> dict[str, str]:
        return {row.uuid: row.name for row in lookups.situations(self._desk.book.database)}

    def _rows(
        self, order: ListOrder, chosen: _Chosen, asked: Sequence[Column], progress: Progress
    ) -> Iterator[list[Cell]]:
        keys = chosen.keys
        for start in range(0, len(keys), _AT_ONCE):
            progress(start, len(keys))
            some = keys[start : start + _AT_ONCE]
            cases = these_cases(self._desk, some, order.as_of)
            if len(cases) != len(some):
                raise StorageTrouble("Some people of the list cannot be read.", "Verify the casebook.")
            for case in cases.values():
                yield [_cell(column, case, chosen.held.names, private=order.private) for column in asked]
        progress(len(keys), len(keys))

    def _sheet(self, order: ListOrder, count: ListCount, asked: Sequence[Column]) -> Sheet:
        made, title = self._desk.clock(), self._desk.setting("title")
        return Sheet(
            name="People",
            headings=[column.heading for column in asked],
            widths=[column.width for column in asked],
            about=self._about(order, count, made, title),
            title=title,
            author=self._desk.officer.name,
            mark=clean(order.mark),
            made=made,
        )

    def _about(self, order: ListOrder, count: ListCount, made: datetime, title: str) -> list[tuple[str, str]]:
        zone, head = self._desk.zone().key, journal_head.head(self._desk.book.database)
        stamp = self._desk.at(made.isoformat())
        as_of = show(PartialDate.parse_edtf(order.as_of.isoformat())) if order.as_of else f"now, {stamp}"
        said = (
            ("Search", order.query.strip() or "everybody"),
            ("Status group", GROUP_LABELS[Group(order.group)] if order.group else ""),
            ("Situation", self._situations().get(order.situation, order.situation)),
            ("As of", as_of),
            ("Rows", str(count.rows)),
            ("Held back", f"{count.held.people()} on hold, not named here" if count.held.high else ""),
            ("Left out", left_out(private=order.private)),
            ("Made", f"{stamp} ({zone}), {made.astimezone(UTC).isoformat(timespec='seconds')}"),
            ("Made by", self._desk.officer.name),
            ("Casebook", title),
            ("Handling mark", clean(order.mark) or "none"),
            ("Journal head", head.hash),
        )
        return [(label, words) for label, words in said if words]


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
