"""What the use cases ask about holds: who is held, and which documents named a case already."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import one, rows


def standing_hold(database: SqlCipherDatabase, case_id: int) -> int | None:
    """Return the key of the hold that a case is under; None when it is under none."""
    found = one(database, "SELECT id FROM hold WHERE case_id = ? AND lifted_on = '' ORDER BY id DESC", case_id)
    return None if found is None else int(found)


def held_cases(database: SqlCipherDatabase) -> set[int]:
    """Return the keys of the cases that are held now."""
    return {key for (key,) in rows(database, "SELECT case_id FROM hold WHERE lifted_on = ''")}


def editions_naming(database: SqlCipherDatabase, case: str) -> list[tuple[int, str, str]]:
    """Return the issued editions that a case stands in: number, title, when."""
    sql = (
        "SELECT e.number, e.title, e.issued_at FROM edition e JOIN blob b ON b.sha256 = e.cases"
        " WHERE instr(CAST(b.data AS TEXT), ?) > 0 ORDER BY e.id"
    )
    return rows(database, sql, case)


def statements_naming(database: SqlCipherDatabase, case_id: int) -> list[tuple[str, str, str, str]]:
    """Return the statements about a case, or that rest on a report of it: kind, title, to whom, said on."""
    sql = (
        "SELECT DISTINCT s.kind, s.title, s.recipient, s.said_on FROM statement s"
        " LEFT JOIN basis b ON b.statement_id = s.id LEFT JOIN claim c ON c.uuid = b.target"
        " WHERE s.case_id = ? OR c.case_id = ? ORDER BY s.id"
    )
    return rows(database, sql, case_id, case_id)
