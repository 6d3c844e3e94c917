"""The versions of derived rows, made anew: by day from the records, by change set from the journal."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.records import CaseRecords
from casefiles.domain.shown import show_case
from casefiles.domain.speakers import ConfirmingBody
from casefiles.storage import past, tables
from casefiles.storage.asking import in_chunks
from casefiles.storage.past_cases import Replay
from casefiles.storage.reading import bodies
from casefiles.storage.versions import (
    FROM_THE_START,
    Derive,
    From,
    Kept,
    Row,
    Rows,
    Version,
    by_day,
    merged,
)


class Anew:
    """Works out the versions of a casebook's derived rows, some cases at a time."""

    def __init__(self, database: SqlCipherDatabase, derive: Derive) -> None:
        self._database = database
        self._derive = derive
        self._known = bodies(database)
        self._bodies = _Bodies(database)
        self._source_changes: dict[str, list[int]] = defaultdict(list)
        for image in past.images_of(database, tables.Source):
            self._source_changes[image.row].append(image.number)

    def of(self, new: Rows, records: Mapping[int, CaseRecords]) -> dict[int, Kept]:
        """Return the versions of cases that are there, by local key."""
        uuids = {key: one.uuid for key, one in records.items()}
        numbers = self._numbers(uuids.values())
        several = {key: uuid for key, uuid in uuids.items() if self._changed(records[key], numbers[uuid])}
        recorded = dict(self._recorded(several))
        found: dict[int, Kept] = {}
        for key, row in new.items():
            told = by_day(records[key], row, FROM_THE_START, self._known, self._derive)
            *before, last = merged(list(told))
            alone = [Version(min(numbers[uuids[key]], default=0), None, row)]
            *stages, stands = recorded.get(key, alone)
            found[key] = Kept(before, stages, From(last.since, stands.since))
        return found

    def of_gone(self) -> dict[int, Kept]:
        """Return the versions of the cases that were here and are gone."""
        there = {uuid for (uuid,) in self._database.execute_sql('SELECT uuid FROM "case"')}
        images = past.images_of(self._database, tables.Case)
        gone = self._recorded({image.key: image.row for image in images if image.row not in there})
        return {key: Kept([], stages[:-1], None) for key, stages in gone}

    def _numbers(self, uuids: Iterable[str]) -> dict[str, list[int]]:
        """Return the change sets that wrote something of some cases; none of one that was put in outside Casefiles."""
        found: dict[str, list[int]] = defaultdict(list)
        sql = "SELECT DISTINCT about, number FROM row_image WHERE about IN ({}) ORDER BY number"
        for uuid, number in in_chunks(self._database, sql, uuids):
            found[uuid].append(number)
        return found

    def _changed(self, records: CaseRecords, own: list[int]) -> bool:
        """Tell whether a case may have shown something else before."""
        sources = {claim.source.uuid for claim in records.claims if claim.source}
        others = [self._bodies.numbers, *(self._source_changes[uuid] for uuid in sources)]
        return len(own) > 1 or any(own and numbers and numbers[-1] > own[0] for numbers in others)

    def _recorded(self, cases: Mapping[int, str]) -> Iterator[tuple[int, list[Version]]]:
        """Yield what each of some cases showed from change set to change set; the last as it stands."""
        replay = Replay(self._database, cases.values())
        for key, uuid in cases.items():
            *versions, last = self._stages(replay, uuid)
            yield key, [*(one for one in versions if one.row), last]

    def _stages(self, replay: Replay, uuid: str) -> Iterator[Version]:
        """Yield what a case showed from change set to change set; an empty row while it was not here."""
        found: list[Version] = []
        for number, records in replay.stages(uuid, self._bodies.numbers):
            row: Row = self._derive(show_case(records, self._bodies.at(number))) if records else {}
            found.append(Version(number, None, row))
        return iter(merged(found))


class _Bodies:
    """The bodies able to confirm, as they were listed after any change set."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        self.numbers: list[int] = []
        self._listed: list[tuple[ConfirmingBody, ...]] = []
        listed: dict[int, ConfirmingBody] = {}
        for image in past.images_of(database, tables.ConfirmingBody):
            listed.pop(image.key, None)
            if image.after is not None:
                listed[image.key] = past.body_of(past.read(image))
            self.numbers.append(image.number)
            self._listed.append(tuple(listed[key] for key in sorted(listed)))

    def at(self, number: int) -> tuple[ConfirmingBody, ...]:
        """Return those listed after a change set."""
        place = bisect_right(self.numbers, number)
        return self._listed[place - 1] if place else ()
