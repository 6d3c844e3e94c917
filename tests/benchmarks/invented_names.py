"""Invented names, built of syllables so that each can be written in its country's own script.

How often a surname occurs follows Zipf's law, as published census tables of surnames roughly do: the one of
rank r is borne in proportion to r to the power of minus `SURNAME_EXPONENT`, among `SURNAMES` of a country.
Given names follow a flatter law. `mean_namesakes` tells how many people of one country then share a full name.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

SURNAMES = 4_000
SURNAME_EXPONENT = 1.0
GIVEN_NAMES = 1_200
GIVEN_EXPONENT = 0.8

_CONSONANTS = tuple("k g j t d n p b m r l v s h y".split())
_VOWELS = tuple("aiueo")
_LETTERS: dict[str, tuple[str, str]] = {
    "Deva": ("क ग ज त द न प ब म र ल व स ह य", "_ ि ु े ो"),
    "Gujr": ("ક ગ જ ત દ ન પ બ મ ર લ વ સ હ ય", "_ િ ુ ે ો"),
    "Beng": ("ক গ জ ত দ ন প ব ম র ল ভ স হ য", "_ ি ু ে ো"),
    "Sinh": ("ක ග ජ ත ද න ප බ ම ර ල ව ස හ ය", "_ ි ු ෙ ො"),
    "Arab": ("ک گ ج ت د ن پ ب م ر ل و س ہ ی", "ا ی و ے و"),
    "Cyrl": ("к г дж т д н п б м р л в с х й", "а и у е о"),
}
"""For each script its letters in the order of the consonants and vowels above; `_` is a vowel left unwritten."""


@dataclass(frozen=True)
class Country:
    """Where invented people come from.

    Attributes:
        share: how many of a hundred people come from here.
        script: ISO 15924, of names in the country's own writing; empty where that is Latin.
        closings: what given names and surnames may end in.
    """

    name: str
    share: int
    regions: tuple[str, ...]
    script: str
    language: str
    closings: tuple[str, ...]


COUNTRIES: tuple[Country, ...] = (
    Country("India", 30, ("Gujarat", "Punjab", "Kerala", "Telangana", "Bihar"), "Gujr", "gu", ("n", "l", "")),
    Country("Nepal", 24, ("Gandaki", "Koshi", "Lumbini", "Bagmati"), "Deva", "ne", ("r", "n", "")),
    Country("Bangladesh", 14, ("Dhaka", "Sylhet", "Khulna"), "Beng", "bn", ("m", "l", "n")),
    Country("Sri Lanka", 10, ("Western Province", "Uva Province"), "Sinh", "si", ("", "s", "")),
    Country("Pakistan", 8, ("Sindh", "Balochistan"), "Arab", "ur", ("n", "m", "r")),
    Country("Kyrgyzstan", 6, ("Osh", "Talas", "Naryn"), "Cyrl", "ky", ("t", "k", "n")),
    Country("Kenya", 5, ("Nakuru", "Kisumu"), "", "sw", ("", "i", "")),
    Country("Cuba", 3, ("Holguín", "Camagüey"), "", "es", ("s", "n", "z")),
)

_SHARES = tuple(accumulate(country.share for country in COUNTRIES))
Pool = tuple[tuple[tuple[str, str], ...], tuple[float, ...]]
"""Words in Latin and in the own script, and their cumulative weights."""


@dataclass(frozen=True)
class FullName:
    """One invented name; `native` is empty where the country writes Latin."""

    text: str
    native: str


def country(chance: random.Random) -> Country:
    """Draw a country."""
    return chance.choices(COUNTRIES, cum_weights=_SHARES)[0]


def full_name(chance: random.Random, of: Country) -> FullName:
    """Draw a name of a country."""
    parts = [_draw(chance, given_names(of)), _draw(chance, surnames(of))]
    native = " ".join(own for _, own in parts) if of.script else ""
    return FullName(" ".join(latin for latin, _ in parts), native)


@cache
def given_names(of: Country) -> Pool:
    """Return a country's given names."""
    return _pool(of, "given", GIVEN_NAMES, (2, 2, 3), GIVEN_EXPONENT)


@cache
def surnames(of: Country) -> Pool:
    """Return a country's surnames, the commonest first."""
    return _pool(of, "surname", SURNAMES, (2, 3, 3), SURNAME_EXPONENT)


def mean_namesakes(people: int, of: Country) -> float:
    """Return with how many others, on average, a person of a country with so many people shares a full name."""
    return people * _same_twice(given_names(of)) * _same_twice(surnames(of))


def _same_twice(pool: Pool) -> float:
    _, reached = pool
    weights = [one - before for before, one in zip((0.0, *reached), reached, strict=False)]
    return sum((weight / reached[-1]) ** 2 for weight in weights)


def _draw(chance: random.Random, pool: Pool) -> tuple[str, str]:
    words, reached = pool
    return chance.choices(words, cum_weights=reached)[0]


def _pool(of: Country, kind: str, size: int, lengths: tuple[int, ...], exponent: float) -> Pool:
    chance = random.Random(f"{of.name} {kind}")
    words: dict[str, str] = {}
    while len(words) < size:
        latin, own = _word(chance, of, chance.choice(lengths))
        words.setdefault(latin, own)
    return tuple(words.items()), tuple(accumulate(rank**-exponent for rank in range(1, size + 1)))


def _word(chance: random.Random, of: Country, syllables: int) -> tuple[str, str]:
    places = [(chance.randrange(len(_CONSONANTS)), chance.randrange(len(_VOWELS))) for _ in range(syllables)]
    closing = chance.choice(of.closings)
    latin = "".join(_CONSONANTS[one] + _VOWELS[other] for one, other in places) + closing
    return latin.capitalize(), _own(of.script, places, closing)


def _own(script: str, places: list[tuple[int, int]], closing: str) -> str:
    if not script:
        return ""
    consonants, vowels = (letters.split() for letters in _LETTERS[script])
    written = "".join(consonants[one] + vowels[other].replace("_", "") for one, other in places)
    return written + (consonants[_CONSONANTS.index(closing)] if closing in _CONSONANTS else "")
