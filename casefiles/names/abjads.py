"""Reads the Arabic and Hebrew scripts in Latin letters; short vowels are not written there.

Four marks tell such a word and stand for what its letters leave open: `W` for v, u or o, `Y` for y, i or e, `L` for a
long a, and `V` for any vowel.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ARABIC = {
    "ا": "L", "آ": "L", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ڈ": "d", "ذ": "z", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z",
    "ط": "t", "ظ": "z", "ع": "V", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "ں": "n", "و": "W", "ه": "h", "ھ": "h", "ء": "", "ی": "Y", "ے": "Y", "ې": "Y", "ۍ": "Y", "ئ": "Y", "ؤ": "W",
    "څ": "ts", "ځ": "z", "ډ": "d", "ړ": "r", "ږ": "g", "ښ": "sh", "ڼ": "n", "ڭ": "ng", "ۆ": "W", "ۇ": "W", "ۋ": "W",
    "ڤ": "v", "ټ": "t", "ێ": "Y", "ۀ": "h", "ڻ": "n", "ٺ": "t", "ڄ": "j", "ڌ": "d", "ڏ": "d", "ڦ": "p", "ڇ": "ch",
    "ٿ": "t", "ڀ": "b", "ٻ": "b", "ڃ": "n", "ڊ": "d", "ڍ": "d", "ڙ": "r", "ڳ": "g", "ڱ": "n",
}  # fmt: skip
_HEBREW = {
    "א": "V", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "W", "ז": "z", "ח": "h", "ט": "t", "י": "Y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "V", "פ": "p", "ף": "p", "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_LETTERS = _ARABIC | _HEBREW

_ARTICLE = re.compile(r"^ال(?=\w{3})")
_LIKE_ARTICLE = ("الیاس", "الطاف", "اله", "الله", "الماس", "الم", "الف", "الب")
_JOINED_ARTICLE = re.compile(r"(?<=\wو)ال(?=\w{3})")
_SERVANT = re.compile(r"^عبد?ال(?=\w{3})")


@lru_cache(maxsize=16384)
def read_abjad(word: str) -> str:
    """Return a word of an unvowelled script in Latin letters; `عبدال…` gives two words."""
    servant = _SERVANT.match(word)
    if servant:
        return f"Vbdl {_read(word[servant.end() :])}"
    if not word.startswith(_LIKE_ARTICLE):
        word = _JOINED_ARTICLE.sub("ل", _ARTICLE.sub("", word))
    return _read(word)


def _read(word: str) -> str:
    written = "".join(_LETTERS.get(letter, "") for letter in word)
    if word[:1] == "ا":
        written = "V" + written[1:].removeprefix("Y").removeprefix("W") if len(written) > 2 else "V" + written[1:]
    if word[-1:] == "ه" and len(written) > 2 and written[-2] not in "LWYV":
        written = written[:-1] + "V"
    return written
