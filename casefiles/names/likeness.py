"""How alike two names are, and why: exactly first, then by sound. A score proposes; it never merges anybody."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from casefiles.names.fold import fold
from casefiles.names.known import BESIDE_ANOTHER
from casefiles.names.pairing import Pair, pair_up
from casefiles.names.parts import Kind, Name, Part, read
from casefiles.names.slips import LETTERS_TURNED, slip
from casefiles.names.weights import WEIGHTS, Weights
from casefiles.names.words import is_in_another_language, is_short_form, word_likeness


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
    matches = [_match(ours, theirs, weights) for ours in read(one) for theirs in read(other)]
    weighed = [
        (sum(loss.amount for loss in losses), match, losses)
        for match in matches
        for losses in [_losses(match, weights)]
    ]
    amount, match, losses = min(weighed, key=lambda one: one[0])
    if _differs_in_a_syllable(_folded(one), _folded(other)):
        amount += weights.conflict
        losses.append(_Loss(weights.conflict, "other syllables"))
    score = round(max(0.0, _BY_SOUND - amount), 4)
    return Likeness(score, score >= weights.same, tuple(dict.fromkeys(_told(loss, match) for loss in losses)))


_folded = lru_cache(maxsize=1 << 16)(fold)
_KOREAN = re.compile("[가-힣 ]+")


def _differs_in_a_syllable(one: str, other: str) -> bool:
    """Tell whether both are in Korean letters, which nobody spells by ear, and are not the same."""
    if one.isascii() or not (_KOREAN.fullmatch(one) and _KOREAN.fullmatch(other)):
        return False
    return one.replace(" ", "") != other.replace(" ", "")


def likeness(ours: Name, theirs: Name, weights: Weights = WEIGHTS) -> float:
    """Return the score alone of two names already read."""
    return max(0.0, _BY_SOUND - sum(loss.amount for loss in _losses(_match(ours, theirs, weights), weights)))


class _Match(NamedTuple):
    """Two names, which of their parts stand for each other, and the places of those that are left."""

    ours: Name
    theirs: Name
    pairs: list[Pair]
    left_ours: list[int]
    left_theirs: list[int]


class _Loss(NamedTuple):
    """What a difference takes off the score, the words for it, and the places of the parts it speaks of."""

    amount: float
    say: str
    ours: Sequence[int] = ()
    theirs: Sequence[int] = ()


def _told(loss: _Loss, match: _Match) -> str:
    ours = " ".join(match.ours.parts[place].written for place in loss.ours)
    theirs = " ".join(match.theirs.parts[place].written for place in loss.theirs)
    say = loss.say
    if say == _SOUNDS_THE_SAME and ours == theirs:
        say = "same: {0}"
    elif say == _SOUNDS_ALIKE and len(loss.ours) == len(loss.theirs):
        one, other = match.ours.parts[loss.ours[0]], match.theirs.parts[loss.theirs[0]]
        say = next((told for tells, told in _TOLD_OF_WORDS if tells(one, other)), say)
    return say.format(ours or theirs, theirs)


_SOUNDS_THE_SAME = "sounds the same: {0} ~ {1}"
_SOUNDS_ALIKE = "sounds alike: {0} ~ {1}"
_TOLD_OF_WORDS: tuple[tuple[Callable[[Part, Part], bool], str], ...] = (
    (lambda one, other: is_short_form(one.said, other.said), "short form: {0} ~ {1}"),
    (lambda one, other: is_in_another_language(one.said, other.said), "the same in another language: {0} ~ {1}"),
    (lambda one, other: slip(one.letters, other.letters) == LETTERS_TURNED, "letters changed places: {0} ~ {1}"),
)
"""What is said of two words in place of that they sound alike, the first that holds."""


def _match(ours: Name, theirs: Name, weights: Weights) -> _Match:
    pairs = pair_up(ours.parts, theirs.parts, weights.near)
    left_ours = set(range(len(ours.parts))).difference(*(pair.ours for pair in pairs))
    left_theirs = set(range(len(theirs.parts))).difference(*(pair.theirs for pair in pairs))
    return _Match(ours, theirs, pairs, sorted(left_ours), sorted(left_theirs))


def _losses(match: _Match, weights: Weights) -> list[_Loss]:
    """Return what each agreement and difference takes off the score."""
    if not match.pairs:
        return [_Loss(1.0, "nothing in common")]
    found = [_of_pair(pair, match, weights) for pair in match.pairs]
    found += _of_rest(match, weights)
    found += _of_evidence(match, weights)
    if {match.ours.sex, match.theirs.sex} == {"m", "f"}:
        found.append(_Loss(weights.sex, "one is a woman's name, the other a man's"))
    if _is_turned_about(match):
        return [*found, _Loss(weights.turned, "father and child have changed places")]
    return found + _of_order(match, weights)


def _is_turned_about(match: _Match) -> bool:
    """Tell whether the father's name in each is another's than the father's in the other, as in Ali bin Omar."""
    ours, theirs = match.ours.parts, match.theirs.parts
    told = {
        (ours[one].of_father, theirs[other].of_father)
        for pair in match.pairs
        for one in pair.ours
        for other in pair.theirs
    }
    return {(True, False), (False, True)} <= told


def _of_pair(pair: Pair, match: _Match, weights: Weights) -> _Loss:
    if pair.initial:
        return _Loss(weights.initial, "initial: {0} ~ {1}", pair.ours, pair.theirs)
    if pair.likeness == 1.0:
        together = len(pair.ours) != len(pair.theirs)
        return _Loss(0.0, "written together: {0} ~ {1}" if together else _SOUNDS_THE_SAME, pair.ours, pair.theirs)
    loss = _strictness(pair, match, weights) * min(1.0, _weight(pair, match)) * (1 - pair.likeness)
    return _Loss(loss, _SOUNDS_ALIKE, pair.ours, pair.theirs)


def _weight(pair: Pair, match: _Match) -> float:
    ours = sum(match.ours.parts[place].weight for place in pair.ours)
    return max(ours, sum(match.theirs.parts[place].weight for place in pair.theirs))


def _strictness(pair: Pair, match: _Match, weights: Weights) -> float:
    if _first(match.ours) in pair.ours and _first(match.theirs) in pair.theirs:
        return weights.given
    if len(match.ours.parts) - 1 in pair.ours and len(match.theirs.parts) - 1 in pair.theirs:
        return weights.last
    return weights.middle


def _first(name: Name) -> int:
    """Return the place of the first telling part."""
    return next((i for i, part in enumerate(name.parts) if part.weight > _TELLS and part.kind is not Kind.FATHER), 0)


_TELLS = 0.5
"""Parts that weigh less are so common that they tell little."""
_LEAST_CONFLICT, _MOST_CONFLICT = 0.7, 1.5
_IN_CONFLICT = {Kind.FULL: 1.0, Kind.INITIAL: 0.7, Kind.FATHER: 1.0}


def _of_rest(match: _Match, weights: Weights) -> list[_Loss]:
    """Weigh the parts that only one name has."""
    if match.left_ours and match.left_theirs:
        sums = (_conflict(match.ours, match.left_ours), _conflict(match.theirs, match.left_theirs))
        amount = weights.conflict * max(_LEAST_CONFLICT, min(_MOST_CONFLICT, *sums))
        amount *= 1 - _NEAR_MISS * _nearness_of_rest(match)
        return [_Loss(amount, "different: {0} / {1}", match.left_ours, match.left_theirs)]
    left = (
        *((match.ours, place, _Loss(0.0, _ONE, (place,))) for place in match.left_ours),
        *((match.theirs, place, _Loss(0.0, _ONE, (), (place,))) for place in match.left_theirs),
    )
    return [loss._replace(amount=_of_extra(name, place, match, weights)) for name, place, loss in left]


def _nearness_of_rest(match: _Match) -> float:
    """Return how near two words are that are too far apart to stand for each other, where each name has one left."""
    if len(match.left_ours) != 1 or len(match.left_theirs) != 1:
        return 0.0
    return word_likeness(match.ours.parts[match.left_ours[0]].said, match.theirs.parts[match.left_theirs[0]].said)


_NEAR_MISS = 0.5
"""How much less a difference counts where the words are nearly alike: those who look on see them above the others."""
_ONE = "only in one: {0}"


def _conflict(name: Name, places: Sequence[int]) -> float:
    return sum(name.parts[place].weight * _IN_CONFLICT[name.parts[place].kind] for place in places)


def _of_extra(name: Name, place: int, match: _Match, weights: Weights) -> float:
    part = name.parts[place]
    if part.kind is not Kind.FULL or part.weight <= _TELLS:
        return weights.common
    if place != _first(name) or len(match.ours.parts) == 1 or len(match.theirs.parts) == 1:
        return weights.extra
    given = {part.said for part in name.parts[place : place + 2]}
    called_otherwise = len(match.pairs) >= 2 and given <= BESIDE_ANOTHER
    return weights.called_otherwise if called_otherwise else weights.first_missing


_INITIAL_AGREES = 0.3
_TOGETHER = 1.3
"""How much two parts tell that somebody writes as one."""


def _of_evidence(match: _Match, weights: Weights) -> list[_Loss]:
    """Weigh how much agrees at all: a first name alone, or a common surname, is not enough."""
    agreeing = sum(
        _INITIAL_AGREES
        if pair.initial or match.ours.parts[pair.ours[0]].kind is Kind.INITIAL
        else min(_TOGETHER, _weight(pair, match))
        for pair in match.pairs
    )
    rest = [match.ours.parts[place] for place in match.left_ours] + [
        match.theirs.parts[place] for place in match.left_theirs
    ]
    telling = any(part.weight > _TELLS for part in rest) or (match.left_ours and match.left_theirs)
    enough = weights.enough if telling or any(pair.initial for pair in match.pairs) else 1.0 if rest else 0.0
    if agreeing >= enough:
        return []
    return [_Loss(weights.lone * (enough - agreeing), "little to go by")]


def _of_order(match: _Match, weights: Weights) -> list[_Loss]:
    """Weigh another order: a surname may stand first, but two names that change places may be father and son."""
    there = [pair.theirs for pair in match.pairs]
    falls = sum(one > other for one, other in pairwise(there))
    if not falls:
        return []
    turned = falls == 1 and there[-1] < there[0]
    within = there[0][0] == 0 and there[-1][-1] == len(match.theirs.parts) - 1 and match.pairs[0].ours[0] == 0
    return [_Loss(weights.swapped if turned or within else weights.turned, "parts in another order")]
