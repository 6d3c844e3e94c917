"""What changed between two editions, from what each of them said: a page of its own for whoever got the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casefiles.briefing.facts import BriefingFacts, CountRow
from casefiles.domain.statements import Edition
from casefiles.storage import statements as stored
from casefiles.workspace import list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.statement_views import EditionRow

_NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class Person:
    """One person or group as an edition told of them."""

    ref: str
    name: str
    status: str


@dataclass(frozen=True)
class StatusChange:
    """One person whose status the two editions tell otherwise."""

    ref: str
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class TotalMoved:
    """One printed count that is another."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    """A judgement on a statement that fell between the two editions."""

    title: str
    to_whom: str
    verdict: str
    reason: str
    on: str


@dataclass(frozen=True)
class Difference:
    """What changed from an edition to a later one.

    Attributes:
        note: that they do not ask the same, where they do not; or empty.
    """

    older: EditionRow
    newer: EditionRow
    new: tuple[Person, ...]
    gone: tuple[Person, ...]
    statuses: tuple[StatusChange, ...]
    totals: tuple[TotalMoved, ...]
    corrections: tuple[Correction, ...]
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.statuses or self.totals or self.corrections)


def difference(
    desk: Desk,
    editions: tuple[Edition, Edition],
    rows: tuple[EditionRow, EditionRow],
    facts: tuple[BriefingFacts, BriefingFacts],
) -> Difference:
    """Return what changed from an edition to a later one."""
    then, now = _people(facts[0]), _people(facts[1])
    return Difference(
        *rows,
        new=tuple(now[ref] for ref in now if ref not in then),
        gone=tuple(then[ref] for ref in then if ref not in now),
        statuses=tuple(
            StatusChange(ref, one.name, then[ref].status, one.status)
            for ref, one in now.items()
            if ref in then and then[ref].status != one.status
        ),
        totals=tuple(_totals(_counts(facts[0]), _counts(facts[1]))),
        corrections=tuple(_corrections(desk, *editions)),
        note=_note(*editions),
    )


def _people(facts: BriefingFacts) -> dict[str, Person]:
    if facts.situation is not None:
        return {row.ref: Person(row.ref, row.name.text, row.status.text) for row in facts.situation.people}
    return {one.ref: Person(one.ref, one.name, one.status.text) for one in facts.people}


def _counts(facts: BriefingFacts) -> dict[str, str]:
    if facts.situation is None:
        return {}
    total = facts.situation.total
    return {row.label: _number(row) for row in (*facts.situation.counts, *((total,) if total else ()))}


def _number(row: CountRow) -> str:
    return f"{row.number}, of which {row.disputed} disputed" if row.disputed else row.number


def _totals(then: Mapping[str, str], now: Mapping[str, str]) -> list[TotalMoved]:
    if not then or not now:
        return []
    labels = dict.fromkeys([*now, *then])
    rows = (TotalMoved(label, then.get(label, _NOT_COUNTED), now.get(label, _NOT_COUNTED)) for label in labels)
    return [row for row in rows if row.before != row.after]


def _corrections(desk: Desk, older: Edition, newer: Edition) -> list[Correction]:
    return [
        Correction(
            one.title,
            one.recipient or one.house,
            judgement.verdict.value,
            judgement.reason,
            list_words.say_day(judgement.effective_on),
        )
        for one in stored.statements(desk.book.database)
        for judgement in one.judgements
        if older.issued_at < judgement.entered_at <= newer.issued_at
    ]


def _note(older: Edition, newer: Edition) -> str:
    asked = ("template", "query", "situation")
    if all(getattr(older, key) == getattr(newer, key) for key in asked):
        return ""
    return "The two editions do not ask the same, so that people may be new or gone for that reason alone."
