"""Grades of sources and reports, and who counts as another source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casefiles.domain import grading
from casefiles.domain.records import CaseKind, CaseRecords, Claim, Grade
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status_rule import derive_status
from tests.domain.told import paper, told

MEA = ConfirmingBody("Ministry of External Affairs (MEA)")


def graded(claim: Claim, credibility: str, reliability: str = "") -> Claim:
    source = replace(claim.source, reliability=reliability) if claim.source else None
    return replace(claim, credibility=credibility, source=source)


def grade(claim: Claim, credibility: str, on: str, number: int = 1) -> Grade:
    return Grade(f"grade {number}", number, claim.uuid, credibility, "why", "AB", on)


def shown(claims: list[Claim], *grades: Grade) -> ShownCase:
    return show_case(CaseRecords("case", 1, CaseKind.PERSON, claims=tuple(claims), grades=grades))


def test_every_step_is_said_in_plain_words() -> None:
    assert "".join(step.sign for step in grading.RELIABILITY) == "ABCDEF"
    assert "".join(step.sign for step in grading.CREDIBILITY) == "123456"
    for step in (*grading.RELIABILITY, *grading.CREDIBILITY):
        assert step.name
        assert step.about
        assert not step.about.endswith(".")
    assert grading.RELIABILITY[-1].name == grading.CREDIBILITY[-1].name == "Cannot be judged"


def test_f_6_and_none_rank_lowest_and_equal() -> None:
    claim = told("age", "30", source=paper("Daily Courier"))
    none = grading.weight(graded(claim, ""))
    assert none == grading.weight(graded(claim, "6", "F"))
    ranked = [grading.weight(graded(claim, sign)) for sign in "54321"]
    assert sorted({none, *ranked}) == [none, *ranked]
    assert grading.weight(graded(claim, "2", "E")) > grading.weight(graded(claim, "3", "A"))
    assert grading.weight(graded(claim, "2", "A")) > grading.weight(graded(claim, "2", "B"))


def test_grades_are_written_as_a_pair_and_said_in_words() -> None:
    claim = told("age", "30", source=paper("Daily Courier"))
    assert grading.sign(graded(claim, "2", "A")) == "A2"
    assert grading.words(graded(claim, "2", "A")) == "source completely reliable, report probably true"
    assert (grading.sign(claim), grading.words(claim)) == ("", "")


def test_the_latest_grade_in_effect_counts_on_each_day() -> None:
    claim = told("age", "30", source=paper("Daily Courier"), learned="2024-06-01")
    grades = grade(claim, "4", "2024-06-02"), grade(claim, "2", "2024-07-01", 2)
    untouched = CaseRecords("case", 1, CaseKind.PERSON, claims=(claim,), grades=grades)
    records = show_case(untouched).records
    assert records.claims[0].credibility == "2"
    for day, expected in (("2024-06-01", ""), ("2024-06-30", "4"), ("2024-07-01", "2")):
        then = show_case(untouched, learned=date.fromisoformat(day))
        assert then.judged[0].claim.credibility == expected


def test_of_one_day_the_better_graded_report_leads() -> None:
    one = told("status", "killed", "friend", "2024-03-01", paper("Daily Courier"))
    other = told("status", "died", "lawyer", "2024-03-01", paper("Hill Herald"))
    for better, worse in ((one, other), (other, one)):
        status = derive_status([graded(better, "2"), graded(worse, "3")])
        assert status.current is not None
        assert status.current.claim.uuid == better.uuid


def test_what_was_said_later_goes_before_the_better_grade() -> None:
    early = told("status", "returned", "friend", "2024-03-01", paper("Daily Courier"))
    late = told("status", "missing", "lawyer", "2024-03-09", paper("Hill Herald"))
    status = derive_status([graded(early, "1", "A"), late])
    assert status.current is not None
    assert status.current.claim.uuid == late.uuid


def test_a_field_goes_by_the_better_grade_where_both_were_said_on_one_day() -> None:
    one = told("age", "30", "friend", "2024-03-01", paper("Daily Courier"), number=1)
    other = told("age", "40", "lawyer", "2024-03-01", paper("Hill Herald"), number=2)
    assert shown([one, other]).fields["age"].text == "40"
    assert shown([one, other], grade(one, "2", "2024-06-02")).fields["age"].text == "30"


@pytest.mark.parametrize(
    ("others", "alone"),
    [
        ([], True),
        ([told("status", "killed", source=paper("Hill Herald"))], False),
        ([told("status", "killed", source=paper("Daily Courier", "2024-06-13"))], True),
        ([told("status", "missing", source=paper("Hill Herald"))], True),
        ([told("status", "killed", "the family", source=paper("Daily Courier"))], False),
        ([told("status", "killed")], True),
    ],
    ids=["nobody", "another paper", "the same paper again", "something else", "another voice in it", "the desk"],
)
def test_confirmed_by_others_asks_for_two_independent_sources(others: list[Claim], alone: bool) -> None:
    claim = told("status", "killed", source=paper("Daily Courier", "2024-06-12"))
    assert grading.is_alone(claim, [claim, *others], [MEA]) is alone


def test_two_papers_with_one_agencys_copy_are_one_source_whoever_they_quote() -> None:
    one = told("status", "killed", "police", source=paper("Daily Courier", group="News Agency"))
    other = told("status", "killed", "police officials", source=paper("Hill Herald", group="The news agency"))
    own = told("status", "killed", "the family", source=paper("River Post"))
    assert grading.is_alone(one, [one, other], [])
    assert not grading.is_alone(one, [one, other, own], [])


def test_who_confirms_the_state_does_not_confirm_the_village() -> None:
    village = told("origin", {"place": "Kadipur", "state": "Bihar"}, source=paper("Daily Courier"))
    state = told("origin", {"state": "Bihar"}, source=paper("Hill Herald"))
    assert grading.is_alone(village, [village, state], [])
    assert not grading.is_alone(state, [village, state], [])


def test_a_grade_of_1_says_when_the_other_source_fell_away() -> None:
    one = told("age", "30", source=paper("Daily Courier"))
    other = told("age", "30", source=paper("Hill Herald"))
    first = grade(one, "1", "2024-06-02")
    assert [judged.is_alone for judged in shown([one, other], first).judged] == [False, False]
    assert [judged.is_alone for judged in shown([one], first).judged] == [True]
