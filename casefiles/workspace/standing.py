"""Looks again at what statements rest on: only at the cases that changed since, and at each of them once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from casefiles.domain.figures import Figure
from casefiles.domain.kinds import is_blank
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import Verdict
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import Judged, ShownCase
from casefiles.domain.span import Span
from casefiles.domain.statements import (
    Basis,
    BasisKind,
    Edition,
    Move,
    ReportNow,
    Shift,
    Statement,
    counted_on,
    is_disputed,
    leading,
    report_moved,
    shift,
)
from casefiles.search.query import Query
from casefiles.storage import finding, lookups
from casefiles.storage import statements as stored
from casefiles.storage.statements import Counted, FigureNow
from casefiles.workspace import counting, wording
from casefiles.workspace.beside_totals import CountedAgain, how_counted
from casefiles.workspace.counting import Count, Members, Question
from casefiles.workspace.desk import Desk
from casefiles.workspace.shown_cases import Shown, answers, these_cases, wanted_cases
from casefiles.workspace.situation_facts import origin_of

_GONE = "no longer in this casebook"
_NAMED_AT_MOST = 5
_UNDONE = {Verdict.SET_ASIDE: "set aside", Verdict.REPLACE: "replaced"}


class Standing:
    """The casebook as it stands, as some statements are held against it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._database = desk.book.database
        self._shown: dict[tuple[int, date | None], ShownCase | None] = {}
        self._answering: dict[Question, dict[str, Counted]] = {}
        self._again = CountedAgain(desk)

    def moves(self, statement: Statement) -> list[Move]:
        """Return what moved of the things that a statement rests on."""
        changed = self._changed_since(statement)
        bases = statement.bases
        reports = [one for one in bases if one.kind in (BasisKind.REPORT, BasisKind.VERSION)]
        moved = {
            move.basis: move
            for move in (
                *self._reports(reports, changed),
                *self._figures([one for one in bases if one.kind is BasisKind.FIGURE], self._first_after(statement)),
                *self._counts([one for one in bases if one.kind is BasisKind.COUNT], changed),
            )
        }
        return [moved[one.uuid] for one in bases if one.uuid in moved]

    def shown(self, keys: Iterable[int], day: date | None = None) -> Shown:
        """Return some cases as they stand, or stood on a day; each is read once."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if (key, day) not in self._shown]
        found = these_cases(self._desk, missing, Moment(day))
        self._shown.update({(key, day): found.get(key) for key in missing})
        return {key: case for key in wanted if (case := self._shown[key, day]) is not None}

    # ---- what changed

    @cached_property
    def _editions(self) -> dict[str, Edition]:
        return {one.uuid: one for one in stored.editions(self._database)}

    @cached_property
    def _countable(self) -> dict[int, Counted]:
        return stored.countable(self._database)

    @cached_property
    def _origins(self) -> dict[int, dict[str, str]]:
        return {key: _origin(one) for key, one in self._countable.items()}

    @cached_property
    def _key_of(self) -> dict[str, int]:
        return {one.uuid: key for key, one in self._countable.items()}

    def _first_after(self, statement: Statement) -> int:
        """Return the number of the first change that a statement could not know of."""
        number = stored.first_change(self._database, statement.uuid)
        edition = self._editions.get(statement.edition)
        return min(number, edition.recorded + 1) if edition else number

    def _changed_since(self, statement: Statement) -> frozenset[str] | None:
        edition = self._editions.get(statement.edition)
        at = min(statement.entered_at, edition.issued_at) if edition else statement.entered_at
        return stored.changed_since(self._database, self._first_after(statement), at)

    # ---- reports

    def _reports(self, bases: list[Basis], changed: frozenset[str] | None) -> Iterable[Move]:
        case_of = stored.cases_of_claims(self._database, (one.target for one in bases))
        looked_at = {claim: key for claim, (key, uuid) in case_of.items() if changed is None or uuid in changed}
        today = self.shown(looked_at.values())
        then = {day: self.shown(looked_at.values(), day) for day in {_day(one) for one in bases}}
        for basis in bases:
            if basis.target not in case_of:
                yield Move(basis.uuid, basis.label, basis.value, _GONE)
            elif basis.target in looked_at:
                key = looked_at[basis.target]
                case = then[_day(basis)].get(key, today[key])
                move = report_moved(basis, report_now(today[key], case, basis.target))
                yield from [move] if move else []

    # ---- reported totals

    def _figures(self, bases: list[Basis], since: int) -> Iterable[Move]:
        changed = stored.totals_changed_since(self._database, since, (one.target for one in bases))
        now = stored.figures_now(self._database, (one.target for one in bases))
        after = stored.figures_now(self._database, (one.replaced_by for one in now.values()))
        for basis in bases:
            figure = now.get(basis.target)
            if figure is None:
                yield Move(basis.uuid, basis.label, basis.value, _GONE)
            elif figure.replaced_on and (not basis.as_of or basis.target in changed):
                by = after.get(figure.replaced_by)
                words = figure_words(by) if by else "withdrawn"
                yield Move(basis.uuid, basis.label, basis.value, words, figure.replaced_why)
            elif basis.target in changed and (words := figure_words(figure)) != basis.value:
                yield Move(basis.uuid, basis.label, basis.value, words, "how it was entered was corrected")

    # ---- counts

    def _counts(self, bases: list[Basis], changed: frozenset[str] | None) -> Iterable[Move]:
        for basis in bases:
            told = counting.read_kept(basis, lookups.bytes_of(self._database, basis.members))
            if told.question.day and (asked := self._again.asked_now(told)) != told.question:
                value = asked if isinstance(asked, str) else self._value(asked, _day(basis))
                yield Move(basis.uuid, basis.label, basis.value, value, "how its total was entered was corrected")
                continue
            gone = told.members.keys() - self._key_of.keys()  # a case removed before it came is in no journal of ours
            look_at = None if changed is None else changed | gone
            if (look_at is None or look_at) and (move := self._count(basis, told, look_at)):
                yield move

    def _count(self, basis: Basis, told: Count, changed: frozenset[str] | None) -> Move | None:
        day, question, then = _day(basis), told.question, told.members
        answering = self._answering_on(question, changed, day)
        looked_at = {one for one in (*then, *answering) if changed is None or one in changed}
        if not looked_at:
            return None
        keys = [self._key_of[one] for one in looked_at if one in answering]
        by_uuid = {case.records.uuid: case for case in self.shown(keys, day).values()}
        standing = {one.claim.uuid for case in self.shown(keys).values() for one in case.judged if one.standing}
        now = {
            uuid: [claim for claim in self._counted_on(case, question) if claim in standing]
            for uuid, case in by_uuid.items()
        }
        moved = shift(then, now, looked_at)
        moved = replace(moved, new=tuple(one for one in moved.new if not _was_counted(by_uuid[one], now[one], then)))
        same = now.keys() - {*moved.new, *moved.other} if question.day else ()
        otherwise = tuple(one for one in sorted(same) if answering[one] != told.how_of(one))
        value = self._value(question, day)
        if not (moved.cases or otherwise) and value == basis.value:
            return None
        after = f"{value}: {_same_number(moved)}" if value == basis.value else value
        who = self._who_moved(moved, otherwise)
        return Move(basis.uuid, basis.label, basis.value, after, who, (*moved.cases, *otherwise))

    def _counted_on(self, case: ShownCase, question: Question) -> tuple[str, ...]:
        return self._again.reports(case, question) if question.day else counted_on(case)

    def _answering_on(self, question: Question, changed: frozenset[str] | None, day: date | None) -> Mapping[str, str]:
        """Return who answers a question, and how each is counted; of a day before, among those who changed."""
        if question.day:
            return self._answering_by_event(question, changed, day)
        return dict.fromkeys(self._answering_as_they_stand(question, changed, day), "")

    def _answering_by_event(
        self, question: Question, changed: frozenset[str] | None, day: date | None
    ) -> dict[str, str]:
        keys = None if changed is None else [self._key_of[one] for one in changed if one in self._key_of]
        found = self._again.found(question, Moment(day), keys)
        return {self._countable[key].uuid: how_counted(one) for key, one in found.items()}

    def _answering_as_they_stand(
        self, question: Question, changed: frozenset[str] | None, day: date | None
    ) -> Mapping[str, Counted]:
        if day is None:
            return self._answering_now(question)
        everyone = finding.find_ids(self._database, replace(question.wanted(), query=Query()))
        keys = [key for key in everyone if changed is None or self._countable[key].uuid in changed]
        then = self.shown(keys, day)
        names = {row.uuid: row.name for row in lookups.situations(self._database)}
        return {
            case.records.uuid: self._countable[key]
            for key, case in then.items()
            if answers(question.wanted(), case, names) and question.takes(origin_of(case))
        }

    def _answering_now(self, question: Question) -> dict[str, Counted]:
        if question not in self._answering:
            wanted = question.wanted().on(NOW, self._desk.today())
            found = [self._countable[key] for key in finding.find_ids(self._database, wanted)]
            takes = question.takes
            self._answering[question] = {one.uuid: one for one in found if takes(self._origins[one.id])}
        return self._answering[question]

    def _value(self, question: Question, day: date | None) -> str:
        if question.day:
            return self._again.value(question, Moment(day))
        if day is not None:
            then = wanted_cases(self._desk, question.wanted(), Moment(day)).values()
            return counting.counted("", question, (one for one in then if question.takes(origin_of(one)))).value
        now = self._answering_now(question).values()
        disputed = (one for one in now if one.certainty == "disputed")
        return counting.number(_people(now), _people(disputed))

    def _who_moved(self, moved: Shift, otherwise: tuple[str, ...]) -> str:
        parts = (
            ("No longer counted", moved.gone),
            ("Newly counted", moved.new),
            ("Counted on other reports", moved.other),
            ("Counted in another way", otherwise),
        )
        return " ".join(f"{words}: {self._names(uuids)}." for words, uuids in parts if uuids)

    def _names(self, uuids: tuple[str, ...]) -> str:
        known = [self._countable[self._key_of[one]] for one in uuids if one in self._key_of]
        names = [f"{one.heading} ({show_ref(one.ref)})" for one in known[:_NAMED_AT_MOST]]
        more = len(uuids) - len(names)
        return ", ".join([*names, *([f"{more} more" if names else _GONE] if more else [])])


def report_now(today: ShownCase, then: ShownCase, claim: str) -> ReportNow:
    """Return how one report stands: by today's decisions, held against the case of the day that was told of."""
    judged = next(one for one in today.judged if one.claim.uuid == claim)
    field = judged.claim.field
    case = then if judged.standing else today
    leads = claim in {one.uuid for one in leading(case, field)}
    words = wording.in_use(case, field)
    return ReportNow(
        case.records.uuid, words, judged.standing, leads, is_disputed(case, field), _what_became_of(judged)
    )


def figure_words(figure: Figure | FigureNow) -> str:
    """Say a reported total: how many, of what."""
    unit = "" if figure.unit == "people" else f" ({figure.unit})"
    high = "" if figure.high == figure.low else f"–{figure.high:,}" if figure.high is not None else " or more"
    sign = "" if figure.relation == "=" else f"{figure.relation} "
    return f"{sign}{figure.low:,}{high} {figure.measure}{unit}"


def _same_number(moved: Shift) -> str:
    """Say what moved of a count whose number is what it was."""
    return "as many, but not the same people" if moved.gone or moved.new else "the same people, otherwise reported"


def _day(basis: Basis) -> date | None:
    return date.fromisoformat(basis.as_of) if basis.as_of else None


def _what_became_of(judged: Judged) -> str:
    if judged.standing or judged.decision is None:
        return ""
    return ": ".join(filter(None, (_UNDONE[judged.decision.verdict], judged.decision.reason)))


def _was_counted(case: ShownCase, on: Sequence[str], then: Members) -> bool:
    """Tell whether somebody newly named was counted before as one of a group, on the same reports."""
    groups = [member.group for member in case.records.member_of if member.group in then]
    before = {claim for group in groups for claim in then[group]}
    return bool(groups) and {one.claim.base for one in case.judged if one.claim.uuid in on} <= before


def _origin(one: Counted) -> dict[str, str]:
    value = json.loads(one.origin) if one.origin else {}
    return {} if is_blank(value) else value


def _people(counted: Iterable[Counted]) -> Span:
    return sum((Span(one.low, one.high) for one in counted), Span())
