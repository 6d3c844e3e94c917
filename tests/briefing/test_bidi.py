"""Reading direction comes from the field, and every character keeps its place in the count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casefiles.briefing.bidi import in_visual_order, levels


def test_levels_follow_the_base_direction() -> None:
    assert levels("ab", 0) == [0, 0]
    assert levels("ab", 1) == [2, 2]
    assert levels("محمد 30", 1) == [1, 1, 1, 1, 1, 2, 2]
    assert levels("a محمد b", 0) == [0, 0, 1, 1, 1, 1, 0, 0]


@given(st.text(alphabet="abمحمد 12()\u200c\u200d\u200b", max_size=40), st.sampled_from([0, 1]))
def test_every_character_has_a_level(text: str, base: int) -> None:
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(level >= base for level in found)


@given(st.lists(st.integers(min_value=0, max_value=3), max_size=12))
def test_visual_order_only_moves_pieces(level_of: list[int]) -> None:
    order = in_visual_order(range(len(level_of)), level_of.__getitem__)
    assert sorted(order) == list(range(len(level_of)))
    if all(level == 1 for level in level_of):
        assert order == list(range(len(level_of)))[::-1]
