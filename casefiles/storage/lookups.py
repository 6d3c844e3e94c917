"""Small questions about records that the use cases ask."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import read_zone
from casefiles.domain.span import Span
from casefiles.storage.asking import in_chunks, one, rows

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from casefiles.storage.tables import Record


class ClaimKey(NamedTuple):
    """Where a report is found."""

    id: int
    case_id: int
    field: str


class MembershipKey(NamedTuple):
    """Where an identification is found."""

    id: int
    group_id: int
    person_id: int


class SituationRow(NamedTuple):
    """One situation, with how many cases and people belong to it."""

    id: int
    uuid: str
    name: str
    note: str
    cases: int
    people: Span


class SourceListed(NamedTuple):
    """One source with how often it is used."""

    id: int
    ref: int
    title: str
    publisher: str
    published_on: str
    received_on: str
    kind: str
    language: str
    corrected_on: str
    withdrawn_on: str
    people: int
    reports: int


class QuoteRow(NamedTuple):
    """One quote out of a source, with the report it supports."""

    start: int
    end: int
    quote: str
    role: str
    case_id: int
    claim: str
    field: str
    value: Any


def setting(database: SqlCipherDatabase, key: str) -> str:
    """Return a setting of the casebook; empty when it was never set."""
    return str(one(database, "SELECT value FROM setting WHERE key = ?", key) or "")


def zone(database: SqlCipherDatabase) -> ZoneInfo:
    """Return the casebook's time zone, by which its days begin and end."""
    return read_zone(setting(database, "time_zone") or "UTC")


def setting_id(database: SqlCipherDatabase, key: str) -> int | None:
    """Return the local key of a setting."""
    return one(database, "SELECT id FROM setting WHERE key = ?", key)  # type: ignore[no-any-return]


def case_by_ref(database: SqlCipherDatabase, ref: int) -> int | None:
    """Return the local key of the case with a reference number."""
    return one(database, 'SELECT id FROM "case" WHERE ref = ?', ref)  # type: ignore[no-any-return]


def key_of(database: SqlCipherDatabase, table: type[Record], uuid: str) -> int | None:
    """Return the local key of a row by its UUID."""
    return one(database, f'SELECT id FROM "{table._meta.table_name}" WHERE uuid = ?', uuid)  # type: ignore[no-any-return]


def uuid_of(database: SqlCipherDatabase, table: type[Record], key: int) -> str | None:
    """Return the UUID of a row by its local key."""
    return one(database, f'SELECT uuid FROM "{table._meta.table_name}" WHERE id = ?', key)  # type: ignore[no-any-return]


def heading(database: SqlCipherDatabase, case_id: int) -> tuple[str, int] | None:
    """Return the heading and reference number of a case."""
    found = rows(database, "SELECT heading, ref FROM shown WHERE case_id = ?", case_id)
    return (str(found[0][0]), int(found[0][1])) if found else None


def headings(database: SqlCipherDatabase, uuids: list[str]) -> dict[str, tuple[int, int, str]]:
    """Return the local key, reference number and heading of some cases, by UUID."""
    sql = 'SELECT c.uuid, c.id, s.ref, s.heading FROM "case" c JOIN shown s ON s.case_id = c.id WHERE c.uuid IN ({})'
    return {row[0]: row[1:] for row in in_chunks(database, sql, uuids)}


def claim_key(database: SqlCipherDatabase, uuid: str) -> ClaimKey | None:
    """Return where a report is found."""
    found = rows(database, "SELECT id, case_id, field FROM claim WHERE uuid = ?", uuid)
    return ClaimKey(*found[0]) if found else None


def membership(database: SqlCipherDatabase, uuid: str) -> MembershipKey | None:
    """Return where an identification is found."""
    found = rows(database, "SELECT id, group_id, person_id FROM membership WHERE uuid = ?", uuid)
    return MembershipKey(*found[0]) if found else None


def situation_links(database: SqlCipherDatabase, case_id: int) -> dict[str, tuple[int, int]]:
    """Return a case's situations by UUID: the link's key and the situation's key."""
    sql = (
        "SELECT s.uuid, cs.id, s.id FROM case_situation cs JOIN situation s ON s.id = cs.situation_id"
        " WHERE cs.case_id = ? ORDER BY cs.id"
    )
    return {uuid: (link, situation) for uuid, link, situation in rows(database, sql, case_id)}


def situations(database: SqlCipherDatabase) -> list[SituationRow]:
    """Return the situations, by name."""
    sql = (
        "SELECT s.id, s.uuid, s.name, s.note, coalesce(f.cases, 0), coalesce(f.people_low, 0),"
        " coalesce(f.people_high, 0) FROM situation s"
        " LEFT JOIN facet f ON f.kind = 'situation' AND f.value = s.uuid ORDER BY s.name"
    )
    return [SituationRow._make((*told, Span(low, high))) for *told, low, high in rows(database, sql)]


def source_by_ref(database: SqlCipherDatabase, ref: int) -> int | None:
    """Return the local key of the source with a reference number."""
    return one(database, "SELECT id FROM source WHERE ref = ?", ref)  # type: ignore[no-any-return]


def source_of_bytes(database: SqlCipherDatabase, sha256: str) -> int | None:
    """Return the source whose saved copy has these bytes."""
    return one(database, "SELECT source_id FROM capture WHERE sha256 = ? LIMIT 1", sha256)  # type: ignore[no-any-return]


def source_of_url(database: SqlCipherDatabase, url: str) -> int | None:
    """Return the source with this address."""
    return one(database, "SELECT id FROM source WHERE url = ? AND url <> '' LIMIT 1", url)  # type: ignore[no-any-return]


_SOURCES = (
    "SELECT s.id, s.ref, s.title, s.publisher, s.published_on, s.received_on, s.kind, s.language, s.corrected_on,"
    " s.withdrawn_on, (SELECT count(DISTINCT case_id) FROM claim WHERE source_id = s.id),"
    " (SELECT count(*) FROM claim WHERE source_id = s.id) FROM source s"
)


def sources(database: SqlCipherDatabase, keys: list[int] | None = None) -> list[SourceListed]:
    """Return sources as lists show them, newest first; all, or those with the keys given, in that order."""
    if keys is None:
        return [SourceListed(*row) for row in rows(database, f"{_SOURCES} ORDER BY s.id DESC")]
    found = {row[0]: SourceListed(*row) for row in in_chunks(database, f"{_SOURCES} WHERE s.id IN ({{}})", keys)}
    return [found[key] for key in keys if key in found]


def source_row(database: SqlCipherDatabase, source_id: int) -> dict[str, Any] | None:
    """Return all columns of a source."""
    cursor = database.execute_sql("SELECT * FROM source WHERE id = ?", (source_id,))
    row = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else None


def capture_row(database: SqlCipherDatabase, source_id: int) -> dict[str, Any] | None:
    """Return the newest saved copy's columns, without its bytes."""
    cursor = database.execute_sql("SELECT * FROM capture WHERE source_id = ? ORDER BY id DESC LIMIT 1", (source_id,))
    row = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else None


def bytes_of(database: SqlCipherDatabase, sha256: str) -> bytes:
    """Return saved bytes by their hash."""
    return bytes(one(database, "SELECT data FROM blob WHERE sha256 = ?", sha256) or b"")


def quotes_of_source(database: SqlCipherDatabase, source_id: int) -> list[QuoteRow]:
    """Return every quote out of a source, in the order of its text."""
    sql = (
        'SELECT p.start, p."end", p.quote, p.role, c.case_id, c.uuid, c.field, c.value FROM passage p'
        " JOIN text t ON t.id = p.text_id JOIN claim c ON c.id = p.claim_id WHERE t.source_id = ?"
        ' ORDER BY p.start, p."end"'
    )
    return [QuoteRow._make((*told, json.loads(value))) for *told, value in rows(database, sql, source_id)]


def uses_of_source(database: SqlCipherDatabase, source_id: int) -> list[tuple[int, int, str, str]]:
    """Return which fields of which cases a source supports: case, reference, heading, field."""
    sql = (
        "SELECT DISTINCT c.case_id, s.ref, s.heading, c.field FROM claim c JOIN shown s ON s.case_id = c.case_id"
        " WHERE c.source_id = ? ORDER BY s.heading, c.id"
    )
    return rows(database, sql, source_id)


def confirming(database: SqlCipherDatabase) -> list[tuple[str, str, str, str]]:
    """Return the bodies able to confirm: UUID, name, since, until."""
    return rows(database, "SELECT uuid, name, since, until FROM confirming_body ORDER BY id")


def all_case_keys(database: SqlCipherDatabase) -> list[int]:
    """Return the local keys of all cases, in order of entry."""
    return [key for (key,) in rows(database, 'SELECT id FROM "case" ORDER BY id')]


def totals(database: SqlCipherDatabase) -> tuple[int, Span, int]:
    """Return how many cases, people and sources there are."""
    sums = ", ".join(f"coalesce(sum({counted}), 0)" for counted in ("cases", "people_low", "people_high"))
    cases, low, high = rows(database, f"SELECT {sums} FROM facet WHERE kind = 'status'")[0]
    return cases, Span(low, high), int(one(database, "SELECT count(*) FROM source"))


def printed_sources(database: SqlCipherDatabase, uuids: list[str]) -> dict[str, dict[str, Any]]:
    """Return what endnotes say of some sources, by UUID: their details, and when and as what they were saved."""
    names = (
        "uuid",
        "ref",
        "title",
        "publisher",
        "author",
        "published_on",
        "received_on",
        "received_from",
        "url",
        "kind",
        "language",
        "taken_at",
        "sha256",
    )
    sql = (
        "SELECT s.uuid, s.ref, s.title, s.publisher, s.author, s.published_on, s.received_on, s.received_from, s.url,"
        " s.kind, s.language, c.taken_at, c.sha256 FROM source s"
        " LEFT JOIN capture c ON c.id = (SELECT max(id) FROM capture WHERE source_id = s.id) WHERE s.uuid IN ({})"
    )
    return {row[0]: dict(zip(names, row, strict=True)) for row in in_chunks(database, sql, uuids)}


def situation_name(database: SqlCipherDatabase, uuid: str) -> str:
    """Return a situation's name; empty when there is none of that UUID."""
    return str(one(database, "SELECT name FROM situation WHERE uuid = ?", uuid) or "")


def is_told_to_family(database: SqlCipherDatabase, case_id: int) -> bool:
    """Tell whether a statement to the family of a case is written down."""
    return bool(one(database, "SELECT 1 FROM statement WHERE case_id = ? LIMIT 1", case_id))
