"""One of a group is identified: the totals of every day stay what they were, before it and after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.entries import Report
from casefiles.workspace.printing import Order

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook
    from tests.workspace.conftest import Clock

MEA = read_speakers(["MEA"])


def totals(book: Casebook, days: list[date]) -> dict[date, list[tuple[str, str, str]]]:
    """Return what a briefing counts on each day: label, people, disputed."""
    found = {}
    for day in days:
        facts = book.briefings.facts(Order("situation", moment=Moment(day))).situation
        assert facts is not None
        assert facts.total is not None
        found[day] = [(row.label, row.number, row.disputed) for row in (*facts.counts, facts.total)]
    return found


@pytest.mark.parametrize("size", ["2", "2-5"])
def test_no_total_moves_on_any_day(book: Casebook, clock: Clock, size: str) -> None:
    first = book.desk.today()
    killed = Report("status", {"status": "killed"}, speakers=MEA, said_on="2024-06-11")
    group = book.people.add(CaseKind.GROUP, [Report("size", typed=size), killed])
    clock.later(5)
    missing = Report("status", {"status": "missing"}, speakers=read_speakers(["family"]), said_on="2024-06-16")
    book.people.report(group, [missing])
    clock.later(5)
    days = [first + timedelta(days=number) for number in range(-1, 25)]
    before = totals(book, days)
    person = book.people.identify_new(group, [Report("name", typed="Bina Thapa")], "named by the family")
    assert totals(book, days) == before
    clock.later(3)
    other = book.people.identify_new(group, [Report("name", typed="Ravi Rai")], "named by the paper")
    assert totals(book, days) == before
    book.people.unidentify(book.people.view(group).members[-1].link)
    assert book.people.view(other).pill.text == "No status yet"
    for day in days:
        if day < book.desk.today():
            assert totals(book, [day])[day] == before[day]
    book.journal.undo()
    assert totals(book, days) == before
    assert book.people.view(person).pill.text == "Disputed: killed / missing"


def dead(book: Casebook, day: date) -> str:
    """Return how many are counted as dead, as learned by a day."""
    return next((number for label, number, _ in totals(book, [day])[day] if label == "Dead"), "")


def test_an_identification_dated_back_takes_nobody_out_of_any_day(book: Casebook, clock: Clock) -> None:
    """Who is one of a group from a day on is known from that day, also if nothing is passed on."""
    first = book.desk.today()
    group = book.people.add(CaseKind.GROUP, [Report("size", typed="2")])
    clock.later(10)
    days = [first + timedelta(days=number) for number in range(-1, 11)]
    before = totals(book, days)
    since = first + timedelta(days=4)
    person = book.people.identify_new(group, [Report("name", typed="Bina Thapa")], "named", since)
    assert totals(book, days) == before
    assert book.people.view(person, Moment(since)).people.low == 1
    book.journal.undo()
    assert totals(book, days) == before


def test_an_identification_taken_back_counts_nobody_twice_on_any_day(book: Casebook, clock: Clock) -> None:
    killed = Report("status", {"status": "killed"}, speakers=MEA, said_on="2024-06-11")
    group = book.people.add(CaseKind.GROUP, [Report("size", typed="2"), killed])
    clock.later(2)
    identified = book.desk.today()
    person = book.people.identify_new(group, [Report("name", typed="Bina Thapa")], "named")
    clock.later(3)
    own = book.people.identify_new(group, [Report("name", typed="Ravi Rai"), killed], "named")
    clock.later(2)
    for member in book.people.view(group).members:
        book.people.unidentify(member.link)
    assert book.people.view(person).pill.text == "No status yet"
    assert book.people.view(own).pill.text == "Killed", "what was reported of him himself stays"
    assert dead(book, identified) == "2"
    assert dead(book, book.desk.today()) == "3"
    with pytest.raises(BadInput, match="is still to come"):
        book.people.identify(group, person, "found", book.desk.today() + timedelta(days=1))


def test_what_an_officer_let_stand_again_is_set_aside_with_the_identification(book: Casebook, clock: Clock) -> None:
    killed = Report("status", {"status": "killed"}, speakers=MEA, said_on="2024-06-11")
    group = book.people.add(CaseKind.GROUP, [Report("size", typed="2"), killed])
    person = book.people.identify_new(group, [Report("name", typed="Bina Thapa")], "named")
    (copied,) = book.people.view(person).field("status").reports
    book.people.set_aside(copied.claim, "a slip")
    clock.later(1)
    book.people.restore(copied.claim, "no slip")
    clock.later(1)
    book.people.unidentify(book.people.view(group).members[0].link)
    assert book.people.view(person).pill.text == "No status yet"
