"""Numbers are read as they are said, and said again; the words for what is counted come to one label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.figure_numbers import Number, read_number, say_number, settle
from casefiles.domain.figures import Relation
from casefiles.domain.intervals import Interval, total
from casefiles.domain.measures import EVERYBODY, read_measure
from casefiles.domain.problems import BadInput

EQUAL, LEAST, MOST, ABOUT = Relation.EXACTLY, Relation.AT_LEAST, Relation.AT_MOST, Relation.ABOUT


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", Number(12, 12)),
        ("1,202", Number(1202, 1202)),
        ("twelve", Number(12, 12)),
        ("none", Number(0, 0)),
        ("35–50", Number(35, 50)),
        ("35 to 50", Number(35, 50)),
        ("between 35 and 50", Number(35, 50)),
        ("about 200", Number(200, 200, ABOUT)),
        ("~200", Number(200, 200, ABOUT)),
        ("around 35-50", Number(35, 50, ABOUT)),
        ("20-odd", Number(20, 20, ABOUT)),
        ("at least 4", Number(4, None, LEAST)),
        ("150+", Number(150, None, LEAST)),
        ("more than 150", Number(150, None, LEAST)),
        (">150", Number(150, None, LEAST)),
        ("up to 30", Number(0, 30, MOST)),
        ("No more than 30", Number(0, 30, MOST)),
        ("a dozen", Number(12, 12)),
    ],
)
def test_a_number_is_read_as_it_was_said(typed: str, number: Number) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "some", "many", "-3", "50–35", "1.5", "about", "99999999999999999999", "१२x"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        read_number(typed)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(list(Relation)))
def test_what_is_said_is_read_again(one: int, other: int, relation: Relation) -> None:
    low, high = sorted((one, other))
    number = settle(low, None if relation is LEAST else high, relation)
    assert settle(number.low, number.high, number.relation) == number
    again = read_number(say_number(number))
    assert again.bounds == number.bounds
    assert again.is_about == number.is_about


def test_a_number_given_in_part_is_settled() -> None:
    assert settle(4, None, EQUAL) == Number(4, 4)
    assert settle(None, 5, MOST) == settle(5, 5, MOST) == Number(0, 5, MOST)
    assert settle(4, 4, LEAST) == Number(4, None, LEAST)


_intervals = st.builds(
    lambda low, more: Interval(low, None if more is None else low + more),
    st.integers(0, 50),
    st.one_of(st.none(), st.integers(0, 50)),
)


def some_in(number: Interval) -> list[int]:
    high = number.low + 40 if number.high is None else number.high
    return sorted({number.low, (number.low + high) // 2, high})


def holds(number: Interval, one: int) -> bool:
    return number.low <= one and (number.high is None or one <= number.high)


@given(_intervals, _intervals)
def test_what_is_left_holds_every_way_it_can_be(whole: Interval, part: Interval) -> None:
    left = whole.less(part)
    possible = [w - p for w in some_in(whole) for p in some_in(part) if p <= w]
    assert all(left is not None and holds(left, one) for one in possible)
    if left is None:
        assert part.is_over(whole)
        assert not possible


@given(st.lists(_intervals, max_size=4))
def test_a_sum_holds_every_sum(numbers: list[Interval]) -> None:
    added = total(numbers)
    assert holds(added, sum(one.low for one in numbers))
    assert holds(added, sum(some_in(one)[-1] for one in numbers))


@pytest.mark.parametrize(
    ("typed", "label", "query"),
    [
        ("Dead", "dead", "status:dead"),
        ("deaths", "dead", "status:dead"),
        ("killed", "killed", "status:killed"),
        ("still in", "still there", "status:still_there"),
        ("Released and repatriated", "released and repatriated", "status:released,repatriated"),
        ("dead or missing", "dead or missing", "status:dead,missing"),
        ("TOTAL", "total", "*"),
        ("recruited", "recruited", "*"),
        ("families contacted", "families contacted", ""),
    ],
)
def test_a_measure_has_one_label_and_suggests_a_query(typed: str, label: str, query: str) -> None:
    measure = read_measure(typed)
    assert (measure.text, measure.query) == (label, query)
    assert read_measure(label) == measure


def test_two_orders_of_words_are_one_measure() -> None:
    assert read_measure("missing and dead").key == read_measure("dead or missing").key
    assert read_measure("recruited").statuses == EVERYBODY


@pytest.mark.parametrize("typed", ["dead", "out", "home", "total", "recruited", "shelters", "captured"])
def test_events_cannot_fall(typed: str) -> None:
    assert not read_measure(typed).can_fall


@pytest.mark.parametrize("typed", ["missing", "held", "still there", "dead or missing", "serving"])
def test_states_can_fall(typed: str) -> None:
    assert read_measure(typed).can_fall
