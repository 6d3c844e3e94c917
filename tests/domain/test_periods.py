"""Who had which status on a day, by when things happened, and what a total leaves not accounted for."""

from __future__ import annotations

from typing import Any

import pytest

from casefiles.domain.intervals import Interval
from casefiles.domain.periods import FIRST_DAY, LAST_DAY, periods
from casefiles.domain.reconciled import Counted, left_over, say_counted, too_many, why_not_comparable
from casefiles.domain.records import CaseKind, CaseRecords, Claim, Decision, Verdict
from casefiles.domain.reported import Reported, standing
from casefiles.domain.shown import show_case
from casefiles.domain.speakers import ConfirmingBody
from tests.domain.told import told
from tests.domain.totals import total


def status(key: str, happened: str, by: str = "ministry", said: str = "") -> Claim:
    return told("status", {"status": key} | ({"date": happened} if happened else {}), by, said)


def days(
    *claims: Claim, decisions: tuple[Decision, ...] = (), bodies: tuple[ConfirmingBody, ...] = ()
) -> list[tuple[str, str, str, str]]:
    records = CaseRecords("case", 1, CaseKind.PERSON, claims=claims, decisions=decisions)
    return [(one.first, one.until, one.status, one.certainty) for one in periods(show_case(records, bodies), bodies)]


def test_a_status_counts_from_the_first_day_it_can_have_happened() -> None:
    assert days(status("recruited", "2024-01"), status("killed", "2024-03")) == [
        ("2024-01-01", "2024-03-01", "recruited", "reported"),
        ("2024-03-01", LAST_DAY, "killed", "reported"),
    ]


def test_without_a_day_it_counts_from_when_it_was_said_and_by_its_end_when_that_is_all() -> None:
    assert days(status("missing", "", said="2025-12-10")) == [("2025-12-10", LAST_DAY, "missing", "reported")]
    assert days(status("killed", "../2024-06-11")) == [("2024-06-11", LAST_DAY, "killed", "reported")]


def test_a_case_without_a_status_is_there_on_every_day() -> None:
    assert days() == [(FIRST_DAY, LAST_DAY, "not_known", "")]


def test_a_dispute_begins_on_the_day_of_the_other_word() -> None:
    found = days(
        status("killed", "2025-01-06", by="ministry", said="2025-01-14"),
        status("missing", "", by="family", said="2025-12-10"),
        bodies=(ConfirmingBody("ministry"),),
    )
    assert found == [
        ("2025-01-06", "2025-12-10", "killed", "confirmed"),
        ("2025-12-10", LAST_DAY, "killed", "disputed"),
    ]


def test_what_an_officer_chose_stands_from_the_day_it_happened() -> None:
    killed, missing = (
        status("killed", "2025-01-06", by="ministry"),
        status("missing", "", by="family", said="2025-12"),
    )
    choice = Decision("d", 1, missing.uuid, Verdict.USE, effective_on="2025-12-20")
    assert [one[2] for one in days(killed, missing, decisions=(choice,))] == ["killed", "missing"]


def reported(number: str, query: str = "status:dead", **more: Any) -> Reported:
    (one,) = standing([total(number, "dead", query=query, **more)]).values()
    return one


@pytest.mark.parametrize(
    ("number", "counted", "left", "flagged"),
    [
        ("4", Counted(2, 0, Interval(2, 2), 1), Interval(0, 0), False),
        ("4", Counted(2), Interval(2, 2), False),
        ("4", Counted(5), Interval(0, 0), True),
        ("4", Counted(2, 0, Interval(1, 3), 1), Interval(0, 1), False),
        ("35–50", Counted(40), Interval(0, 10), False),
        ("at least 4", Counted(2), Interval(2, None), False),
        ("about 4", Counted(9), Interval(0, 0), False),
        ("4", Counted(), Interval(4, 4), False),
    ],
)
def test_what_is_not_accounted_for_is_what_was_reported_less_those_we_have(
    number: str, counted: Counted, left: Interval, flagged: bool
) -> None:
    assert left_over(reported(number), counted) == left
    assert bool(too_many(reported(number), counted)) is flagged


@pytest.mark.parametrize(
    ("counted", "left", "words"),
    [
        (Counted(2, 0, Interval(2, 2), 1), Interval(0, 0), "2 named, 2 unnamed in one group, 0 not accounted for"),
        (Counted(), Interval(23, 23), "23 not accounted for"),
        (Counted(2, 1), Interval(1, 4), "2 named, 1 unnamed, 1–4 not accounted for"),
        (
            Counted(3, 1, Interval(2, 5), 2, Interval(1, 1)),
            Interval(0, 0),
            "3 named, 3–6 unnamed (2–5 in 2 groups), of which 1 disputed, 0 not accounted for",
        ),
    ],
)
def test_it_is_said_in_a_line(counted: Counted, left: Interval, words: str) -> None:
    assert say_counted(counted, left, about=False) == words


def test_what_has_no_query_is_never_guessed() -> None:
    assert why_not_comparable(reported("4", query="")) == "not comparable with people"
    assert why_not_comparable(reported("4", unit="remains")).startswith("not comparable with people: it counts remains")
    assert why_not_comparable(reported("4")) == ""
