"""One act in progress: what it writes, row by row, with each row as it was before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.changes import ActKind, Changes
from casefiles.domain.problems import NotFound, StaleEdit
from casefiles.storage.images import Keys, Row, columns, name_of, read_row, to_image
from casefiles.storage.tables import (
    Basis,
    Capture,
    Case,
    CaseSituation,
    Claim,
    ConfirmingBody,
    Decision,
    Figure,
    FigurePassage,
    Grade,
    Hold,
    Judgement,
    Membership,
    Passage,
    Record,
    Setting,
    Source,
    Statement,
    Text,
)

_DATED: dict[type[Record], str] = {
    Claim: "learned_on",
    Decision: "effective_on",
    Grade: "effective_on",
    Hold: "since",
    Membership: "since",
}
"""Rows that bear on a case from a day of their own on, and their column of it."""

_POINTING: dict[type[Record], tuple[str, ...]] = {
    Claim: ("case_id",),
    CaseSituation: ("case_id",),
    Hold: ("case_id",),
    Membership: ("group_id", "person_id"),
}
"""Rows that bear on the cases they point at, and their columns of those."""


@dataclass
class Touched:
    """One row an act wrote: as it was before the act, and as it is now."""

    table: type[Record]
    key: int
    uuid: str
    about: str
    before: str | None
    after: str | None


@dataclass
class Act:
    """One act in progress; what it writes is kept, or nothing is.

    Attributes:
        changes: the notice, once the act is committed; None if nothing differed.
        cases: those it bears on, each with the earliest day that it says something of; empty for all days.
    """

    database: SqlCipherDatabase
    label: str
    officer: str
    at: str
    kind: ActKind = ActKind.ACT
    target: int | None = None
    origin: str = ""
    changes: Changes | None = None
    keys: Keys = field(init=False)
    touched: dict[tuple[str, int], Touched] = field(default_factory=dict)
    cases: dict[int, str] = field(default_factory=dict)
    sources: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.keys = Keys(self.database)

    def add(self, table: type[Record], row_id: int | None = None, /, **values: Any) -> int:
        """Write a new row and return its local key."""
        row = _complete(table, values)
        names = columns(table) if row_id is None else (*columns(table), "id")
        given = [row[name] for name in columns(table)] + ([] if row_id is None else [row_id])
        quoted = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        cursor = self.database.execute_sql(f'INSERT INTO "{name_of(table)}" ({quoted}) VALUES ({marks})', given)
        key = int(cursor.lastrowid)
        self.keys.learn(table, key, row["uuid"])
        self._note(table, key, None, row)
        return key

    def change(self, table: type[Record], key: int, seen: Mapping[str, Any] | None = None, /, **values: Any) -> None:
        """Change a row.

        Args:
            seen: the values the officer saw; the act is refused when the row no longer holds them.

        Raises:
            StaleEdit: somebody else changed the row meanwhile.
            NotFound: it is gone.
        """
        row = self._row(table, key)
        if any(row[name] != value for name, value in (seen or {}).items()):
            raise StaleEdit(
                "Somebody else changed this meanwhile; your change was not made.",
                "Look again, then repeat it.",
            )
        differing = {name: value for name, value in values.items() if row[name] != value}
        if not differing:
            return
        sets = ", ".join(f'"{name}" = ?' for name in differing)
        self.database.execute_sql(f'UPDATE "{name_of(table)}" SET {sets} WHERE id = ?', (*differing.values(), key))
        self._note(table, key, row, row | differing)

    def remove(self, table: type[Record], key: int) -> None:
        """Remove a row.

        Raises:
            NotFound: it is gone already.
        """
        row = self._row(table, key)
        self._note(table, key, row, None)
        self.database.execute_sql(f'DELETE FROM "{name_of(table)}" WHERE id = ?', (key,))
        self.keys.forget(table, key)

    def keep_bytes(self, sha256: str, data: bytes) -> None:
        """Keep bytes under their hash; the same bytes are kept once."""
        self.database.execute_sql("INSERT OR IGNORE INTO blob (sha256, data) VALUES (?, ?)", (sha256, data))

    def next_ref(self, name: str, wanted: int = 0) -> int:
        """Return a reference number never used before; the wanted one if it is still free."""
        row = self.database.execute_sql("SELECT next FROM counter WHERE name = ?", (name,)).fetchone()
        free = row[0] if row else 1
        ref = max(free, wanted)
        self.database.execute_sql("INSERT OR REPLACE INTO counter (name, next) VALUES (?, ?)", (name, ref + 1))
        return ref

    def differing(self) -> list[Touched]:
        """Return the rows that the act leaves different."""
        return [row for row in self.touched.values() if row.before != row.after]

    def _row(self, table: type[Record], key: int) -> Row:
        row = read_row(self.database, table, key)
        if row is None:
            raise NotFound("That record is no longer there; nothing was changed.", "Look again.")
        return row

    def _note(self, table: type[Record], key: int, before: Row | None, after: Row | None) -> None:
        row = after or before or {}
        known = self.touched.get((name_of(table), key))
        image = to_image(self.keys, table, after) if after else None
        if known is None:
            old = to_image(self.keys, table, before) if before else None
            owner = self._owner(table, key, row, [one for one in (before, after) if one])
            known = self.touched[name_of(table), key] = Touched(table, key, row["uuid"], owner, old, image)
        known.after = image

    def _owner(self, table: type[Record], key: int, row: Row, told: Sequence[Row]) -> str:
        """Note which cases and sources a row bears on, and return the UUID of the one its history belongs to."""
        self.sources |= {row["source_id"]} if table in (Capture, Text) else {key} if table is Source else set()
        cases = self._cases_of(table, key, row)
        day = min(self._day_of(table, one) for one in told)
        self.cases |= {case: min(day, self.cases.get(case, day)) for case in cases}
        if table in (Capture, Text):
            return self.keys.uuid(Source, row["source_id"])
        if table is FigurePassage:
            return self.keys.uuid(Figure, row["figure_id"])
        if table in (Basis, Judgement):
            return self.keys.uuid(Statement, row["statement_id"])
        if table in (Source, ConfirmingBody, Setting) or not cases:
            return str(row["uuid"])
        return self.keys.uuid(Case, cases[0])

    def _cases_of(self, table: type[Record], key: int, row: Row) -> list[int]:
        if table is Case:
            return [key]
        if table in _POINTING:
            return [row[name] for name in _POINTING[table]]
        if table is Source:
            return self._ids("SELECT DISTINCT case_id FROM claim WHERE source_id = ?", key)
        if table is Setting:  # since when a case is known is told in days
            return self._ids('SELECT id FROM "case" WHERE ? = ?', row["key"], "time_zone")
        if table is ConfirmingBody:
            return self._ids("SELECT DISTINCT case_id FROM claim WHERE speakers <> ? OR source_id IS NOT NULL", "[]")
        claim = row.get("claim_id") or row.get("target_id")
        return self._ids("SELECT case_id FROM claim WHERE id = ?", claim) if claim else []

    def _day_of(self, table: type[Record], row: Row) -> str:
        """Return the first day on which a case may show something else for a row; empty for any day."""
        if table in _DATED:
            return str(row[_DATED[table]])
        if table is Passage:
            return str(self._ids("SELECT learned_on FROM claim WHERE id = ?", row["claim_id"])[0])
        return ""

    def _ids(self, sql: str, *values: object) -> list[int]:
        return [row[0] for row in self.database.execute_sql(sql, values).fetchall()]


def _complete(table: type[Record], values: Mapping[str, Any]) -> Row:
    defaults = {f.column_name: (f.default if f.default is not None else None) for f in table._meta.sorted_fields}
    row = {name: values.get(name, defaults[name]) for name in columns(table)}
    row["uuid"] = row["uuid"] or str(uuid4())
    return row
