"""Text from outside can only be read: nothing in it steers the page."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.briefing.plaintext import LONGEST_RUN, SOFT_BREAK, chunks, plain

STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff\u00ad\x00\x07\x1b\x85\ufffe"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(STEERING + " \n\t\u200d\u0301क्")), max_size=300))
def test_nothing_that_steers_survives(text: str) -> None:
    kept = plain(text)
    assert not set(kept) & set(STEERING)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in kept)
    assert "\n" not in kept
    assert all(len(run) <= LONGEST_RUN + 300 for run in kept.replace(SOFT_BREAK, " ").split(" "))


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"]), max_size=400))
def test_ordinary_text_loses_nothing(text: str) -> None:
    assert plain(text).replace(SOFT_BREAK, "") == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\u202eb", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("e\u0301", "é"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_kept_and_dropped(given_text: str, kept: str) -> None:
    assert plain(given_text) == kept


def test_long_runs_are_broken_and_long_texts_cut() -> None:
    assert plain("x" * 150) == SOFT_BREAK.join(["x" * 60, "x" * 60, "x" * 30])
    assert plain("y" * 30, limit=10) == "y" * 9 + "…"


def test_a_run_is_never_broken_before_a_mark() -> None:
    broken = plain("x" * 59 + "ि" * 3 + "y" * 60)
    assert broken.split(SOFT_BREAK)[0] == "x" * 59 + "ि" * 3


@given(st.text(alphabet="ab -/\u200bé", max_size=120))
def test_chunks_hold_the_whole_text(text: str) -> None:
    assert "".join(chunks(text)).replace(SOFT_BREAK, "") == text.replace(SOFT_BREAK, "")
    assert "".join(chunks(text, joints=False)) == text
