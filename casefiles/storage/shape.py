"""The shape of derived rows: which columns they have; a casebook with another shape has its derived rows made anew."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.canonical import canonical, sha256
from casefiles.names import KEYS_VERSION
from casefiles.storage.asking import one
from casefiles.storage.columns import SEARCHED

_RULES = 11
"""Raised by hand when the rules that fill derived rows change."""

_FIXED = (
    ("ref", "INTEGER"),
    ("kind", "TEXT"),
    ("heading", "TEXT"),
    ("native_name", "TEXT"),
    ("sort_name", "TEXT"),
    ("status", "TEXT"),
    ("status_group", "TEXT"),
    ("certainty", "TEXT"),
    ("against", "TEXT"),
    ("happened", "TEXT"),
    ("said_on", "TEXT"),
    ("sort_date", "TEXT"),
    ("origin", "TEXT"),
    ("situations", "TEXT"),
    ("sources", "INTEGER"),
    ("independent", "INTEGER"),
    ("versions", "INTEGER"),
    ("people_low", "INTEGER"),
    ("people_high", "INTEGER"),
    ("held", "INTEGER"),
    ("last_change", "TEXT"),
    ("names", "TEXT"),
    ("origin_words", "TEXT"),
    ("words", "TEXT"),
    ("f_origin", "TEXT"),
    ("cited", "TEXT"),
)
COLUMNS = (*_FIXED, *SEARCHED)
SHAPE = sha256(canonical([_RULES, COLUMNS, KEYS_VERSION]))


def is_current(database: SqlCipherDatabase) -> bool:
    """Tell whether a casebook's derived rows have today's shape."""
    if not one(database, "SELECT 1 FROM sqlite_master WHERE name = 'derived_shape'"):
        return False
    return bool(one(database, "SELECT shape FROM derived_shape") == SHAPE)
