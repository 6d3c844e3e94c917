"""History: undo, redo, who did what, and bringing an old value back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.changes import ActKind, Changes
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.problems import NotFound
from casefiles.storage import journal, lookups, past, tables
from casefiles.storage.journal import HistoryLine
from casefiles.workspace import wording
from casefiles.workspace.desk import Desk
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
        return journal.label_of(database, journal.undo_target(database))

    def redo_label(self) -> str:
        """Say what redo would do again; empty when there is nothing."""
        database = self._desk.book.database
        return journal.label_of(database, journal.redo_target(database))

    def undo(self) -> Changes | None:
        """Take back the last act that stands.

        Raises:
            NotFound: there is nothing to take back.
            StaleEdit: what it wrote was changed since.
        """
        return self._reverse(ActKind.UNDO, journal.undo_target(self._desk.book.database), "Nothing is left to undo.")

    def redo(self) -> Changes | None:
        """Do again the last act that was taken back."""
        return self._reverse(ActKind.REDO, journal.redo_target(self._desk.book.database), "Nothing is left to redo.")

    def head_hash(self) -> str:
        """Return the hash that seals the journal as it stands."""
        return journal.head(self._desk.book.database).hash

    def of_case(self, case_id: int, limit: int = 500, moment: Moment = NOW) -> list[HistoryView]:
        """Return the history of a case, newest first; up to the change set that a moment asks for."""
        database, until = self._desk.book.database, moment.recorded
        uuid = self._uuid(tables.Case, case_id) if until is None else past.case_uuid(database, case_id)
        return self._views(journal.history(database, _TELLING, uuid, limit, until))

    def of_source(self, source_id: int, limit: int = 500) -> list[HistoryView]:
        """Return the history of a source, newest first."""
        return self._views(
            journal.history(self._desk.book.database, _TELLING, self._uuid(tables.Source, source_id), limit)
        )

    def everything(self, limit: int = 500) -> list[HistoryView]:
        """Return the history of the whole casebook, newest first."""
        return self._views(journal.history(self._desk.book.database, _TELLING, None, limit))

    def _reverse(self, kind: ActKind, number: int | None, nothing: str) -> Changes | None:
        self._desk.refuse_past()
        if number is None:
            raise NotFound(nothing, "The menu names what can be undone.")
        database = self._desk.book.database
        label = journal.label_of(database, number)
        gate = self._desk.book.gate
        with gate.act(label, self._desk.officer.name, kind=kind, target=number) as act:
            journal.reverse(act, number, forward=kind is ActKind.REDO)
        return act.changes

    def _uuid(self, table: type[tables.Record], key: int) -> str:
        found = lookups.uuid_of(self._desk.book.database, table, key)
        if found is None:
            raise NotFound("That record is no longer in this casebook.", "Undo brings back what was removed.")
        return found

    def _views(self, lines: list[HistoryLine]) -> list[HistoryView]:
        return [view for line in lines if (view := self._view(line)) is not None]

    def _view(self, line: HistoryLine) -> HistoryView | None:
        telling = _TELLING.get(line.table)
        if telling is None:
            return None
        prefix = {ActKind.UNDO: "Undo: ", ActKind.REDO: "Redo: "}.get(line.kind, "")
        image = line.after or line.before or {}
        what, show = telling
        before, after = (show(part) if part else "" for part in (line.before, line.after))
        restorable = line.table == "claim" and line.kind is ActKind.ACT
        return HistoryView(
            line.number,
            self._desk.at(line.at),
            line.officer,
            f"{prefix}{line.label}",
            what(image),
            before,
            after,
            line.row if restorable else "",
        )


def _claim_value(image: dict[str, Any]) -> str:
    return wording.value_text(BY_KEY[image["field"]], json.loads(image["value"]))


def _decided(image: dict[str, Any]) -> str:
    return f"{image['verdict']}: {image['reason']}" if image["reason"] else str(image["verdict"])


def _source_value(image: dict[str, Any]) -> str:
    return ", ".join(str(image[key]) for key in ("title", "publisher", "published_on") if image[key])


_TELLING: dict[str, tuple[Callable[[dict[str, Any]], str], Callable[[dict[str, Any]], str]]] = {
    "claim": (lambda image: BY_KEY[image["field"]].label, _claim_value),
    "decision": (lambda image: "Decision", _decided),
    "membership": (lambda image: "One of a group", lambda image: image["reason"]),
    "source": (lambda image: "Source", _source_value),
    "situation": (lambda image: "Situation", lambda image: image["name"]),
    "confirming_body": (lambda image: "Able to confirm", lambda image: image["name"]),
    "setting": (lambda image: str(image["key"]).replace("_", " ").capitalize(), lambda image: image["value"]),
    "case": (lambda image: "Case", lambda image: image["kind"]),
}
"""How each kind of row is told: what it is, and its value in words; rows that are parts of others are left out."""
