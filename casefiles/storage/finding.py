"""The search index: the one interface between a query and the rows that answer it, here on SQLite's FTS5."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.search.query import OriginHas, Query, StatusIs
from casefiles.storage.asking import CHUNK, in_chunks, one, rows


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
        group: a status group, or empty for all.
        situation: the UUID of a situation, or empty for all.
    """

    query: Query = EVERYTHING
    group: str = ""
    situation: str = ""
    sort: Sort = Sort.DATE


@dataclass(frozen=True)
class Listed:
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


def find_ids(database: SqlCipherDatabase, wanted: Wanted, limit: int = -1, moment: Moment = NOW) -> array[int]:
    """Return the local keys of the cases wanted, in order."""
    column, way = _ORDERS[wanted.sort]
    sql, values = _union(f"case_id, {column}", wanted, moment)
    cursor = database.execute_sql(f"{sql} ORDER BY {column} {way}, case_id {way} LIMIT ?", (*values, limit))
    return array("q", (row[0] for row in cursor))


def count(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> tuple[int, Span]:
    """Return how many cases are wanted, and how many people they stand for."""
    sql, values = _union("people_low, people_high", wanted, moment)
    sums = "count(*), coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    cases, low, high = rows(database, f"SELECT {sums} FROM ({sql})", *values)[0]
    return cases, Span(low, high)


def count_disputed(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> Span:
    """Return how many people wanted have a status that is disputed."""
    sql, values = _union("people_low, people_high, certainty", wanted, moment)
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
    """Return a case as lists show it, from a derived row that no list keeps."""
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
    sql, values = _union("status_group, situations, certainty, people_low, people_high", Wanted(), moment)
    people = [f"sum({name})" for name in ("people_low", "people_high")]
    people += [f"sum(iif(certainty = 'disputed', {name}, 0))" for name in ("people_low", "people_high")]
    totals = f"SELECT status_group, situations, count(*), {', '.join(people)}"
    found = rows(database, f"{totals} FROM ({sql}) GROUP BY status_group, situations", *values)
    return [
        Counted(group, situations, cases, Span(*sums[:2]), Span(*sums[2:])) for group, situations, cases, *sums in found
    ]


def find_articles(database: SqlCipherDatabase, words: Sequence[str], limit: int = 20) -> list[int]:
    """Return the local keys of the sources whose text holds all words, newest first."""
    if not words:
        return []
    sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    texts = [row[0] for row in rows(database, sql, _match(words), limit)]
    sources = dict(in_chunks(database, "SELECT text_id, source_id FROM article WHERE text_id IN ({})", texts))
    return list(dict.fromkeys(sources[text] for text in texts))


def find_ref(database: SqlCipherDatabase, ref: int) -> int | None:
    """Return the local key of the case with a reference number."""
    return one(database, 'SELECT id FROM "case" WHERE ref = ?', ref)  # type: ignore[no-any-return]


def where(wanted: Wanted) -> tuple[str, list[Any]]:
    """Return the condition for the cases wanted, on the columns case_id, status and status_group, and its values."""
    parts, values = _where(wanted, _Source("shown"))
    return f"WHERE {' AND '.join(parts or ['1'])}", values


@dataclass(frozen=True)
class _Source:
    """Where a list's rows are read, and which of them stood at the moment; together the sources hold each case once."""

    table: str
    parts: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    @property
    def is_indexed(self) -> bool:
        """Tell whether the search index holds these rows."""
        return not self.table.endswith("_before")


_SINCE = "shown CROSS JOIN shown_from USING (case_id)"


def _sources(moment: Moment) -> tuple[_Source, ...]:
    """Return where to read the rows of a moment that asks at most one question: today's, and those put away."""
    if moment.is_now:
        return (_Source("shown"),)
    asked, at = ("recorded", moment.recorded) if moment.learned is None else ("learned", moment.learned.isoformat())
    return (
        _Source(_SINCE, (f"{asked} <= ?",), (at,)),
        _Source(f"{asked}_before", ("since <= ?", "until > ?"), (at, at)),
    )


def _union(columns: str, wanted: Wanted, moment: Moment) -> tuple[str, list[Any]]:
    """Return the statement that reads columns of the cases wanted, and its values."""
    selects, values = [], []
    for source in _sources(moment):
        parts, more = _where(wanted, source)
        where = f" WHERE {' AND '.join((*source.parts, *parts))}" if source.parts or parts else ""
        selects.append(f"SELECT {columns} FROM {source.table}{where}")
        values += [*source.values, *more]
    return " UNION ALL ".join(selects), values


def _where(wanted: Wanted, source: _Source) -> tuple[list[str], list[Any]]:
    parts, values = _holding(wanted.query, source)
    for term in wanted.query.terms:
        if isinstance(term, StatusIs):
            condition, named = status_condition(term)
            parts.append(condition)
            values += named
    if wanted.group:
        parts.append("status_group = ?")
        values.append(wanted.group)
    if wanted.situation:
        parts.append(_OF_SITUATION if source.is_indexed else "instr(situations, ?)")
        values.append(wanted.situation)
    return parts, values


_OF_SITUATION = (
    "case_id IN (SELECT cs.case_id FROM case_situation cs JOIN situation s ON s.id = cs.situation_id WHERE s.uuid = ?)"
)


def _holding(query: Query, source: _Source) -> tuple[list[str], list[Any]]:
    """Return how rows that hold a query's words are found: by the index, or in rows it does not hold word by word."""
    origins = [word for term in query.terms if isinstance(term, OriginHas) for word in term.words]
    if not source.is_indexed:
        words = [f" {word}" for word in (*query.words, *origins)]
        text, origin = "instr(' ' || names || ' ' || words, ?)", "instr(' ' || origin_words, ?)"
        return [text] * len(query.words) + [origin] * len(origins), words
    matching = [f"({_match(query.words)})"] if query.words else []
    matching += [f"(origin_words : ({_match(origins)}))"] if origins else []
    if not matching:
        return [], []
    return ["case_id IN (SELECT rowid FROM case_fts WHERE case_fts MATCH ?)"], [" AND ".join(matching)]


def status_condition(term: StatusIs) -> tuple[str, list[str]]:
    """Return the condition on the columns of status and group that a term stands for, and its values."""
    parts: list[str] = []
    values: list[str] = []
    for column, wanted in (("status_group", term.groups), ("status", term.statuses)):
        if wanted:  # one value alone lets its index keep the order
            parts.append(f"{column} IN ({', '.join('?' * len(wanted))})" if len(wanted) > 1 else f"{column} = ?")
            values += wanted
    return f"({' OR '.join(parts)})", values


def _match(words: Sequence[str]) -> str:
    """Return an FTS5 expression for words that begin words; each is quoted, so that none is syntax."""
    return " AND ".join(f'"{word}"*' for word in words)


def _listed(row: tuple[Any, ...]) -> Listed:
    (*plain, low, high, last_change) = row
    values: list[Any] = [*plain, Span(low, high), last_change]
    values[14] = bool(values[14])
    values[8] = tuple(filter(None, values[8].split(",")))
    return Listed(*values)
