"""A name taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.parts import Kind, of_folded, read


def folded(name: str) -> str:
    return read(name)[0].folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thapa, Rohan", "Rohan Thapa"),
        ("Shri Rohan Thapa", "Rohan Thapa"),
        ("Late Capt. Rohan Thapa", "Rohan Thapa"),
        ("Pareshbhai Gajera", "Paresh Gajera"),
        ("Meenaben Vasava", "Meena Vasava"),
        ("Dombahadur Ale", "Dom Bahadur Ale"),
        ("Hariprasad Sapkota", "Hari Prasad Sapkota"),
        ("शिवप्रसाद ओली", "शिव प्रसाद ओली"),
        ("Abdulkarim", "Abdul Karim"),
        ("Abdur Rashid", "Abdul Rashid"),
        ("Abd al-Karim", "Abdelkarim"),
        ("Nizam ud Din", "Nizamuddin"),
        ("Nizam al-Din", "Nizameddine"),
        ("Shafiq-ul-Islam", "Shafiqul Islam"),
        ("Habib ur Rahman", "Habibur Rahman"),
        ("Md. Rohan", "Mohammed Rohan"),
        ("মোঃ রহিম", "মোহাম্মদ রহিম"),
        ("Sk Rohan", "Shaikh Rohan"),
        ("Dil Bdr. Oli", "Dil Bahadur Oli"),
        ("T.K. Rohan", "TK Rohan"),
        ("T K Rohan", "T. K. Rohan"),
        ("Rohan s/o Ram Thapa", "Rohan"),
        ("Juan de la Cruz", "Juan Cruz"),
        ("Bakyt uulu Azamat", "Bakyt oglu Azamat"),
        ("के. सी. राम", "K. C. राम"),
        ("केसी राम", "K C राम"),
        ("ஆர். சரவணன்", "R. சரவணன்"),
        ("ROHAN THAPA", "rohan thapa"),
    ],
)
def test_ways_to_write_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Balwinder Kaur", "f"),
        ("Balwinder Singh", "m"),
        ("Meenaben Vasava", "f"),
        ("Anna Petrova", "f"),
        ("Ivan Petrov", "m"),
        ("Azamat Bakyt uulu", "m"),
        ("Rohan Thapa", ""),
    ],
)
def test_some_parts_tell_the_sex(name: str, sex: str) -> None:
    assert read(name)[0].sex == sex


def test_fathers_and_initials_are_known_as_such() -> None:
    kinds = [part.kind for part in read("Dmitry S. Pavlovich Volkov")[0].parts]
    assert kinds == [Kind.FULL, Kind.INITIAL, Kind.FATHER, Kind.FULL]


def test_an_alias_is_a_name_of_its_own() -> None:
    assert [name.folded for name in read("Rohan Thapa @ Ramu alias Raju")] == ["rohan tapa", "ramu", "raju"]
    assert [name.folded for name in read("Rohan Thapa (Ramu Dai)")] == ["rohan tapa", "ramu de"]
    assert folded("Rohan (Ramu) Thapa") == "rohan tapa"


def test_titles_and_small_words_stay_where_nothing_else_is_left() -> None:
    assert folded("Shri") == "sri"
    assert folded("de") == "de"
    assert folded("Bhai") == "be"
    assert read("")[0].parts == ()
    assert read("42 – ?")[0].folded == "42"


@given(st.text())
def test_any_text_can_be_taken_apart_and_folding_again_changes_nothing(text: str) -> None:
    for name in read(text):
        assert of_folded(name.folded).folded == name.folded
        assert all(0 < part.weight <= 1 and part.said for part in name.parts)
