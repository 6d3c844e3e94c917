"""Places of origin as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.places import COUNTRIES, STATES, Place, read_place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Surat, Gujarat, India", Place("Surat", "", "Gujarat", "India")),
        ("Surat in Gujarat", Place("Surat", "", "Gujarat")),
        ("surat IN gujarat", Place("surat IN gujarat")),
        ("Surat in gujarat, india", Place("Surat", "", "Gujarat", "India")),
        ("Hyderabad", Place("Hyderabad")),
        ("Gujarat", Place("", "", "Gujarat")),
        ("Kenya", Place("", "", "", "Kenya")),
        ("Kaski, Nepal", Place("Kaski", "", "", "Nepal")),
        ("Ward 4, Pokhara, Kaski, Gandaki, Nepal", Place("Ward 4, Pokhara", "Kaski", "Gandaki", "Nepal")),
        ("Stow in the Wold", Place("Stow in the Wold")),
        ("Niger", Place("", "", "", "Niger")),
        ("Niger, Nigeria", Place("", "", "Niger", "Nigeria")),
        ("", Place()),
        (" , ,", Place()),
    ],
)
def test_read_place(typed: str, place: Place) -> None:
    assert read_place(typed) == place


@given(st.text(max_size=40))
def test_any_text_can_be_read_and_reading_what_is_shown_shows_the_same(text: str) -> None:
    shown = ", ".join(read_place(text).parts())
    assert ", ".join(read_place(shown).parts()) == shown


def test_states_belong_to_countries_of_the_table() -> None:
    assert set(STATES) <= set(COUNTRIES)
    assert len(set(COUNTRIES)) == len(COUNTRIES)
