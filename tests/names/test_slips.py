"""Slips of the pen are told by the letters that were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.slips import LETTERS_TURNED, ONE_OTHER, ONE_TYPED_WRONG, TWO_TYPED_WRONG, slip


@pytest.mark.parametrize(
    ("typed", "meant", "near"),
    [
        ("fewnick", "fenwick", LETTERS_TURNED),
        ("fenick", "fenwick", ONE_TYPED_WRONG),
        ("fennwick", "fenwick", ONE_TYPED_WRONG),
        ("fenqick", "fenwick", ONE_TYPED_WRONG),
        ("fenlick", "fenwick", ONE_OTHER),
        ("budathki", "budhathoki", 0.0),
        ("khordorovsky", "khodorovsky", ONE_TYPED_WRONG),
        ("mukhopadyhya", "mukhopadhyay", 0.0),
        ("bandopadyay", "bandyopadhyay", TWO_TYPED_WRONG),
        ("menwick", "fenwick", 0.0),
        ("thpa", "thapa", 0.0),
    ],
)
def test_how_near_a_slip_is(typed: str, meant: str, near: float) -> None:
    assert slip(typed, meant) == near


@given(st.text("abcde", min_size=1), st.text("abcde", min_size=1))
def test_a_slip_is_the_same_both_ways(one: str, other: str) -> None:
    assert slip(one, other) == slip(other, one)
