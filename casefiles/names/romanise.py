"""Any name in Latin letters: each word is read aloud by the rules of its script."""

from __future__ import annotations

import re
from collections.abc import Callable

from casefiles.names.abjads import read_abjad
from casefiles.names.alphabets import read_alphabet
from casefiles.names.brahmic import read_brahmic
from casefiles.names.fold import words
from casefiles.names.scripts import script_of

_BRAHMIC = "Deva Gujr Guru Beng Orya Taml Telu Knda Mlym Sinh".split()
_READERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(_BRAHMIC, read_brahmic),
    **dict.fromkeys(("Arab", "Hebr"), read_abjad),
    **dict.fromkeys("Cyrl Grek Geor Armn Ethi Hang Kana Hira".split(), read_alphabet),
}


_LATIN = str.maketrans({"ə": "a", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɣ": "gh", "ŋ": "ng"})
"""Latin letters of Azeri and of African languages."""
_DIGIT = re.compile(r"(?<=[a-z])[0134589](?=[a-z])")
_LOOKS_LIKE = dict(zip("0134589", "oieasbg", strict=True))
"""Digits that stand within a word for the letters they look like, as scanners write them."""


def romanise(text: str) -> list[str]:
    """Return the words of a name in Latin letters; marks in capitals stand for unwritten vowels (`abjads`)."""
    return [part for word in words(text) for part in latin(word).split()]


def latin(word: str) -> str:
    """Return one folded word in Latin letters; words of other scripts stay as they are."""
    word = word.translate(_LATIN)
    if word.isascii():
        return word if word.isalpha() else _DIGIT.sub(lambda found: _LOOKS_LIKE[found.group()], word)
    reader = _READERS.get(script_of(word))
    return reader(word) if reader else word
