"""Rows as the journal keeps them: canonical JSON in which only UUIDs point at other rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from peewee import ForeignKeyField
from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import canonical
from casefiles.domain.problems import NotFound
from casefiles.storage.tables import RECORDS, Record

Row = dict[str, Any]
"""A row by its column names, without the local key."""


@cache
def columns(table: type[Record]) -> tuple[str, ...]:
    """Return the names of a table's columns without the local key."""
    return tuple(field.column_name for field in table._meta.sorted_fields if field.column_name != "id")


@cache
def links(table: type[Record]) -> dict[str, type[Record]]:
    """Return the columns of a table that point at rows of others."""
    return {f.column_name: f.rel_model for f in table._meta.sorted_fields if isinstance(f, ForeignKeyField)}


@cache
def name_of(table: type[Record]) -> str:
    """Return a table's name in the database."""
    return str(table._meta.table_name)


TABLES: dict[str, type[Record]] = {name_of(table): table for table in RECORDS}


class Keys:
    """Translates between local keys and UUIDs, remembering what it met."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        self._database = database
        self._uuid_of: dict[tuple[str, int], str] = {}
        self._id_of: dict[tuple[str, str], int] = {}

    def learn(self, table: type[Record], key: int, uuid: str) -> None:
        """Remember a pair."""
        self._uuid_of[name_of(table), key] = uuid
        self._id_of[name_of(table), uuid] = key

    def forget(self, table: type[Record], key: int) -> None:
        """Forget the pair of a row that is gone."""
        uuid = self._uuid_of.pop((name_of(table), key), None)
        self._id_of.pop((name_of(table), uuid or ""), None)

    def uuid(self, table: type[Record], key: int) -> str:
        """Return the UUID of a row.

        Raises:
            NotFound: there is no such row.
        """
        known = self._uuid_of.get((name_of(table), key))
        if known is None:
            known = self._one(f'SELECT uuid FROM "{name_of(table)}" WHERE id = ?', key, table)
            self.learn(table, key, known)
        return known

    def key(self, table: type[Record], uuid: str) -> int:
        """Return the local key of a row.

        Raises:
            NotFound: there is no such row.
        """
        known = self._id_of.get((name_of(table), uuid))
        if known is None:
            known = self._one(f'SELECT id FROM "{name_of(table)}" WHERE uuid = ?', uuid, table)
            self.learn(table, known, uuid)
        return known

    def _one(self, sql: str, value: object, table: type[Record]) -> Any:
        row = self._database.execute_sql(sql, (value,)).fetchone()
        if row is None:
            raise NotFound(f"There is no such {name_of(table).replace('_', ' ')} here.", "Look again.", str(value))
        return row[0]


def read_row(database: SqlCipherDatabase, table: type[Record], key: int) -> Row | None:
    """Return a row as it is now."""
    quoted = ", ".join(f'"{column}"' for column in columns(table))
    row = database.execute_sql(f'SELECT {quoted} FROM "{name_of(table)}" WHERE id = ?', (key,)).fetchone()
    return dict(zip(columns(table), row, strict=True)) if row else None


def to_image(keys: Keys, table: type[Record], row: Mapping[str, Any]) -> str:
    """Return a row's image."""
    pointing = links(table)
    return canonical(
        {
            column: keys.uuid(pointing[column], value) if column in pointing and value is not None else value
            for column, value in row.items()
        }
    )


def from_image(keys: Keys, table: type[Record], image: Mapping[str, Any]) -> Row:
    """Return the row that an image stands for."""
    pointing = links(table)
    return {
        column: keys.key(pointing[column], value) if column in pointing and value is not None else value
        for column, value in image.items()
    }
