"""What a search asks of a case that no report of it says: grades, holds, and the names of its situations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.search.document import Beside
from casefiles.storage.reading import in_chunks, rows


def beside(database: SqlCipherDatabase, keys: Sequence[int], day: date = date.max) -> dict[int, Beside]:
    """Return what is known of some cases besides their reports, on a day; by default with all that is known."""
    on = day.isoformat()
    situations = dict(rows(database, "SELECT uuid, name FROM situation"))
    grades: dict[int, dict[str, int]] = {}
    sql = (
        "SELECT c.case_id, c.uuid, g.credibility, g.effective_on FROM claim c JOIN grade g ON g.claim_id = c.id"
        " WHERE c.case_id IN ({}) ORDER BY g.effective_on, g.id"
    )
    for case_id, claim, credibility, since in in_chunks(database, sql, keys):
        if since <= on:
            grades.setdefault(case_id, {})[claim] = int(credibility)
    sql = "SELECT case_id, since, lifted_on FROM hold WHERE case_id IN ({})"
    held = {key for key, since, lifted in in_chunks(database, sql, keys) if since <= on and (not lifted or lifted > on)}
    return {key: Beside(key in held, grades.get(key, {}), situations) for key in keys}
