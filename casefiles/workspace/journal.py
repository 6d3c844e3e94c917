"""The journal: undo, redo, and who did what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from casefiles.domain.changes import ActKind, Changes
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import NotFound
from casefiles.storage import journal_head
from casefiles.workspace.desk import Desk

if TYPE_CHECKING:
    from casefiles.workspace.views import HistoryView


class Journal:
    """The journal of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call a listener after every committed change; returns what stops that."""
        return self._desk.book.gate.listen(listener)

    def catch_up(self) -> list[Changes]:
        """Notice what other programs wrote, and tell the listeners."""
        return self._desk.book.gate.catch_up()

    def undo_label(self) -> str:
        """Say what undo would take back; empty when there is nothing."""
        database = self._desk.book.database
        return journal_head.label_of(database, journal_head.undo_target(database))

    def redo_label(self) -> str:
        """Say what redo would do again; empty when there is nothing."""
        database = self._desk.book.database
        return journal_head.label_of(database, journal_head.redo_target(database))

    def undo(self) -> Changes | None:
        """Take back the last act that stands.

        Raises:
            NotFound: there is nothing to take back.
            StaleEdit: what it wrote was changed since.
        """
        return self._reverse(
            ActKind.UNDO, journal_head.undo_target(self._desk.book.database), "Nothing is left to undo."
        )

    def redo(self) -> Changes | None:
        """Do again the last act that was taken back."""
        return self._reverse(
            ActKind.REDO, journal_head.redo_target(self._desk.book.database), "Nothing is left to redo."
        )

    def head_hash(self) -> str:
        """Return the hash that seals the journal as it stands."""
        return journal_head.head(self._desk.book.database).hash

    def of_case(self, case_id: int, limit: int = 500, moment: Moment = NOW) -> list[HistoryView]:
        """Return the history of a case, newest first; up to the change set that a moment asks for."""
        from casefiles.workspace import history

        return history.of_case(self._desk, case_id, limit, moment)

    def of_source(self, source_id: int, limit: int = 500) -> list[HistoryView]:
        """Return the history of a source, newest first."""
        from casefiles.workspace import history

        return history.of_source(self._desk, source_id, limit)

    def of_total(self, uuid: str, limit: int = 500) -> list[HistoryView]:
        """Return the history of a reported total, newest first."""
        from casefiles.workspace import history

        return history.of_total(self._desk, uuid, limit)

    def everything(self, limit: int = 500) -> list[HistoryView]:
        """Return the history of the whole casebook, newest first."""
        from casefiles.workspace import history

        return history.everything(self._desk, limit)

    def _reverse(self, kind: ActKind, number: int | None, nothing: str) -> Changes | None:
        from casefiles.storage import journal

        self._desk.refuse_past()
        if number is None:
            raise NotFound(nothing, "The menu names what can be undone.")
        database = self._desk.book.database
        label = journal_head.label_of(database, number)
        gate = self._desk.book.gate
        with gate.act(label, self._desk.officer.name, kind=kind, target=number) as act:
            journal.reverse(act, number, forward=kind is ActKind.REDO)
        return act.changes
