"""The search index: the one interface between a query and the rows that answer it, here on SQLite's FTS5."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import NOW, Moment
from casefiles.search.query import OriginHas, Query, StatusIs
from casefiles.storage.reading import CHUNK, in_chunks, one, rows


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
    people: tuple[int, int]
    last_change: str


_COLUMNS = (
    "ref kind heading native_name status status_group certainty against happened said_on origin sources versions"
    " people_low people_high last_change"
).split()
_LISTED = ", ".join(("case_id", *_COLUMNS))


def find_ids(database: SqlCipherDatabase, wanted: Wanted, limit: int = -1, moment: Moment = NOW) -> array[int]:
    """Return the local keys of the cases wanted, in order."""
    column, way = _ORDERS[wanted.sort]
    sql, values = _union(f"case_id, {column}", wanted, moment)
    cursor = database.execute_sql(f"{sql} ORDER BY {column} {way}, case_id {way} LIMIT ?", (*values, limit))
    return array("q", (row[0] for row in cursor))


def count(database: SqlCipherDatabase, wanted: Wanted, moment: Moment = NOW) -> tuple[int, int]:
    """Return how many cases are wanted, and how many people they stand for at least."""
    sql, values = _union("people_low", wanted, moment)
    found = rows(database, f"SELECT count(*), coalesce(sum(people_low), 0) FROM ({sql})", *values)
    return found[0][0], found[0][1]


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


def facets(database: SqlCipherDatabase, kind: str) -> dict[str, tuple[int, int]]:
    """Return, for each value of a facet, how many cases and people have it."""
    sql = "SELECT value, cases, people FROM facet WHERE kind = ? AND cases > 0"
    return {value: (cases, people) for value, cases, people in rows(database, sql, kind)}


def counted(database: SqlCipherDatabase, moment: Moment) -> list[tuple[str, str, int, int]]:
    """Return what is counted of the past: status group, UUIDs of the situations, how many cases and people."""
    sql, values = _union("status_group, situations, people_low", Wanted(), moment)
    totals = "SELECT status_group, situations, count(*), sum(people_low)"
    return rows(database, f"{totals} FROM ({sql}) GROUP BY status_group, situations", *values)


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
            parts.append("status_group = ?" if term.group else "status = ?")
            values.append(term.group or term.status)
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


def _match(words: Sequence[str]) -> str:
    """Return an FTS5 expression for words that begin words; each is quoted, so that none is syntax."""
    return " AND ".join(f'"{word}"*' for word in words)


def _listed(row: tuple[Any, ...]) -> Listed:
    (*plain, low, high, last_change) = row
    values: list[Any] = [*plain, (low, high), last_change]
    values[8] = tuple(filter(None, values[8].split(",")))
    return Listed(*values)
