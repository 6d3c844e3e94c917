"""The paragraphs that officers wrote in the codebook, as they are asked for."""

from __future__ import annotations

from typing import NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import one, rows


class Entry(NamedTuple):
    """One paragraph."""

    id: int
    uuid: str
    section: str
    term: str
    text: str
    effective_on: str


def entries(database: SqlCipherDatabase) -> list[Entry]:
    """Return all paragraphs, in their order."""
    sql = "SELECT id, uuid, section, term, text, effective_on FROM codebook_entry ORDER BY position, id"
    return [Entry(*row) for row in rows(database, sql)]


def next_position(database: SqlCipherDatabase, section: str) -> int:
    """Return the place after the last paragraph of a section."""
    return int(one(database, "SELECT coalesce(max(position), 0) + 1 FROM codebook_entry WHERE section = ?", section))
