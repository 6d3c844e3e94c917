"""The journal: what was done, in a chain that shows tampering, and the way back through it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import canonical, salted_digest, sha256
from casefiles.domain.changes import ActKind, Changes
from casefiles.domain.problems import StaleEdit
from casefiles.storage.act import Act
from casefiles.storage.images import TABLES, from_image, name_of, read_row, to_image
from casefiles.storage.journal_head import Head, head


@dataclass(frozen=True)
class HistoryLine:
    """One row of one change, as the history shows it."""

    number: int
    at: str
    officer: str
    label: str
    kind: ActKind
    table: str
    row: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def record(act: Act) -> Changes:
    """Write an act's change set and images, chained to the one before."""
    database = act.database
    before = head(database)
    rows = [(touched, secrets.token_hex(16)) for touched in act.differing()]
    digests = [(t, salt, _digest(t.before, salt), _digest(t.after, salt)) for t, salt in rows]
    undo_top, redo_top = _tops(database, act, before)
    header = {
        "number": before.number + 1,
        "uuid": str(uuid4()),
        "at": act.at,
        "officer": act.officer,
        "label": act.label,
        "kind": act.kind.value,
        "target": act.target,
        "undo_top": undo_top,
        "redo_top": redo_top,
        "previous": before.hash,
    }
    chained = hash_of(header, ((name_of(t.table), t.uuid, t.about, b, a) for t, _, b, a in digests))
    _insert(database, "change_set", header | {"hash": chained})
    database.connection().executemany(
        'INSERT INTO row_image (number, "table", row, row_id, about, before, after, salt, before_digest, after_digest)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (header["number"], name_of(t.table), t.uuid, t.key, t.about, t.before, t.after, salt, b, a)
            for t, salt, b, a in digests
        ],
    )
    rows_changed = frozenset((name_of(t.table), t.uuid) for t, _ in rows)
    return _notice(header, rows_changed, frozenset(act.cases), frozenset(act.sources), act.origin)


def hash_of(header: dict[str, Any], rows: Iterable[tuple[str, ...]]) -> str:
    """Return the hash that seals a change set: its header, the hash before it, and its rows' salted digests."""
    return sha256(canonical({"header": header, "rows": sorted(list(row) for row in rows)}))


def reverse(act: Act, number: int, *, forward: bool = False) -> None:
    """Put every row of a change set back to how it was before it; or forward again.

    Raises:
        StaleEdit: a row is no longer as the change left it.
    """
    images = act.database.execute_sql(
        'SELECT "table", row_id, before, after FROM row_image WHERE number = ? ORDER BY id', (number,)
    ).fetchall()
    ordered = images if forward else images[::-1]
    steps = [
        (TABLES[t], key, before, after) if forward else (TABLES[t], key, after, before)
        for t, key, before, after in ordered
    ]
    for table, key, now, wanted in steps:
        current = read_row(act.database, table, key)
        if (to_image(act.keys, table, current) if current else None) != now:
            raise StaleEdit(
                "That change can no longer be taken back: what it wrote was changed since. Nothing was changed.",
                "Open History and restore the value you want.",
            )
        _put(act, table, key, wanted)


def _put(act: Act, table: Any, key: int, wanted: str | None) -> None:
    if wanted is None:
        act.remove(table, key)
        return
    row = from_image(act.keys, table, json.loads(wanted))
    if read_row(act.database, table, key) is None:
        act.add(table, key, **row)
    else:
        act.change(table, key, **row)


def since(database: SqlCipherDatabase, number: int) -> list[Changes]:
    """Return the notices of the change sets after a number, as another program would have sent them."""
    rows = database.execute_sql(
        "SELECT number, at, officer, label, kind FROM change_set WHERE number > ? ORDER BY number", (number,)
    ).fetchall()
    return [
        _read_notice(database, dict(zip(("number", "at", "officer", "label", "kind"), row, strict=True)))
        for row in rows
    ]


def _read_notice(database: SqlCipherDatabase, header: dict[str, Any]) -> Changes:
    images = database.execute_sql(
        'SELECT "table", row, about FROM row_image WHERE number = ?', (header["number"],)
    ).fetchall()
    owners = {about for _, _, about in images} | {row for _, row, _ in images}
    return _notice(
        header,
        frozenset((table, row) for table, row, _ in images),
        frozenset(_keys(database, "case", owners)),
        frozenset(_keys(database, "source", owners)),
    )


def _keys(database: SqlCipherDatabase, table: str, uuids: set[str]) -> Iterator[int]:
    for uuid in uuids:
        row = database.execute_sql(f'SELECT id FROM "{table}" WHERE uuid = ?', (uuid,)).fetchone()
        if row:
            yield row[0]


def history(
    database: SqlCipherDatabase,
    tables: Collection[str],
    about: str | None = None,
    limit: int = 500,
    until: int | None = None,
) -> list[HistoryLine]:
    """Return what was done, newest first; to one case or source, or to all.

    What a statement rests on is told when it was linked, and not with the statement that brought it.

    Args:
        tables: the names of the tables whose rows are told.
        about: the UUID of a case or source; None for everything.
        limit: the most rows to return.
        until: the last change set to tell of; None for all.
    """
    where = "" if about is None else "AND (i.about = ? OR i.row = ?)"
    values: list[str | int] = [] if about is None else [about, about]
    if until is not None:
        where, values = f"{where} AND i.number <= ?", [*values, until]
    marks = ", ".join("?" * len(tables))
    rows = database.execute_sql(
        'SELECT c.number, c.at, c.officer, c.label, c.kind, i."table", i.row, i.before, i.after'
        f' FROM row_image i JOIN change_set c ON c.number = i.number WHERE i."table" IN ({marks}) {where}'
        " AND NOT (i.\"table\" = 'basis' AND EXISTS"
        " (SELECT 1 FROM row_image o WHERE o.row = i.about AND o.number = i.number))"
        " ORDER BY i.id DESC LIMIT ?",
        (*tables, *values, limit),
    ).fetchall()
    return [
        HistoryLine(number, at, officer, label, ActKind(kind), table, row, _load(before), _load(after))
        for number, at, officer, label, kind, table, row, before, after in rows
    ]


def _load(image: str | None) -> dict[str, Any] | None:
    return json.loads(image) if image else None


def _digest(image: str | None, salt: str) -> str:
    return salted_digest(image, salt) if image is not None else ""


def _tops(database: SqlCipherDatabase, act: Act, before: Head) -> tuple[int | None, int | None]:
    """Return what undo and redo would take next after an act: two stacks, kept as links through the journal."""
    if act.kind is ActKind.BEGIN:
        return None, None
    if act.kind is ActKind.ACT:
        return before.number + 1, None
    if act.kind is ActKind.UNDO:
        return _top_before(database, "undo_top", act.target), act.target
    undone_by = database.execute_sql(
        "SELECT max(number) FROM change_set WHERE kind = ? AND target = ?", (ActKind.UNDO.value, act.target)
    ).fetchone()[0]
    return act.target, _top_before(database, "redo_top", undone_by)


def _top_before(database: SqlCipherDatabase, column: str, number: int | None) -> int | None:
    row = database.execute_sql(
        f"SELECT {column} FROM change_set WHERE number < ? ORDER BY number DESC LIMIT 1", (number,)
    ).fetchone()
    return row[0] if row else None


def _insert(database: SqlCipherDatabase, table: str, values: dict[str, Any]) -> None:
    quoted = ", ".join(f'"{name}"' for name in values)
    database.execute_sql(
        f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
    )


def _notice(
    header: dict[str, Any],
    rows: frozenset[tuple[str, str]],
    cases: frozenset[int],
    sources: frozenset[int],
    origin: str = "",
) -> Changes:
    return Changes(
        header["number"],
        header["label"],
        header["officer"],
        header["at"],
        ActKind(header["kind"]),
        origin,
        rows,
        cases,
        sources,
    )
