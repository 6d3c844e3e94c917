"""Replacing a report overtakes exactly the statements that rest on it, be it only through a count.

Counts of people as they stand and of people on the day of a printed total are both held to it.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.domain.statements import State
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.list_words import say_day
from casefiles.workspace.printing import Order
from casefiles.workspace.statements import RestsOn, Said

FAMILY = read_speakers(["family"])
VALUES = {"age": "41", "sex": "man", "origin": "Kaski, Nepal", "status": ""}
FIELDS = sorted(VALUES)
STATUSES = ("killed", "missing", "detained")
GROUPS = {"killed": "status:dead", "missing": "status:missing", "detained": "status:held"}

people = st.lists(st.tuples(st.sampled_from(STATUSES), st.booleans()), min_size=1, max_size=4)
bases = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(FIELDS)), max_size=3)
counts = st.lists(st.sampled_from(["", "status:dead", "status:missing", "status:held"]), max_size=2, unique=True)
MEASURES = {"dead": "status:dead", "missing": "status:missing", "held": "status:held", "total": "*"}
DAYS = ("2024-02-29", "2024-03-31", "2024-04-30")
totals = st.lists(st.tuples(st.sampled_from(sorted(MEASURES)), st.sampled_from(DAYS)), min_size=1, unique=True)
statements = st.lists(st.tuples(bases, counts), min_size=1, max_size=5)


def report(field: str, status: str, day: str) -> Report:
    if field == "status":
        return Report("status", {"status": status, "date": day}, speakers=FAMILY, said_on=day)
    return Report(field, typed=VALUES[field], speakers=FAMILY, said_on=day)


def enter(book: Casebook, status: str, *, is_group: bool) -> dict[str, str]:
    """Enter a person, or a group of three, and return the reports by their fields."""
    kind = CaseKind.GROUP if is_group else CaseKind.PERSON
    reports = [
        *([Report("size", typed="3")] if is_group else []),
        *(report(field, status, "2024-03") for field in FIELDS),
    ]
    case = book.people.add(kind, reports)
    return {one.field: one.claim for one in book.people.view(case).reports} | {"case": str(case)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, statements, st.integers(0, 3), st.sampled_from(FIELDS), st.booleans())
def test_replacing_one_report(
    cases: list[tuple[str, bool]],
    told: list[tuple[list[tuple[int, str]], list[str]]],
    which: int,
    field: str,
    clock_stands: bool,
) -> None:
    now = [datetime(2024, 6, 1, 9, tzinfo=UTC)]
    with tempfile.TemporaryDirectory() as folder:
        book = Casebook.new(Path(folder) / "a.casebook", clock=lambda: now[0])
        try:
            known = [enter(book, status, is_group=is_group) for status, is_group in cases]
            number, status = which % len(known), cases[which % len(known)][0]
            replaced = known[number][field]
            expected, every = set(), set()
            for reports, queries in told:
                claims = [known[case % len(known)][key] for case, key in reports]
                uuid = book.statements.add(
                    Said("press", "A line"), RestsOn(claims, counts=[Question(query) for query in queries])
                )
                every.add(uuid)
                counted = field == "status" and any(query in ("", GROUPS[status]) for query in queries)
                if replaced in claims or counted:
                    expected.add(uuid)
            assert {row.uuid for row in book.statements.rows(State.STANDS)} == every
            now[0] += timedelta(seconds=0 if clock_stands else 5)
            new = book.people.report(int(known[number]["case"]), [report(field, status, "2024-04")])[0]
            book.people.replace(replaced, new, "the family corrected it")
            assert {row.uuid for row in book.statements.rows(State.OVERTAKEN)} == expected
        finally:
            book.close()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people, totals, st.integers(0, 3), st.sampled_from(FIELDS), st.booleans())
def test_replacing_one_report_behind_the_people_beside_totals(
    cases: list[tuple[str, bool]], told: list[tuple[str, str]], which: int, field: str, clock_stands: bool
) -> None:
    now = [datetime(2024, 6, 1, 9, tzinfo=UTC)]
    with tempfile.TemporaryDirectory() as folder:
        book = Casebook.new(Path(folder) / "a.casebook", clock=lambda: now[0])
        try:
            known = [enter(book, status, is_group=is_group) for status, is_group in cases]
            entries = [FigureEntry(what, "9", query=MEASURES[what], as_of=day) for what, day in told]
            for entry in entries:
                book.figures.add([entry])
            book.editions.issue(Order(), "press", "Briefing room")
            (row,) = book.statements.rows()
            labels = {f"{what.capitalize()} as of {say_day(day)}" for what, day in told}
            assert labels <= {one.label for one in book.statements.view(row.uuid).bases}
            assert row.state is State.STANDS
            number, status = which % len(known), cases[which % len(known)][0]
            expected = {
                f"{what.capitalize()} as of {say_day(day)}"
                for what, day in told
                if field == "status" and MEASURES[what] in ("*", GROUPS[status]) and day >= "2024-03-01"
            }
            now[0] += timedelta(seconds=0 if clock_stands else 5)
            new = book.people.report(int(known[number]["case"]), [report(field, status, "2024-04")])[0]
            book.people.replace(known[number][field], new, "the family corrected it")
            moved = {one.label for one in book.statements.view(row.uuid).moved}
            assert moved & labels == expected
        finally:
            book.close()
