"""Which script a name is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

NO_SCRIPT = "Zyyy"

# first word of a letter's Unicode name, ISO 15924 code, plain name
_TABLE = (
    ("LATIN", "Latn", "Latin"),
    ("DEVANAGARI", "Deva", "Devanagari"),
    ("GUJARATI", "Gujr", "Gujarati"),
    ("GURMUKHI", "Guru", "Gurmukhi"),
    ("BENGALI", "Beng", "Bengali"),
    ("ORIYA", "Orya", "Odia"),
    ("TAMIL", "Taml", "Tamil"),
    ("TELUGU", "Telu", "Telugu"),
    ("KANNADA", "Knda", "Kannada"),
    ("MALAYALAM", "Mlym", "Malayalam"),
    ("SINHALA", "Sinh", "Sinhala"),
    ("ARABIC", "Arab", "Arabic"),
    ("CYRILLIC", "Cyrl", "Cyrillic"),
    ("GREEK", "Grek", "Greek"),
    ("HEBREW", "Hebr", "Hebrew"),
    ("ARMENIAN", "Armn", "Armenian"),
    ("GEORGIAN", "Geor", "Georgian"),
    ("ETHIOPIC", "Ethi", "Ethiopic"),
    ("SYRIAC", "Syrc", "Syriac"),
    ("THAANA", "Thaa", "Thaana"),
    ("NKO", "Nkoo", "N'Ko"),
    ("ADLAM", "Adlm", "Adlam"),
    ("TIFINAGH", "Tfng", "Tifinagh"),
    ("VAI", "Vaii", "Vai"),
    ("THAI", "Thai", "Thai"),
    ("LAO", "Laoo", "Lao"),
    ("MYANMAR", "Mymr", "Burmese"),
    ("KHMER", "Khmr", "Khmer"),
    ("TIBETAN", "Tibt", "Tibetan"),
    ("MONGOLIAN", "Mong", "Mongolian"),
    ("MEETEI", "Mtei", "Meetei"),
    ("OL", "Olck", "Ol Chiki"),
    ("CHAKMA", "Cakm", "Chakma"),
    ("HANGUL", "Hang", "Korean"),
    ("HIRAGANA", "Hira", "Hiragana"),
    ("KATAKANA", "Kana", "Katakana"),
    ("BOPOMOFO", "Bopo", "Bopomofo"),
    ("CJK", "Hani", "Chinese"),
)
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})

SCRIPTS: dict[str, str] = {code: name for _, code, name in _TABLE} | {NO_SCRIPT: "No letters"}
_CODES = {word: code for word, code, _ in _TABLE}


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most of the letters belong to, the first one met if they tie."""
    counts = Counter(map(_script_of_letter, unicodedata.normalize("NFKC", text)))
    del counts[NO_SCRIPT]
    return max(counts, key=counts.__getitem__, default=NO_SCRIPT)


def is_rtl(script: str) -> bool:
    """Whether the script runs from right to left."""
    return script in _RIGHT_TO_LEFT


@lru_cache(maxsize=8192)
def _script_of_letter(character: str) -> str:
    if not character.isalpha():
        return NO_SCRIPT
    return _CODES.get(unicodedata.name(character, "").partition(" ")[0], NO_SCRIPT)
