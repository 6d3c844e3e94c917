"""The script of a name, as fonts and index need it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.scripts import SCRIPTS, is_rtl, script_of


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Rohan Perera", "Latn"),
        ("Ｒｏｈａｎ", "Latn"),
        ("Nguyễn Văn Đức", "Latn"),
        ("हेमिल मांगुकिया", "Deva"),
        ("હેમિલ માંગુકિયા", "Gujr"),
        ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "Guru"),
        ("রহিম উদ্দিন", "Beng"),
        ("முருகன்", "Taml"),
        ("హెమిల్ అశ్విన్‌భాయ్", "Telu"),
        ("ജെയിൻ കുര്യൻ", "Mlym"),
        ("රොහාන් පෙරේරා", "Sinh"),
        ("محمد اسفان", "Arab"),
        ("Хемил Мангукия", "Cyrl"),
        ("משה כהן", "Hebr"),
        ("สมชาย ใจดี", "Thai"),
        ("王小明", "Hani"),
        ("አበበ ቢቂላ", "Ethi"),
        ("김민준", "Hang"),
        ("Γιάννης", "Grek"),
        ("", "Zyyy"),
        ("42 – ?", "Zyyy"),
    ],
)
def test_a_name_is_written_in_the_script_of_its_letters(name: str, script: str) -> None:
    assert script_of(name) == script
    assert script in SCRIPTS


def test_the_main_script_is_that_of_most_letters() -> None:
    assert script_of("राम (Ram Kumar)") == "Latn"
    assert script_of("मोहम्मद असफान (M.A.)") == "Deva"


def test_the_first_script_wins_a_tie() -> None:
    assert script_of("Абв Abc") == "Cyrl"
    assert script_of("Abc Абв") == "Latn"


@given(st.text())
def test_every_text_has_a_known_script(text: str) -> None:
    assert script_of(text) in SCRIPTS


def test_scripts_that_run_from_right_to_left() -> None:
    assert {script for script in SCRIPTS if is_rtl(script)} == {
        "Arab",
        "Hebr",
        "Syrc",
        "Thaa",
        "Nkoo",
        "Adlm",
    }


def test_scripts_have_plain_names() -> None:
    assert SCRIPTS["Deva"] == "Devanagari"
    assert len(set(SCRIPTS.values())) == len(SCRIPTS)
