"""Names by their keys: a derived table in which every spelling's namesakes and near-namesakes are found at once.

Spellings that sound the same share one form. Keys belong to forms, and forms to the cases that bear them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain import kinds
from casefiles.domain.shown import ShownCase
from casefiles.names.fold import fold
from casefiles.names.keys import keys_of
from casefiles.names.parts import of_folded, read
from casefiles.storage.asking import in_chunks, rows

_TABLES = (
    ("name_form", "id INTEGER PRIMARY KEY, folded TEXT UNIQUE", ""),
    ("name_key", "key INTEGER, form INTEGER, PRIMARY KEY (key, form)", "WITHOUT ROWID"),
    (
        "name_bearer",
        "form INTEGER, case_id INTEGER, spelling TEXT, origin TEXT, age_low INTEGER, age_high INTEGER,"  # noqa: ISC004
        " PRIMARY KEY (form, case_id, spelling)",
        "WITHOUT ROWID",
    ),
)
_COMMON = 5000
"""A key that so many forms have tells little; it is asked only where no other key finds anything."""
_FIRST_LOOK = 5000
_LOOKED_AT = 130
"""How many forms are looked at, and how many are given back, those first that share the most and rarest keys."""

_TOLD = "case_id, spelling, origin, age_low, age_high"

_NOT_THEIRS = frozenset({"father", "house"})
"""Kinds of names that are not the person's own."""


@dataclass(frozen=True)
class Bearer:
    """One spelling of somebody's name, with what tells namesakes apart."""

    form: str
    case_id: int
    spelling: str
    origin: str
    age: tuple[int, int] | None


_Row = tuple[str, int, str, str, int | None, int | None]


def make_tables(database: SqlCipherDatabase) -> None:
    """Make the tables anew and empty."""
    for table, columns, rest in _TABLES:
        database.execute_sql(f"DROP TABLE IF EXISTS {table}")
        database.execute_sql(f"CREATE TABLE {table} ({columns}) {rest}")
    database.execute_sql("CREATE INDEX name_bearer_case ON name_bearer (case_id)")


def refresh(database: SqlCipherDatabase, keys: Sequence[int], shown: Mapping[int, ShownCase]) -> None:
    """Bring the names of some cases up to date, writing only what differs."""
    old = _kept(database, keys)
    new = {row for key in keys if key in shown for row in _rows(key, shown[key])}
    if old != new:
        _remove(database, old - new)
        add(database, new - old)
        _tidy(database, {row[0] for row in old - new} - {row[0] for row in new})


def differing(database: SqlCipherDatabase, shown: Mapping[int, ShownCase]) -> list[int]:
    """Return the cases whose names are kept otherwise than their records say."""
    kept = _kept(database, list(shown))
    theirs = {row for key, case in shown.items() for row in _rows(key, case)}
    return sorted({row[1] for row in kept ^ theirs})


def _kept(database: SqlCipherDatabase, keys: Sequence[int]) -> set[_Row]:
    sql = (
        "SELECT f.folded, b.case_id, b.spelling, b.origin, b.age_low, b.age_high FROM name_bearer b"
        " JOIN name_form f ON f.id = b.form WHERE b.case_id IN ({})"
    )
    return set(in_chunks(database, sql, keys))


def _rows(case_id: int, shown: ShownCase) -> Iterable[_Row]:
    origin = (
        fold("\n".join(version.text for version in shown.fields["origin"].versions)) if "origin" in shown.fields else ""
    )
    age = (kinds.bounds(shown.fields["age"].value) if "age" in shown.fields else None) or (None, None)
    for claim in shown.names:
        if claim.value.get("kind") not in _NOT_THEIRS:
            for name in read(str(claim.value["text"])):
                yield name.folded, case_id, str(claim.value["text"]), origin, *age


def add(database: SqlCipherDatabase, bearers: Iterable[_Row]) -> None:
    """Write bearers of names, and the forms and keys that are not there yet."""
    fresh = sorted(bearers)
    folded = sorted({row[0] for row in fresh})
    ids = _ids(database, folded)
    missing = [one for one in folded if one not in ids]
    connection = database.connection()
    connection.executemany("INSERT INTO name_form (folded) VALUES (?)", [(one,) for one in missing])
    made = _ids(database, missing)
    ids |= made
    connection.executemany(
        "INSERT INTO name_key (key, form) VALUES (?, ?)",
        sorted((key, form) for one, form in made.items() for key in keys_of(of_folded(one))),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO name_bearer (form, case_id, spelling, origin, age_low, age_high)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(ids[row[0]], *row[1:]) for row in fresh],
    )


def _ids(database: SqlCipherDatabase, folded: Sequence[str]) -> dict[str, int]:
    return {
        one: form for form, one in in_chunks(database, "SELECT id, folded FROM name_form WHERE folded IN ({})", folded)
    }


def _remove(database: SqlCipherDatabase, bearers: Iterable[_Row]) -> None:
    database.connection().executemany(
        "DELETE FROM name_bearer WHERE form = (SELECT id FROM name_form WHERE folded = ?)"
        " AND case_id = ? AND spelling = ?",
        [row[:3] for row in bearers],
    )


def _tidy(database: SqlCipherDatabase, folded: Iterable[str]) -> None:
    """Take out the forms that nobody bears any more, with their keys."""
    for one, form in _ids(database, sorted(folded)).items():
        if not rows(database, "SELECT 1 FROM name_bearer WHERE form = ? LIMIT 1", form):
            database.connection().executemany(
                "DELETE FROM name_key WHERE key = ? AND form = ?", [(key, form) for key in keys_of(of_folded(one))]
            )
            database.execute_sql("DELETE FROM name_form WHERE id = ?", (form,))


def forms_near(database: SqlCipherDatabase, wanted: Iterable[int]) -> dict[int, str]:
    """Return the forms that share keys with those wanted, the likeliest first.

    The rarest keys are asked first. A form counts for more the more keys it shares and the rarer those are.
    """
    execute = database.connection().execute
    counted = [
        (
            execute("SELECT count(*) FROM (SELECT 1 FROM name_key WHERE key = ? LIMIT ?)", (key, _COMMON)).fetchone()[
                0
            ],
            key,
        )
        for key in dict.fromkeys(wanted)
    ]
    weights: dict[int, float] = {}
    for count, key in sorted(counted):
        if not count or (weights and (count >= _COMMON or len(weights) + count > _FIRST_LOOK)):
            continue
        for (form,) in execute("SELECT form FROM name_key WHERE key = ? LIMIT ?", (key, _COMMON)):
            weights[form] = weights.get(form, 0.0) + 1 / count
    best = nlargest(_LOOKED_AT, weights, key=weights.__getitem__)
    found = dict(in_chunks(database, "SELECT id, folded FROM name_form WHERE id IN ({})", best))
    return {form: found[form] for form in best}


def bearers(database: SqlCipherDatabase, forms: Mapping[int, str], limit: int) -> list[Bearer]:
    """Return who bears some forms, in the order of entry, at most so many of each form."""
    found = []
    for form, folded in forms.items():
        sql = f"SELECT {_TOLD} FROM name_bearer WHERE form = ? ORDER BY case_id LIMIT ?"
        for case_id, spelling, origin, low, high in database.connection().execute(sql, (form, limit)):
            found.append(Bearer(folded, case_id, spelling, origin, None if low is None else (low, high)))
    return found


def spellings(database: SqlCipherDatabase, keys: Iterable[int]) -> set[str]:
    """Return how the names of some cases are spelt."""
    return {one for (one,) in in_chunks(database, "SELECT spelling FROM name_bearer WHERE case_id IN ({})", keys)}


def listed(database: SqlCipherDatabase, keys: Iterable[int]) -> dict[int, tuple[int, str]]:
    """Return the reference numbers and headings of some cases, by key."""
    sql = "SELECT case_id, ref, heading FROM shown WHERE case_id IN ({})"
    return {key: (ref, heading) for key, ref, heading in in_chunks(database, sql, keys)}
