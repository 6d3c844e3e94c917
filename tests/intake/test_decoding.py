"""Bytes become exactly the characters they stand for, and how that is known is told."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.problems import BadInput, CannotCapture
from casefiles.intake.decoding import decode, is_wide, oddities

RUSSIAN = "Семья из Казани сообщила, что двое её сыновей погибли под Донецком."
SPANISH = "José Núñez murió en el frente según su familia, que recibió la noticia el martes."
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text[0] != "\ufeff")


@given(WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_comes_back_exactly(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).chars == text


def test_nothing_is_made_tidy() -> None:
    text = "cafe\u0301\r\ntwo\rthree\n\n  \u00a0four\u2028\t"
    assert decode(text.encode()).chars == text


@pytest.mark.parametrize(
    ("data", "encoding", "known_from"),
    [
        ("plain".encode("utf-8-sig"), "utf-8", "byte order mark"),
        ("नाम".encode("utf-16"), "utf-16", "byte order mark"),
        ("नाम".encode(), "utf-8", "all bytes fit"),
    ],
)
def test_the_mark_or_the_fit_tells_the_encoding(data: bytes, encoding: str, known_from: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.known_from, decoded.notes) == (encoding, known_from, ())


def test_the_servers_word_is_taken_if_it_fits() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), declared="windows-1251")
    assert decoded.chars == RUSSIAN
    assert decoded.known_from == "declared by the server"
    assert not decoded.notes


def test_the_pages_word_is_taken_if_it_fits() -> None:
    page = f"<html><head><meta http-equiv='x' content='text/html; charset=koi8-r'></head>{RUSSIAN}"
    decoded = decode(page.encode("koi8-r"), page=True)
    assert decoded.chars == page
    assert decoded.known_from == "declared in the page"


def test_text_that_only_quotes_a_meta_tag_declares_nothing() -> None:
    assert decode(b"<meta charset=koi8-r> caf\xc3\xa9").encoding == "utf-8"


def test_a_page_that_can_be_read_is_not_in_utf_16_whatever_it_says() -> None:
    assert decode(b"<meta charset='utf-16'><p>Asfan", page=True).encoding == "utf-8"


def test_latin_1_means_windows_1252_as_browsers_agree() -> None:
    assert decode(b"\x93killed\x94", declared="iso-8859-1").chars == "“killed”"


def test_a_wrong_word_of_the_server_is_overruled_and_told() -> None:
    decoded = decode("“killed” in Сумы".encode(), declared="iso-8859-1")
    assert decoded.chars == "“killed” in Сумы"
    assert "windows-1252 was declared by the server" in decoded.notes[0]


def test_a_declaration_that_does_not_fit_is_told_too() -> None:
    decoded = decode(SPANISH.encode("cp1252"), declared="utf-8")
    assert decoded.chars == SPANISH
    assert "utf-8 was declared by the server" in decoded.notes[0]
    assert "guessed" in decoded.notes[1]


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (SPANISH, "latin-1", "windows-1252"),
    ],
)
def test_a_guess_is_a_guess_and_says_so(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.chars, decoded.encoding, decoded.known_from) == (text, encoding, "guessed")
    assert "Check that names and accents are right" in decoded.notes[0]


def test_other_encodings_that_fit_are_named_with_the_guess() -> None:
    said = decode(SPANISH.encode("latin-1")).notes[0]
    assert "windows-1250" in said
    several = said.partition(";")[2].count("windows-") > 1
    assert ("fit as well" in said, "fits as well" in said) == (several, not several)


def test_the_officers_choice_is_final() -> None:
    assert decode(b"caf\xc3\xa9", "windows-1252").chars == "cafÃ©"
    assert decode(b"a\0b\0", "utf-16-le").chars == "ab"
    with pytest.raises(CannotCapture, match=r"Byte 4 \(0xE9\) stands for no character in utf-8"):
        decode(b"caf\xe9", "utf-8")


@pytest.mark.parametrize("chosen", ["utf-8", "utf-16-le", "utf-32"])
def test_a_mark_is_part_of_the_encoding_chosen(chosen: str) -> None:
    marked = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-32": "utf-32"}[chosen]
    assert decode("नाम".encode(marked), chosen).chars == "नाम"


@pytest.mark.parametrize("chosen", ["rot13", "hex", "unicode_escape", "utf-7", "no such", "a\0b", "idna"])
def test_only_encodings_of_documents_may_be_chosen(chosen: str) -> None:
    with pytest.raises(BadInput, match="no encoding known"):
        decode(b"text", chosen)


def test_an_unknown_word_of_the_server_is_passed_over() -> None:
    assert decode("नाम".encode(), declared="x-user-defined").chars == "नाम"


def test_what_fits_nothing_is_refused_with_the_byte_and_a_way_out() -> None:
    noise = bytes(random.Random(7).choices(range(1, 256), k=400))
    with pytest.raises(CannotCapture, match=r"Byte [\d,]+ \(0x[0-9A-F]{2}\)") as refused:
        decode(noise)
    assert "Choose the encoding" in refused.value.hint


@pytest.mark.parametrize("data", [b"words\0words", b"\x01\x02\x03\x04 words", "words\0".encode("utf-16")])
def test_zeros_and_control_characters_are_no_text(data: bytes) -> None:
    with pytest.raises(CannotCapture, match="does not hold text"):
        decode(data)


def test_what_does_not_show_is_kept_and_told() -> None:
    text = "killed\u202e12\u202c \x07 \ufffd" + "words " * 50
    assert decode(text.encode()).chars == text
    direction, control, lost = oddities(text)
    assert "2 marks that turn the reading direction" in direction
    assert "1 control character" in control
    assert "1 characters already lost" in lost
    assert oddities("नमस्\u200dते\r\n\tplain") == ()


def test_wide_encodings_are_known() -> None:
    assert is_wide("UTF-16")
    assert is_wide("utf_32_be")
    assert not is_wide("utf-8")
    assert not is_wide(None)
    assert not is_wide("nonsense")
