"""All records, by UUID alone: read whole for the native form, and put in from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import canonical
from casefiles.domain.wholes import wholes_first
from casefiles.storage import lookups, tables
from casefiles.storage.act import Act
from casefiles.storage.asking import rows
from casefiles.storage.database import telling
from casefiles.storage.images import Keys, Row, columns, from_image, links, name_of, read_row

Plain: TypeAlias = dict[str, Any]
"""A record without local keys: `id` is its UUID, and UUIDs point at other records."""

SECTIONS: dict[str, type[tables.Record]] = {
    "bodies": tables.ConfirmingBody,
    "situations": tables.Situation,
    "sources": tables.Source,
    "texts": tables.Text,
    "cases": tables.Case,
    "claims": tables.Claim,
    "decisions": tables.Decision,
    "memberships": tables.Membership,
    "grades": tables.Grade,
    "holds": tables.Hold,
    "codebook": tables.CodebookEntry,
    "saved_searches": tables.SavedSearch,
    "figures": tables.Figure,
    "editions": tables.Edition,
    "statements": tables.Statement,
}
"""The lists of records, each after those it points at."""

_PARTS: dict[str, tuple[tuple[str, type[tables.Record], str], ...]] = {
    "sources": (("captures", tables.Capture, "source_id"),),
    "claims": (("passages", tables.Passage, "claim_id"),),
    "figures": (("passages", tables.FigurePassage, "figure_id"),),
    "statements": (
        ("bases", tables.Basis, "statement_id"),
        ("judgements", tables.Judgement, "statement_id"),
    ),
}
"""What some records carry inside them: under which key, from which table, hung on by which column."""

_STORED_AS_JSON = {("claim", "value"), ("claim", "speakers"), ("figure", "speakers"), ("edition", "asked")}
_WORKED_OUT = {(table, column) for table in ("passage", "figure_passage") for column in ("before", "after")}
NUMBERED = {"sources": ("source", "ref"), "cases": ("case", "ref"), "editions": ("edition", "number")}
"""The lists whose records have a number: by which counter, in which column."""


@contextmanager
def one_moment(database: SqlCipherDatabase) -> Iterator[None]:
    """Read several times and see one moment, whatever other programs write meanwhile."""
    with telling(), database.atomic("DEFERRED"):
        yield


def read_settings(database: SqlCipherDatabase) -> Plain:
    """Return the casebook's settings."""
    return dict(rows(database, "SELECT key, value FROM setting ORDER BY key"))


def read_section(database: SqlCipherDatabase, section: str, uuid: str | None = None) -> Iterator[Plain]:
    """Return the records of one list, each after those it points at; all of them, or the one with a UUID."""
    found = _section(database, section, uuid)
    if section != "figures":
        return found
    figures = {record["id"]: record for record in found}
    return (figures[uuid] for uuid in wholes_first(figure_links(figures.values())))


def figure_links(figures: Iterable[Plain]) -> dict[str, list[str]]:
    """Return which totals point at which: at their whole, and at what took their place."""
    return {one["id"]: [other for key in ("part_of", "replaced_by") if (other := one.get(key))] for one in figures}


def _section(database: SqlCipherDatabase, section: str, uuid: str | None) -> Iterator[Plain]:
    where, values = ("", ()) if uuid is None else ("WHERE uuid = ?", (uuid,))
    keys = Keys(database)
    for key, record in _read(database, keys, SECTIONS[section], where, *values):
        for name, table, column in _PARTS.get(section, ()):
            record[name] = [part for _, part in _read(database, keys, table, f"WHERE {column} = ?", key)]
            for part in record[name]:
                del part[column.removesuffix("_id")]
        if section == "cases":
            record["situations"] = sorted(lookups.situation_links(database, key))
        yield record


def known_ids(database: SqlCipherDatabase, section: str) -> set[str]:
    """Return the UUIDs of all records of one list, or of one kind of part."""
    parts = [table for some in _PARTS.values() for name, table, _ in some if name == section]
    known = [SECTIONS[section]] if section in SECTIONS else parts
    return {uuid for table in known for (uuid,) in rows(database, f'SELECT uuid FROM "{name_of(table)}"')}


def is_member(database: SqlCipherDatabase, group: str, person: str) -> bool:
    """Tell whether a person is one of a group."""
    sql = (
        'SELECT 1 FROM membership m JOIN "case" g ON g.id = m.group_id JOIN "case" p ON p.id = m.person_id'
        " WHERE g.uuid = ? AND p.uuid = ?"
    )
    return bool(rows(database, sql, group, person))


def find_text(database: SqlCipherDatabase, uuid: str) -> tuple[str, str, str] | None:
    """Return the text with a UUID, or else the newest of the source with it: its UUID, its source's, its characters."""
    sql = (
        "SELECT t.uuid, s.uuid, t.chars FROM text t JOIN source s ON s.id = t.source_id"
        " WHERE t.uuid = ? OR s.uuid = ? ORDER BY t.uuid = ? DESC, t.id DESC LIMIT 1"
    )
    found = rows(database, sql, uuid, uuid, uuid)
    return tuple(found[0]) if found else None


def put_settings(act: Act, settings: Mapping[str, str]) -> None:
    """Set the settings given; others stay."""
    for key, value in settings.items():
        known = lookups.setting_id(act.database, key)
        if known is None:
            act.add(tables.Setting, key=key, value=value)
        else:
            act.change(tables.Setting, known, value=value)


def put(act: Act, section: str, record: Plain) -> int:
    """Add a record, or change the one with its UUID, and return its local key.

    A new record that has a number keeps it if that is still free, and is given the next one if not.
    """
    table = SECTIONS[section]
    known = lookups.key_of(act.database, table, record["id"])
    row = _row(act, table, record)
    if section in NUMBERED:
        counter, column = NUMBERED[section]
        wanted = row.pop(column, 0)
        row |= {} if known else {column: act.next_ref(counter, wanted)}
    _keep_bytes(act, record)
    if known is None:
        known = act.add(table, **row)
    else:
        act.change(table, known, **row)
    if section == "cases" and "situations" in record:
        _put_situations(act, known, record["situations"])
    for name, part_table, column in _PARTS.get(section, ()):
        _put_parts(act, part_table, column, known, record.get(name, ()))
    return known


def number_of(act: Act, section: str, key: int) -> int:
    """Return the number that a record was given."""
    row = read_row(act.database, SECTIONS[section], key)
    return int(row[NUMBERED[section][1]]) if row else 0


def count_differing(act: Act) -> dict[str, int]:
    """Return how many records of each list an act leaves different."""
    tables_of = Counter(touched.table for touched in act.differing())
    return {section: tables_of[table] for section, table in SECTIONS.items() if tables_of[table]}


def _read(
    database: SqlCipherDatabase, keys: Keys, table: type[tables.Record], where: str, *values: object
) -> Iterator[tuple[int, Plain]]:
    quoted = ", ".join(f'"{column}"' for column in columns(table))
    cursor = database.execute_sql(f'SELECT id, {quoted} FROM "{name_of(table)}" {where} ORDER BY id', values)
    for key, *row in cursor:
        yield key, _plain(keys, table, dict(zip(columns(table), row, strict=True)))


def _plain(keys: Keys, table: type[tables.Record], row: Row) -> Plain:
    record = {}
    for column, value in row.items():
        if (name_of(table), column) in _WORKED_OUT:
            continue
        if value is not None and column in links(table):
            value = keys.uuid(links(table)[column], value)  # noqa: PLW2901 - the UUID takes the key's place
        is_json = (name_of(table), column) in _STORED_AS_JSON
        record[_key(column)] = json.loads(value) if is_json else value
    return record


def _row(act: Act, table: type[tables.Record], record: Plain) -> Row:
    given = {column: record[_key(column)] for column in columns(table) if _key(column) in record}
    for column, value in given.items():
        if (name_of(table), column) in _STORED_AS_JSON:
            given[column] = canonical(value)
    return from_image(act.keys, table, given)


def _key(column: str) -> str:
    return "id" if column == "uuid" else column.removesuffix("_id")


def _put_situations(act: Act, case: int, wanted: list[str]) -> None:
    has = lookups.situation_links(act.database, case)
    for uuid in sorted(set(wanted) - set(has)):
        act.add(tables.CaseSituation, case_id=case, situation_id=act.keys.key(tables.Situation, uuid))
    for uuid in set(has) - set(wanted):
        act.remove(tables.CaseSituation, has[uuid][0])


def _put_parts(act: Act, table: type[tables.Record], column: str, owner: int, parts: Iterable[Plain]) -> None:
    for part in parts:
        if lookups.key_of(act.database, table, part["id"]) is not None:
            continue
        _keep_bytes(act, part)
        act.add(table, **_row(act, table, part), **{column: owner})


def _keep_bytes(act: Act, record: Plain) -> None:
    """Keep the bytes that a record brings along, each under its hash."""
    for digest, data in record.get("bytes", {}).items():
        act.keep_bytes(digest, data)
