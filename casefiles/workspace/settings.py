"""The casebook's own settings: its title, time zone, situations, and the bodies able to confirm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casefiles.domain.changes import ActKind
from casefiles.domain.dates import PartialDate
from casefiles.domain.moment import read_zone
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.span import Span
from casefiles.storage import lookups, tables
from casefiles.storage.act import Act
from casefiles.workspace.desk import Desk


@dataclass(frozen=True)
class Situation:
    """A crisis that cases belong to."""

    uuid: str
    name: str
    cases: int
    people: Span


@dataclass(frozen=True)
class Body:
    """A body able to confirm."""

    uuid: str
    name: str
    since: str
    until: str


class Settings:
    """The settings of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def title(self) -> str:
        """Return the casebook's title."""
        return self._desk.setting("title")

    def begin(self, title: str, time_zone: str, confirming: Sequence[str]) -> None:
        """Set up a casebook that was just made, in one act."""
        read_zone(time_zone)
        names = [clean(name) for name in confirming if name.strip()]
        with self._desk.act("Begin the casebook", kind=ActKind.BEGIN) as act:
            self._put(act, "title", clean(title))
            self._put(act, "time_zone", time_zone)
            for name in names:
                act.add(tables.ConfirmingBody, name=name, since="")

    def set(self, key: str, value: str) -> None:
        """Change a setting."""
        if key == "time_zone":
            read_zone(value)
        with self._desk.act(f"Change {key.replace('_', ' ')} of the casebook") as act:
            self._put(act, key, clean(value, 2000))

    def situations(self) -> list[Situation]:
        """Return the situations, by name."""
        return [
            Situation(row.uuid, row.name, row.cases, row.people) for row in lookups.situations(self._desk.book.database)
        ]

    def situation(self, name: str) -> str:
        """Return the UUID of a situation, adding it if it is new."""
        wanted = clean(name)
        if not wanted:
            raise BadInput("The situation has no name.", "Type a name such as Northern border war.")
        for row in lookups.situations(self._desk.book.database):
            if row.name.casefold() == wanted.casefold():
                return row.uuid
        with self._desk.act(f"Add situation {wanted}") as act:
            key = act.add(tables.Situation, name=wanted)
            return act.keys.uuid(tables.Situation, key)

    def rename_situation(self, uuid: str, name: str) -> None:
        """Give a situation another name."""
        wanted = clean(name)
        taken = [
            row for row in lookups.situations(self._desk.book.database) if row.name.casefold() == wanted.casefold()
        ]
        if not wanted or any(row.uuid != uuid for row in taken):
            raise BadInput("A situation needs a name of its own.", "Type a name that no other situation has.")
        with self._desk.act("Rename a situation") as act:
            act.change(tables.Situation, act.keys.key(tables.Situation, uuid), name=wanted)

    def confirming(self) -> list[Body]:
        """Return the bodies able to confirm."""
        return [Body(*row) for row in lookups.confirming(self._desk.book.database)]

    def add_confirming(self, name: str, since: str = "") -> None:
        """List a body as able to confirm, from a day on (EDTF)."""
        body, day = clean(name), PartialDate.parse_edtf(since).edtf if since else ""
        if not body:
            raise BadInput("The body has no name.", "Type a name such as Ministry of External Affairs (MEA).")
        with self._desk.act(f"List {body} as able to confirm") as act:
            act.add(tables.ConfirmingBody, name=body, since=day)

    def change_confirming(self, uuid: str, **changed: str) -> None:
        """Change the name of a body able to confirm, or the days (EDTF) between which it could: name, since, until.

        Raises:
            BadInput: it has no name, or its last day lies before its first.
        """
        known = next((body for body in self.confirming() if body.uuid == uuid), None)
        if known is None:
            raise NotFound("That body is no longer in this casebook.", "Look again.")
        days = {key: PartialDate.parse_edtf(day).edtf if day else "" for key, day in changed.items() if key != "name"}
        body = replace(known, name=clean(changed.get("name", known.name)), **days)
        if not body.name:
            raise BadInput("The body has no name.", "Type a name such as Ministry of External Affairs (MEA).")
        first, last = (PartialDate.parse_edtf(day) if day else None for day in (body.since, body.until))
        if first and last and first.earliest and last.latest and last.latest < first.earliest:
            raise BadInput("The last day lies before the first.", "Look at both days again.")
        with self._desk.act(f"Change {body.name}, able to confirm") as act:
            key = act.keys.key(tables.ConfirmingBody, uuid)
            act.change(tables.ConfirmingBody, key, name=body.name, since=body.since, until=body.until)

    def end_confirming(self, uuid: str, until: str) -> None:
        """Say on which day (EDTF) a body could confirm for the last time; empty when it still can."""
        self.change_confirming(uuid, until=until)

    def _put(self, act: Act, key: str, value: str) -> None:
        known = lookups.setting_id(self._desk.book.database, key)
        if known is None:
            act.add(tables.Setting, key=key, value=value)
        else:
            act.change(tables.Setting, known, value=value)
