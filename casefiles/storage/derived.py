"""Derived rows: what lists, search and counts read, worked out from the records and never undone from images.

Their shape is told by `shape`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import canonical
from casefiles.domain.records import CaseRecords
from casefiles.domain.shown import ShownCase, show_case
from casefiles.names.fold import fold
from casefiles.search.document import document
from casefiles.storage import columns, names_index, sources_searched, standing, versions
from casefiles.storage.asking import in_chunks, rows
from casefiles.storage.columns import COLUMNS
from casefiles.storage.reading import bodies, load_cases
from casefiles.storage.shape import SHAPE
from casefiles.storage.versions_anew import Anew

_Rows = dict[int, dict[str, Any]]

_TOKENS = "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\""
_AT_ONCE = 500
"""How many are worked out together: few enough for their progress to be followed, and for memory."""

_INDEXES = (
    ("sort_name",),
    ("sort_date",),
    ("last_change",),
    ("status_group", "sort_date"),  # the sidebar's groups come in the order of the list
    ("ref",),
    ("people_low", "people_high", "status_group", "situations", "certainty"),  # what counts of the past read
)


def rebuild(database: SqlCipherDatabase, progress: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Make all derived rows anew, in one transaction: whatever stops it, the casebook is as it was.

    Args:
        database: the casebook.
        progress: told after each piece how many people and sources of how many are done; what it raises stops it.
    """
    with database.atomic("IMMEDIATE"), _undisturbed():
        _make_tables(database)
        cases = [row[0] for row in rows(database, 'SELECT id FROM "case" ORDER BY id')]
        sources = [row[0] for row in rows(database, "SELECT id FROM source ORDER BY id")]
        total = len(cases) + len(sources)
        anew = Anew(database, derived_row)
        for done, some in _pieces(cases):
            records = load_cases(database, some)
            versions.write(database, anew.of(_replace(database, records)[1], records))
            progress(done, total)
        versions.write(database, anew.of_gone())
        for done, some in _pieces(sources):
            refresh_texts(database, some)
            progress(len(cases) + done, total)
        _make_indexes(database)
        for index in ("case_fts", "article_fts"):  # in one piece, edits are spared tidying up what was just written
            database.execute_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        database.execute_sql("INSERT INTO derived_shape (shape) VALUES (?)", (SHAPE,))


def _pieces(keys: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield keys some at a time, each time with how many that makes."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        yield start + len(some), some


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage meanwhile: rows hold no rings, and looking through them takes a fifth of the time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def refresh(database: SqlCipherDatabase, cases: Mapping[int, str], number: int) -> None:
    """Bring the derived rows of some cases up to date with their records, after a change set.

    Args:
        cases: each with the earliest day that the change says something of.
    """
    if not cases:
        return
    records = load_cases(database, sorted(cases))
    old, new = _replace(database, records, cases)
    versions.keep(database, old, new, records, versions.Change(number, cases), derived_row)


def refresh_texts(database: SqlCipherDatabase, sources: Iterable[int]) -> None:
    """Bring the article index, and the words that sources are searched by, up to date for some sources."""
    keys = sorted(set(sources))
    sources_searched.refresh(database, keys)
    old = list(in_chunks(database, "SELECT text_id, source_id, words FROM article WHERE source_id IN ({})", keys))
    database.connection().executemany(
        "INSERT INTO article_fts (article_fts, rowid, words) VALUES ('delete', ?, ?)",
        [(row[0], row[2]) for row in old],
    )
    for key in keys:
        database.execute_sql("DELETE FROM article WHERE source_id = ?", (key,))
    sql = (
        "SELECT t.id, s.id, s.title || char(10) || s.publisher || char(10) || t.chars FROM text t"
        " JOIN source s ON s.id = t.source_id WHERE s.id IN ({})"
    )
    new = [(text, source, fold(words)) for text, source, words in in_chunks(database, sql, keys)]
    database.connection().executemany("INSERT INTO article (text_id, source_id, words) VALUES (?, ?, ?)", new)
    database.connection().executemany(
        "INSERT INTO article_fts (rowid, words) VALUES (?, ?)", [(text, words) for text, _, words in new]
    )


def _make_tables(database: SqlCipherDatabase) -> None:
    names_index.make_tables(database)
    for table in ("shown", "facet", "case_fts", "article_fts", "article", "derived_shape"):
        database.execute_sql(f"DROP TABLE IF EXISTS {table}")
    typed = ", ".join(f"{name} {kind}" for name, kind in COLUMNS)
    database.execute_sql(f"CREATE TABLE shown (case_id INTEGER PRIMARY KEY, {typed})")
    database.execute_sql(
        "CREATE TABLE facet (kind TEXT, value TEXT, cases INTEGER, people_low INTEGER, people_high INTEGER,"
        " PRIMARY KEY (kind, value)) WITHOUT ROWID"
    )
    database.execute_sql("CREATE TABLE article (text_id INTEGER PRIMARY KEY, source_id INTEGER, words TEXT)")
    database.execute_sql("CREATE INDEX article_source ON article (source_id)")
    for name, content, key, indexed in (
        ("case_fts", "shown", "case_id", ", ".join(columns.INDEXED)),
        ("article_fts", "article", "text_id", "words"),
    ):
        # no secure-delete: taking a case's words out of every page at once costs each edit ten times what it writes,
        # while the journal keeps them anyway; a redaction ends by rebuilding the index, which leaves none behind
        database.execute_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5({indexed}, content='{content}', content_rowid='{key}',"
            f" prefix='2 3', {_TOKENS})"
        )
    for setting, value in (("automerge", 0), ("crisismerge", 64)):  # `_index` merges instead, a little with each act
        database.execute_sql("INSERT INTO case_fts (case_fts, rank) VALUES (?, ?)", (setting, value))
    versions.make_tables(database, COLUMNS)
    standing.make_tables(database)
    sources_searched.make_tables(database)
    database.execute_sql("CREATE TABLE derived_shape (shape TEXT)")


def _make_indexes(database: SqlCipherDatabase) -> None:
    """Make the indexes of lists, once their rows are there: each is then written in one go."""
    for ordered in _INDEXES:
        database.execute_sql(f"CREATE INDEX shown_{ordered[0]} ON shown ({', '.join(ordered)}, case_id)")


_MERGED = 8
"""Pages of the index that each act tidies up: left to itself, one edit in a hundred tidies for all the others."""

_COUNTED = ("status_group", "certainty", "situations", "people_low", "people_high")


def _replace(
    database: SqlCipherDatabase, records: Mapping[int, CaseRecords], keys: Iterable[int] = ()
) -> tuple[_Rows, _Rows]:
    """Replace the rows of some cases by those their records give; returns both."""
    known = bodies(database)
    shown = {key: show_case(one, known) for key, one in records.items()}
    names = [name for name, _ in COLUMNS]
    sql = f"SELECT case_id, {', '.join(names)} FROM shown WHERE case_id IN ({{}})"
    old = {key: dict(zip(names, values, strict=True)) for key, *values in in_chunks(database, sql, keys)}
    new = {key: derived_row(one) for key, one in shown.items()}
    _write_shown(database, old, new)
    _index(database, old, new)
    _count(
        database,
        [(sign, *(row[name] for name in _COUNTED)) for sign, rows in ((-1, old), (1, new)) for row in rows.values()],
    )
    every = sorted({*keys, *records})
    standing.replace(database, every, {key: standing.rows_of(one, known) for key, one in shown.items()})
    names_index.refresh(database, every, shown)
    sources_searched.replace(database, every, {key: sources_searched.sources_of(one) for key, one in shown.items()})
    return old, new


def _write_shown(database: SqlCipherDatabase, old: _Rows, new: _Rows) -> None:
    """Write what differs only: each column that stays spares its index a page."""
    connection = database.connection()
    names = [name for name, _ in COLUMNS]
    connection.executemany("DELETE FROM shown WHERE case_id = ?", [(key,) for key in old.keys() - new.keys()])
    connection.executemany(
        f"INSERT INTO shown (case_id, {', '.join(names)}) VALUES ({', '.join('?' * (len(names) + 1))})",
        [(key, *(row[name] for name in names)) for key, row in new.items() if key not in old],
    )
    for key in old.keys() & new.keys():
        if differing := {name: value for name, value in new[key].items() if old[key][name] != value}:
            sets = ", ".join(f"{name} = ?" for name in differing)
            connection.execute(f"UPDATE shown SET {sets} WHERE case_id = ?", (*differing.values(), key))


def _index(database: SqlCipherDatabase, old: _Rows, new: _Rows) -> None:
    """Bring the index up to date, for those cases only whose words are others: each word of a case costs it a page."""
    connection = database.connection()
    before, after = (
        {key: tuple(row[name] for name in columns.INDEXED) for key, row in rows.items()} for rows in (old, new)
    )
    connection.executemany(
        "INSERT INTO case_fts (case_fts, rowid, names, origin_words, words) VALUES ('delete', ?, ?, ?, ?)",
        [(key, *words) for key, words in before.items() if after.get(key) != words],
    )
    connection.executemany(
        "INSERT INTO case_fts (rowid, names, origin_words, words) VALUES (?, ?, ?, ?)",
        [(key, *words) for key, words in after.items() if before.get(key) != words],
    )
    if before != after:
        connection.execute("INSERT INTO case_fts (case_fts, rank) VALUES ('merge', ?)", (_MERGED,))


def _count(database: SqlCipherDatabase, changes: Sequence[tuple[Any, ...]]) -> None:
    totals: dict[tuple[str, str], list[int]] = {}
    for sign, group, certainty, situations, low, high in changes:
        disputed = [("disputed", group)] if certainty == "disputed" else []
        for facet in [("status", group), *disputed, *(("situation", uuid) for uuid in situations.split())]:
            entry = totals.setdefault(facet, [0, 0, 0])
            for place, counted in enumerate((1, low, high)):
                entry[place] += sign * counted
    database.connection().executemany(
        "INSERT INTO facet (kind, value, cases, people_low, people_high) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, value) DO UPDATE SET cases = cases + excluded.cases,"
        " people_low = people_low + excluded.people_low, people_high = people_high + excluded.people_high",
        [(*facet, *entry) for facet, entry in totals.items()],
    )


def derived_row(shown: ShownCase) -> dict[str, Any]:
    """Return the derived columns of a case; also for a list as of another day."""
    records, status = shown.records, shown.status
    found = document(shown)
    happened = shown.happened
    said = status.current.said if status.current else None
    row: dict[str, Any] = {
        "ref": records.ref,
        "kind": records.kind.value,
        "heading": shown.heading,
        "native_name": shown.native_name,
        "sort_name": _sort_name(shown),
        "status": status.current.status.key if status.current else "not_known",
        "status_group": status.group.value,
        "certainty": status.certainty.name.lower() if status.current else "",
        "against": ",".join(dict.fromkeys(report.status.key for report in status.disputing)),
        "happened": happened.edtf if happened else "",
        "said_on": said.edtf if said else "",
        "sort_date": day.sort_key[0].isoformat() if (day := happened or said) else "",
        "origin": shown.fields["origin"].text if "origin" in shown.fields else "",
        "situations": " ".join(records.situations),
        "sources": shown.sources,
        "independent": shown.independent,
        "versions": shown.versions,
        "people_low": shown.people.low,
        "people_high": shown.people.high,
        "held": int(shown.hold is not None),
        "last_change": shown.last_change,
        **dict(zip(columns.INDEXED, found.index, strict=True)),
        "f_origin": canonical(shown.fields["origin"].value) if "origin" in shown.fields else None,
        "cited": canonical(sources_searched.sources_of(shown)),
    }
    return row | columns.searched(found)


def _sort_name(shown: ShownCase) -> str:
    """Sort the unnamed after everybody else."""
    return fold(shown.heading) if shown.named else f"\U0010ffff{shown.heading}"
