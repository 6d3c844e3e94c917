"""Lines are never wider than their column, and no word is lost in them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.briefing.blocks import Span
from casefiles.briefing.fonts import FontShelf
from casefiles.briefing.lines import Line, Typesetter
from casefiles.briefing.shaping import Shaper
from casefiles.briefing.style import STYLES

if TYPE_CHECKING:
    from pathlib import Path

BODY = STYLES["body"]


@pytest.fixture
def typesetter(resources: Path) -> Typesetter:
    return Typesetter(Shaper(FontShelf(resources / "fonts")))


def letters(line: Line) -> str:
    return "".join(run.words for segment in line.segments for run in segment.runs)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("abcdefgh  iWm-/éШहि्कറ"), max_size=200),
    st.floats(min_value=25, max_value=400),
    st.lists(st.integers(min_value=1, max_value=9999), max_size=3),
)
def test_lines_fit_and_hold_every_letter(typesetter: Typesetter, words: str, width: float, notes: list[int]) -> None:
    lines = typesetter.lines((Span(words, notes=tuple(notes)),), BODY, width)
    assert all(line.width <= width + 0.01 for line in lines)
    held = "".join(map(letters, lines)).replace(" ", "")
    marks = f"[{','.join(map(str, notes))}]" if notes else ""
    assert held == words.replace(" ", "") + marks


def test_twenty_thousand_characters_without_a_space(typesetter: Typesetter) -> None:
    start = time.process_time()
    lines = typesetter.lines((Span("x" * 20_000),), BODY, 60)
    assert time.process_time() - start < 1.0
    assert all(line.width <= 60 for line in lines)
    assert sum(len(letters(line)) for line in lines) == 20_000


def test_urdu_gets_the_room_it_needs(typesetter: Typesetter) -> None:
    (latin,) = typesetter.lines((Span("Name"),), BODY, 400)
    (urdu,) = typesetter.lines((Span("عمران شیخ", lang="ur", direction="rtl"),), BODY, 400, rtl=True)
    assert latin.height == BODY.leading
    assert urdu.height > 2.3 * BODY.size


def test_words_run_from_the_right_and_numbers_from_the_left(typesetter: Typesetter) -> None:
    (line,) = typesetter.lines((Span("عمران 30 سال", lang="ur", direction="rtl"),), BODY, 400, rtl=True)
    assert letters(line) == "لاس 30 نارمع"
    assert line.segments[0].spoken == "عمران 30 سال"


def test_a_latin_span_in_a_right_to_left_paragraph_keeps_its_own_order(typesetter: Typesetter) -> None:
    spans = (Span("عمران", lang="ur", direction="rtl"), Span(" Baba Travels"))
    (line,) = typesetter.lines(spans, BODY, 400, rtl=True)
    assert "Baba Travels" in letters(line)
    assert letters(line).endswith("نارمع")


def test_a_cut_line_says_so(typesetter: Typesetter) -> None:
    line = typesetter.cut_to("A very long title that cannot fit", BODY, 60)
    assert line.width <= 60
    assert letters(line).endswith("…")


def test_each_right_to_left_stretch_is_spoken_once(typesetter: Typesetter) -> None:
    spans = (
        Span("عمران", lang="ur", direction="rtl", notes=(7,)),
        Span(" and "),
        Span("عمران", lang="ur", direction="rtl"),
    )
    (line,) = typesetter.lines(spans, BODY, 400)
    assert [segment.spoken for segment in line.segments if segment.spoken] == ["عمران", "عمران"]
