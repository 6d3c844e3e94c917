"""How near two sounds are: the least it takes to turn one into the other, sounds often confused costing little."""

from __future__ import annotations

from functools import lru_cache

from casefiles.names.sounds import VOWELS, skeleton

# what it costs to take one sound for the other; a full consonant costs 1
_CONFUSED = {
    "bv": 0.12, "fp": 0.25, "bp": 0.35, "fv": 0.4, "kx": 0.12, "hx": 0.15, "gk": 0.35, "gx": 0.35, "gh": 0.4,
    "hk": 0.5, "dt": 0.35, "dr": 0.5, "dz": 0.4, "st": 0.9, "lr": 0.9, "ln": 1.1, "mn": 0.6, "jz": 0.1, "sz": 0.2,
    "cs": 0.25, "cj": 0.45, "js": 0.5, "cz": 0.45, "ck": 0.9, "ij": 0.5, "iz": 0.9, "vu": 0.3, "vo": 0.3, "jh": 0.7,
    "jx": 0.4, "gj": 0.7, "ct": 0.7, "qz": 0.1, "qj": 0.1, "qs": 0.3, "ql": 0.25, "qi": 0.5, "qr": 0.5,
    "ae": 0.15, "ei": 0.1, "ou": 0.1, "ao": 0.15, "ai": 0.15, "au": 0.25, "eo": 0.4, "eu": 0.45, "iu": 0.45, "io": 0.45,
}  # fmt: skip
_MARKS = {
    **{"V" + vowel: 0.01 for vowel in "aeiou"},
    **{"A" + vowel: cost for vowel, cost in zip("aeiou", (0.02, 0.05, 0.08, 0.05, 0.06), strict=True)},
    **{"W" + other: 0.01 for other in "vuo"},
    **{"Y" + other: 0.01 for other in "ie"},
    "La": 0.01,
    "Lo": 0.1,
    "Le": 0.15,
    "LA": 0.02,
    "LV": 0.05,
    "WY": 0.5,
    "Wb": 0.3,
    "Wa": 0.3,
    "Ya": 0.1,
    "AV": 0.0,
    "Vh": 0.15,
    "Yj": 0.5,
}
_VOWEL, _WEAK, _MARK = 0.35, 0.4, 0.06
_WEIGHT = {**dict.fromkeys("aeiou", _VOWEL), "h": _WEAK, "A": _MARK, "V": 0.1, "W": 0.3, "Y": 0.2, "L": 0.35}
_UNLIKE, _VOWEL_FOR_CONSONANT = 1.4, 1.2
_FIRST_DIFFERS, _FIRST_VOWEL = 0.12, 0.07
_LAST_VOWEL = 0.6
_TURNED, _TURNED_MIXED = 0.5, 0.8
_WITHIN = 0.85
_HOPELESS = 0.6
_UNWRITTEN = frozenset("VWYL")
_UNWRITTEN_VOWEL = 0.01
"""What a vowel costs beside a word of a script that leaves vowels out."""


class _Swaps(dict[str, dict[str, float]]):
    """What each sound costs to take for each other; filled as sounds are met."""

    def __missing__(self, letter: str) -> dict[str, float]:
        row = self[letter] = _Swap(letter)
        return row


class _Swap(dict[str, float]):
    """What one sound costs to take for others."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter

    def __missing__(self, other: str) -> float:
        known = _CONFUSED | _MARKS
        letter = self._letter
        mixed = (letter in VOWELS) != (other in VOWELS)
        plain = 0.0 if letter == other else _VOWEL_FOR_CONSONANT if mixed else _UNLIKE
        cost = self[other] = known.get(letter + other, known.get(other + letter, plain))
        return cost


_SWAPS = _Swaps()


def nearness(one: str, other: str) -> float:
    """Return how near two sounds are: 1 for the same, 0 for nothing in common."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if one > other:
        one, other = other, one
    kinds, weight, bare = _seen(one)
    other_kinds, other_weight, other_bare = _seen(other)
    differing = (kinds ^ other_kinds).bit_count()
    less, more = (weight, other_weight) if weight < other_weight else (other_weight, weight)
    if bare or other_bare:
        whole = less
    elif less < more / 2 or (differing == _FEW and more < _SHORT):
        return 0.0
    else:
        whole = more
    if differing > _FEW:
        return 0.0
    cost = _distance(one, other, _costs(one, other_bare), _costs(other, bare), whole * _HOPELESS)
    return max(0.0, 1 - cost / max(whole, 1.0) - _beginning(one[0], other[0]))


_FEW, _SHORT = 3, 4.0
"""So many kinds of consonants may only one of two words have; in short words fewer. This rules most pairs out."""


def is_bare(said: str) -> bool:
    """Tell whether a word shows that its script writes no short vowels."""
    return _seen(said)[2]


@lru_cache(maxsize=1 << 17)
def _seen(said: str) -> tuple[int, float, bool]:
    """Return what is seen of a word at a glance: its kinds of consonants as bits, its weight, whether it is bare."""
    kinds = set(skeleton(said)[1:]) | ({said[0]} - VOWELS) if said else set()
    bare = not _UNWRITTEN.isdisjoint(said) or VOWELS.isdisjoint(said)
    return sum({1 << ord(kind) % 64 for kind in kinds}), sum(_WEIGHT.get(letter, 1.0) for letter in said), bare


@lru_cache(maxsize=1 << 17)
def _costs(said: str, unwritten: bool) -> tuple[float, ...]:
    """Return what leaving out each sound costs."""
    costs = [_UNWRITTEN_VOWEL if unwritten and letter in "aeiou" else _WEIGHT.get(letter, 1.0) for letter in said]
    for place, letter in enumerate(said):
        before = said[place - 1] if place else ""
        if letter == "r" and before and before in "ptkbdgf":
            costs[place] = 0.5  # Pritam is also Pitam
        elif letter == "g" and before == "n":
            costs[place] = 0.4
        elif before and costs[place] == 1.0 and place < len(said) - 1:
            costs[place] = _WITHIN
        elif letter == "i" and (place == 0 or before == "i" or said[place + 1 : place + 2] in VOWELS):
            costs[place] = min(costs[place], 0.2)
    if said[-1] in "aeiou":
        costs[-1] *= _LAST_VOWEL
    return tuple(costs)


def begin_alike(one: str, other: str) -> bool:
    """Tell whether two words begin with sounds that may be taken for each other."""
    return one[0] == other[0] or _beginning(one[0], other[0]) < _FIRST_DIFFERS


@lru_cache(maxsize=1 << 12)
def _beginning(first: str, second: str) -> float:
    """Charge more for a difference in the first sound: it is what listeners hear best."""
    cost = _SWAPS[first][second]
    if first in VOWELS and second in VOWELS:
        return min(_FIRST_VOWEL, cost / 3)
    return 0.0 if cost <= 0.35 or (first + second).strip("aeiouV") == "h" else _FIRST_DIFFERS


def _distance(one: str, other: str, leave: tuple[float, ...], add: tuple[float, ...], most: float) -> float:
    """Return the least cost of turning one into the other; at most about `most`, beyond which nobody asks."""
    start, end = shared(one, other)
    one, leave = one[start : len(one) - end], leave[start : len(one) - end]
    other, add = other[start : len(other) - end], add[start : len(other) - end]
    before: list[float] = []
    row = [0.0]
    for cost in add:
        row.append(row[-1] + cost)
    last = ""
    for letter, gone in zip(one, leave, strict=True):
        swap = _SWAPS[letter]
        left = row[0] + gone
        fresh = [left]
        for j, sound in enumerate(other):
            best = row[j] if letter == sound else row[j] + swap[sound]
            if (without := row[j + 1] + gone) < best:
                best = without
            if (more := left + add[j]) < best:
                best = more
            if j and before and letter == other[j - 1] and sound == last:
                best = min(best, before[j - 1] + (_TURNED if (letter in VOWELS) == (last in VOWELS) else _TURNED_MIXED))
            left = best
            fresh.append(best)
        if min(fresh) > most:
            return most
        before, row, last = row, fresh, letter
    return row[-1]


def shared(one: str, other: str) -> tuple[int, int]:
    """Return how many sounds two words begin and end with alike."""
    shorter = min(len(one), len(other))
    start = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    rest = shorter - start
    end = next((back for back in range(rest) if one[-1 - back] != other[-1 - back]), rest)
    return start, end
