"""One folded form of written words, used alike for the index and for what is searched.

Folding drops what writers of one name differ in without meaning anything by it: capitals, accents of Latin,
Cyrillic and Greek letters, Arabic vowel points and keyboard variants, invisible joiners. Vowel signs and
other marks of Indic scripts are letters to their readers and stay.

Inside a name an apostrophe vanishes, so O'Neil, O’Neil and ONeil are one word; a hyphen or full stop
parts words, so Abdul-Rahman is Abdul Rahman and J.Kurien is J Kurien. The English possessive goes: India's
is India.
"""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'`´‘’‛ʹʻʼʽˈ′׳＇"
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")

_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f\ufe20-\ufe2f"  # on any letter, and glyph variants
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]"  # Arabic points
)

_VARIANTS = {
    # Latin letters that do not come apart into letter and accent
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "ng",
    # Arabic letters by keyboard: Arabic, Persian, Urdu
    "ي": "ی", "ى": "ی", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ە": "ه", "ة": "ه", "ۃ": "ه", "ٱ": "ا", "ـ": "",
    # Malayalam chillu and Bengali khanda ta: one character today, letter + virama + joiner before
    "ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്", "ৎ": "ত্",
}  # fmt: skip


class _Folding(dict[int, str]):
    """What becomes of each character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


def fold(text: str) -> str:
    """The text as the index knows it: folded words with single spaces. Folding twice changes nothing."""
    if text.isascii():
        return _folded_ascii(text)
    loose = _decomposed(text.translate(_ONE_APOSTROPHE))
    bare = _POSSESSIVE.sub("", loose).translate(_FOLDING)
    return unicodedata.normalize("NFC", " ".join(bare.split()))


def _folded_ascii(text: str) -> str:
    """The same for the plain letters that most texts are written in, many times as fast."""
    loose = text.lower()
    if "'" in loose or "`" in loose:
        loose = _POSSESSIVE.sub("", loose.translate(_ONE_APOSTROPHE))
    return " ".join(loose.encode().translate(_ASCII, b"'").decode().split())


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return fold(text).split()


def _decomposed(text: str) -> str:
    """Small letters with their accents apart; twice, because each step can call for the other."""
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKD", text)


def _folded(character: str) -> str:
    if character in _VARIANTS:
        return _VARIANTS[character]
    if character in _APOSTROPHES or _ACCENTS.match(character):
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    kind = unicodedata.category(character)
    if kind == "Cf":  # joiners, direction marks
        return ""
    return character if kind[0] in "LN" or kind in {"Mn", "Mc", "Co"} else " "


_FOLDING = _Folding()

_ASCII = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
"""What becomes of each plain letter."""
