"""Quotes are found exactly, and stand on the screen where they stand in the text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.passages import (
    ScreenPositions,
    Slice,
    anchor,
    codepoint_offset,
    passage,
    utf16_offset,
)
from casefiles.domain.problems import BadInput

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TRICKY = st.text(st.sampled_from("ab\r\n\u00a0\u2029\ufeff\u200d😀𐍈نہक्é\u0301"), max_size=40)


@given(TRICKY, st.data())
def test_a_passage_is_always_a_slice_and_is_found_again(text: str, data: st.DataObject) -> None:
    text += "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = passage(text, start, end)
    assert text[cut.start : cut.end] == cut.quote
    assert cut.stands_in(text)
    assert anchor(text, cut.quote, near=start) == (start, end)
    assert (cut.before + cut.quote + cut.after) in text
    assert len(cut.before) == min(start, 32)
    assert len(cut.after) == min(len(text) - end, 32)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 6), (9, 12)])
def test_a_quote_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadInput, match="5 characters"):
        passage("words", start, end)


def test_a_passage_knows_when_the_text_changed() -> None:
    cut = passage("two were killed", 0, 3)
    assert not cut.stands_in("Two were killed")
    assert not Slice(0, 0, "", "", "").stands_in("anything")


@pytest.mark.parametrize(
    ("near", "start"),
    [(None, 0), (0, 0), (2, 0), (3, 0), (4, 6), (6, 6), (9, 6), (10, 12), (-5, 0), (999, 12)],
)
def test_of_several_the_nearest_is_taken(near: int | None, start: int) -> None:
    assert anchor("killed killed killed".replace("killed", "dead,"), "dead,", near) == (start, start + 5)


@given(TRICKY, st.text("ab\r\n", min_size=1, max_size=2), st.integers(-3, 45))
def test_the_nearest_is_the_nearest_of_all(text: str, quote: str, near: int) -> None:
    starts = [at for at in range(len(text)) if text.startswith(quote, at)]
    found = anchor(text, quote, near)
    if not starts:
        assert found is None
    else:
        assert found is not None
        assert abs(found[0] - near) == min(abs(at - near) for at in starts)


def test_nothing_is_found_but_the_exact_words() -> None:
    assert anchor("Ashwinbhai Mangua", "ashwinbhai mangua") is None
    assert anchor("caf\u00e9", "cafe\u0301") is None
    assert anchor("a b", "a\u00a0b") is None
    assert anchor("a b", "") is None


@pytest.mark.parametrize(
    ("text", "codepoint", "position"),
    [
        ("plain words", 6, 6),
        ("😀 Asfan", 2, 3),
        ("one\r\ntwo", 5, 4),
        ("30\u00a0years", 3, 3),
        ("محمد اسفان", 5, 5),
        ("😀\r\n😀\r\nنام", 6, 6),
        ("\ufeffname", 1, 0),
    ],
)
def test_places_are_turned_into_positions_and_back(text: str, codepoint: int, position: int) -> None:
    assert utf16_offset(text, codepoint) == position
    assert codepoint_offset(text, position) == codepoint


def test_a_position_inside_a_character_means_the_start_of_it() -> None:
    assert codepoint_offset("😀!", 1) == 0


@given(TRICKY, st.data())
def test_turning_there_and_back_changes_no_word(text: str, data: st.DataObject) -> None:
    places = ScreenPositions(text)
    at = data.draw(st.integers(0, len(text)))
    back = places.in_text(places.on_screen(at))
    assert text[at:back] in {"", "\n", "\ufeff"}
    assert places.on_screen(back) == places.on_screen(at)


@given(text=TRICKY)
def test_positions_are_those_of_a_real_text_document(qapp: QApplication, text: str) -> None:
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setPlainText(text)
    assert utf16_offset(text, len(text)) == document.characterCount() - 1


def test_many_places_in_a_long_text_cost_little() -> None:
    text = "word 😀\r\n" * 100_000
    started = time.process_time()
    places = ScreenPositions(text)
    assert [places.in_text(places.on_screen(at)) for at in range(0, 800_000, 800)] == list(range(0, 800_000, 800))
    assert time.process_time() - started < 2
