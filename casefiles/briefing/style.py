"""Measures and colours of the printed page, in points; one table each."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 56.0, 56.0
TOP, BOTTOM = 74.0, 76.0
COLUMN = PAGE_WIDTH - LEFT - RIGHT
DEPTH = PAGE_HEIGHT - TOP - BOTTOM

Colour = tuple[float, float, float]


def _hex(code: str) -> Colour:
    return int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255


COLOURS: dict[str, Colour] = {
    "": _hex("1B1F27"),
    "muted": _hex("5B6472"),
    "accent": _hex("1F5FBF"),
    "line": _hex("C9CED6"),
    "strong-line": _hex("1B1F27"),
    "box": _hex("F1F3F7"),
    "paper": _hex("FFFFFF"),
    "dead": _hex("A3122A"),
    "missing": _hex("8A4B00"),
    "held": _hex("6B2FA0"),
    "still-there": _hex("1D4FA8"),
    "out": _hex("9A3412"),
    "home": _hex("146C43"),
    "not-known": _hex("4A5361"),
}

TINTS: dict[str, Colour] = {
    "dead": _hex("FCE6E9"),
    "missing": _hex("FDF0DC"),
    "held": _hex("F2E8FB"),
    "still-there": _hex("E4EDFB"),
    "out": _hex("FDEBE1"),
    "home": _hex("E0F3E8"),
    "not-known": _hex("E9ECF0"),
}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size, line height, weight and colour of a kind of text, and the space around its paragraphs."""

    size: float
    leading: float
    weight: str = "regular"
    tone: str = ""
    above: float = 0.0
    below: float = 0.0


STYLES: dict[str, TextStyle] = {
    "h1": TextStyle(22, 28, "bold", above=0, below=6),
    "h2": TextStyle(16, 21, "bold", above=24, below=6),
    "h3": TextStyle(11, 15, "bold", above=15, below=4),
    "lead": TextStyle(11, 16, below=4),
    "body": TextStyle(9.5, 13.5, below=4),
    "small": TextStyle(8.5, 11.8, below=2),
    "fine": TextStyle(7.5, 10.4, tone="muted", below=1.5),
    "label": TextStyle(8.5, 11.8, tone="muted", below=2),
    "head": TextStyle(8, 11, "bold", "muted"),
    "mark": TextStyle(8.5, 11, "bold"),
    "furniture": TextStyle(7, 9.5, tone="muted"),
}

NOTE_SCALE = 0.66
NOTE_RISE = 0.36
