"""The search index: the one interface between a query and the rows that answer it, here on SQLite's FTS5."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.span import Span
from casefiles.search.query import OriginHas, Query, StatusIs
from casefiles.storage.asking import in_chunks, one, rows


class Sort(StrEnum):
    """The orders a list of cases can stand in."""

    DATE = "date"
    NAME = "name"
    CHANGED = "changed"


_ORDERS: dict[Sort, str] = {
    Sort.DATE: "sort_date DESC, case_id DESC",
    Sort.NAME: "sort_name, case_id",
    Sort.CHANGED: "last_change DESC, case_id DESC",
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

    @property
    def is_group(self) -> bool:
        """Tell whether it is a group of people."""
        return self.kind == "group"


_LISTED = (
    "case_id, ref, kind, heading, native_name, status, status_group, certainty, against, happened, said_on, origin,"
    " sources, versions, held, people_low, people_high"
)


def find_ids(database: SqlCipherDatabase, wanted: Wanted, limit: int = -1) -> array[int]:
    """Return the local keys of the cases wanted, in order."""
    condition, values = where(wanted)
    sql = f"SELECT case_id FROM shown {condition} ORDER BY {_ORDERS[wanted.sort]} LIMIT ?"
    cursor = database.execute_sql(sql, (*values, limit))
    return array("q", (row[0] for row in cursor))


def count(database: SqlCipherDatabase, wanted: Wanted) -> tuple[int, Span]:
    """Return how many cases are wanted, and how many people they stand for."""
    condition, values = where(wanted)
    sums = "count(*), coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    cases, low, high = rows(database, f"SELECT {sums} FROM shown {condition}", *values)[0]
    return cases, Span(low, high)


def count_disputed(database: SqlCipherDatabase, wanted: Wanted) -> Span:
    """Return how many people wanted have a status that is disputed."""
    condition, values = where(wanted)
    sums = "coalesce(sum(people_low), 0), coalesce(sum(people_high), 0)"
    also = "AND" if condition else "WHERE"
    sql = f"SELECT {sums} FROM shown {condition} {also} certainty = 'disputed'"
    return Span(*rows(database, sql, *values)[0])


def listed(database: SqlCipherDatabase, keys: Sequence[int]) -> list[Listed]:
    """Return some cases as lists show them, in the order of their keys; missing ones are left out."""
    found = {
        row[0]: _listed(row)
        for row in in_chunks(database, f"SELECT {_LISTED} FROM shown WHERE case_id IN ({{}})", keys)
    }
    return [found[key] for key in keys if key in found]


def facets(database: SqlCipherDatabase, kind: str) -> dict[str, Span]:
    """Return, for each value of a facet, how many people have it."""
    sql = "SELECT value, people_low, people_high FROM facet WHERE kind = ? AND cases > 0"
    return {value: Span(low, high) for value, low, high in rows(database, sql, kind)}


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
    parts: list[str] = []
    values: list[Any] = []
    matching: list[str] = []
    if wanted.query.words:
        matching.append(_match(wanted.query.words))
    for term in wanted.query.terms:
        if isinstance(term, StatusIs):
            condition, named = status_condition(term)
            parts.append(condition)
            values += named
        elif isinstance(term, OriginHas):
            matching.append(f"origin_words : ({_match(term.words)})")
    if matching:
        parts.append("case_id IN (SELECT rowid FROM case_fts WHERE case_fts MATCH ?)")
        values.append(" AND ".join(f"({match})" for match in matching))
    if wanted.group:
        parts.append("status_group = ?")
        values.append(wanted.group)
    if wanted.situation:
        parts.append(
            "case_id IN (SELECT cs.case_id FROM case_situation cs"
            " JOIN situation s ON s.id = cs.situation_id WHERE s.uuid = ?)"
        )
        values.append(wanted.situation)
    return f"WHERE {' AND '.join(parts or ['1'])}", values


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
    (*plain, low, high) = row
    values: list[Any] = [*plain, Span(low, high)]
    values[14] = bool(values[14])
    values[8] = tuple(filter(None, values[8].split(",")))
    return Listed(*values)
