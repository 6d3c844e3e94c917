"""How else a name is spelt, said or misprinted: what reporters and families do to names, at random.

Nearly always one habit of transliteration; now and then a slip of the keyboard; often a part left out, cut to its
initial, moved or written together with its neighbour.
"""

from __future__ import annotations

import random
import re

_HABITS = tuple(
    pair.split(">")
    for pair in """
    aa>a a>aa ee>i i>ee ii>i oo>u u>oo uu>u v>w w>v ph>f f>ph sh>s s>sh th>t t>th dh>d d>dh bh>b b>bh kh>k k>kh gh>g
    g>gh ch>chh jh>j j>z z>j ks>x x>ksh x>ks iya>ia ia>iya ya>ia y>i q>k k>q c>k mm>m m>mm ll>l l>ll tt>t t>tt dd>d
    nn>n n>nn rr>r ss>s s>ss a>e e>a e>i i>e o>u u>o au>ou ai>ei ai>ay ou>au ur>er er>ar an>en v>b b>v oy>oi aw>ao
    ow>o ee>ea
    """.split()
)
_END_HABITS = (("a", ""), ("h", ""), ("", "a"), ("", "h"), ("i", "y"), ("y", "i"), ("ov", "off"), ("ev", "yev"))
_MOHAMMED = "Mohammed Mohammad Muhammad Mohamed Mohd Md Muhammed Mohamad Mohammod".split()
_LETTERS = "abcdefghijklmnoprstuvyz"


def respelt(name: str, chance: random.Random) -> str:
    """Return a name as somebody else might write it; hardly ever the same."""
    parts = name.split()
    place = chance.randrange(len(parts))
    parts[place] = _part(parts[place], chance, chance.choice((1, 1, 2)))
    if chance.random() < 0.3:
        other = chance.randrange(len(parts))
        parts[other] = _part(parts[other], chance, 1)
    return " ".join(_arranged(parts, chance.random(), chance))


def _arranged(parts: list[str], dice: float, chance: random.Random) -> list[str]:
    """Leave out a middle part, cut one to its initial, move or join parts; two times in three do nothing."""
    if len(parts) > 2 and dice < 0.35:
        return [parts[0], *parts[2:]]
    if len(parts) > 1 and dice < 0.42:
        place = chance.randrange(len(parts) - 1)
        return [*parts[:place], parts[place] + parts[place + 1].lower(), *parts[place + 2 :]]
    if len(parts) > 1 and dice < 0.48:
        return [f"{parts[0][0]}.", *parts[1:]]
    if len(parts) > 1 and dice < 0.54:
        return [*parts[-1:], *parts[:-1]]
    return parts


def _part(part: str, chance: random.Random, times: int) -> str:
    if part in _MOHAMMED:
        return chance.choice(_MOHAMMED)
    word = part.lower()
    for _ in range(times):
        word = _slip(word, chance) if chance.random() < 0.1 else _habit(word, chance)
    return word.capitalize()


def _habit(word: str, chance: random.Random) -> str:
    """Change one sound of a word, its first letter seldom."""
    ends = [(end, other) for end, other in _END_HABITS if word.endswith(end) and len(word) > 3]
    if ends and chance.random() < 0.15:
        end, other = chance.choice(ends)
        return word[: len(word) - len(end)] + other
    fitting = [(old, new) for old, new in _HABITS if re.search(old, word[1:])]
    if not fitting:
        return word
    old, new = chance.choice(fitting)
    at = chance.choice(list(re.finditer(old, word[1:]))).start() + 1
    return word[:at] + new + word[at + len(old) :]


def _slip(word: str, chance: random.Random) -> str:
    """Leave out, double, turn or mistake one letter after the first."""
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
        )
    )
