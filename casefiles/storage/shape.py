"""Whether the derived rows of a casebook have today's shape; those of another shape are made anew."""

from __future__ import annotations

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.asking import one

SHAPE = "5d268a8579f3b20c72758e8fbbe3858a8e8d171ff1e6de91a8ec7870eb6301a3"
"""What `columns.shape` gives, written out: opening needs no fields then. A test holds the two together."""


def is_current(database: SqlCipherDatabase) -> bool:
    """Tell whether a casebook's derived rows have today's shape."""
    if not one(database, "SELECT 1 FROM sqlite_master WHERE name = 'derived_shape'"):
        return False
    return bool(one(database, "SELECT shape FROM derived_shape") == SHAPE)
