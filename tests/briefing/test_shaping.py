"""Words are shaped as their scripts ask, which a letter-by-letter writer would fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casefiles.briefing.fonts import FontShelf
from casefiles.briefing.shaping import Shaper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shaper(resources: Path) -> Shaper:
    return Shaper(FontShelf(resources / "fonts"))


def test_devanagari_conjuncts_join_and_the_short_i_moves_before_its_letter(shaper: Shaper) -> None:
    _, (run,) = shaper.word("क्षत्रिय", "regular", "hi", rtl=False)
    assert len(run.glyphs) < len("क्षत्रिय")
    assert run.composed
    assert run.words == "क्षत्रिय"
    _, (ki,) = shaper.word("कि", "regular", "hi", rtl=False)
    short_i = run.face.font.get_nominal_glyph(ord("ि"))
    ka = run.face.font.get_nominal_glyph(ord("क"))
    drawn = [glyph.number for glyph in ki.glyphs]
    assert drawn.index(ka) == 1, "the vowel sign is drawn first"
    assert drawn[0] == short_i or drawn[0] != ka


def test_arabic_letters_join_and_run_from_the_right(shaper: Shaper) -> None:
    _, (run,) = shaper.word("محمد", "regular", "ar", rtl=True)
    nominal = [run.face.font.get_nominal_glyph(ord(char)) for char in "دمحم"]
    assert [glyph.number for glyph in run.glyphs] != nominal, "isolated shapes would be unreadable"
    assert run.words == "دمحم"


def test_urdu_stands_on_a_slope(shaper: Shaper) -> None:
    _, (run,) = shaper.word("اسفان", "regular", "ur", rtl=True)
    assert run.face.name == "NotoNastaliqUrdu-Regular"
    assert len({glyph.lift for glyph in run.glyphs}) > 1


def test_sign_without_shape_in_the_script_face_comes_from_the_latin_one(shaper: Shaper) -> None:
    _, runs = shaper.word("राम→राम", "regular", "hi", rtl=False)
    assert [run.face.name.split("-")[0] for run in runs][::2] == ["NotoSansDevanagari"] * 2


def test_character_no_face_has_is_drawn_visibly_and_told(shaper: Shaper) -> None:
    width, (run,) = shaper.word("😀", "regular", "", rtl=False)
    assert width > 0
    assert run.glyphs[0].number == run.face.font.get_nominal_glyph(0xFFFD)
    assert run.glyphs[0].text == "😀"
    assert list(shaper.missing) == ["😀"]


def test_bold_is_wider_and_a_word_is_shaped_once(shaper: Shaper) -> None:
    assert shaper.word("Name", "bold", "", rtl=False)[0] > shaper.word("Name", "regular", "", rtl=False)[0]
    assert shaper.word("Name", "bold", "", rtl=False) is shaper.word("Name", "bold", "", rtl=False)


@pytest.mark.parametrize("sign", "−≥≤≈→″")
def test_signs_of_numbers_are_drawn_although_the_text_face_lacks_them(shaper: Shaper, sign: str) -> None:
    _, runs = shaper.word(f"{sign}12", "bold", "", rtl=False)
    assert "".join(run.words for run in runs) == f"{sign}12"
    assert list(shaper.missing) == []
