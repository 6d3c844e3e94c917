"""Dates are read as written, never padded and never guessed."""

from __future__ import annotations

import pytest

from casefiles.intake.published import edtf, stands_in


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("2024-06-12", "2024-06-12"),
        ("2024-06-12T23:30:00-05:00", "2024-06-12"),
        (" 2024/06/12 08:00", "2024-06-12"),
        ("20240612T0900", "2024-06-12"),
        ("Wed, 12 Jun 2024 10:00:00 GMT", "2024-06-12"),
        ("June 12, 2024", "2024-06-12"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("3rd September 2024", "2024-09-03"),
        ("2024-06", "2024-06"),
        ("2024-02-31", None),
        ("2024-13-01", None),
        ("06/12/2024", None),
        ("2024", None),
        ("Wednesday", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("1718182800", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_left(said: str, read: str | None) -> None:
    assert edtf(said) == read


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Published 12 June 2024 by", True),
        ("Jun. 12th, 2024", True),
        ("2024-06-12", True),
        ("on 12/06/2024", False),
        ("on 12 June", False),
        ("112 June 2024", False),
        ("12 July 2024", False),
    ],
)
def test_a_day_stands_in_the_words_or_does_not(words: str, there: bool) -> None:
    assert stands_in("2024-06-12", words) is there


def test_numbers_alone_count_when_they_can_mean_one_day_only() -> None:
    assert stands_in("2024-06-22", "22/06/2024")
    assert stands_in("2024-06-22", "06/22/2024")
    assert stands_in("2024-06-06", "6.6.2024")
