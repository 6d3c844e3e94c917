"""What a partial date is: one canonical form, an earliest and a latest day, and how two compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casefiles.domain.dates import PartialDate, Point, read_date, show
from casefiles.domain.problems import BadInput

MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def points(draw: st.DrawFn, first_year: int = 1000, last_year: int = 9999) -> Point:
    day = draw(st.dates(date(first_year, 1, 1), date(last_year, 12, 31)))
    points = (Point(day.year), Point(day.year, day.month), Point(day.year, day.month, day.day))
    return replace(draw(st.sampled_from(points)), mark=draw(MARKS))


@st.composite
def partial_dates(draw: st.DrawFn, first_year: int = 1000, last_year: int = 9999) -> PartialDate:
    start = draw(points(first_year, last_year))
    end = draw(points(first_year, last_year))
    kind = draw(st.sampled_from(["single", "between", "by", "since"]))
    if kind == "between":
        assume(start.earliest <= end.latest)
    ends = {"single": (start, start), "between": (start, end), "by": (None, end), "since": (start, None)}
    return PartialDate(*ends[kind])


def near_dates() -> st.SearchStrategy[PartialDate]:
    return partial_dates(2023, 2024)


def days_of(when: PartialDate) -> set[date]:
    """Every day of 2023 and 2024 that lies within."""
    days = (date(2023, 1, 1) + timedelta(n) for n in range(731))
    first, last = when.earliest or date.min, when.latest or date.max
    return {day for day in days if first <= day <= last}


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("2024-02-21", "2024-02-21", "2024-02-21", "day"),
        ("2024-02-21?", "2024-02-21", "2024-02-21", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02%", "2023-02-01", "2023-02-28", "month"),
        ("2024-03~", "2024-03-01", "2024-03-31", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2025-01-04/2025-01-06", "2025-01-04", "2025-01-06", "range"),
        ("2024/2024-03", "2024-01-01", "2024-03-31", "range"),
        ("../2024-06-11", None, "2024-06-11", "range"),
        ("2024-04/..", "2024-04-01", None, "range"),
    ],
)
def test_a_date_knows_its_first_and_last_day(
    edtf: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    when = PartialDate.parse_edtf(edtf)
    assert when.edtf == str(when) == edtf
    assert when.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert when.latest == (date.fromisoformat(latest) if latest else None)
    assert when.precision == precision


@pytest.mark.parametrize(
    ("given_form", "canonical"),
    [
        ("2024-02-XX", "2024-02"),
        ("2024-XX-XX", "2024"),
        ("2024-XX?", "2024?"),
        ("202X", "2020/2029"),
        ("20XX~", "2000~/2099~"),
        ("2024-21", "2024-03/2024-05"),
        ("2024-24?", "2024-12?/2025-02?"),
        ("2024-21/2024-22", "2024-03/2024-08"),
        ("2024-04/", "2024-04/.."),
        ("/2024-04", "../2024-04"),
        ("2024-02-21/2024-02-21", "2024-02-21"),
    ],
)
def test_other_forms_of_the_same_date_become_one(given_form: str, canonical: str) -> None:
    assert PartialDate.parse_edtf(given_form).edtf == canonical


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2024-02-31", "2024-02-31 does not exist. February 2024 has 29 days."),
        ("2023-02-29", "2023-02-29 does not exist. February 2023 has 28 days."),
        ("2024-04-00", "2024-04-00 does not exist. April 2024 has 30 days."),
        ("2024-13", "2024-13 does not exist. Months run from 01 to 12."),
        ("2024-21-05", "2024-21-05 does not exist. Months run from 01 to 12."),
        ("0999", "A year must lie between 1000 and 9999."),
        ("9999-24", "A year must lie between 1000 and 9999."),
        ("2024-XX-05", "A date cannot skip its year or month."),
        ("202X-05", "A date cannot skip its year or month."),
        ("2025-03/2024", "2025-03/2024 ends before it begins."),
        ("../2024-02-30", "2024-02-30 does not exist. February 2024 has 29 days."),
    ],
)
def test_a_date_that_does_not_exist_is_told_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadInput) as trouble:
        PartialDate.parse_edtf(text)
    assert trouble.value.say == sentence
    assert trouble.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2024",
        "2024 ",
        "2024\n",
        "24",
        "2024-2",
        "2024-2-1",
        "March 2024",
        "2024-03~~",
        "../..",
        "/",
        "..",
        "2024/2025/2026",
        "2024-02-21T10:00",
        "-2024",
        "Y12024",
        "X024",
        "2XXX",
        "٢٠٢٤",
        "2024" * 300000,
    ],
)
def test_edtf_is_read_strictly(text: str) -> None:
    with pytest.raises(BadInput, match="not a date in EDTF"):
        PartialDate.parse_edtf(text)


def test_a_date_needs_at_least_one_end() -> None:
    with pytest.raises(BadInput, match="says nothing"):
        PartialDate(None, None)


@given(partial_dates())
def test_the_canonical_form_reads_back_to_the_same_value(when: PartialDate) -> None:
    again = PartialDate.parse_edtf(when.edtf)
    assert again == when
    assert hash(again) == hash(when)
    assert again.edtf == when.edtf


@given(partial_dates(), partial_dates())
def test_equal_dates_are_those_with_the_same_edtf(one: PartialDate, other: PartialDate) -> None:
    assert (one == other) == (one.edtf == other.edtf)


@given(partial_dates())
def test_a_date_never_ends_before_it_begins(when: PartialDate) -> None:
    assert (when.earliest or date.min) <= (when.latest or date.max)
    assert when.overlaps(when)


@given(near_dates(), near_dates())
def test_overlap_agreement_and_order_are_what_the_days_say(one: PartialDate, other: PartialDate) -> None:
    ours, theirs = days_of(one), days_of(other)
    assert one.overlaps(other) == other.overlaps(one) == bool(ours & theirs)
    assert one.agrees(other) == one.overlaps(other)
    assert one.can_precede(other) == (min(ours) <= max(theirs))


def test_two_events_of_one_day_can_come_in_either_order() -> None:
    day = PartialDate.parse_edtf("2024-03-05")
    assert day.can_precede(day)


def test_a_certain_order_is_seen() -> None:
    recruited, killed = PartialDate.parse_edtf("2023-12"), PartialDate.parse_edtf("2024-03~")
    assert recruited.can_precede(killed)
    assert not killed.can_precede(recruited)
    assert PartialDate.parse_edtf("2024").can_precede(killed)


def test_dates_sort_by_their_earliest_day_or_else_their_known_end() -> None:
    in_order = [
        "2023",
        "2024",
        "2024-02",
        "2024-02-01/2024-03-05",
        "2024-02-01/..",
        "../2024-02-21",
        "2024-03",
    ]
    dates = [PartialDate.parse_edtf(text) for text in reversed(in_order)]
    assert [when.edtf for when in sorted(dates, key=lambda when: when.sort_key)] == in_order


@given(near_dates(), near_dates())
def test_no_two_different_dates_tie(one: PartialDate, other: PartialDate) -> None:
    assert (one.sort_key == other.sort_key) == (one == other)


@pytest.mark.parametrize(
    ("edtf", "is_after"),
    [
        ("2024-06-12", True),
        ("2024-06-11", False),
        ("2024-06", False),
        ("2024-07", True),
        ("../2030", False),
        ("2024-06-12/..", True),
        ("2024-06-11/2030", False),
    ],
)
def test_after_a_day_means_wholly_after_it(edtf: str, is_after: bool) -> None:
    assert PartialDate.parse_edtf(edtf).is_after(date(2024, 6, 11)) is is_after


@given(partial_dates(), st.dates(date(1000, 1, 1)))
def test_every_shown_date_can_be_typed_again(when: PartialDate, today: date) -> None:
    assert read_date(show(when), today=today) == when
    assert read_date(when.edtf, today=today) == when
