"""Reads Cyrillic, Greek, Georgian and Armenian letters, and the syllables of other scripts, in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "є": "ye", "ґ": "g", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ү": "u", "ұ": "u", "һ": "h",
    "ҳ": "h", "ҷ": "j", "җ": "j", "ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch", "ђ": "j", "џ": "j", "ѕ": "dz",
    "ҝ": "g", "ҹ": "j", "ҥ": "ng",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "kh", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f".split(),
        strict=True,
    )
)
_LETTERS = _CYRILLIC | _GREEK | _GEORGIAN | _ARMENIAN | {"և": "ev"}
_DIGRAPHS = (
    (re.compile("(?<=е)е"), "йе"),
    (re.compile("дж"), "ҷ"),
    (re.compile("(?<=[бгдкптчҷ])х"), "һ"),  # how Russian writes the breathed consonants of India
    (re.compile("(?<=[бгдкптчҷ])ь(?=[ауоеи])"), ""),
    (re.compile("ου"), "u"),
    (re.compile("ευ(?=[αεηιουω])|ευ"), "εβ"),
    (re.compile("μπ"), "b"),
    (re.compile("ντ"), "d"),
)
_SYLLABLES = ("HANGUL SYLLABLE ", "KATAKANA LETTER ", "HIRAGANA LETTER ")
_UNSPOKEN = re.compile("(GLOTTAL|PHARYNGEAL|SMALL) ")
_ETHIOPIC = {"AA": "a", "EE": "e", "A": "e", "E": "A"}
"""How the vowels are said that Unicode's names of Ethiopic syllables end in; `A` is perhaps a vowel."""
_FAMILY_NAME = re.compile("^([가-힣])(?=[가-힣]{2}$)")


@lru_cache(maxsize=16384)
def read_alphabet(word: str) -> str:
    """Return a word in Latin letters; letters that are not known stay as they are."""
    for pattern, letter in _DIGRAPHS:
        word = pattern.sub(letter, word)
    word = _FAMILY_NAME.sub(r"\1 ", word)
    return "".join(letter if letter.isascii() else _read(letter) for letter in word)


def _read(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    name = _UNSPOKEN.sub("", unicodedata.name(letter, ""))
    if name.startswith("ETHIOPIC SYLLABLE "):
        return _ethiopic(name[18:])
    return next((name[len(kind) :].lower() for kind in _SYLLABLES if name.startswith(kind)), letter)


def _ethiopic(name: str) -> str:
    consonant = name.rstrip("AEIOU")
    vowel = name[len(consonant) :]
    return consonant.lower() + _ETHIOPIC.get(vowel, vowel.lower())
