"""Whole cases as they stood after a change set, or after each of those that bore on them."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.records import (
    CaseKind,
    CaseRecords,
    Claim,
    Decision,
    Grade,
    Hold,
    Membership,
    Passage,
    Role,
    SourceFacts,
    Verdict,
)
from casefiles.storage import lookups, past, tables
from casefiles.storage.asking import in_chunks
from casefiles.storage.past import Image, Kept
from casefiles.storage.reading import entry_day, read_speakers

_State: TypeAlias = dict[str, dict[str, tuple[int, Image]]]
"""What a case consists of: by table and UUID, the local key and the row."""


def cases_at(database: SqlCipherDatabase, keys: Collection[int], number: int) -> dict[int, CaseRecords]:
    """Return everything recorded of some cases after a change set, by local key; those not there then are left out.

    Raises:
        Redacted: part of it is no longer kept.
    """
    uuids = _uuids(database, keys)
    replay = Replay(database, uuids.values(), number)
    links = [_membership(image) for image in past.rows_at(database, tables.Membership, number).values()]
    member_of: dict[str, list[Membership]] = defaultdict(list)
    for link in links:
        member_of[link.person].append(link)
    found = {key: replay.at(uuid, number, member_of[uuid]) for key, uuid in uuids.items()}
    return {key: records for key, records in found.items() if records is not None}


def _uuids(database: SqlCipherDatabase, keys: Collection[int]) -> dict[int, str]:
    """Return the UUIDs of cases, also of those that are gone."""
    uuids = dict(in_chunks(database, 'SELECT id, uuid FROM "case" WHERE id IN ({})', keys))
    if gone := set(keys) - uuids.keys():
        uuids |= {image.key: image.row for image in past.images_of(database, tables.Case) if image.key in gone}
    return {key: uuids[key] for key in keys if key in uuids}


@dataclass
class _Sources:
    """Sources as they stood after any change set."""

    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    facts: dict[str, list[SourceFacts | None]] = field(default_factory=lambda: defaultdict(list))

    def note(self, image: Kept) -> None:
        self.numbers[image.row].append(image.number)
        self.facts[image.row].append(past.source_of(past.read(image)) if image.after else None)

    def at(self, uuid: str | None, number: int) -> SourceFacts | None:
        place = bisect_right(self.numbers[uuid], number) if uuid else 0
        return self.facts[uuid][place - 1] if uuid and place else None


class _Step(NamedTuple):
    """One image and the row it tells, if any."""

    image: Kept
    row: Image | None

    @classmethod
    def of(cls, image: Kept) -> _Step:
        return cls(image, past.read(image) if image.after is not None else None)


class Replay:
    """Some cases, told again from the journal.

    Args:
        uuids: the cases.
        until: the last change set that is asked for; None for all.
    """

    def __init__(self, database: SqlCipherDatabase, uuids: Iterable[str], until: int | None = None) -> None:
        self._zone = lookups.zone(database)
        self._steps: dict[str, list[_Step]] = defaultdict(list)
        for image in past.images_about(database, uuids):
            if until is None or image.number <= until:
                self._steps[image.about].append(_Step.of(image))
        told = [step.row for steps in self._steps.values() for step in steps if step.row]
        self._text_source = past.sources_of_texts(database, {row["text_id"] for row in told if "text_id" in row})
        self._sources = _Sources()
        for image in past.images_of_rows(database, {row["source_id"] for row in told if row.get("source_id")}):
            self._sources.note(image)

    def at(self, uuid: str, number: int, member_of: Sequence[Membership] = ()) -> CaseRecords | None:
        """Return a case as it stood after a change set; None when it was not there.

        Raises:
            Redacted: part of it is no longer kept.
        """
        state = _state()
        for step in self._steps[uuid]:
            if step.image.number <= number:
                if step.image.is_redacted:
                    raise past.Redacted
                _apply(state, step)
        return self._records(uuid, state, number, member_of)

    def stages(self, uuid: str, besides: Iterable[int] = ()) -> Iterator[tuple[int, CaseRecords | None]]:
        """Yield a case as it stood after each change set that bore on it or its sources, and after those besides.

        What was redacted is left out, and so is what a case is a part of, which no list shows.
        """
        steps = self._steps[uuid]
        cited = {step.row["source_id"] for step in steps if step.row and step.row.get("source_id")}
        numbers = {step.image.number for step in steps}
        first = min(numbers)
        numbers |= {number for source in cited for number in self._sources.numbers[source]} | set(besides)
        state, done = _state(), 0
        for number in sorted(number for number in numbers if number >= first):
            while done < len(steps) and steps[done].image.number <= number:
                _apply(state, steps[done])
                done += 1
            yield number, self._records(uuid, state, number, ())

    def _records(self, uuid: str, state: _State, number: int, member_of: Sequence[Membership]) -> CaseRecords | None:
        if uuid not in state["case"]:
            return None
        _, case = state["case"][uuid]
        passages: dict[str, list[Passage]] = defaultdict(list)
        for _, image in _ordered(state, "passage"):
            passages[image["claim_id"]].append(_passage(image, self._text_source[image["text_id"]]))
        return CaseRecords(
            uuid,
            case["ref"],
            CaseKind(case["kind"]),
            case["entered_at"],
            tuple(
                _claim(key, image, self._sources.at(image["source_id"], number), passages[image["uuid"]])
                for key, image in _ordered(state, "claim")
            ),
            tuple(_decision(key, image) for key, image in _ordered(state, "decision")),
            tuple(_membership(image) for _, image in _ordered(state, "membership")),
            tuple(member_of),
            tuple(image["situation_id"] for _, image in _ordered(state, "case_situation")),
            tuple(_grade(key, image) for key, image in _ordered(state, "grade")),
            tuple(_hold(image) for _, image in _ordered(state, "hold")),
            entry_day(self._zone, case["entered_at"]),
        )


def _state() -> _State:
    return defaultdict(dict)


def _apply(state: _State, step: _Step) -> None:
    if step.row is None:
        state[step.image.table].pop(step.image.row, None)
    else:
        state[step.image.table][step.image.row] = step.image.key, step.row


def _ordered(state: _State, table: str) -> list[tuple[int, Image]]:
    return sorted(state[table].values(), key=lambda row: row[0])


def _claim(key: int, image: Image, source: SourceFacts | None, passages: Sequence[Passage]) -> Claim:
    return Claim(
        uuid=image["uuid"],
        number=key,
        case=image["case_id"],
        field=image["field"],
        value=json.loads(image["value"]),
        wording=image["wording"],
        speakers=read_speakers(image["speakers"]),
        said_on=image["said_on"],
        learned_on=image["learned_on"],
        certainty_words=image["certainty_words"],
        release=image["release"],
        source=source,
        base=image["base_id"] or "",
        passages=tuple(passages),
        entered_at=image["entered_at"],
        entered_by=image["entered_by"],
    )


def _passage(image: Image, source: str) -> Passage:
    start, end, quote, role = (image[name] for name in ("start", "end", "quote", "role"))
    return Passage(image["uuid"], image["text_id"], source, start, end, quote, Role(role))


def _decision(key: int, image: Image) -> Decision:
    return Decision(
        image["uuid"],
        key,
        image["target_id"],
        Verdict(image["verdict"]),
        image["reason"],
        image["officer"],
        image["effective_on"],
        image["other_id"] or "",
        image["entered_at"],
    )


def _grade(key: int, image: Image) -> Grade:
    names = ("credibility", "reason", "officer", "effective_on", "entered_at")
    return Grade(image["uuid"], key, image["claim_id"], *(image[name] for name in names))


def _hold(image: Image) -> Hold:
    return Hold(*(image[name] for name in ("uuid", "reason", "officer", "review_by", "since", "lifted_on")))


def _membership(image: Image) -> Membership:
    return Membership(image["uuid"], image["group_id"], image["person_id"], image["since"])
