"""Reads issued editions and what we told, with what it rests on, and which cases changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.statements import Audience, Basis, BasisKind, Edition, Judgement, Ruling, Statement, Told
from casefiles.storage.asking import in_chunks, one, rows


class Counted(NamedTuple):
    """One case as counts take it."""

    id: int
    uuid: str
    ref: int
    heading: str
    low: int
    high: int
    certainty: str
    origin: str | None


class FigureNow(NamedTuple):
    """One reported total as a statement needs it."""

    uuid: str
    measure: str
    low: int
    high: int | None
    relation: str
    as_of: str
    population: str
    unit: str
    breakdown: str
    replaced_on: str
    replaced_by: str
    replaced_why: str


_EDITIONS = (
    "SELECT e.uuid, e.number, e.template, e.title, e.audience, e.recipients, coalesce(s.uuid, ''), e.query, e.asked,"
    " e.as_of, e.recorded, e.head_hash, e.renderer, e.facts, e.pdf, e.cases, e.pages, e.issued_at, e.issued_by"
    " FROM edition e LEFT JOIN situation s ON s.id = e.situation_id"
)


def editions(database: SqlCipherDatabase) -> list[Edition]:
    """Return all issued editions, newest first."""
    return [_edition(row) for row in rows(database, f"{_EDITIONS} ORDER BY e.number DESC")]


def edition(database: SqlCipherDatabase, uuid: str) -> Edition | None:
    """Return one issued edition."""
    found = rows(database, f"{_EDITIONS} WHERE e.uuid = ?", uuid)
    return _edition(found[0]) if found else None


def edition_by_number(database: SqlCipherDatabase, number: int) -> Edition | None:
    """Return the issued edition with a number."""
    found = rows(database, f"{_EDITIONS} WHERE e.number = ?", number)
    return _edition(found[0]) if found else None


def next_number(database: SqlCipherDatabase) -> int:
    """Return the number that the next edition would be given."""
    return int(one(database, "SELECT next FROM counter WHERE name = 'edition'") or 1)


def editions_naming(database: SqlCipherDatabase, case: str) -> list[Edition]:
    """Return the editions that name a case, by its UUID, newest first."""
    sql = f"{_EDITIONS} JOIN blob b ON b.sha256 = e.cases WHERE instr(b.data, CAST(? AS BLOB)) ORDER BY e.number DESC"
    return [_edition(row) for row in rows(database, sql, case)]


def _edition(row: tuple[Any, ...]) -> Edition:
    values = list(row)
    values[4] = Audience(row[4])
    return Edition(*values)


def statements(database: SqlCipherDatabase, uuids: Iterable[str] | None = None) -> list[Statement]:
    """Return statements with what they rest on, the last said first; all, or those with the UUIDs given."""
    sql = (
        "SELECT s.id, s.uuid, s.kind, s.title, s.house, s.question, s.recipient, s.said_on, s.text,"
        " coalesce(e.uuid, ''), coalesce(c.uuid, ''), s.entered_at, s.entered_by FROM statement s"
        ' LEFT JOIN edition e ON e.id = s.edition_id LEFT JOIN "case" c ON c.id = s.case_id'
    )
    found = rows(database, sql) if uuids is None else list(in_chunks(database, f"{sql} WHERE s.uuid IN ({{}})", uuids))
    keys = [row[0] for row in found]
    bases, judgements = _bases(database, keys), _judgements(database, keys)
    ordered = sorted(found, key=lambda row: (row[7], row[0]), reverse=True)
    return [_statement(row, bases[row[0]], judgements[row[0]]) for row in ordered]


def _statement(row: tuple[Any, ...], bases: list[Basis], judgements: list[Judgement]) -> Statement:
    _, uuid, kind, *rest = row
    values: list[Any] = [uuid, Told(kind), *rest, tuple(bases), tuple(judgements)]
    return Statement(*values)


def _bases(database: SqlCipherDatabase, statements: Iterable[int]) -> dict[int, list[Basis]]:
    sql = (
        "SELECT statement_id, uuid, kind, label, value, target, query, as_of, members FROM basis"
        " WHERE statement_id IN ({}) ORDER BY id"
    )
    found: dict[int, list[Basis]] = defaultdict(list)
    for statement, uuid, kind, *rest in in_chunks(database, sql, statements):
        found[statement].append(Basis(uuid, BasisKind(kind), *rest))
    return found


def _judgements(database: SqlCipherDatabase, statements: Iterable[int]) -> dict[int, list[Judgement]]:
    sql = (
        "SELECT statement_id, id, verdict, reason, owner, correct_by, officer, effective_on, entered_at FROM judgement"
        " WHERE statement_id IN ({}) ORDER BY id"
    )
    found: dict[int, list[Judgement]] = defaultdict(list)
    for statement, number, verdict, *rest in in_chunks(database, sql, statements):
        found[statement].append(Judgement(number, Ruling(verdict), *rest))
    return found


def statement_parts(database: SqlCipherDatabase, statement: int, table: str) -> list[int]:
    """Return the local keys of what hangs on a statement in one table, the last first."""
    return [
        key for (key,) in rows(database, f"SELECT id FROM {table} WHERE statement_id = ? ORDER BY id DESC", statement)
    ]


def resting_on_case(database: SqlCipherDatabase, case_id: int) -> list[str]:
    """Return the UUIDs of the statements that tell a report of a case, or are made to its family."""
    sql = (
        "SELECT s.uuid FROM statement s WHERE s.case_id = ? UNION SELECT s.uuid FROM claim c"
        " JOIN basis b ON b.target = c.uuid JOIN statement s ON s.id = b.statement_id WHERE c.case_id = ?"
    )
    return [uuid for (uuid,) in rows(database, sql, case_id, case_id)]


def counting_case(database: SqlCipherDatabase, case: str) -> list[str]:
    """Return the UUIDs of the statements that count a case, by its UUID."""
    sql = (
        "SELECT DISTINCT s.uuid FROM basis b JOIN blob k ON k.sha256 = b.members JOIN statement s ON"
        " s.id = b.statement_id WHERE b.members <> '' AND instr(k.data, CAST(? AS BLOB))"
    )
    return [uuid for (uuid,) in rows(database, sql, case)]


def cases_of_claims(database: SqlCipherDatabase, claims: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return the case of some reports, by the report's UUID: its local key and its UUID."""
    sql = 'SELECT c.uuid, k.id, k.uuid FROM claim c JOIN "case" k ON k.id = c.case_id WHERE c.uuid IN ({})'
    return {claim: (key, uuid) for claim, key, uuid in in_chunks(database, sql, set(claims))}


def figures_now(database: SqlCipherDatabase, uuids: Iterable[str]) -> dict[str, FigureNow]:
    """Return some reported totals by UUID."""
    sql = (
        "SELECT f.uuid, f.measure, f.low, f.high, f.relation, f.as_of, f.population, f.unit, f.breakdown,"
        " f.replaced_on, coalesce(n.uuid, ''), f.replaced_why"
        " FROM figure f LEFT JOIN figure n ON n.id = f.replaced_by_id"
        " WHERE f.uuid IN ({})"
    )
    return {row[0]: FigureNow(*row) for row in in_chunks(database, sql, set(uuids))}


def totals_changed_since(database: SqlCipherDatabase, number: int, uuids: Iterable[str]) -> frozenset[str]:
    """Return those of some reported totals that were there and changed, in a change of this casebook or after it."""
    sql = "SELECT row FROM row_image WHERE row IN ({}) AND number >= ? AND \"table\" = 'figure' AND before IS NOT NULL"
    return frozenset(uuid for (uuid,) in in_chunks(database, sql, set(uuids), number))


def countable(database: SqlCipherDatabase) -> dict[int, Counted]:
    """Return every case as counts take it, by local key."""
    sql = (
        "SELECT c.id, c.uuid, s.ref, s.heading, s.people_low, s.people_high, s.certainty, s.f_origin FROM shown s"
        ' JOIN "case" c ON c.id = s.case_id'
    )
    return {row[0]: Counted(*row) for row in rows(database, sql)}


def first_change(database: SqlCipherDatabase, uuid: str) -> int:
    """Return the number of the change that brought a row into this casebook."""
    return int(one(database, "SELECT min(number) FROM row_image WHERE row = ?", uuid) or 0)


def changed_since(database: SqlCipherDatabase, number: int, at: str) -> frozenset[str] | None:
    """Return the UUIDs of the cases of which anything changed since; None when it may be any of them.

    Args:
        number: a change of this casebook's journal, itself included.
        at: the same moment as a time, for what was brought in from another casebook with its history.
    """
    if one(database, "SELECT 1 FROM row_image WHERE number >= ? AND \"table\" = 'confirming_body' LIMIT 1", number):
        return None
    sql = (
        'SELECT about FROM row_image WHERE number >= ? AND "table" NOT IN'
        " ('edition', 'statement', 'basis', 'judgement')"
        ' UNION SELECT k.uuid FROM shown s JOIN "case" k ON k.id = s.case_id WHERE s.last_change >= ?'
        " UNION SELECT k.uuid FROM row_image i JOIN source s ON s.uuid = i.row JOIN claim c ON c.source_id = s.id"
        ' JOIN "case" k ON k.id = c.case_id WHERE i.number >= ? AND i."table" = \'source\''
    )
    return frozenset(uuid for (uuid,) in rows(database, sql, number, at, number))
