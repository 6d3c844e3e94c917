"""How a name sounds, as far as its spellings agree: one letter a sound, whatever language the spelling follows.

`c` is the sound of church, `x` that of loch, `q` that of Zhukov (and of Tamil zh); `i` stands for y too, `v` for w.
What spellings of one name differ in without meaning anything by it is gone: breath (bh, th), length (aa, ee),
doubled letters, ph for f, ksh for x, the s that Latvians end a man's name with.
The marks of unwritten vowels (`abjads`, `brahmic`) stay: `A` and `V`, `W`, `Y`, `L`.
"""

from __future__ import annotations

import re
from functools import lru_cache

VOWELS = frozenset("aeiouAVYWL")
"""Sounds of vowels, and marks that may be one."""

# how it is spelt, and how that sounds; the first that fits is taken
_SPELT = (
    (r"^hs(?=[iu])|^x(?=i(?:$|[aenu]))", "s"),
    (r"(?<=aa)x$", ""),
    (r"ejs$", "e"),
    (r"ijs$", "i"),
    (r"(?<=[oe]v)s$", ""),
    (r"ch(?=a[ei]l|r)", "k"),
    (r"shch|sch|sh|sz", "s"),
    (r"tsh|tsch|tch|chh|cch|ch|ts|tz|cz", "c"),
    (r"dzh|dsch|dj|jh", "j"),
    (r"jny?|[gd]ny|gy(?=a)", "gi"),
    (r"^ksh", "c"),
    (r"ksh|kch(?=h|i|m)", "ks"),
    (r"kh|^x(?!av)|(?<=[^l][ao])x(?=[mtsdrlnfb])", "x"),
    (r"^x", "s"),
    (r"x", "ks"),
    (r"ck|q(?:u(?=[ei]))?|c(?![eiyh])", "k"),
    (r"gh", "g"),
    (r"ph", "f"),
    (r"bh", "b"),
    (r"dh", "d"),
    (r"th", "t"),
    (r"rh", "r"),
    (r"(?<=[aei])z(?=har)", "z"),
    (r"zh", "q"),
    (r"dz", "z"),
    (r"^zw", "cv"),
    (r"^lj(?=[aou])", "li"),
    (r"c", "s"),
    (r"h$", ""),
    (r"(?<=[aeiouA])n(?=[bpf])", "m"),
    (r"(?<=[aeiouA])m(?=[kg])", "n"),
    (r"^yea", "ia"),
    (r"^ye", "e"),
    (r"ou|oo", "u"),
    (r"ow$", "ov"),
    (r"au|a[wo](?![aeiou])|ow(?![aeiou])", "o"),
    (r"a[ey]?ee", "e"),
    (r"ee|ea(?!$)|iy", "i"),
    (r"ayan$", "en"),
    (r"[ae]yi(?![aeiou])", "e"),
    (r"[ae][iye](?![aeiou])", "e"),
    (r"y", "i"),
    (r"w", "v"),
)
_SPELLING = re.compile("|".join(f"({spelt})" for spelt, _ in _SPELT))
_SOUND_OF = ["", *(sound for _, sound in _SPELT)]
_TWICE = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=1 << 17)
def sound(latin: str) -> str:
    """Return how a word in Latin letters sounds."""
    return _TWICE.sub(r"\1", _SPELLING.sub(_say, latin))


def _say(spelt: re.Match[str]) -> str:
    return _SOUND_OF[spelt.lastindex or 0]


# sounds that one writer or another takes for each other
_CLASSES = {"b": "b", "v": "b", "f": "p", "p": "p", "k": "k", "x": "k", "g": "g", "t": "t", "d": "d", "m": "m",
            "n": "m", "r": "r", "l": "l", "s": "s", "c": "s", "j": "s", "z": "s", "q": "s"}  # fmt: skip
_FIRST = _CLASSES | dict.fromkeys("aeiouAVYWL", "a") | {"h": "h"}


@lru_cache(maxsize=1 << 17)
def skeleton(said: str) -> str:
    """Return the consonants of a sound in rough classes, the first sound told even where it is a vowel."""
    return first_class(said) + "".join(_CLASSES.get(letter, "") for letter in said[1:])


def first_class(said: str) -> str:
    """Return the rough class of a word's first sound."""
    return _FIRST.get(said[:1], said[:1])
