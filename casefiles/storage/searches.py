"""Saved searches and recent ones, as they are asked for and kept."""

from __future__ import annotations

from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import rows
from casefiles.storage.database import telling


class Saved(NamedTuple):
    """One saved search."""

    id: int
    uuid: str
    name: str
    text: str


def saved(database: SqlCipherDatabase) -> list[Saved]:
    """Return the saved searches, in their order."""
    return [
        Saved(*row) for row in rows(database, "SELECT id, uuid, name, text FROM saved_search ORDER BY position, id")
    ]


def recent(database: SqlCipherDatabase) -> list[str]:
    """Return the texts searched for last, the newest first."""
    return [text for (text,) in rows(database, "SELECT text FROM recent_search ORDER BY id DESC")]


# Recent searches go around the gate. The journal keeps every word for good and shows who wrote it; what somebody
# looked for is nobody's act, must be forgotten when they say so, and is no step for undo to take back.


def remember(database: SqlCipherDatabase, text: str, most: int) -> None:
    """Put a text before all others, and keep only so many."""
    with telling(), database.atomic("IMMEDIATE"):
        database.execute_sql("INSERT OR REPLACE INTO recent_search (text) VALUES (?)", (text,))
        kept = "SELECT id FROM recent_search ORDER BY id DESC LIMIT ?"
        database.execute_sql(f"DELETE FROM recent_search WHERE id NOT IN ({kept})", (most,))


def forget_recent(database: SqlCipherDatabase) -> None:
    """Keep none."""
    with telling(), database.atomic("IMMEDIATE"):
        database.execute_sql("DELETE FROM recent_search")
