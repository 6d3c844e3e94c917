"""Counts that are told: what was asked, how many answered, and the reports that counting each of them rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from casefiles.briefing.facts import CountRow, OriginRow, SituationFacts
from casefiles.domain.canonical import canonical
from casefiles.domain.certainty import Certainty
from casefiles.domain.shown import ShownCase
from casefiles.domain.span import Span
from casefiles.domain.statements import Basis, counted_on
from casefiles.domain.status import GROUP_LABELS, Group
from casefiles.search.query import parse
from casefiles.storage.finding import Wanted
from casefiles.workspace.endnotes import group_key
from casefiles.workspace.situation_facts import origin_label, origin_of, origins_by

Members = Mapping[str, Sequence[str]]
"""Those counted, by UUID, each with the reports that the counting rests on."""


@dataclass(frozen=True)
class Question:
    """What a count asks.

    Attributes:
        situation: the UUID of a situation, or empty for the whole casebook.
        origin: only who is counted under this origin; empty for all.
        by: how finely origins are told apart, where one is asked for.
        day: people are counted as they were on this day (ISO), by when things happened; empty for as they stand.
    """

    query: str = ""
    situation: str = ""
    origin: str = ""
    by: str = ""
    day: str = ""

    def wanted(self) -> Wanted:
        """Return the list that holds those counted, and more where an origin is asked for."""
        return Wanted(parse(self.query), situation=self.situation)

    def takes(self, origin: Mapping[str, str]) -> bool:
        """Tell whether somebody of an origin is counted."""
        return not self.origin or origin_label(dict(origin), self.by) == self.origin


@dataclass(frozen=True)
class Count:
    """One count as it was told.

    Attributes:
        how: of a count on a day, how each of those counted is counted; one person with a name goes unsaid.
        beside: the UUID of the reported total that it is printed beside; empty for none.
    """

    label: str
    value: str
    question: Question
    members: Members = field(default_factory=dict)
    how: Mapping[str, str] = field(default_factory=dict)
    beside: str = ""

    def how_of(self, case: str) -> str:
        """Return how a case was counted, by its UUID; “not counted” where it was not."""
        return self.how.get(case, "") if case in self.members else "not counted"

    def kept(self) -> bytes:
        """Return what is kept of it beside its words and its query."""
        asked = self.question
        body = {"situation": asked.situation, "origin": asked.origin, "by": asked.by, "members": self.members}
        on_day = {"day": asked.day, "how": self.how} if asked.day else {}
        return canonical(body | on_day).encode()


def read_kept(basis: Basis, data: bytes) -> Count:
    """Return a count as it was told, with what is kept of it."""
    body = json.loads(data)
    question = Question(basis.query, body["situation"], body["origin"], body["by"], body.get("day", ""))
    return Count(basis.label, basis.value, question, body["members"], body.get("how", {}), basis.target)


def number(people: Span, disputed: Span) -> str:
    """Say how many, and how many of them are disputed."""
    return f"{people.words()}, of which {disputed.words()} disputed" if disputed.high else people.words()


def counted(label: str, question: Question, cases: Iterable[ShownCase]) -> Count:
    """Count the cases that answer a question."""
    mine = list(cases)
    people = sum((case.people for case in mine), Span())
    disputed = sum((case.people for case in mine if _is_disputed(case)), Span())
    return Count(label, number(people, disputed), question, {case.records.uuid: counted_on(case) for case in mine})


def counts_told(query: str, situation: str, facts: SituationFacts, cases: Sequence[ShownCase]) -> list[Count]:
    """Return every count that a situation briefing prints, with who was counted."""
    rows = [*facts.counts, *((facts.total,) if facts.total else ())]
    by = origins_by(cases)
    return [
        *(_group_count(query, situation, row, cases, is_total=row is facts.total) for row in rows),
        *(_origin_count(Question(query, situation, row.label, by), row, cases) for row in facts.origins),
    ]


def _group_count(query: str, situation: str, row: CountRow, cases: Sequence[ShownCase], *, is_total: bool) -> Count:
    group = next(group for group in Group if group_key(group) == row.group)
    asked = query if is_total else f'{query} status:"{GROUP_LABELS[group].lower()}"'.strip()
    mine = [case for case in cases if is_total or case.status.group is group]
    return counted(row.label, Question(asked, situation), mine)


def _origin_count(question: Question, row: OriginRow, cases: Sequence[ShownCase]) -> Count:
    return counted(row.label, question, (case for case in cases if question.takes(origin_of(case))))


def _is_disputed(case: ShownCase) -> bool:
    return case.status.certainty is Certainty.DISPUTED and case.status.current is not None
