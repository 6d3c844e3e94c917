"""The write gate: one `with` is one transaction, one change set, one undo step, one notice. Nothing else writes.

What writes is brought in by the first act: a casebook that is only opened need not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.changes import ActKind, Changes
from casefiles.domain.problems import CasefilesError
from casefiles.storage import journal_head
from casefiles.storage.database import telling

if TYPE_CHECKING:
    from casefiles.storage.act import Act

Clock = Callable[[], str]
"""Returns the time as UTC, ISO."""


class Gate:
    """Lets acts through, one at a time, and tells the listeners what changed."""

    def __init__(self, database: SqlCipherDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._listeners: list[Callable[[Changes], None]] = []
        self._seen = journal_head.last_number(database)

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call a listener after every committed change; returns what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def act(
        self,
        label: str,
        officer: str,
        *,
        origin: str = "",
        kind: ActKind = ActKind.ACT,
        target: int | None = None,
    ) -> Iterator[Act]:
        """Open the gate for one act; leaving it normally commits, an exception undoes everything.

        Raises:
            CasefilesError: the act was refused, or the disk refused it.
        """
        from casefiles.storage import derived, journal
        from casefiles.storage.act import Act

        if self._database.in_transaction():
            raise CasefilesError("One change was begun inside another; nothing was saved.", "Please report this.")
        act = Act(self._database, label, officer, self._clock(), kind, target, origin)
        with telling(), self._database.atomic("IMMEDIATE"):
            yield act
            if act.differing():
                act.changes = journal.record(act)
                derived.refresh(self._database, act.cases, act.changes.number)
                derived.refresh_texts(self._database, act.sources)
        if act.changes is not None:
            self._tell(act.changes)

    def catch_up(self) -> list[Changes]:
        """Tell the listeners what other programs wrote since this one last looked."""
        from casefiles.storage import journal

        with telling():
            missed = journal.since(self._database, self._seen)
        for changes in missed:
            self._tell(changes)
        return missed

    def _tell(self, changes: Changes) -> None:
        self._seen = max(self._seen, changes.number)
        for listener in list(self._listeners):
            listener(changes)
