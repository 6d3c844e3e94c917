"""Asks the database: all rows, one value, or many keys at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

CHUNK = 500
"""How many keys one statement names."""


def rows(database: SqlCipherDatabase, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    return database.execute_sql(sql, values).fetchall()  # type: ignore[no-any-return]


def one(database: SqlCipherDatabase, sql: str, *values: object) -> Any:
    """Return the first column of the first row, or None."""
    row = database.execute_sql(sql, values).fetchone()
    return row[0] if row else None


def in_chunks(database: SqlCipherDatabase, sql: str, keys: Iterable[Any], *values: object) -> Iterator[tuple[Any, ...]]:
    """Run a query whose `{}` takes a list of keys, however many there are, and then the values given."""
    wanted = list(keys)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        yield from database.execute_sql(sql.format(", ".join("?" * len(chunk))), (*chunk, *values)).fetchall()
