"""Grading through the door: what is refused, what is kept, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook
    from tests.workspace.conftest import Clock


def source(book: Casebook, publisher: str, **details: str) -> int:
    return book.sources.add(
        book.sources.take_paste(f"{publisher}: Bina Thapa was killed."), {"publisher": publisher, **details}
    )


@pytest.fixture
def case(book: Casebook) -> int:
    reports = [
        Report("name", typed="Bina Thapa"),
        Report(
            "status", typed="killed", source_id=source(book, "Daily Courier", reliability="B"), said_on="2024-06-11"
        ),
    ]
    return book.people.add(CaseKind.PERSON, reports)


def killed(book: Casebook, case: int) -> str:
    return next(report.claim for report in book.people.view(case).reports if report.field == "status")


def grade_of(book: Casebook, case: int) -> str:
    claim = killed(book, case)
    return next(report.grade for report in book.people.view(case).reports if report.claim == claim)


def test_a_grade_is_given_changed_and_taken_back(book: Casebook, case: int, clock: Clock) -> None:
    claim = killed(book, case)
    assert grade_of(book, case) == "B"
    book.grades.give(claim, "2", "fits the list of the ministry")
    assert grade_of(book, case) == "B2"
    view = next(report for report in book.people.view(case).reports if report.claim == claim)
    assert view.grade_words == "source usually reliable, report probably true"
    first_day = book.desk.today()
    clock.later(3)
    book.grades.give(claim, "3")
    assert grade_of(book, case) == "B3"
    then = book.people.view(case, Moment(first_day))
    assert next(report.credibility for report in then.reports if report.claim == claim) == "2"
    book.grades.give(claim, "")
    assert grade_of(book, case) == "B"
    book.journal.undo()
    assert grade_of(book, case) == "B3"
    told = [(line.what, line.after) for line in book.journal.of_case(case) if line.what == "Grade"]
    assert ("Grade", "2: fits the list of the ministry") in told
    assert ("Grade", "not graded") in told


def test_the_same_grade_again_is_no_change(book: Casebook, case: int) -> None:
    book.grades.give(killed(book, case), "2")
    before = book.journal.head_hash()
    book.grades.give(killed(book, case), "2", "again")
    assert book.journal.head_hash() == before


@pytest.mark.parametrize("grade", ["7", "A", "A2", "0"])
def test_what_is_no_grade_is_refused(book: Casebook, case: int, grade: str) -> None:
    with pytest.raises(BadInput, match="is not a grade"):
        book.grades.give(killed(book, case), grade)


def test_a_report_that_is_gone_is_told(book: Casebook) -> None:
    with pytest.raises(NotFound):
        book.grades.give("nothing", "2")


def test_1_needs_a_second_independent_source_and_says_when_it_falls_away(book: Casebook, case: int) -> None:
    with pytest.raises(BadInput, match="Only one independent source says this"):
        book.grades.give(killed(book, case), "1")
    (other,) = book.people.report(case, [Report("status", typed="killed", source_id=source(book, "Hill Herald"))])
    book.grades.give(killed(book, case), "1")
    assert grade_of(book, case) == "B1"
    book.people.set_aside(other, "another man")
    assert grade_of(book, case) == "B1, but only one independent source now"


def test_the_same_agencys_copy_is_no_second_source(book: Casebook, case: int) -> None:
    first = next(row.id for row in book.sources.rows())
    second = source(book, "Hill Herald")
    book.people.report(case, [Report("status", typed="killed", source_id=second)])
    for one in (first, second):
        book.sources.set_detail(one, "independence_group", "News Agency")
    with pytest.raises(BadInput, match="Only one independent source"):
        book.grades.give(killed(book, case), "1")


def test_a_graded_case_is_removed_and_brought_back_whole(book: Casebook, case: int) -> None:
    book.grades.give(killed(book, case), "2")
    book.people.remove(case)
    book.journal.undo()
    assert grade_of(book, case) == "B2"


def test_a_pin_is_let_go_and_the_rule_decides_again(book: Casebook, case: int) -> None:
    (missing,) = book.people.report(case, [Report("status", typed="missing", source_id=source(book, "Hill Herald"))])
    book.people.use(missing, "we spoke to the family")
    assert book.people.view(case).pill.text == "Reported missing"
    with pytest.raises(BadInput, match="reason is missing"):
        book.people.unpin(missing, " ")
    book.people.unpin(missing, "they were not sure")
    assert book.people.view(case).pill.text.startswith("Disputed")
    with pytest.raises(BadInput, match="the rule decides already"):
        book.people.unpin(missing, "again")
    assert book.journal.undo_label() == "Let the rule decide the status of Bina Thapa"


def test_what_was_chosen_before_does_not_come_back_when_a_choice_is_let_go(book: Casebook, case: int) -> None:
    ages = [
        book.people.report(case, [Report("age", typed=age, source_id=source(book, paper))])[0]
        for age, paper in (("30", "River Post"), ("40", "Hill Herald"), ("50", "City Times"))
    ]
    book.people.use(ages[0], "by the passport")
    book.people.use(ages[1], "by the family")
    book.people.unpin(ages[1], "neither is sure")
    assert book.people.view(case).field("age").disputed
