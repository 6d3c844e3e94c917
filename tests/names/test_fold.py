"""Index and query meet in one folded form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.names.fold import fold, words

OUR_SCRIPTS = st.characters(max_codepoint=0x0FFF) | st.characters(min_codepoint=0x1E00, max_codepoint=0x20FF)
WRITING = st.text(OUR_SCRIPTS | st.sampled_from("'’-. aesأيہकिन्‍ൻ")) | st.text()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Neil", "ONeil"),
        ("O’Neil", "oneil"),
        ("O´Neil", "O`Neil"),
        ("India’s", "India"),
        ("Abdul-Rahman", "Abdul Rahman"),
        ("Abdul‑Rahman", "abdul – rahman"),
        ("J.Kurien", "J Kurien"),
        ("MANGUKIYA", "Mangukiya"),
        ("José Núñez", "jose nunez"),
        ("Nguyễn Văn Đức", "Nguyen Van Duc"),
        ("Łukasz Søren Strauß", "lukasz soren strauss"),
        ("İbrahim Yıldız", "ibrahim yildiz"),
        ("Сергей Королёв", "Сергеи Королев"),
        ("Γιάννης", "γιαννης"),
        ("Ｒｏｈａｎ", "rohan"),
        ("ﬁona", "fiona"),
        ("يوسف علي", "یوسف علی"),
        ("كريم", "کریم"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("أحمد", "احمد"),
        ("آصف", "اصف"),
        ("فاطمة", "فاطمہ"),
        ("משֶׁה", "משה"),
        ("అశ్విన్\u200cభాయ్", "అశ్విన్భాయ్"),
        ("ജെയിൻ", "ജെയിന്\u200d"),
        ("क़ासिम", "क\u093cासिम"),
        ("ো", "\u09c7\u09be"),
        ("CF-٠٠١٠", "cf 0010"),
        ("  a\u00a0b\u200e ", "a b"),
    ],
)
def test_spellings_that_mean_the_same_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("मांगुकिया", "मगकय"),
        ("कि", "की"),
        ("राम", "रम"),
        ("ਸਿੰਘ", "ਸੰਘ"),
        ("ക", "കാ"),
        ("سنگھ", "سنگ"),
        ("Abdul Rahman", "AbdulRahman"),
        ("がく", "かく"),
    ],
)
def test_spellings_that_differ_to_their_readers_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("name", ["हेमिल मांगुकिया", "હેમિલ માંગુકીયા", "हेमिल अश्विनभाई", "රොහාන් පෙරේරා", "สมชาย"])
def test_indic_words_keep_every_sign(name: str) -> None:
    assert fold(name) == unicodedata.normalize("NFC", name)


@given(WRITING)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_no_single_character_folds_further() -> None:
    characters = map(chr, range(0x3100))
    assert [c for c in characters if fold(fold(c)) != fold(c)] == []


@given(WRITING)
def test_a_folded_text_is_composed_words_with_single_spaces(text: str) -> None:
    folded = fold(text)
    assert unicodedata.is_normalized("NFC", folded)
    assert folded == " ".join(words(text))
    assert {unicodedata.category(c)[0] for c in folded if c != " "} <= {"L", "N", "M", "C"}
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Cn"} for c in folded)


@given(WRITING, WRITING)
def test_words_beside_each_other_fold_as_they_do_alone(one: str, other: str) -> None:
    assert words(f"{one} | {other}") == words(one) + words(other)


def test_words_come_in_order() -> None:
    assert words("Hemil A. Mangukiya's brother, of Surat") == [
        "hemil",
        "a",
        "mangukiya",
        "brother",
        "of",
        "surat",
    ]
    assert words("…") == []
