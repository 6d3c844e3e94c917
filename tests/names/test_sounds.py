"""Spellings that mean one sound, and how near sounds are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.edits import nearness
from casefiles.names.sounds import skeleton, sound

WORDS = st.text("abcdefghijklmnopqrstuvwxyzAVWYL", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vikram", "wikram"),
        ("sandeep", "sandip"),
        ("anoop", "anup"),
        ("yousuf", "yusuf"),
        ("prateek", "pratik"),
        ("aarav", "arav"),
        ("fateh", "phateh"),
        ("thapa", "tapa"),
        ("bharat", "barat"),
        ("shibu", "sibu"),
        ("laxman", "lakshman"),
        ("jyoti", "jioti"),
        ("mangukiya", "mangukia"),
        ("hussain", "husain"),
        ("chhatra", "chatra"),
        ("qasim", "kasim"),
        ("gyan", "jnan"),
        ("dnyaneshwar", "gyaneshwar"),
        ("narain", "narayan"),
        ("zhukov", "zhukow"),
        ("anbarasan", "ambarasan"),
        ("yevgeny", "evgeny"),
        ("christopher", "kristofer"),
    ],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


NEAR = [
    ("bikram", "vikram"),
    ("zubair", "jubair"),
    ("hemal", "hemil"),
    ("dipesh", "deepash"),
    ("santosh", "santhosh"),
    ("pitam", "pritam"),
    ("mangua", "mangukiya"),
    ("zahoor", "zahur"),
    ("rathod", "rathor"),
    ("ishwor", "ishwar"),
]
FAR = [
    ("harsh", "suresh"),
    ("yasin", "yasir"),
    ("rakib", "sakib"),
    ("arjun", "arun"),
    ("amit", "ankit"),
    ("anil", "sunil"),
    ("salim", "salman"),
    ("nima", "mingma"),
    ("kasun", "nuwan"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_what_is_taken_for_each_other_is_near(one: str, other: str) -> None:
    assert nearness(sound(one), sound(other)) > 0.78


@pytest.mark.parametrize(("one", "other"), FAR)
def test_other_names_are_further_apart(one: str, other: str) -> None:
    assert nearness(sound(one), sound(other)) < 0.78


@given(WORDS)
def test_a_sound_is_next_to_itself(word: str) -> None:
    assert nearness(word, word) == 1.0


@given(WORDS, WORDS)
def test_nearness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= nearness(one, other) <= 1.0
    assert nearness(one, other) == pytest.approx(nearness(other, one), abs=1e-9)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_vowels_and_breath_leave_no_bones(word: str) -> None:
    assert not set(skeleton(sound(word))[1:]) & set("aeiouh")
