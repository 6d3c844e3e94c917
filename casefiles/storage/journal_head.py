"""Where the journal stands: its last change, and what undo and redo would take next."""

from __future__ import annotations

from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

FIRST = "0" * 64
"""What the first change set names as the hash before it."""


class Head(NamedTuple):
    """Where the journal stands: its last number and hash, and what undo and redo would take next."""

    number: int = 0
    hash: str = FIRST
    undo_top: int | None = None
    redo_top: int | None = None


def head(database: SqlCipherDatabase) -> Head:
    """Return where the journal stands."""
    row = database.execute_sql(
        "SELECT number, hash, undo_top, redo_top FROM change_set ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Head(*row) if row else Head()


def last_number(database: SqlCipherDatabase) -> int:
    """Return the number of the last change set."""
    return head(database).number


def label_of(database: SqlCipherDatabase, number: int | None) -> str:
    """Return what a change set did, in words; empty for none."""
    row = database.execute_sql("SELECT label FROM change_set WHERE number = ?", (number,)).fetchone()
    return str(row[0]) if row else ""


def undo_target(database: SqlCipherDatabase) -> int | None:
    """Return the change set that undo would take back."""
    return head(database).undo_top


def redo_target(database: SqlCipherDatabase) -> int | None:
    """Return the change set that redo would do again."""
    return head(database).redo_top
