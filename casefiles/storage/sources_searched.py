"""Derived rows by which cases are found from their sources: the words of each source, and who rests on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.shown import ShownCase
from casefiles.search.document import source_words, standing_claims
from casefiles.storage.asking import in_chunks
from casefiles.storage.reading import source_facts

COLUMNS = ("case_id", "ref")


def make_tables(database: SqlCipherDatabase) -> None:
    """Make the tables anew; sources are named by their reference number."""
    for table in ("source_words", "rests_on"):
        database.execute_sql(f"DROP TABLE IF EXISTS {table}")
    database.execute_sql("CREATE TABLE source_words (source_id INTEGER PRIMARY KEY, ref INTEGER, words TEXT)")
    database.execute_sql(
        "CREATE TABLE rests_on (case_id INTEGER, ref INTEGER, PRIMARY KEY (case_id, ref)) WITHOUT ROWID"
    )
    database.execute_sql("CREATE INDEX rests_on_ref ON rests_on (ref)")


def refresh(database: SqlCipherDatabase, keys: Sequence[int]) -> None:
    """Bring the words of some sources up to date."""
    facts = source_facts(database, keys)
    connection = database.connection()
    connection.executemany("DELETE FROM source_words WHERE source_id = ?", [(key,) for key in keys])
    connection.executemany(
        "INSERT INTO source_words (source_id, ref, words) VALUES (?, ?, ?)",
        [(key, one.ref, source_words(one)) for key, one in facts.items()],
    )


def sources_of(shown: ShownCase) -> list[int]:
    """Return the reference numbers of the sources that a case rests on, in order."""
    return sorted({claim.source.ref for claim in standing_claims(shown) if claim.source})


def replace(database: SqlCipherDatabase, keys: Sequence[int], fresh: Mapping[int, list[int]]) -> None:
    """Bring the sources of some cases up to date; what is the same already is not written again."""
    old = kept(database, keys)
    differing = [key for key in keys if old[key] != fresh.get(key, [])]
    connection = database.connection()
    connection.executemany("DELETE FROM rests_on WHERE case_id = ?", [(key,) for key in differing])
    connection.executemany(
        "INSERT INTO rests_on (case_id, ref) VALUES (?, ?)",
        [(key, ref) for key in differing for ref in fresh.get(key, [])],
    )


def kept(database: SqlCipherDatabase, keys: Sequence[int]) -> dict[int, list[int]]:
    """Return the sources of some cases as they are kept; an empty list for a case that has none."""
    found: dict[int, list[int]] = {key: [] for key in keys}
    for key, ref in in_chunks(database, "SELECT case_id, ref FROM rests_on WHERE case_id IN ({}) ORDER BY 1, 2", keys):
        found[key].append(ref)
    return found
