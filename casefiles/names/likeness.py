"""How alike two names are, and why: exactly first, then by sound. A score proposes; it never merges anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from casefiles.names.fold import fold
from casefiles.names.pairing import Pair, pair_up
from casefiles.names.parts import Kind, Name, Part, read
from casefiles.names.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing two names gives.

    Attributes:
        score: 1 for the same letters, 0 for nothing in common.
        same: whether they are likely one person's.
        why: what speaks for it and against it, in plain words.
    """

    score: float
    same: bool
    why: tuple[str, ...]


_BY_SOUND = 0.99
"""The most that names of other letters can come to."""


def compare(one: str, other: str, weights: Weights = WEIGHTS) -> Likeness:
    """Compare two names in any script."""
    if _folded(one) == _folded(other):
        return Likeness(score=1.0, same=True, why=("written the same",))
    one, other = sorted((one, other))
    pairs = [(ours, theirs) for ours in read(one) for theirs in read(other)]
    losses = [
        (sum(loss for loss, _ in found), found) for ours, theirs in pairs for found in [_losses(ours, theirs, weights)]
    ]
    loss, found = min(losses, key=lambda one: one[0])
    score = round(max(0.0, _BY_SOUND - loss), 4)
    return Likeness(score, score >= weights.same, tuple(dict.fromkeys(why for _, why in found)))


_folded = lru_cache(maxsize=1 << 16)(fold)


def likeness(ours: Name, theirs: Name, weights: Weights = WEIGHTS) -> float:
    """Return the score alone of two names already read."""
    return max(0.0, _BY_SOUND - sum(loss for loss, _ in _losses(ours, theirs, weights)))


Loss = tuple[float, str]


def _losses(ours: Name, theirs: Name, weights: Weights) -> list[Loss]:
    """Return what each difference takes off the score, with the words for it."""
    a, b = ours.parts, theirs.parts
    pairs = pair_up(a, b, weights.near)
    if not pairs:
        return [(1.0, "nothing in common")]
    left_a = sorted(set(range(len(a))).difference(*(pair.ours for pair in pairs)))
    left_b = sorted(set(range(len(b))).difference(*(pair.theirs for pair in pairs)))
    found = [_of_pair(pair, a, b, weights) for pair in pairs]
    found += _of_rest(a, b, left_a, left_b, weights)
    found += _of_evidence(a, b, pairs, left_a, left_b, weights)
    if {ours.sex, theirs.sex} == {"m", "f"}:
        found.append((weights.sex, "one is a woman's name, the other a man's"))
    found += _of_order(pairs, weights)
    return found


def _of_order(pairs: Sequence[Pair], weights: Weights) -> list[Loss]:
    """Weigh another order: a surname may stand first, but two names that change places may be father and son."""
    there = [pair.theirs for pair in sorted(pairs, key=lambda pair: pair.ours)]
    falls = [place for place in range(len(there)) if there[place - 1] > there[place]]
    if len(falls) > 1 or (falls and falls != [0]):
        turned = len(falls) == 1 and there[-1] < there[0]
        return [(weights.swapped if turned else weights.turned, "parts in another order")]
    return []


def _of_pair(pair: Pair, a: Sequence[Part], b: Sequence[Part], weights: Weights) -> Loss:
    ours, theirs = _written(pair.ours, a), _written(pair.theirs, b)
    if pair.initial:
        return weights.initial, f"initial: {ours} ~ {theirs}"
    if pair.likeness == 1.0:
        plain = len(pair.ours) == len(pair.theirs)
        return (
            0.0,
            f"same: {ours}"
            if ours == theirs
            else f"sounds the same: {ours} ~ {theirs}"
            if plain
            else f"written together: {ours} ~ {theirs}",
        )
    weight = max(sum(a[i].weight for i in pair.ours), sum(b[j].weight for j in pair.theirs))
    loss = _strictness(pair, a, b, weights) * min(1.0, weight) * (1 - pair.likeness)
    return loss, f"sounds alike: {ours} ~ {theirs}"


def _strictness(pair: Pair, a: Sequence[Part], b: Sequence[Part], weights: Weights) -> float:
    if _first(a) in pair.ours and _first(b) in pair.theirs:
        return weights.given
    if len(a) - 1 in pair.ours and len(b) - 1 in pair.theirs:
        return weights.last
    return weights.middle


def _first(parts: Sequence[Part]) -> int:
    """Return the place of the first telling part."""
    return next((i for i, part in enumerate(parts) if part.weight > 0.5 and part.kind is not Kind.FATHER), 0)


_LEAST_CONFLICT = 0.7
_IN_CONFLICT = {Kind.FULL: 1.0, Kind.INITIAL: 0.7, Kind.FATHER: 1.0}


def _of_rest(
    a: Sequence[Part], b: Sequence[Part], left_a: list[int], left_b: list[int], weights: Weights
) -> list[Loss]:
    """Weigh the parts that only one name has."""
    found = []
    if left_a and left_b:
        weight = max(_LEAST_CONFLICT, min(1.5, _sum(a, left_a), _sum(b, left_b)))
        found.append((weights.conflict * weight, f"different: {_written(left_a, a)} / {_written(left_b, b)}"))
        return found
    for parts, left, others in ((a, left_a, b), (b, left_b, a)):
        for place in left:
            part = parts[place]
            tells = part.kind is Kind.FULL and part.weight > 0.5
            loss = weights.extra if tells else weights.common
            if tells and place == _first(parts) and len(others) > 1:
                loss = weights.first_missing
            found.append((loss, f"only in one: {part.written}"))
    return found


def _sum(parts: Sequence[Part], places: list[int]) -> float:
    return sum(parts[place].weight * _IN_CONFLICT[parts[place].kind] for place in places)


def _of_evidence(
    a: Sequence[Part], b: Sequence[Part], pairs: Sequence[Pair], left_a: list[int], left_b: list[int], weights: Weights
) -> list[Loss]:
    """Weigh how much agrees at all: a first name alone, or a common surname, is not enough."""
    agreeing = sum(
        0.3 if pair.initial or a[pair.ours[0]].kind is Kind.INITIAL
        else max(sum(a[i].weight for i in pair.ours), sum(b[j].weight for j in pair.theirs))
        for pair in pairs
    )  # fmt: skip
    rest = [*(a[i] for i in left_a), *(b[j] for j in left_b)]
    telling = any(part.weight > 0.5 for part in rest) or any(pair.initial for pair in pairs) or (left_a and left_b)
    enough = weights.enough if telling else 1.0 if rest else 0.0
    if agreeing < enough:
        return [(weights.lone * (enough - agreeing), "too little agrees to be sure")]
    return []


def _written(places: Sequence[int], parts: Sequence[Part]) -> str:
    return " ".join(parts[place].written.capitalize() for place in places)
