"""Reads the scripts of South Asia aloud in Latin letters, by the names that Unicode gives their letters.

A consonant is followed by an unwritten `a` unless a sign says otherwise. Where speakers may drop it, as in the north,
it is given as the mark `A`: perhaps a vowel.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NORTHERN = frozenset({"DEVANAGARI", "GUJARATI", "GURMUKHI", "BENGALI", "ORIYA"})
SCRIPTS = _NORTHERN | {"TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA"}

_VIRAMA = "-"
_NASAL = "~"
_NUKTA = "."

# letters whose sound is not simply their Unicode name in small letters
_CONSONANTS = {
    "NGA": "ng", "NYA": "ny", "CA": "ch", "CHA": "chh", "TTA": "t", "TTHA": "th", "DDA": "d", "DDHA": "dh",
    "NNA": "n", "NNNA": "n", "SSA": "sh", "LLA": "l", "LLLA": "zh", "RRA": "r", "DDDHA": "r", "RHA": "rh",
    "YYA": "y", "KHHA": "kh", "GHHA": "gh", "TTTA": "t", "WA": "v",
}  # fmt: skip
_VOWELS = {
    "AA": "a", "II": "i", "UU": "u", "EE": "e", "OO": "o", "VOCALIC R": "ri", "VOCALIC RR": "ri", "VOCALIC L": "li",
    "VOCALIC LL": "li", "CANDRA E": "e", "CANDRA O": "o", "SHORT E": "e", "SHORT O": "o", "SHORT A": "a",
    "CANDRA A": "e", "A": "a", "I": "i", "U": "u", "E": "e", "O": "o", "AI": "ai", "AU": "au", "ARCHAIC II": "i",
}  # fmt: skip
_SIGNS = {
    "SIGN VIRAMA": _VIRAMA, "SIGN AL-LAKUNA": _VIRAMA, "SIGN NUKTA": _NUKTA, "SIGN ANUSVARA": _NASAL,
    "SIGN ANUSVARAYA": _NASAL, "SIGN BINDI": _NASAL, "SIGN CANDRABINDU": _NASAL, "SIGN ADAK BINDI": _NASAL,
    "TIPPI": _NASAL, "AU LENGTH MARK": "au", "SIGN VISARGA": "h", "SIGN VISARGAYA": "h", "SIGN YAKASH": "y",
}  # fmt: skip
_WITH_NUKTA = {"k": "q", "j": "z", "d": "r", "dh": "rh", "ph": "f", "s": "sh", "kh": "kh", "g": "gh", "Y": "y"}

_SINHALA = {
    "KANTAJA NAASIKYAYA": "NGA", "TAALUJA NAASIKYAYA": "NYA", "TAALUJA SANYOOGA NAAKSIKYAYA": "NYA",
    "TAALUJA SAYANNA": "SHA", "MUURDHAJA SAYANNA": "SHA",
}  # fmt: skip
_SINHALA_VOWELS = {
    "AELA-PILLA": "a", "KETTI AEDA-PILLA": "e", "DIGA AEDA-PILLA": "e", "KETTI IS-PILLA": "i", "DIGA IS-PILLA": "i",
    "KETTI PAA-PILLA": "u", "DIGA PAA-PILLA": "u", "GAETTA-PILLA": "ru", "DIGA GAETTA-PILLA": "ru", "KOMBUVA": "e",
    "DIGA KOMBUVA": "e", "KOMBU DEKA": "ai", "KOMBUVA HAA AELA-PILLA": "o", "KOMBUVA HAA DIGA AELA-PILLA": "o",
    "KOMBUVA HAA GAYANUKITTA": "au", "GAYANUKITTA": "li", "DIGA GAYANUKITTA": "li",
}  # fmt: skip
_SINHALA_LETTERS = {"AE": "e", "AEE": "e", "IRU": "ri", "IRUU": "ri", "ILU": "li", "ILUU": "li"}

_CONSONANT = "[bcdfghjklmnpqrstvyz]"
_LAST = re.compile(f"(?<=[aeiouAn]{_CONSONANT})A$|(?<=[aeiouAn]{_CONSONANT}h)A$|(?<=[aeiouAn]chh)A$")

# Tamil writes k, ch, t and p for g, s, d and b; after a nasal or between vowels they are voiced
_SOUTHERN = {
    "TAMIL": (
        (re.compile(r"chch"), "cch"),
        (re.compile(r"(?<=[aeiouA])ch(?=[aeiouA])|^ch"), "s"),
        (re.compile(r"(?<=ny)ch"), "j"),
        (re.compile(r"(?<=[mnaeiouA])k(?=[aeiouA])|(?<=ng)k"), "g"),
        (re.compile(r"(?<=[mnaeiouA])t(?=[aeiouA])"), "d"),
        (re.compile(r"(?<=[mnaeiouA])p(?=[aeiouA])"), "b"),
        (re.compile(r"rr"), "tr"),
    ),
    "MALAYALAM": ((re.compile("(?<=[aeiouA])rr(?=[aeiouA])"), "tt"), (re.compile("nr"), "nt")),
}


@lru_cache(maxsize=16384)
def read_brahmic(word: str) -> str:
    """Return a word of a South Asian script in Latin letters."""
    sounds: list[str] = []
    script = ""
    for letter in word:
        name = unicodedata.name(letter, "")
        script, _, rest = name.partition(" ")
        _add(sounds, _sound(script, rest), rest.startswith("LETTER"))
    return _spoken("".join(sounds), script)


def _add(sounds: list[str], sound: str, is_letter: bool) -> None:
    """Add one sign; `A` after a consonant stands for the vowel that nobody wrote."""
    last = sounds[-1] if sounds else ""
    if sound == _VIRAMA or (sound and not is_letter and sound[0] in "aeiourl" and last == "A"):
        if last == "A":
            sounds.pop()
        sound = sound.replace(_VIRAMA, "")
    elif sound == _NUKTA:
        if len(sounds) > 1 and last == "A":
            sounds[-2] = _WITH_NUKTA.get(sounds[-2], sounds[-2])
        return
    sounds.append(sound)
    if is_letter and sound and sound[-1] not in "aeiou":
        sounds.append("A")


def _sound(script: str, rest: str) -> str:
    if script == "SINHALA":
        return _sinhala(rest)
    if rest.startswith("VOWEL SIGN "):
        return _VOWELS.get(rest[11:], rest[11:].lower())
    return _letter(script, rest[7:]) if rest.startswith("LETTER ") else _SIGNS.get(rest, "")


def _letter(script: str, name: str) -> str:
    if name.startswith("CHILLU "):
        return name[7].lower() + _VIRAMA
    if script == "BENGALI" and name == "YA":
        return "Y"
    return _VOWELS.get(name) or _CONSONANTS.get(name, name.lower().removesuffix("a"))


def _sinhala(rest: str) -> str:
    if rest.startswith("VOWEL SIGN "):
        return _SINHALA_VOWELS.get(rest[11:], "")
    if not rest.startswith("LETTER "):
        return _SIGNS.get(rest, "")
    name = rest[7:]
    if name in _SINHALA:
        return _CONSONANTS.get(_SINHALA[name], "sh")
    *kinds, last = name.split()
    bare = last.removesuffix("YANNA")
    if not kinds and bare in (_VOWELS | _SINHALA_LETTERS):
        return (_SINHALA_LETTERS | _VOWELS)[bare]
    plain = _CONSONANTS.get(bare, bare.lower().removesuffix("a"))
    before = {"SANYAKA": "n", "AMBA": "m"}.get(kinds[0], "") if kinds else ""
    return before + plain + ("h" if kinds[:1] == ["MAHAAPRAANA"] else "")


def _spoken(written: str, script: str) -> str:
    written = written.replace(_VIRAMA + "A", "").replace(_VIRAMA, "")
    if script in _NORTHERN:
        written = written.replace(_NASAL, "n")
        written = re.sub(f"(?<={_CONSONANT})Y", "y", written).replace("Y", "j")
        return _LAST.sub("", written) if len(written) > 2 else written.replace("A", "a")
    if written.endswith(_NASAL):
        written = written[:-1] + ("n" if script == "SINHALA" else "m")
    written = written.replace(_NASAL, "n")
    for pattern, sound in _SOUTHERN.get(script, ()):
        written = pattern.sub(sound, written)
    return written.replace("A", "a")
