"""Backups: safe copies of a casebook while it is in use, and their way back."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.problems import BadInput, StorageTrouble
from casefiles.storage.database import connect, telling


def copy_to(database: SqlCipherDatabase, target: Path, key: str) -> None:
    """Write a whole copy of an open casebook; it appears under its name only when it is complete.

    Args:
        database: the casebook, which may be in use.
        target: where the copy goes.
        key: the key the copy is locked with; empty for none.

    Raises:
        BadInput: something is there already.
        StorageTrouble: the copy could not be written.
    """
    if target.exists():
        raise BadInput(f"There is already a file at {target.name}.", "Choose another name.")
    unfinished = target.with_name(f".casefiles-{os.getpid()}-{target.name}.tmp")
    try:
        unfinished.touch(mode=0o600, exist_ok=False)
    except OSError as problem:
        raise StorageTrouble(
            f"The copy cannot be written to {target.parent}.", f"The system says: {problem.strerror}."
        ) from problem
    try:
        with telling(unfinished):
            copy = connect(unfinished, key)
            try:
                database.connection().backup(copy.connection())
                copy.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                copy.execute_sql("PRAGMA journal_mode = delete")
            finally:
                copy.close()
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.rename(target)
    finally:
        for left in unfinished.parent.glob(f"{unfinished.name}*"):
            left.unlink(missing_ok=True)


def backup_before(path: Path, database: SqlCipherDatabase, key: str, at: datetime) -> Path:
    """Copy a casebook beside itself before its tables change."""
    target = path.with_name(f"{path.stem}-before-update-{at:%Y%m%d-%H%M%S}{path.suffix}")
    copy_to(database, target, key)
    return target
