"""The search index: the one interface between a query and the rows that answer it, here on SQLite's FTS5."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.search.asked import Query
from casefiles.search.tree import EVERYBODY
from casefiles.storage.asking import CHUNK, in_chunks, one, rows
from casefiles.storage.condition import ALWAYS, Asking, Condition, both, in_index


class Sort(StrEnum):
    """The orders a list of cases can stand in."""

    DATE = "date"
    NAME = "name"
    CHANGED = "changed"


_ORDERS: dict[Sort, tuple[str, str]] = {
    Sort.DATE: ("sort_date", "DESC"),
    Sort.NAME: ("sort_name", "ASC"),
    Sort.CHANGED: ("last_change", "DESC"),
}


EVERYTHING = Query()


@dataclass(frozen=True)
class Wanted:
    """Which cases a list holds, and in which order.

    Attributes:
        query: what the search box says.
        situation: the UUID of a situation, or empty for all.
        today: the day that times ago are counted from.
    """

    query: Query = EVERYTHING
    situation: str = ""
    sort: Sort = Sort.DATE
    today: date = date.max

    @property
    def is_everybody(self) -> bool:
        """Tell whether nobody is left out."""
        return self.query.tree == EVERYBODY and not self.situation

    def on(self, moment: Moment, today: date) -> Wanted:
        """Return what is wanted with times ago counted from the day of a moment."""
        return replace(self, today=moment.day or today)


class Listed(NamedTuple):
    """One case as lists show it."""

    id: int
    ref: int
    kind: str
    heading: str
    native_name: str
    status: str
    group: str
    certainty: str
    against: tuple[str, ...]
    happened: str
    said_on: str
    origin: str
    sources: int
    versions: int
    held: bool
    people: Span
    last_change: str

    @property
    def is_group(self) -> bool:
        """Tell whether it is a group of people."""
        return self.kind == "group"


_COLUMNS = (
    "ref kind heading native_name status status_group certainty against happened said_on origin sources versions held"
    " people_low people_high last_change"
).split()
_LISTED = ", ".join(("case_id", *_COLUMNS))


CAPPED = 1000
"""How many cases are counted exactly while a search is typed; of more, the newest are shown first."""


_IN_ORDER = frozenset({"status", "group", "in"})
"""Fields whose values an index keeps in the order of a list; who is found by others is picked first, then sorted."""


def find_ids(database: SqlCipherDatabase, wanted: Wanted, limit: int = -1, moment: Moment = NOW) -> array[int]:
    """Return the local keys of the cases wanted, in order.

    With a limit, what more than a thousand cases answer brings the newest of those, not put in order: to sort all
    matches of a few letters would take longer than typing the next.
    """
    if not moment.is_now:
        return _ids_then(database, wanted, limit, moment)
    matched, rest = _split(Asking(database, wanted.today), wanted)
    if limit >= 0 and (matched or not wanted.query.fields <= _IN_ORDER):
        found = _newest(database, matched, rest, max(limit, CAPPED + 1))
        return (found if len(found) > CAPPED else _ordered(database, wanted.sort, found))[:limit]
    sql, values = statement(database, wanted)
    return _keys(database, sql, *values, limit)


def statement(database: SqlCipherDatabase, wanted: Wanted) -> tuple[str, list[Any]]:
    """Return what asks for the cases wanted, in order, and its values; one more value says how many at most."""
    narrowed, values = where(database, wanted)
    order = _order(wanted.sort) if wanted.query.fields <= _IN_ORDER else f"+{_order(wanted.sort)}"
    return f"SELECT case_id FROM shown {narrowed} ORDER BY {order} LIMIT ?", values


def count(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> tuple[int, Span]:
    """Return how many cases are wanted, and how many people they stand for."""
    sql, values = selected("people_low, people_high", database, wanted, moment)
    sums = "count(*), coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    cases, low, high = rows(database, f"SELECT {sums} FROM ({sql})", *values)[0]
    return cases, Span(low, high)


def people(database: SqlCipherDatabase, keys: Sequence[int]) -> Span:
    """Return how many people some cases stand for."""
    sums = "coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    sql = f"SELECT {sums} FROM shown WHERE case_id IN (SELECT value FROM json_each(?))"
    return Span(*rows(database, sql, json.dumps(list(keys)))[0])


def count_by_group(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> dict[str, tuple[int, Span]]:
    """Return, for each status group that occurs, how many cases are wanted, and how many people they stand for."""
    sql, values = selected("status_group, people_low, people_high", database, wanted, moment)
    sums = f"SELECT status_group, count(*), sum(people_low), sum(people_high) FROM ({sql}) GROUP BY status_group"
    return {group: (cases, Span(low, high)) for group, cases, low, high in rows(database, sums, *values)}


def count_disputed(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> Span:
    """Return how many people wanted have a status that is disputed."""
    sql, values = selected("people_low, people_high, certainty", database, wanted, moment)
    sums = "coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    return Span(*rows(database, f"SELECT {sums} FROM ({sql}) WHERE certainty = 'disputed'", *values)[0])


def listed(database: SqlCipherDatabase, keys: Sequence[int], moment: Moment = NOW) -> list[Listed]:
    """Return some cases as lists show them, in the order of their keys; missing ones are left out."""
    found: dict[int, Listed] = {}
    for source in _sources(moment):
        where = " AND ".join(["case_id IN ({})", *source.parts])
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            sql = f"SELECT {_LISTED} FROM {source.table} WHERE {where.format(', '.join('?' * len(chunk)))}"
            found |= {row[0]: _listed(row) for row in rows(database, sql, *chunk, *source.values)}
    return [found[key] for key in keys if key in found]


def listed_row(key: int, row: Mapping[str, Any]) -> Listed:
    """Return a case as lists show it, from a derived row."""
    return _listed((key, *(row[name] for name in _COLUMNS)))


def facets(database: SqlCipherDatabase, kind: str) -> dict[str, Span]:
    """Return, for each value of a facet, how many people have it."""
    sql = "SELECT value, people_low, people_high FROM facet WHERE kind = ? AND cases > 0"
    return {value: Span(low, high) for value, low, high in rows(database, sql, kind)}


class Counted(NamedTuple):
    """What is counted of the past: how many cases and people have a status group, and are in these situations."""

    group: str
    situations: str
    cases: int
    people: Span
    disputed: Span


def counted(database: SqlCipherDatabase, moment: Moment) -> list[Counted]:
    """Return what is counted of the past, by status group and the UUIDs of the situations."""
    columns = "status_group, situations, certainty, people_low, people_high"
    sql, values = selected(columns, database, Wanted(), moment)
    people = [f"sum({name})" for name in ("people_low", "people_high")]
    people += [f"sum(iif(certainty = 'disputed', {name}, 0))" for name in ("people_low", "people_high")]
    totals = f"SELECT status_group, situations, count(*), {', '.join(people)}"
    found = rows(database, f"{totals} FROM ({sql}) GROUP BY status_group, situations", *values)
    return [
        Counted(group, situations, cases, Span(*sums[:2]), Span(*sums[2:])) for group, situations, cases, *sums in found
    ]


def find_articles(database: SqlCipherDatabase, query: Query, limit: int = 20) -> list[int]:
    """Return the local keys of the sources whose text holds what is looked for anywhere, newest first."""
    from casefiles.storage import conditions

    matched = conditions.in_articles(query.asked)
    if not matched:
        return []
    sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    texts = [row[0] for row in rows(database, sql, matched, limit)]
    sources = dict(in_chunks(database, "SELECT text_id, source_id FROM article WHERE text_id IN ({})", texts))
    return list(dict.fromkeys(sources[text] for text in texts))


def find_ref(database: SqlCipherDatabase, ref: int) -> int | None:
    """Return the local key of the case with a reference number."""
    return one(database, 'SELECT id FROM "case" WHERE ref = ?', ref)  # type: ignore[no-any-return]


def where(database: SqlCipherDatabase, wanted: Wanted, table: str = "shown") -> tuple[str, list[Any]]:
    """Return the condition for the cases wanted, and its values.

    Args:
        database: the casebook.
        wanted: which cases.
        table: one with the columns case_id, status and status_group; its rows are what a status is asked of.
    """
    found = _narrowed(Asking(database, wanted.today, table), wanted)
    return f"WHERE ({found.sql})", list(found.values)


def _narrowed(asking: Asking, wanted: Wanted) -> Condition:
    matched, rest = _split(asking, wanted)
    return both(in_index(matched), rest) if matched else rest


def _split(asking: Asking, wanted: Wanted) -> tuple[str, Condition]:
    """Return what the index must match, and what else must hold."""
    if wanted.is_everybody:  # the language of searches is brought in by the first one
        return "", ALWAYS
    from casefiles.storage import conditions

    matched, left = conditions.split(wanted.query.asked) if asking.indexed else ("", wanted.query.asked)
    found = conditions.condition(asking, left)
    if wanted.situation:
        found = both(conditions.in_situation(asking, wanted.situation), found)
    return matched, found


def _newest(database: SqlCipherDatabase, matched: str, rest: Condition, limit: int) -> array[int]:
    """Return the newest of those that answer; the index itself, or whoever reads all cases, stops there."""
    if not matched:
        sql = f"SELECT case_id FROM shown NOT INDEXED WHERE {rest.sql} ORDER BY case_id DESC LIMIT ?"
        return _keys(database, sql, *rest.values, limit)
    sql = "SELECT rowid FROM case_fts WHERE case_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    if rest != ALWAYS:
        sql = (
            "SELECT case_id FROM case_fts CROSS JOIN shown ON case_id = case_fts.rowid"
            f" WHERE case_fts MATCH ? AND ({rest.sql}) ORDER BY case_fts.rowid DESC LIMIT ?"
        )
    return _keys(database, sql, matched, *rest.values, limit)


def _ordered(database: SqlCipherDatabase, sort: Sort, keys: array[int]) -> array[int]:
    sql = f"SELECT case_id FROM shown WHERE case_id IN (SELECT value FROM json_each(?)) ORDER BY {_order(sort)}"
    return _keys(database, sql, json.dumps(keys.tolist()))


def _order(sort: Sort) -> str:
    column, way = _ORDERS[sort]
    return f"{column} {way}, case_id {way}"


def _keys(database: SqlCipherDatabase, sql: str, *values: object) -> array[int]:
    return array("q", [key for (key,) in rows(database, sql, *values)])


# ---- the past


class _Source(NamedTuple):
    """Where a list's rows are read, and which of them stood at the moment; together the sources hold each case once."""

    table: str
    parts: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    indexed: bool = True


_SINCE = "shown CROSS JOIN shown_from USING (case_id)"


def _sources(moment: Moment) -> tuple[_Source, ...]:
    """Return where to read the rows of a moment that asks at most one question: today's, and those put away."""
    if moment.is_now:
        return (_Source("shown"),)
    asked, at = ("recorded", moment.recorded) if moment.learned is None else ("learned", moment.learned.isoformat())
    return (
        _Source(_SINCE, (f"{asked} <= ?",), (at,)),
        _Source(f"{asked}_before AS shown", ("since <= ?", "until > ?"), (at, at), indexed=False),
    )


def selected(columns: str, database: SqlCipherDatabase, wanted: Wanted, moment: Moment) -> tuple[str, list[Any]]:
    """Return the statement that reads columns of the cases wanted, and its values."""
    selects, values = [], []
    for source in _sources(moment):
        asking = Asking(database, wanted.today, moment=moment, indexed=source.indexed)
        narrowed = _narrowed(asking, wanted)
        where = " AND ".join((*source.parts, f"({narrowed.sql})"))
        selects.append(f"SELECT {columns} FROM {source.table} WHERE {where}")
        values += [*source.values, *narrowed.values]
    return " UNION ALL ".join(selects), values


def _ids_then(database: SqlCipherDatabase, wanted: Wanted, limit: int, moment: Moment) -> array[int]:
    sql, values = selected(f"case_id, {_ORDERS[wanted.sort][0]}", database, wanted, moment)
    sql = f"SELECT case_id FROM ({sql}) ORDER BY {_order(wanted.sort)} LIMIT ?"
    return _keys(database, sql, *values, limit)


def _listed(row: tuple[Any, ...]) -> Listed:
    (*before, against, happened, said_on, origin, sources, versions, held, low, high, last_change) = row
    disputing = tuple(against.split(",")) if against else ()
    after = (happened, said_on, origin, sources, versions, bool(held), Span(low, high), last_change)
    return Listed._make((*before, disputing, *after))
