"""One open casebook, as the workspace holds it: its database, its gate and its key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage.database import MAJOR, create, migrate, open_existing, telling, version_of
from casefiles.storage.gate import Gate
from casefiles.storage.shape import is_current

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


@dataclass
class Book:
    """An open casebook file."""

    path: Path
    database: SqlCipherDatabase
    gate: Gate

    @classmethod
    def new(cls, path: Path, clock: Callable[[], datetime], password: str = "") -> Book:
        """Make a new casebook file and open it."""
        from casefiles.storage import derived

        database = create(path, password)
        with telling(path):
            derived.rebuild(database)
        return cls(path, database, Gate(database, _stamp(clock)))

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Callable[[], datetime],
        password: str = "",
        progress: Progress = lambda done, total: None,
    ) -> Book:
        """Open a casebook file, bringing an older one up to date after a backup."""
        database = open_existing(path, password)
        with ExitStack() as not_opened:
            not_opened.callback(database.close)
            with telling(path):
                if version_of(database) < MAJOR:
                    from casefiles.storage import copies

                    copies.backup_before(path, database, database.connect_params["passphrase"], clock())
                    migrate(database)
                if not is_current(database):
                    from casefiles.storage import derived

                    derived.rebuild(database, progress)
            not_opened.pop_all()
        return cls(path, database, Gate(database, _stamp(clock)))

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the file needs a password."""
        return bool(self.database.connect_params["passphrase"])

    def back_up(self, target: Path) -> None:
        """Write a whole copy, locked with the same password."""
        from casefiles.storage import copies

        copies.copy_to(self.database, target, self.database.connect_params["passphrase"])

    def wait_at_most(self, milliseconds: int) -> None:
        """Let the calling thread's connection wait only so long for another program's write."""
        self.database.execute_sql(f"PRAGMA busy_timeout = {milliseconds:d}")

    def stopper(self) -> Callable[[], None]:
        """Return what stops, from any thread, whatever the calling thread's connection is doing then."""
        return self.database.connection().interrupt  # type: ignore[no-any-return]

    def close(self) -> None:
        """Close the calling thread's connection; every thread closes its own."""
        if not self.database.is_closed():
            self.database.close()


def _stamp(clock: Callable[[], datetime]) -> Callable[[], str]:
    return lambda: clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
