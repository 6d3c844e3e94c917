"""What a name is looked up by: some rough keys that its other spellings are likely to share.

A key is made of the consonants of one part or two, in rough classes, or of one part and the first sound of another:
so that a name is found where one part is misspelt, cut to its initial, left out, moved or written together.
"""

from __future__ import annotations

import re
from itertools import combinations
from zlib import crc32

from casefiles.names.parts import Kind, Name, Part
from casefiles.names.sounds import first_class, skeleton

_MOST, _SOME = 3, 4
_COMMON = 0.5
"""Parts that weigh no more are so common that they make poor keys."""
_TWICE = re.compile(r"([a-z])\1")


def keys_of(name: Name) -> tuple[int, ...]:
    """Return the keys that a name is kept under."""
    return tuple(dict.fromkeys(crc32(key.encode()) for key in _keys(name)))


def asked_of(name: Name) -> tuple[int, ...]:
    """Return the keys that a name is looked up by: beginning and end only of what may be a name written as one."""
    alone = len(name.parts) == 1
    return tuple(dict.fromkeys(crc32(key.encode()) for key in _keys(name) if alone or key[0] not in "hz"))


def _keys(name: Name) -> list[str]:
    """Return the keys as words; the first letter of each says what it is made of."""
    telling = _telling(name)
    whole = [part for part in telling if part.kind is Kind.FULL]
    bones = [skeleton(part.said) for part in whole]
    keys = [f"1 {bone}" for bone in dict.fromkeys(bones[:1] + bones[-1:])]
    keys += [f"2 {' '.join(sorted(pair))}" for pair in combinations(bones, 2)]
    if len(telling) > 1:
        for one, other in ((telling[0], telling[-1]), (telling[-1], telling[0])):
            if other.kind is Kind.FULL:
                keys += _beside(one, skeleton(other.said))
    return keys + _joined(_TWICE.sub(r"\1", "".join(part.said for part in whole)))


def _telling(name: Name) -> list[Part]:
    """Return the parts that keys are made of: three at most, and common ones only where there are too few others."""
    parts = [part for part in name.parts if part.kind is not Kind.FATHER] or list(name.parts)
    telling = [part for part in parts if part.weight > _COMMON]
    if sum(part.kind is Kind.FULL for part in telling) < 2:
        telling = parts
    return [*telling[: _MOST - 1], telling[-1]] if len(telling) > _MOST else telling


def _beside(part: Part, bones: str) -> list[str]:
    """Return the keys of one part's bones with what a slip in the other leaves: its first sound, and its last bone."""
    first = first_class(part.said)
    if part.kind is Kind.INITIAL:
        return [f"i {first} {bones}"]
    return [f"i {first} {bones}", f"e {first}{skeleton(part.said)[-1]} {bones}"]


def _joined(said: str) -> list[str]:
    """Return the keys of a name whose parts are written as one: its whole, its beginning and its end."""
    bones = skeleton(said)
    return [f"j {bones}", f"h {bones[:_SOME]}", f"z {bones[-_SOME:]}"] if len(bones) > 1 else []
