from __future__ import annotations

from itertools import product

import pytest

from casefiles.domain.status import Group
from ui.theme import tokens
from ui.theme.tokens import Tokens

LOOKS = (tokens.LIGHT, tokens.DARK, tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK)
GROUNDS = ("bg", "panel", "side", "hover", "selection", "field")
INKS = ("text", "muted", "accent", "warning", "error", "good")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(look: Tokens) -> dict[str, tuple[str, str]]:
    pairs = {f"{ink} on {ground}": (look.colour(ink), look.colour(ground)) for ink, ground in product(INKS, GROUNDS)}
    pairs |= {f"{tone} on its fill": (pair.text, pair.fill) for tone, pair in look.tones.items()}
    for tone, ground in product(Group, ("panel", "hover", "selection")):
        pairs[f"{tone} on {ground}"] = (look.tones[tone].text, look.colour(ground))
    # banners set plain text on the fill of a tone
    pairs |= {f"text on {tone}'s fill": (look.text, look.tones[tone].fill) for tone in (Group.MISSING, Group.DEAD)}
    pairs["words of a button"] = (look.on_accent, look.accent)
    pairs["words of a quote"] = (look.on_quote, look.quote)
    pairs["tooltip"] = (look.panel, look.text)
    return pairs


@pytest.mark.parametrize("look", LOOKS, ids=("light", "dark", "contrast light", "contrast dark"))
def test_every_text_can_be_read(look: Tokens) -> None:
    least = 7.0 if look.name == "contrast" else 4.5
    weak = {name: round(contrast(*pair), 2) for name, pair in text_pairs(look).items() if contrast(*pair) < least}
    assert weak == {}


@pytest.mark.parametrize("look", LOOKS, ids=("light", "dark", "contrast light", "contrast dark"))
def test_fields_and_the_focus_ring_stand_out(look: Tokens) -> None:
    assert contrast(look.field_border, look.field) >= 3
    assert contrast(look.field_border, look.panel) >= 3
    for ground in GROUNDS:
        assert contrast(look.accent, look.colour(ground)) >= 3


def test_high_contrast_has_wide_borders_and_no_tints() -> None:
    for look, base in ((tokens.CONTRAST_LIGHT, "#FFFFFF"), (tokens.CONTRAST_DARK, "#000000")):
        assert look.border == 2
        assert {look.colour(ground) for ground in GROUNDS} == {base}
        assert {pair.fill for pair in look.tones.values()} == {base}


@pytest.mark.parametrize("look", LOOKS[:2], ids=("light", "dark"))
def test_missing_and_out_do_not_look_alike(look: Tokens) -> None:
    missing, out = (look.tones[tone].text for tone in (Group.MISSING, Group.OUT))
    # warm against cold: red over blue in one, blue over red in the other
    assert int(missing[1:3], 16) > int(missing[5:7], 16)
    assert int(out[1:3], 16) < int(out[5:7], 16)
