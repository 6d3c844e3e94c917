"""Verify: the journal's chain, saved copies, quotes, derived rows and keys; names whatever is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import salted_digest, sha256
from casefiles.domain.refs import show_ref, show_source_ref
from casefiles.domain.shown import show_case
from casefiles.storage import derived, journal, journal_head, names_index, sources_searched, standing, versions
from casefiles.storage.asking import CHUNK, in_chunks, one, rows
from casefiles.storage.columns import COLUMNS
from casefiles.storage.images import TABLES, Keys, Row, columns, name_of, to_image
from casefiles.storage.reading import bodies, load_cases
from casefiles.storage.tables import Record
from casefiles.storage.versions_anew import Anew

Finding = Callable[[SqlCipherDatabase], Iterator["Wrong"]]


@dataclass(frozen=True)
class Wrong:
    """One thing that is not as it should be.

    Attributes:
        what: the kind of check that failed.
        where: the table and UUID, change number or reference that it concerns.
        say: one sentence.
    """

    what: str
    where: str
    say: str


def verify(database: SqlCipherDatabase) -> list[Wrong]:
    """Return everything that is wrong with a casebook; nothing when all is well."""
    return [wrong for check in CHECKS for wrong in check(database)]


def _engine(database: SqlCipherDatabase) -> Iterator[Wrong]:
    for (message,) in rows(database, "PRAGMA quick_check(20)"):
        if message != "ok":
            yield Wrong("file", "file", f"The file is damaged: {message}.")
    for table, row, parent, _ in rows(database, "PRAGMA foreign_key_check"):
        yield Wrong("links", f"{table} {row}", f"A row of {table} points at a row of {parent} that is not there.")


def _chain(database: SqlCipherDatabase) -> Iterator[Wrong]:
    names = ("number", "uuid", "at", "officer", "label", "kind", "target", "undo_top", "redo_top", "previous")
    before, number = journal_head.FIRST, 0
    for *values, sealed in rows(database, f"SELECT {', '.join(names)}, hash FROM change_set ORDER BY number"):
        header = dict(zip(names, values, strict=True))
        number += 1
        if header["number"] != number:
            yield Wrong("journal", f"change {number}", f"Change {number} is missing from the journal.")
            number = header["number"]
        images = rows(
            database,
            'SELECT "table", row, about, before_digest, after_digest FROM row_image WHERE number = ?',
            header["number"],
        )
        if header["previous"] != before or journal.hash_of(header, images) != sealed:
            yield Wrong("journal", f"change {number}", f"Change {number} of the journal was altered.")
        before = sealed


def _images(database: SqlCipherDatabase) -> Iterator[Wrong]:
    sql = 'SELECT number, "table", row, before, after, salt, before_digest, after_digest FROM row_image ORDER BY id'
    for number, table, row, before, after, salt, *digests in database.execute_sql(sql):
        if [_digest(before, salt), _digest(after, salt)] != digests:
            yield Wrong(
                "journal",
                f"change {number}, {table} {row}",
                f"Change {number} keeps an altered image of {table} {row}.",
            )


def _digest(image: str | None, salt: str) -> str:
    return "" if image is None else salted_digest(image, salt)


def _records(database: SqlCipherDatabase) -> Iterator[Wrong]:
    """Compare every record with what the journal last wrote of it, some at a time: a casebook may exceed the memory."""
    for name, table in TABLES.items():
        keys = Keys(database)
        quoted = ", ".join(f'"{column}"' for column in columns(table))
        found = database.execute_sql(f'SELECT {quoted} FROM "{name}" ORDER BY id')
        while some := found.fetchmany(CHUNK):
            yield from _compare(
                database, keys, table, [dict(zip(columns(table), values, strict=True)) for values in some]
            )
    yield from _removed(database)


def _compare(database: SqlCipherDatabase, keys: Keys, table: type[Record], records: Sequence[Row]) -> Iterator[Wrong]:
    name = name_of(table)
    sql = "SELECT row, after FROM row_image WHERE row IN ({}) ORDER BY id"
    last = dict(in_chunks(database, sql, [row["uuid"] for row in records]))
    for row in records:
        where, written = f"{name} {row['uuid']}", last.get(row["uuid"])
        if written is None:
            yield Wrong("records", where, f"The row {row['uuid']} of {name} was added outside Casefiles.")
        elif to_image(keys, table, row) != written:
            yield Wrong("records", where, f"The row {row['uuid']} of {name} was altered outside Casefiles.")


def _removed(database: SqlCipherDatabase) -> Iterator[Wrong]:
    """Name the rows that the journal last wrote and that are no longer there."""
    there = " ".join(f"WHEN '{name}' THEN EXISTS (SELECT 1 FROM \"{name}\" r WHERE r.uuid = i.row)" for name in TABLES)
    gone = f'SELECT DISTINCT "table", row FROM row_image i WHERE NOT CASE "table" {there} END'
    for name, uuid in rows(database, gone):
        if one(database, "SELECT after FROM row_image WHERE row = ? ORDER BY id DESC LIMIT 1", uuid) is not None:
            yield Wrong("records", f"{name} {uuid}", f"The row {uuid} of {name} was removed outside Casefiles.")


def _captures(database: SqlCipherDatabase) -> Iterator[Wrong]:
    sql = (
        "SELECT s.ref, c.sha256, c.size, b.data FROM capture c JOIN source s ON s.id = c.source_id"
        " LEFT JOIN blob b ON b.sha256 = c.sha256"
    )
    for ref, expected, size, data in database.execute_sql(sql):
        where = show_source_ref(ref)
        if data is None:
            yield Wrong("saved copy", where, f"The saved copy of {where} is missing.")
        elif hashlib.sha256(data).hexdigest() != expected or len(data) != size:
            yield Wrong("saved copy", where, f"The saved copy of {where} was altered.")
    for ref, chars, expected in database.execute_sql(
        "SELECT s.ref, t.chars, t.sha256 FROM text t JOIN source s ON s.id = t.source_id"
    ):
        if sha256(chars) != expected:
            where = show_source_ref(ref)
            yield Wrong("text", where, f"The text of {where} was altered.")


def _quotes(database: SqlCipherDatabase) -> Iterator[Wrong]:
    sql = (
        'SELECT p.uuid, p.start, p."end", p.quote, k.ref, t.id FROM passage p JOIN claim c ON c.id = p.claim_id'
        ' JOIN "case" k ON k.id = c.case_id JOIN text t ON t.id = p.text_id UNION ALL'
        ' SELECT p.uuid, p.start, p."end", p.quote, NULL, p.text_id FROM figure_passage p ORDER BY 6'
    )
    text, chars = None, ""
    for uuid, start, end, quote, ref, text_id in database.execute_sql(sql):
        if text_id != text:
            text, chars = text_id, rows(database, "SELECT chars FROM text WHERE id = ?", text_id)[0][0]
        if chars[start:end] != quote:
            whose = show_ref(ref) if ref is not None else "a reported total"
            yield Wrong("quote", f"passage {uuid}", f"A quote of {whose} is not found in its source.")


def _derived(database: SqlCipherDatabase) -> Iterator[Wrong]:
    known = bodies(database)
    names = [name for name, _ in COLUMNS]
    listed = f"SELECT case_id, {', '.join(names)} FROM shown WHERE case_id IN ({{}})"
    anew = Anew(database, derived.derived_row)
    keys = [row[0] for row in rows(database, 'SELECT id FROM "case" ORDER BY id')]
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        shown = {key: tuple(values) for key, *values in in_chunks(database, listed, some)}
        days, sources = standing.kept(database, some), sources_searched.kept(database, some)
        records = load_cases(database, some)
        cases = {key: show_case(one, known) for key, one in records.items()}
        rows_now = {key: derived.derived_row(case) for key, case in cases.items()}
        past, past_kept = anew.of(rows_now, records), versions.kept(database, some, names)
        misnamed = names_index.differing(database, cases)
        for key, case in cases.items():
            is_listed = shown.get(key) == tuple(rows_now[key][name] for name in names) and key not in misnamed
            is_listed = is_listed and sources[key] == sources_searched.sources_of(case)
            where = show_ref(case.records.ref)
            if not is_listed or days[key] != standing.rows_of(case, known):
                yield Wrong("derived rows", where, f"What is listed of {where} differs from its records.")
            if past[key] != past_kept[key]:
                yield Wrong("derived rows", where, f"What was listed of {where} in the past differs from its records.")
    gone = anew.of_gone()
    if gone != versions.kept(database, list(gone), names):
        yield Wrong("derived rows", "removed", "What was listed of a person who was removed differs from the journal.")
    for table in ("shown", "standing", "rests_on"):
        sql = f'SELECT DISTINCT case_id FROM {table} WHERE case_id NOT IN (SELECT id FROM "case")'
        for (key,) in rows(database, sql):
            yield Wrong("derived rows", f"row {key}", "A listed case has no record.")


def _kept(database: SqlCipherDatabase) -> Iterator[Wrong]:
    """Check what is kept of editions, and of those counted in statements."""
    for column in ("facts", "pdf", "cases"):
        sql = f"SELECT e.number, e.{column}, b.data FROM edition e LEFT JOIN blob b ON b.sha256 = e.{column}"
        for number, expected, data in database.execute_sql(sql):
            yield from _compare_bytes("edition", f"edition {number}", expected, data)
    sql = (
        "SELECT s.uuid, s.title, b.members, k.data FROM basis b JOIN statement s ON s.id = b.statement_id"
        " LEFT JOIN blob k ON k.sha256 = b.members WHERE b.members <> ''"
    )
    for uuid, title, expected, data in database.execute_sql(sql):
        yield from _compare_bytes("statement", f"what we told, {title} ({uuid})", expected, data)


def _compare_bytes(what: str, where: str, expected: str, data: bytes | None) -> Iterator[Wrong]:
    if data is None:
        yield Wrong(what, where, f"A part of what is kept of {where} is missing.")
    elif hashlib.sha256(data).hexdigest() != expected:
        yield Wrong(what, where, f"What is kept of {where} was altered.")


CHECKS: tuple[Finding, ...] = (_engine, _chain, _images, _records, _captures, _quotes, _kept, _derived)
