"""Whether the derived rows of a casebook have today's shape; those of another shape are made anew."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import one

SHAPE = "6e641fe67700a65f24a124a779166976848bb02378b75c779cf26373ff97dedc"
"""What `columns.shape` gives, written out: opening needs no fields then. A test holds the two together."""


def is_current(database: SqlCipherDatabase) -> bool:
    """Tell whether a casebook's derived rows have today's shape."""
    if not one(database, "SELECT 1 FROM sqlite_master WHERE name = 'derived_shape'"):
        return False
    return bool(one(database, "SELECT shape FROM derived_shape") == SHAPE)
