"""One of a group is identified: the totals of every day stay what they were, before it and after."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.moment import Moment
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
