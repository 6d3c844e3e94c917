"""Why a status stands, in words: what decided, and why each other report did not lead."""

from __future__ import annotations

import pytest
from hypothesis import given

from casefiles.domain.records import Claim
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status_argument import deciding, part_of
from casefiles.domain.status_rule import RULE, derive_status
from tests.domain.test_status_rule import COURIER, KILLED_JAN, MEA, SEQUENCES, parts_of, s
from tests.domain.told import paper

FAMILY = s("missing", "embassy, via family", "2025-12-10")


@pytest.mark.parametrize(
    ("reports", "bodies", "says"),
    [
        ([KILLED_JAN], [MEA], "It is the only report."),
        ([KILLED_JAN, FAMILY], [MEA], "It comes first because a body able to confirm says it."),
        ([KILLED_JAN, FAMILY], [], "It comes first because it was said last."),
        ([s("killed", "friend", "2025-01-05"), s("missing", said="2025-06-01")], [], "because a source stands behind"),
        (
            [s("recruited", "agent", "2024-05", "2024"), KILLED_JAN],
            [MEA],
            "It is the last in the order of what happened",
        ),
        ([KILLED_JAN, s("repatriated", "airline", "2025-02-20", "2025-02-19")], [MEA], "what came later concerns"),
        ([s("killed", "family", "2025-01-05"), s("missing", "family", "2025-02-05")], [], "the last word of who said"),
        ([KILLED_JAN, s("killed", "family", "2025-06-01")], [MEA], "All that is reported says so."),
        (
            [
                s("killed", "friend", "2025-01-05", source=COURIER, credibility="2"),
                s("died", "lawyer", "2025-01-05", source=paper("Hill Herald")),
            ],
            [],
            "because it has the better grade",
        ),
    ],
)
def test_what_decided_is_said(reports: list[Claim], bodies: list[ConfirmingBody], says: str) -> None:
    decided = deciding(derive_status(reports, bodies))
    assert decided is not None
    assert says in decided.sentence
    assert decided.line.value in RULE


def test_a_pin_decides_and_overrules() -> None:
    status = derive_status([KILLED_JAN, FAMILY], [MEA], FAMILY.uuid)
    decided = deciding(status)
    assert decided is not None
    assert decided.sentence == "An officer pinned it."
    assert part_of(status, KILLED_JAN.uuid) == ("against", "overruled: an officer pinned the other")


def test_every_report_that_does_not_lead_says_why() -> None:
    claims = [
        s("recruited", "agent", "2024-05-01", "2024"),
        KILLED_JAN,
        s("repatriated", "airline", "2025-02-20", "2025-02-19"),
        s("missing", "family", "2025-12-10"),
        s("captured", "family", "2025-11-10"),
        s("not_known", "lawyer", "2025-11-10"),
    ]
    status = derive_status(claims, [MEA])
    assert [part_of(status, claim.uuid) for claim in claims] == [
        ("history", "history: it came earlier, and the other may follow it"),
        ("current", ""),
        ("remains", "of the remains: it came after the death"),
        ("against", "less weight: no body able to confirm says it"),
        ("earlier word", "an earlier word: the same voice said otherwise later"),
        ("history", "history: it leaves open what the other says"),
    ]


def test_nothing_reported_has_no_argument() -> None:
    assert deciding(derive_status([])) is None
    assert part_of(derive_status([]), "claim") == ("", "")


@given(SEQUENCES)
def test_whatever_is_reported_each_report_but_the_leading_ones_says_why(claims: list[Claim]) -> None:
    status = derive_status(claims, [MEA])
    leading = {one.claim.uuid for one in (status.current, *status.agreeing) if one}
    for report in parts_of(status):
        part, why = part_of(status, report.claim.uuid)
        assert part
        assert bool(why) == (report.claim.uuid not in leading)
    assert (deciding(status) is None) == (not claims)
