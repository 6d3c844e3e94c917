"""What lists showed before: every derived row keeps the versions that it took the place of, for both pasts.

`learned_before` holds a row's versions by day, as the present records tell what had been learned by it;
`recorded_before` by change set, as the journal tells what stood here. A version stands from `since` up to `until`,
without that. `shown_from` says since when the row in `shown` stands: on a day, and after a change set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.records import CaseRecords
from casefiles.domain.shown import ShownCase, known_by, show_case
from casefiles.domain.speakers import ConfirmingBody
from casefiles.storage import past
from casefiles.storage.asking import in_chunks, rows
from casefiles.storage.reading import bodies

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[int, Row]
"""Derived rows by the local key of their case."""

Derive: TypeAlias = Callable[[ShownCase], Row]

NEVER = "~"
"""The day up to which a row stands today: after every day there is."""

FROM_THE_START = ""


class Version(NamedTuple):
    """A row with the days or change sets from which and up to which it was shown."""

    since: Any
    until: Any
    row: Row


class From(NamedTuple):
    """Since when a row stands: the day as learned, and the change set as recorded."""

    learned: str
    recorded: int


class Kept(NamedTuple):
    """The versions of one case that are put away, oldest first; and since when its row stands, if it does."""

    learned: list[Version]
    recorded: list[Version]
    stands: From | None


class Change(NamedTuple):
    """A change set as the derived rows hear of it.

    Attributes:
        days: by case, the earliest day that the change says something of.
    """

    number: int
    days: Mapping[int, str]

    def since(self, key: int) -> str:
        """Return the earliest day that it says something of a case."""
        return self.days.get(key, FROM_THE_START)


def make_tables(database: SqlCipherDatabase, columns: Sequence[tuple[str, str]]) -> None:
    """Make the tables anew, with the columns of the derived rows."""
    past.make_index(database)
    told = ", ".join(f"{name} {kind}" for name, kind in columns)
    for table, kind in (("learned_before", "TEXT"), ("recorded_before", "INTEGER")):
        database.execute_sql(f"DROP TABLE IF EXISTS {table}")
        database.execute_sql(
            f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, case_id INTEGER, since {kind}, until {kind}, {told})"
        )
        database.execute_sql(f"CREATE INDEX {table}_case ON {table} (case_id, since)")
        # all that a list and its counts read, so that they need not read the rows
        database.execute_sql(
            f"CREATE INDEX {table}_list ON {table} (until, since, case_id, sort_date, sort_name, last_change,"
            " status_group, situations, people_low, people_high, certainty)"
        )
    database.execute_sql("DROP TABLE IF EXISTS shown_from")
    database.execute_sql("CREATE TABLE shown_from (case_id INTEGER PRIMARY KEY, learned TEXT, recorded INTEGER)")


def keep(
    database: SqlCipherDatabase,
    old: Rows,
    new: Rows,
    records: Mapping[int, CaseRecords],
    change: Change,
    derive: Derive,
) -> None:
    """Keep the versions that some rows had before a change, and those that it makes of the days before.

    Args:
        old: the rows as they were.
        new: the rows as they are.
        records: of the cases as they are.
    """
    before = read_from(database, old)
    insert(
        database,
        "recorded_before",
        [(key, Version(before[key].recorded, change.number, row)) for key, row in old.items() if new.get(key) != row],
    )
    known = bodies(database)
    after: dict[int, From] = {}
    for key in old.keys() | new.keys():
        stands = Version(before[key].learned, NEVER, old[key]) if key in old else None
        fresh = by_day(records[key], new[key], change.since(key), known, derive) if key in new else iter(())
        day = _keep_learned(database, key, stands, change.since(key), fresh)
        if key in new:
            after[key] = From(day, before[key].recorded if old.get(key) == new[key] else change.number)
    write_from(database, before, after)


def write(database: SqlCipherDatabase, fresh: Mapping[int, Kept]) -> None:
    """Keep the versions of cases of which none are kept yet."""
    insert(database, "learned_before", [(key, version) for key, one in fresh.items() for version in one.learned])
    insert(database, "recorded_before", [(key, version) for key, one in fresh.items() for version in one.recorded])
    write_from(database, {}, {key: one.stands for key, one in fresh.items() if one.stands})


def kept(database: SqlCipherDatabase, keys: Sequence[int], columns: Sequence[str]) -> dict[int, Kept]:
    """Return the versions of some cases as they are kept."""
    stands = read_from(database, keys)
    learned, recorded = (
        _versions_of(database, table, keys, columns) for table in ("learned_before", "recorded_before")
    )
    return {key: Kept(learned[key], recorded[key], stands.get(key)) for key in keys}


def _versions_of(
    database: SqlCipherDatabase, table: str, keys: Sequence[int], columns: Sequence[str]
) -> dict[int, list[Version]]:
    names = ", ".join(("case_id", "since", "until", *columns))
    sql = f"SELECT {names} FROM {table} WHERE case_id IN ({{}}) ORDER BY since"
    found: dict[int, list[Version]] = {key: [] for key in keys}
    for key, since, until, *values in in_chunks(database, sql, keys):
        found[key].append(Version(since, until, dict(zip(columns, values, strict=True))))
    return found


def read_from(database: SqlCipherDatabase, keys: Iterable[int]) -> dict[int, From]:
    """Return since when some rows stand, by case."""
    sql = "SELECT case_id, learned, recorded FROM shown_from WHERE case_id IN ({})"
    return {key: From(*since) for key, *since in in_chunks(database, sql, keys)}


def write_from(database: SqlCipherDatabase, before: Mapping[int, From], after: Mapping[int, From]) -> None:
    """Note since when some rows stand; what did not change is left alone."""
    connection = database.connection()
    if gone := [(key,) for key in before.keys() - after.keys()]:
        connection.executemany("DELETE FROM shown_from WHERE case_id = ?", gone)
    connection.executemany(
        "INSERT OR REPLACE INTO shown_from (case_id, learned, recorded) VALUES (?, ?, ?)",
        [(key, *since) for key, since in after.items() if before.get(key) != since],
    )


def insert(database: SqlCipherDatabase, table: str, versions: Sequence[tuple[int, Version]]) -> None:
    """Keep versions of some cases."""
    if not versions:
        return
    names = ("case_id", "since", "until", *versions[0][1].row)
    database.connection().executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        [(key, one.since, one.until, *(one.row[name] for name in names[3:])) for key, one in versions],
    )


# ---- as learned by a day


def _keep_learned(
    database: SqlCipherDatabase, key: int, stands: Version | None, since: str, fresh: Iterator[Version]
) -> str:
    """Bring a case's versions by day up to date from a day on, and return since when its row stands.

    Args:
        stands: the row as it was, which stood up to now.
        fresh: what the case shows from each day on.
    """
    told = list(fresh)
    like = told[-1].row if told else stands.row if stands else {}
    # where today's row stood before that day already, every kept version ends earlier
    kept = {} if stands and stands.since < since else _stored(database, key, since, like)
    earlier = [one for one in (*kept.values(), *([stands] if stands else ())) if one.since < since][-1:]
    *planned, last = merged([*earlier, *told])
    if stale := [(rowid,) for rowid, version in kept.items() if version not in planned]:
        database.connection().executemany("DELETE FROM learned_before WHERE id = ?", stale)
    insert(database, "learned_before", [(key, one) for one in planned if one not in kept.values()])
    return str(last.since)


def _stored(database: SqlCipherDatabase, key: int, since: str, like: Row) -> dict[int, Version]:
    """Return the kept versions that stood on a day or later, or up to it; oldest first."""
    names = ", ".join(("id", "since", "until", *like))
    sql = f"SELECT {names} FROM learned_before WHERE case_id = ? AND until >= ? ORDER BY since"
    return {
        rowid: Version(first, until, dict(zip(like, values, strict=True)))
        for rowid, first, until, *values in rows(database, sql, key, since)
    }


def by_day(
    records: CaseRecords, now: Row, since: str, known: Sequence[ConfirmingBody], derive: Derive
) -> Iterator[Version]:
    """Yield what a case shows from each day on which more had been learned of it, from a day on."""
    days = _days(records)
    for day in days:
        if day >= since:
            row = now if day == days[-1] else derive(show_case(known_by(records, day), known))
            yield Version(day, NEVER, row)


def _days(records: CaseRecords) -> list[str]:
    """Return the days on which something was learned, decided or found out, from the first on which it was known."""
    first = records.known_from
    days = {first, *(claim.learned_on for claim in records.claims)}
    days |= {decision.effective_on for decision in records.decisions}
    days |= {grade.effective_on for grade in records.grades}
    days |= {member.since for member in records.members}
    days |= {day for hold in records.holds for day in (hold.since, hold.lifted_on)}
    return sorted(day for day in days if day >= first)


def merged(versions: Sequence[Version]) -> list[Version]:
    """Return versions, oldest first, each up to the next that differs; of none, one that never stands."""
    differing: list[Version] = []
    for version in versions:
        if not differing or differing[-1].row != version.row:
            differing.append(version)
    ends = [version.since for version in differing[1:]] + [NEVER]
    found = [version._replace(until=end) for version, end in zip(differing, ends, strict=False)]
    return found or [Version(NEVER, NEVER, {})]
