"""What hangs on a record, and goes with it when it is removed."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage import tables
from casefiles.storage.asking import rows
from casefiles.storage.tables import Record

_PARTS: tuple[tuple[type[Record], str], ...] = (
    (
        tables.Decision,
        "SELECT d.id FROM decision d JOIN claim c ON c.id = d.target_id WHERE c.case_id = ? ORDER BY d.id DESC",
    ),
    (
        tables.Passage,
        "SELECT p.id FROM passage p JOIN claim c ON c.id = p.claim_id WHERE c.case_id = ? ORDER BY p.id DESC",
    ),
    (tables.Grade, "SELECT g.id FROM grade g JOIN claim c ON c.id = g.claim_id WHERE c.case_id = ? ORDER BY g.id DESC"),
    (tables.Claim, "SELECT id FROM claim WHERE case_id = ? ORDER BY id DESC"),
    (tables.Hold, "SELECT id FROM hold WHERE case_id = ?"),
    (tables.Membership, "SELECT id FROM membership WHERE person_id = ?"),
    (tables.CaseSituation, "SELECT id FROM case_situation WHERE case_id = ?"),
)


def parts_of_case(database: SqlCipherDatabase, case_id: int) -> list[tuple[type[Record], int]]:
    """Return the rows that hang on a case, each before those it points at."""
    return [(table, key) for table, sql in _PARTS for (key,) in rows(database, sql, case_id)]


def parts_of_source(database: SqlCipherDatabase, source_id: int) -> list[tuple[type[Record], int]]:
    """Return the rows that hang on a source, each before those it points at."""
    return [
        (table, key)
        for table in (tables.Text, tables.Capture)
        for (key,) in rows(
            database,
            f"SELECT id FROM {table._meta.table_name} WHERE source_id = ? ORDER BY id DESC",
            source_id,
        )
    ]
