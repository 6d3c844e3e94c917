"""Derived rows of each case's status by the day it happened, and our people counted from them for reported totals.

`standing` holds each case's periods. `standing_change` holds what changes on which day, summed up, so that totals of
many days are counted from some thousands of rows, however many people there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.intervals import Interval
from casefiles.domain.periods import ALONE, GROUPED, LAST_DAY, NAMED, counted_as, periods
from casefiles.domain.reconciled import Counted
from casefiles.domain.shown import ShownCase
from casefiles.domain.speakers import ConfirmingBody
from casefiles.storage.asking import in_chunks, one, rows
from casefiles.storage.finding import Wanted, where


class Standing(NamedTuple):
    """One period of a case as it is kept: days on which it had one status, and how its people are counted."""

    from_day: str
    to_day: str
    status: str
    status_group: str
    certainty: str
    happened: str
    part: str
    low: int
    high: int
    situations: str

    @property
    def is_disputed(self) -> bool:
        """Tell whether its status is disputed."""
        return self.certainty == "disputed"

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return what it adds to a count: low, high, cases, and of these disputed low and high."""
        there = int(self.high > 0)
        return (self.low, self.high, there, self.low * self.is_disputed, self.high * self.is_disputed)


COLUMNS = Standing._fields
_NUMBERS = ("low", "high", "cases", "disputed_low", "disputed_high")
Change: TypeAlias = tuple[str, str, tuple[int, ...]]
"""The day, how people are counted, and what is added to the sums from then on."""


def make_tables(database: SqlCipherDatabase) -> None:
    """Make the tables anew."""
    for table in ("standing", "standing_change"):
        database.execute_sql(f"DROP TABLE IF EXISTS {table}")
    database.execute_sql(
        "CREATE TABLE standing (case_id INTEGER, from_day TEXT, to_day TEXT, status TEXT, status_group TEXT,"
        " certainty TEXT, happened TEXT, part TEXT, low INTEGER, high INTEGER, situations TEXT,"
        " PRIMARY KEY (case_id, from_day)) WITHOUT ROWID"
    )
    database.execute_sql("CREATE INDEX standing_group ON standing (status_group, status, from_day, to_day)")
    database.execute_sql(
        "CREATE TABLE standing_change (situation TEXT, status_group TEXT, status TEXT, day TEXT, part TEXT,"
        f" {', '.join(f'{name} INTEGER' for name in _NUMBERS)},"
        " PRIMARY KEY (situation, status_group, status, day, part)) WITHOUT ROWID"
    )


def rows_of(shown: ShownCase, bodies: Sequence[ConfirmingBody]) -> list[Standing]:
    """Return the rows of a case."""
    part, people, situations = counted_as(shown), shown.people, " ".join(shown.records.situations)
    return [
        Standing(
            one.first,
            one.until,
            one.status,
            one.group,
            one.certainty,
            one.happened,
            part,
            people.low,
            people.high,
            situations,
        )
        for one in periods(shown, bodies)
    ]


def replace(database: SqlCipherDatabase, keys: Sequence[int], fresh: Mapping[int, list[Standing]]) -> None:
    """Bring the rows of some cases up to date; what is the same already is not written again."""
    connection = database.connection()
    old = kept(database, keys)
    differing = [key for key in keys if old[key] != fresh.get(key, [])]
    connection.executemany("DELETE FROM standing WHERE case_id = ?", [(key,) for key in differing])
    connection.executemany(
        f"INSERT INTO standing (case_id, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(key, *row) for key in differing for row in fresh.get(key, [])],
    )
    gone = [(-1, row) for key in differing for row in old[key]]
    _sum_up(database, gone + [(1, row) for key in differing for row in fresh.get(key, [])])


def kept(database: SqlCipherDatabase, keys: Sequence[int]) -> dict[int, list[Standing]]:
    """Return the rows of some cases as they are kept; an empty list for a case that has none."""
    found: dict[int, list[Standing]] = {key: [] for key in keys}
    sql = f"SELECT case_id, {', '.join(COLUMNS)} FROM standing WHERE case_id IN ({{}}) ORDER BY case_id, from_day"
    for key, *row in in_chunks(database, sql, keys):
        found[key].append(Standing(*row))
    return found


def changes_kept(database: SqlCipherDatabase) -> list[tuple[Any, ...]]:
    """Return all sums that are kept, but for those that came to nothing."""
    some = " OR ".join(f"{name} <> 0" for name in _NUMBERS)
    return rows(database, f"SELECT * FROM standing_change WHERE {some} ORDER BY 1, 2, 3, 4, 5")


def has_cases(database: SqlCipherDatabase, situation: str) -> bool:
    """Tell whether any case belongs to a situation."""
    sql = "SELECT 1 FROM case_situation cs JOIN situation s ON s.id = cs.situation_id WHERE s.uuid = ? LIMIT 1"
    return bool(one(database, sql, situation))


def count(database: SqlCipherDatabase, wanted: Wanted, days: Iterable[str]) -> dict[str, Counted]:
    """Count people on each of some days, in one sweep through the days on which anything changes."""
    by_status_alone = wanted.query.fields <= {"status", "group"}
    return swept(_summed(database, wanted) if by_status_alone else _scanned(database, wanted), days)


def swept(changes: Iterable[Change], days: Iterable[str]) -> dict[str, Counted]:
    """Count people on each of some days from what changes on which day."""
    sums: dict[str, list[int]] = {}
    found: dict[str, Counted] = {}
    waiting = sorted(changes, reverse=True)
    for day in sorted(set(days)):
        while waiting and waiting[-1][0] <= day:
            _, part, numbers = waiting.pop()
            sums[part] = [total + number for total, number in zip(sums.get(part, [0] * 5), numbers, strict=True)]
        found[day] = counted(sums)
    return found


class Found(NamedTuple):
    """One case that is counted on a day: how its people are counted, and how many; their origin as it is stored."""

    key: int
    part: str
    low: int
    high: int
    is_disputed: bool
    happened: str
    origin: str


def behind(database: SqlCipherDatabase, wanted: Wanted, day: str) -> list[Found]:
    """Return the cases counted on a day."""
    condition, values = where(database, wanted, "standing")
    sql = (
        "SELECT s.case_id, s.part, s.low, s.high, s.certainty = 'disputed', s.happened, coalesce(c.f_origin, '') FROM"
        f" (SELECT * FROM standing {condition} AND from_day <= ? AND to_day > ? AND high > 0) s"
        " JOIN shown c ON c.case_id = s.case_id ORDER BY s.case_id"
    )
    return [Found(*row) for row in rows(database, sql, *values, day, day)]


def told_apart(database: SqlCipherDatabase, wanted: Wanted, day: str) -> list[tuple[str, int, int, str, str]]:
    """Return those counted on a day: how, low, high, when it happened, and their origin as it is stored."""
    condition, values = where(database, wanted, "standing")
    sql = (
        "SELECT s.part, sum(s.low), sum(s.high), s.happened, coalesce(c.f_origin, '') FROM"
        f" (SELECT * FROM standing {condition} AND from_day <= ? AND to_day > ? AND high > 0) s"
        " JOIN shown c ON c.case_id = s.case_id GROUP BY s.part, s.happened, c.f_origin"
    )
    return rows(database, sql, *values, day, day)


def counted(sums: Mapping[str, Sequence[int]]) -> Counted:
    """Return counts from sums by how people are counted: low, high, cases, disputed low and high."""
    named, alone, grouped = (sums.get(part, (0, 0, 0, 0, 0)) for part in (NAMED, ALONE, GROUPED))
    disputed = Interval(*(sum(one[at] for one in (named, alone, grouped)) for at in (3, 4)))
    return Counted(named[0], alone[0], Interval(grouped[0], grouped[1]), grouped[2], disputed)


def changes_of(row: Standing, sign: int = 1) -> Iterator[Change]:
    """Yield what a period changes: its people come on its first day, and go on the day after its last."""
    yield row.from_day, row.part, tuple(sign * number for number in row.numbers)
    if row.to_day < LAST_DAY:
        yield row.to_day, row.part, tuple(-sign * number for number in row.numbers)


def _sum_up(database: SqlCipherDatabase, signed: Iterable[tuple[int, Standing]]) -> None:
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0] * len(_NUMBERS))
    for sign, row in signed:
        for day, part, numbers in changes_of(row, sign):
            for situation in ("", *row.situations.split()):
                key = (situation, row.status_group, row.status, day, part)
                sums[key] = [total + number for total, number in zip(sums[key], numbers, strict=True)]
    database.connection().executemany(
        "INSERT INTO standing_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (situation, status_group, status, day, part) DO UPDATE SET "
        + ", ".join(f"{name} = {name} + excluded.{name}" for name in _NUMBERS),
        [(*key, *numbers) for key, numbers in sums.items() if any(numbers)],
    )


def _summed(database: SqlCipherDatabase, wanted: Wanted) -> list[Change]:
    """Return what changes on which day for people told by status alone, from the sums that are kept."""
    condition, values = where(database, Wanted(wanted.query), "standing_change")
    sums = ", ".join(f"sum({name})" for name in _NUMBERS)
    sql = f"SELECT day, part, {sums} FROM standing_change {condition} AND situation = ? GROUP BY day, part"
    return [(day, part, tuple(numbers)) for day, part, *numbers in rows(database, sql, *values, wanted.situation)]


def _scanned(database: SqlCipherDatabase, wanted: Wanted) -> list[Change]:
    """Return what changes on which day for people told by their words too, from their own periods."""
    condition, values = where(database, wanted, "standing")
    found = rows(database, f"SELECT {', '.join(COLUMNS)} FROM standing {condition}", *values)
    return [change for row in found for change in changes_of(Standing(*row))]
