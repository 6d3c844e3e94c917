"""Our people beside printed totals, as statements rest on them: counted by when things happened, and again later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from casefiles.domain.figures import Figure
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.periods import NAMED, status_on
from casefiles.domain.reconciled import say_people, why_not_comparable
from casefiles.domain.reported import Reported, with_inherited
from casefiles.domain.shown import ShownCase
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.statements import counted_on
from casefiles.storage import standing
from casefiles.storage.standing import Found
from casefiles.workspace import list_words
from casefiles.workspace.counting import Count, Question
from casefiles.workspace.desk import Desk
from casefiles.workspace.figure_people import found_on, questions
from casefiles.workspace.figure_reading import known_figures
from casefiles.workspace.shown_cases import bodies_at, these_cases


def counts_beside(desk: Desk, totals: Collection[str], moment: Moment, cases: Mapping[int, ShownCase]) -> list[Count]:
    """Return the count of our people beside each of some totals, by their UUIDs, that can be compared with people.

    Args:
        desk: where the casebook is.
        totals: those that are printed.
        moment: what was known.
        cases: those read already, as they stood at the moment.
    """
    known = {one.uuid: one for one in known_figures(desk, moment)}
    lines = {uuid: with_inherited(known[uuid], known) for uuid in totals}
    asked = questions(desk, lines.values(), moment)
    found = found_on(desk, set(asked.values()), moment)
    missing = {one.key for rows in found.values() for one in rows} - cases.keys()
    there, able = {**cases, **these_cases(desk, missing, moment)}, bodies_at(desk, moment)
    return [_count(lines[uuid], question, found[question], there, able) for uuid, question in asked.items()]


def how_counted(one: Found) -> str:
    """Say how a case is counted, as it is kept; empty for one person with a name, undisputed."""
    size = "" if one.low == one.high == 1 else str(one.low) if one.low == one.high else f"{one.low}-{one.high}"
    part = "" if one.part == NAMED else one.part
    return " ".join(filter(None, (part, size, "disputed" if one.is_disputed else "")))


class CountedAgain:
    """Counts the people beside totals again as the casebook stands, each in the way it was told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[tuple[Question, Moment], list[Found]] = {}

    def found(self, question: Question, moment: Moment, changed: Collection[int] | None) -> dict[int, Found]:
        """Return those counted today by local key; of a past moment, those among the changed that are."""
        if moment.is_now:
            return {one.key: one for one in self._everybody(question, moment)}
        return {one.key: one for one in found_on(self._desk, [question], moment, changed)[question]}

    def value(self, question: Question, moment: Moment) -> str:
        """Say what a count comes to today."""
        return _said(self._everybody(question, moment))

    def reports(self, case: ShownCase, question: Question) -> tuple[str, ...]:
        """Return the reports that counting a case rests on."""
        return counted_on(case, status_on(case, question.day, self._bodies))

    def asked_now(self, told: Count) -> Question | str:
        """Return what is asked beside the total today, or why nothing is; as it was told where the total is no more."""
        known = self._figures
        if told.beside not in known or known[told.beside].replaced_on:
            return told.question
        line = with_inherited(known[told.beside], known)
        question = questions(self._desk, [line], NOW).get(line.uuid)
        if question is None:
            return why_not_comparable(line)
        same = (question.query, question.day) == (told.question.query, told.question.day)
        return told.question if same else question

    @cached_property
    def _bodies(self) -> tuple[ConfirmingBody, ...]:
        return bodies_at(self._desk, NOW)

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {one.uuid: one for one in known_figures(self._desk, NOW)}

    def _everybody(self, question: Question, moment: Moment) -> list[Found]:
        asked = question, moment
        if asked not in self._found:
            self._found[asked] = found_on(self._desk, [question], moment)[question]
        return self._found[asked]


def _count(
    line: Reported,
    question: Question,
    found: Iterable[Found],
    cases: Mapping[int, ShownCase],
    bodies: tuple[ConfirmingBody, ...],
) -> Count:
    mine = {cases[one.key].records.uuid: one for one in found}
    members = {
        uuid: counted_on(case, status_on(case, question.day, bodies))
        for uuid, case in ((uuid, cases[one.key]) for uuid, one in mine.items())
    }
    how = {uuid: words for uuid, one in mine.items() if (words := how_counted(one))}
    return Count(_label(line), _said(mine.values()), question, members, how, line.uuid)


def _label(line: Reported) -> str:
    """Name a count by what its total counts, on which day, and of whom."""
    what = ", ".join(filter(None, (line.measure.text, line.figure.breakdown)))
    day = f" as of {list_words.say_day(line.as_of)}" if line.as_of else ""
    of = f" ({line.population})" if line.population else ""
    return f"{what[0].upper()}{what[1:]}{day}{of}"


def _said(found: Iterable[Found]) -> str:
    sums: dict[str, list[int]] = {}
    for one in found:
        told = (one.low, one.high, 1, one.low * one.is_disputed, one.high * one.is_disputed)
        sums[one.part] = [total + number for total, number in zip(sums.get(one.part, [0] * 5), told, strict=True)]
    return say_people(standing.counted(sums))
