"""Derived rows of each case's status by the day it happened, and our people counted from them for reported totals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.intervals import Interval
from casefiles.domain.periods import ALONE, GROUPED, NAMED, counted_as, periods
from casefiles.domain.reconciled import Counted
from casefiles.domain.shown import ShownCase
from casefiles.domain.speakers import ConfirmingBody
from casefiles.storage.finding import Wanted, where
from casefiles.storage.reading import in_chunks, one, rows


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

    @property
    def is_disputed(self) -> bool:
        """Tell whether its status is disputed."""
        return self.certainty == "disputed"


COLUMNS = Standing._fields


def make_tables(database: SqlCipherDatabase) -> None:
    """Make the table anew."""
    database.execute_sql("DROP TABLE IF EXISTS standing")
    database.execute_sql(
        "CREATE TABLE standing (case_id INTEGER, from_day TEXT, to_day TEXT, status TEXT, status_group TEXT,"
        " certainty TEXT, happened TEXT, part TEXT, low INTEGER, high INTEGER, PRIMARY KEY (case_id, from_day))"
        " WITHOUT ROWID"
    )
    database.execute_sql("CREATE INDEX standing_group ON standing (status_group, status, from_day, to_day)")


def rows_of(shown: ShownCase, bodies: Sequence[ConfirmingBody]) -> list[Standing]:
    """Return the rows of a case."""
    part, (low, high) = counted_as(shown), shown.people
    return [
        Standing(one.first, one.until, one.status, one.group, one.certainty, one.happened, part, low, high)
        for one in periods(shown, bodies)
    ]


def replace(database: SqlCipherDatabase, keys: Sequence[int], fresh: Mapping[int, list[Standing]]) -> None:
    """Bring the rows of some cases up to date; what is the same already is not written again."""
    connection = database.connection()
    differing = [key for key, has in kept(database, keys).items() if has != fresh.get(key, [])]
    connection.executemany("DELETE FROM standing WHERE case_id = ?", [(key,) for key in differing])
    connection.executemany(
        f"INSERT INTO standing (case_id, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(key, *row) for key in differing for row in fresh.get(key, [])],
    )


def kept(database: SqlCipherDatabase, keys: Sequence[int]) -> dict[int, list[Standing]]:
    """Return the rows of some cases as they are kept; an empty list for a case that has none."""
    found: dict[int, list[Standing]] = {key: [] for key in keys}
    sql = f"SELECT case_id, {', '.join(COLUMNS)} FROM standing WHERE case_id IN ({{}}) ORDER BY case_id, from_day"
    for key, *row in in_chunks(database, sql, keys):
        found[key].append(Standing(*row))
    return found


def has_cases(database: SqlCipherDatabase, situation: str) -> bool:
    """Tell whether any case belongs to a situation."""
    sql = "SELECT 1 FROM case_situation cs JOIN situation s ON s.id = cs.situation_id WHERE s.uuid = ? LIMIT 1"
    return bool(one(database, sql, situation))


def count(database: SqlCipherDatabase, wanted: Wanted, days: Iterable[str]) -> dict[str, Counted]:
    """Count people on each of some days, in one sweep through the days on which anything changes."""
    condition, values = where(wanted)
    sums = "sum(low), sum(high), count(*), sum(low * (certainty = 'disputed')), sum(high * (certainty = 'disputed'))"
    sql = f"SELECT {{0}}, part, {sums} FROM standing {condition} AND high > 0 GROUP BY {{0}}, part"
    changes: dict[str, list[tuple[int, str, tuple[int, ...]]]] = defaultdict(list)
    for sign, column in ((1, "from_day"), (-1, "to_day")):
        for day, part, *numbers in rows(database, sql.format(column), *values):
            changes[day].append((sign, part, tuple(numbers)))
    return _swept(changes, sorted(set(days)))


def behind(database: SqlCipherDatabase, wanted: Wanted, day: str) -> list[tuple[int, str, bool]]:
    """Return the cases counted on a day: their keys, how they are counted, and whether that is disputed."""
    condition, values = where(wanted)
    sql = (
        f"SELECT case_id, part, certainty = 'disputed' FROM standing {condition} AND from_day <= ? AND to_day > ?"
        " AND high > 0 ORDER BY case_id"
    )
    return [(key, part, bool(disputed)) for key, part, disputed in rows(database, sql, *values, day, day)]


def told_apart(database: SqlCipherDatabase, wanted: Wanted, day: str) -> list[tuple[str, int, int, str, str]]:
    """Return those counted on a day: how, low, high, when it happened, and their origin as it is stored."""
    condition, values = where(wanted)
    sql = (
        "SELECT s.part, sum(s.low), sum(s.high), s.happened, coalesce(c.f_origin, '') FROM"
        f" (SELECT * FROM standing {condition} AND from_day <= ? AND to_day > ? AND high > 0) s"
        " JOIN shown c ON c.case_id = s.case_id GROUP BY s.part, s.happened, c.f_origin"
    )
    return [tuple(row) for row in rows(database, sql, *values, day, day)]


def counted(parts: Mapping[str, Sequence[int]]) -> Counted:
    """Return counts from sums by how people are counted: low, high, cases, disputed low and high."""
    named, alone, grouped = (parts.get(part, (0, 0, 0, 0, 0)) for part in (NAMED, ALONE, GROUPED))
    disputed = Interval(*(sum(one[at] for one in (named, alone, grouped)) for at in (3, 4)))
    return Counted(named[0], alone[0], Interval(grouped[0], grouped[1]), grouped[2], disputed)


def _swept(
    changes: Mapping[str, Sequence[tuple[int, str, tuple[int, ...]]]], days: Sequence[str]
) -> dict[str, Counted]:
    sums: dict[str, list[int]] = {part: [0] * 5 for part in (NAMED, ALONE, GROUPED)}
    found: dict[str, Counted] = {}
    waiting = sorted(changes)
    at = 0
    for day in days:
        while at < len(waiting) and waiting[at] <= day:
            for sign, part, numbers in changes[waiting[at]]:
                sums[part] = [total + sign * number for total, number in zip(sums[part], numbers, strict=True)]
            at += 1
        found[day] = counted(sums)
    return found
