"""Keys that other spellings share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.keys import asked_of, keys_of
from casefiles.names.parts import of_folded, read


def shared(asked: str, kept: str) -> int:
    return len(set(asked_of(read(asked)[0])) & set(keys_of(read(kept)[0])))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("Bikram Rathor", "Vikram Rathor"),
        ("V. Rathor", "Vikram Rathor"),
        ("Rathor Vikram", "Vikram Rathor"),
        ("Vikramrathor", "Vikram Rathor"),
        ("Vikramratoor", "Vikram Rathor"),
        ("Vikram", "Vikram Rathor"),
        ("Rathor", "Vikram Rathor"),
        ("Vikram Rathor", "Vikram Singh Rathor"),
        ("Viqtram Rathor", "Vikram Rathor"),
        ("विक्रम राठौर", "Vikram Rathor"),
        ("محمد اسفان", "Mohammed Asfan"),
    ],
)
def test_another_spelling_shares_a_key(asked: str, kept: str) -> None:
    assert shared(asked, kept)


def test_another_name_shares_none() -> None:
    assert shared("Vikram Rathor", "Kasun Perera") == 0


def test_a_name_has_few_keys() -> None:
    assert len(keys_of(read("Vikram Rathor")[0])) <= 10
    assert len(asked_of(read("Vikram Rathor")[0])) <= 8


@given(st.text())
def test_keys_follow_the_folded_form(text: str) -> None:
    for name in read(text):
        assert set(keys_of(of_folded(name.folded))) == set(keys_of(of_folded(of_folded(name.folded).folded)))
