"""The colours and measures of the screen, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from casefiles.domain.status import Group

if TYPE_CHECKING:
    from collections.abc import Mapping


class ToneColours(NamedTuple):
    """The text and the fill of one tone; each group of statuses has its own."""

    text: str
    fill: str


class Tokens(NamedTuple):
    """One complete look; every colour is written `#RRGGBB`."""

    name: str
    dark: bool
    bg: str
    panel: str
    side: str
    hover: str
    selection: str
    line: str
    field: str
    field_border: str
    scroll: str
    text: str
    muted: str
    accent: str
    on_accent: str
    quote: str
    on_quote: str
    quote_mark: str
    warning: str
    error: str
    good: str
    tones: Mapping[str, ToneColours]
    border: int = 1

    def colour(self, name: str) -> str:
        """The colour called `name`, a tone's name standing for its text."""
        tone = self.tones.get(name)
        return tone.text if tone else str(getattr(self, name))


FOCUS_RING = 2
ROW_HEIGHT = 62
EXPLAINED_ROW_HEIGHT = 84
CONTROL_HEIGHT = 32
PILL_HEIGHT = 20
CARD_RADIUS = 8
CONTROL_RADIUS = 6

LIGHT = Tokens(
    name="light",
    dark=False,
    bg="#F5F6F8",
    panel="#FFFFFF",
    side="#ECEEF2",
    hover="#E3E6EB",
    selection="#E3EDFB",
    line="#DADDE3",
    field="#FFFFFF",
    field_border="#8A93A1",
    scroll="#C3C8D1",
    text="#1B1F27",
    muted="#5B6472",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    quote="#FFF2C2",
    on_quote="#1B1F27",
    quote_mark="#7A5B00",
    warning="#8A4B00",
    error="#A3122A",
    good="#146C43",
    tones={
        Group.MISSING: ToneColours("#8A4B00", "#FDF0DC"),
        Group.HELD: ToneColours("#6B2FA0", "#F2E8FB"),
        Group.DEAD: ToneColours("#A3122A", "#FCE6E9"),
        # teal rather than a second orange, which looked like Missing
        Group.OUT: ToneColours("#0B5C69", "#DBF1F4"),
        Group.STILL_THERE: ToneColours("#1D4FA8", "#E4EDFB"),
        Group.HOME: ToneColours("#146C43", "#E0F3E8"),
        Group.NOT_KNOWN: ToneColours("#4A5361", "#E9ECF0"),
    },
)

DARK = Tokens(
    name="dark",
    dark=True,
    bg="#15181D",
    panel="#1C2026",
    side="#181B21",
    hover="#262C35",
    selection="#21344F",
    line="#2E343D",
    field="#15181D",
    field_border="#737D8C",
    scroll="#434B57",
    text="#E8EBF0",
    muted="#A0A9B6",
    accent="#7FB2FF",
    on_accent="#0B1524",
    quote="#4A3D12",
    on_quote="#E8EBF0",
    quote_mark="#F2C94C",
    warning="#FFC987",
    error="#FF9FAE",
    good="#86DDAE",
    tones={
        Group.MISSING: ToneColours("#FFC987", "#3A2A12"),
        Group.HELD: ToneColours("#D3B0FF", "#30214A"),
        Group.DEAD: ToneColours("#FF9FAE", "#43191F"),
        Group.OUT: ToneColours("#7FDCE8", "#0F3339"),
        Group.STILL_THERE: ToneColours("#9CC4FF", "#1B2F4D"),
        Group.HOME: ToneColours("#86DDAE", "#15352A"),
        Group.NOT_KNOWN: ToneColours("#B9C1CC", "#2B313A"),
    },
)


def _untinted(base: str, inks: Mapping[str, str]) -> dict[str, ToneColours]:
    return {tone: ToneColours(ink, base) for tone, ink in inks.items()}


CONTRAST_LIGHT = LIGHT._replace(
    name="contrast",
    bg="#FFFFFF",
    side="#FFFFFF",
    hover="#FFFFFF",
    selection="#FFFFFF",
    line="#000000",
    field_border="#000000",
    scroll="#000000",
    text="#000000",
    muted="#000000",
    accent="#0033A0",
    quote="#FFE500",
    on_quote="#000000",
    quote_mark="#000000",
    warning="#6B3A00",
    error="#8A0F24",
    good="#0F5A37",
    tones=_untinted(
        "#FFFFFF",
        {
            Group.MISSING: "#6B3A00",
            Group.HELD: "#5B2589",
            Group.DEAD: "#8A0F24",
            Group.OUT: "#084B56",
            Group.STILL_THERE: "#17418C",
            Group.HOME: "#0F5A37",
            Group.NOT_KNOWN: "#000000",
        },
    ),
    border=2,
)

CONTRAST_DARK = DARK._replace(
    name="contrast",
    bg="#000000",
    panel="#000000",
    side="#000000",
    hover="#000000",
    selection="#000000",
    line="#FFFFFF",
    field="#000000",
    field_border="#FFFFFF",
    scroll="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#8FC0FF",
    on_accent="#000000",
    quote="#FFE500",
    on_quote="#000000",
    quote_mark="#000000",
    tones=_untinted("#000000", {tone: colours.text for tone, colours in DARK.tones.items()}),
    border=2,
)
