"""What a case shows, from its reports and decisions, on any day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.certainty import Certainty
from casefiles.domain.records import CaseKind, CaseRecords, Claim, Decision, Membership, Verdict
from casefiles.domain.shown import ShownCase, ShownField, show_case
from casefiles.domain.span import ONE, Span
from casefiles.domain.speakers import ConfirmingBody
from tests.domain.told import decided, paper, told

MEA = (ConfirmingBody("MEA"),)
COURIER, HERALD, GAZETTE = paper("Daily Courier"), paper("Hill Herald"), paper("River Gazette")


def case(*claims: Claim, decisions: tuple[Decision, ...] = (), **more: Any) -> CaseRecords:
    kind = more.pop("kind", CaseKind.PERSON)
    return CaseRecords("case", 1, kind, "2025-01-01T00:00:00+00:00", claims, decisions, **more)


def shown(*claims: Claim, decisions: tuple[Decision, ...] = (), learned: date | None = None) -> ShownCase:
    return show_case(case(*claims, decisions=decisions), MEA, learned)


def age(*claims: Claim, decisions: tuple[Decision, ...] = (), learned: date | None = None) -> ShownField:
    return shown(*claims, decisions=decisions, learned=learned).fields["age"]


# ---- which value is used


@pytest.mark.parametrize(
    ("claims", "text", "certainty"),
    [
        ([told("age", "30", source=COURIER)], "30", Certainty.REPORTED),
        ([told("age", "30")], "30", Certainty.DESK),
        ([told("age", "30", "MEA"), told("age", "33", "family", "2025-09-01")], "30", Certainty.DISPUTED),
        ([told("age", "30", "family", "2025-01-01"), told("age", "33")], "30", Certainty.DISPUTED),
        ([told("age", "30", "family", "2025-02-01"), told("age", "33", "pal", "2025-01-01")], "30", Certainty.DISPUTED),
        ([told("age", "30-35", "MEA"), told("age", "32", "family", "2025-01-01")], "32", Certainty.REPORTED),
        ([told("age", "32", "MEA"), told("age", "30-35", "family", "2025-01-01")], "32", Certainty.CONFIRMED),
        ([told("age", "30", "MEA"), told("age", "30", source=COURIER)], "30", Certainty.CONFIRMED),
        ([told("age", {"blank": "unknown"}, "MEA"), told("age", "30", "family")], "30", Certainty.REPORTED),
        ([told("age", {"blank": "withheld"}, "MEA")], "Withheld", Certainty.CONFIRMED),
    ],
    ids=[
        "one source", "desk entry", "confirming first", "sourced before desk", "said last", "fuller, but unconfirmed",
        "confirmed and fuller", "confirmed and repeated", "unknown stands against nothing", "only a blank",
    ],
)  # fmt: skip
def test_the_value_in_use(claims: list[Claim], text: str, certainty: Certainty) -> None:
    found = age(*claims)
    assert (found.text, found.certainty) == (text, certainty)


def test_confirming_the_state_does_not_confirm_the_town() -> None:
    found = shown(told("origin", "Gujarat", "MEA"), told("origin", "Surat, Gujarat", source=COURIER)).fields["origin"]
    assert (found.text, found.certainty, len(found.versions)) == ("Surat, Gujarat", Certainty.REPORTED, 1)
    assert (found.sources, found.voices) == (1, 1)


def test_differing_values_are_versions_with_their_reports() -> None:
    claims = (
        told("age", "30", source=COURIER),
        told("age", "30", source=HERALD),
        told("age", "33", "MEA", source=GAZETTE),
    )
    found = age(*claims)
    assert [(one.text, one.sources) for one in found.versions] == [("33", 1), ("30", 2)]
    assert shown(*claims).versions == 1


def test_papers_with_one_copy_are_one_voice_in_two_papers() -> None:
    copies = [paper("Daily Courier", original="Agency"), paper("Hill Herald", original="Agency")]
    found = age(*(told("age", "30", source=copy) for copy in copies), told("age", "30"))
    assert (found.sources, found.voices) == (2, 1)
    assert shown(*(told("age", "30", "family", source=one) for one in (COURIER, HERALD))).independent == 1


# ---- decisions


def test_use_this_one_holds_from_its_day_on() -> None:
    first, second = told("age", "30", "MEA", learned="2025-01-01"), told("age", "33", "family", learned="2025-01-02")
    chosen = decided(Verdict.USE, second, on="2025-03-01")
    now, before = (age(first, second, decisions=(chosen,), learned=date(2025, m, d)) for m, d in ((3, 1), (2, 28)))
    assert (now.text, now.certainty, now.chosen) == ("33", Certainty.REPORTED, chosen)
    assert (before.text, before.certainty, before.chosen) == ("30", Certainty.DISPUTED, None)
    assert len(now.versions) == 2


def test_the_last_choice_counts_unless_its_report_was_set_aside() -> None:
    first, second = told("age", "30", "MEA"), told("age", "33", "family")
    choices = decided(Verdict.USE, first), decided(Verdict.USE, second, on="2026-01-02")
    assert age(first, second, decisions=choices).text == "33"
    aside = decided(Verdict.SET_ASIDE, second, on="2026-01-03")
    assert age(first, second, decisions=(*choices, aside)).text == "30"


@pytest.mark.parametrize("verdict", [Verdict.SET_ASIDE, Verdict.REPLACE])
def test_set_aside_and_accepted_again(verdict: Verdict) -> None:
    first, second = told("age", "30", "MEA"), told("age", "33", "family")
    aside, back = decided(verdict, first), decided(Verdict.ACCEPT, first, on="2026-02-01")
    assert age(first, second, decisions=(aside,)).text == "33"
    assert [one.standing for one in shown(first, second, decisions=(aside,)).judged] == [False, True]
    assert age(first, second, decisions=(aside, back)).text == "30"
    assert age(first, second, decisions=(aside, back), learned=date(2026, 1, 31)).text == "33"


def test_nothing_is_known_before_it_was_learned() -> None:
    before = shown(told("age", "30", "MEA", learned="2025-05-02"), learned=date(2025, 5, 1))
    assert before.fields == {}
    assert before.judged == ()


# ---- names


def name(text: str, kind: str = "display", **more: Any) -> Claim:
    return told("name", {"text": text, "kind": kind}, **more)


def test_the_display_name_heads_the_case_and_the_native_one_stands_beside() -> None:
    found = shown(name("A. Rana", "alias"), name("आशा राणा", "native"), name("Asha Rana"))
    assert (found.heading, found.native_name, found.named) == ("Asha Rana", "आशा राणा", True)
    assert [claim.value["text"] for claim in found.names] == ["Asha Rana", "A. Rana", "आशा राणा"]


def test_a_chosen_name_heads_the_case() -> None:
    first, native = name("Asha Rana"), name("आशा राणा", "native")
    found = shown(first, native, decisions=(decided(Verdict.USE, native),))
    assert (found.heading, found.native_name) == ("आशा राणा", "")


def test_a_person_without_a_name_is_not_named() -> None:
    found = shown(told("name", {"blank": "withheld"}), told("age", "30"))
    assert (found.heading, found.named, found.names) == ("Not named", False, ())


def test_several_nationalities_stand_together_the_chosen_first() -> None:
    first, second = told("nationality", "India"), told("nationality", "Nepal")
    found = shown(first, second, decisions=(decided(Verdict.USE, second),))
    assert [claim.value["country"] for claim in found.nationalities] == ["Nepal", "India"]


# ---- groups


def group(size: str, members: tuple[str, ...] = (), learned: date | None = None) -> ShownCase:
    links = tuple(Membership(f"link {day}", "case", f"person {day}", day) for day in members)
    return show_case(case(told("size", size, learned="2024-01-01"), kind=CaseKind.GROUP, members=links), (), learned)


@pytest.mark.parametrize(
    ("size", "members", "people", "heading"),
    [
        ("2", (), Span(2, 2), "2 people not named"),
        ("2-5", (), Span(2, 5), "2–5 people not named"),
        ("1", (), ONE, "1 person not named"),
        ("2", ("2024-07-01",), ONE, "2 people not named"),
        ("2-5", ("2024-07-01",) * 3, Span(0, 2), "2–5 people not named"),
    ],
)
def test_a_group_counts_those_not_yet_identified(
    size: str, members: tuple[str, ...], people: Span, heading: str
) -> None:
    found = group(size, members)
    assert (found.people, found.heading) == (people, heading)


def test_members_count_from_their_day_and_totals_never_move() -> None:
    for day in range(1, 6):
        then = date(2024, 7, day)
        found = group("3", ("2024-07-02", "2024-07-04"), learned=then)
        assert found.people.low + len(found.records.members) == 3
    assert group("3", ("2024-07-02", "2024-07-04"), learned=date(2024, 7, 3)).people == Span(2, 2)


def test_a_person_is_one_person_whatever_is_reported() -> None:
    assert shown(told("size", "40")).people == ONE


# ---- for any reports at all

TYPED: dict[str, list[Any]] = {
    "age": ["30", "33", "30-35", {"blank": "unknown"}],
    "sex": ["Man", "Woman"],
    "origin": ["Gujarat", "Surat, Gujarat", "Kaski, Nepal"],
    "left_home": ["2024", "2024-03", "2024-03-09", "2024-04/.."],
    "name": ["Asha Rana", {"text": "आशा", "kind": "native"}],
    "nationality": ["India", {"country": "Nepal", "verified_by": "MEA"}],
    "status": ["killed", {"status": "missing", "date": "2024-03"}, "repatriated", {"blank": "withheld"}],
    "notes": ["a\nb", "c"],
}
CLAIMS = st.lists(
    st.sampled_from(sorted(TYPED)).flatmap(
        lambda key: st.builds(
            told,
            st.just(key),
            st.sampled_from(TYPED[key]),
            st.sampled_from(["", "MEA", "family", "family, via Hill Herald"]),
            st.sampled_from(["", "2024-06", "2025-01-14"]),
            st.sampled_from([None, COURIER, HERALD]),
        )
    ),
    max_size=7,
)


def summary(found: ShownCase) -> object:
    """Return all that a case shows, without what it is made from."""
    parts = found.status.current, found.status.certainty, found.status.disputing
    plain = {
        key: (one.claim, one.certainty, {v.text for v in one.versions}, one.voices) for key, one in found.fields.items()
    }
    counts = found.versions, found.sources, found.independent, found.people, found.size
    return plain, found.names, found.heading, found.native_name, parts, counts


@given(CLAIMS, CLAIMS)
def test_a_report_set_aside_changes_nothing_shown(kept: list[Claim], aside: list[Claim]) -> None:
    decisions = tuple(decided(Verdict.SET_ASIDE, claim) for claim in aside)
    assert summary(shown(*kept, *aside, decisions=decisions)) == summary(shown(*kept))


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_reading_reports_does_not_matter(claims: list[Claim], chance: Any) -> None:
    mixed = list(claims)
    chance.shuffle(mixed)
    assert summary(shown(*mixed)) == summary(shown(*claims))


@given(CLAIMS)
def test_reports_of_one_field_do_not_touch_another(claims: list[Claim]) -> None:
    found = shown(*claims)
    for key, one in found.fields.items():
        alone = shown(*(claim for claim in claims if claim.field == key)).fields[key]
        assert one == alone


@given(CLAIMS, st.integers(0, 6))
def test_every_shown_value_is_that_of_a_standing_report(claims: list[Claim], pick: int) -> None:
    aside = tuple(decided(Verdict.SET_ASIDE, claim) for claim in claims[:pick])
    found = shown(*claims, decisions=aside)
    standing = {claim.uuid: claim for claim in claims[pick:]}
    for key, one in found.fields.items():
        assert standing[one.claim.uuid].value == one.value
        assert one.text == BY_KEY[key].kind.show(one.value)
        assert one.claim in one.versions[0].claims
        assert one.claim in one.supporting
    assert all(claim.uuid in standing for claim in (*found.names, *found.nationalities))
    assert found.status.current is None or found.status.current.claim.uuid in standing
    assert found.named == bool(found.names)
