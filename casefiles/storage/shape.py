"""Whether the derived rows of a casebook have today's shape; those of another shape are made anew."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import one

SHAPE = "690259994e232497836857963de7c661c299e51b522c169cd663c7512ec64d80"
"""What `columns.shape` gives, written out: opening needs no fields then. A test holds the two together."""


def is_current(database: SqlCipherDatabase) -> bool:
    """Tell whether a casebook's derived rows have today's shape."""
    if not one(database, "SELECT 1 FROM sqlite_master WHERE name = 'derived_shape'"):
        return False
    return bool(one(database, "SELECT shape FROM derived_shape") == SHAPE)
