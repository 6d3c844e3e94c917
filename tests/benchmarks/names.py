"""How well names are matched: real pairs by cross-validation, split by person; invented people held out; a public set.

PYTHONPATH=. python tests/benchmarks/names.py [--fit] [--show]

With `--fit` the weights are fitted anew on four fifths of the people and measured on the rest, five times over, and
then those fitted on all are printed, which are the ones to ship. Without it the shipped weights are measured.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from pathlib import Path
from time import process_time
from zlib import crc32

from casefiles.names.fold import fold
from casefiles.names.likeness import compare
from casefiles.names.weights import WEIGHTS, Weights

_DATA = Path(__file__).parents[1] / "data"
FOLDS = 5
_STEPS = (0.75, 0.9, 1.1, 1.3)
_ROUNDS = 2
_GUESS = Weights()
_SOFTNESS = 0.04
_FIXED = {"enough", "near", "conflict", "lone", "called_otherwise", "same"}
"""Weights that are rules and not fitted."""


@dataclass(frozen=True)
class Labelled:
    """Two spellings, and whether they are one person's."""

    one: str
    other: str
    same: bool
    culture: str = ""


def real_pairs() -> list[Labelled]:
    """Return the pairs found in the press and made of standard romanisations."""
    with (_DATA / "name_pairs.csv").open(encoding="utf-8", newline="") as file:
        return [Labelled(row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(file)]


def public_pairs(half: int | None = None) -> list[Labelled]:
    """Return the pairs of a public set (`name_pairs_public.LICENCE`), or half of them by a hash of whom they are of.

    Rules may be worked out on half 0, and half 1 is only counted. Names that stand in one pair, or in pairs that share
    a name, are in the same half.
    """
    with (_DATA / "name_pairs_public.csv").open(encoding="utf-8", newline="") as file:
        pairs = [Labelled(row["a"], row["b"], row["same"] == "1") for row in csv.DictReader(file)]
    if half is None:
        return pairs
    group = _people(Labelled(fold(pair.one), fold(pair.other), True) for pair in pairs)
    members: dict[str, list[str]] = defaultdict(list)
    for name, leader in group.items():
        members[leader].append(name)
    halves = {leader: crc32(min(names).encode()) % 2 for leader, names in members.items()}
    return [pair for pair in pairs if halves[group[fold(pair.one)]] == half]


def invented_pairs(*, held_out: bool) -> list[Labelled]:
    """Return the pairs of every other invented person of each culture."""
    return [pair for pairs in _invented(held_out) for pair in pairs]


def _invented(held_out: bool) -> Iterator[list[Labelled]]:
    seen: Counter[str] = Counter()
    for line in (_DATA / "invented_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        culture, spellings, others = (part.strip() for part in line.split(" | "))
        always_open = culture.startswith("+")
        seen[culture] += not always_open
        if held_out is (not always_open and seen[culture] % 2 == 0):
            own = spellings.split(" ; ")
            yield [Labelled(one, other, True, culture) for one, other in combinations(own, 2)]
            yield [Labelled(own[0], other, False, culture) for other in others.split(" ; ")]


def by_person(pairs: Sequence[Labelled], folds: int = FOLDS) -> list[tuple[list[Labelled], list[Labelled]]]:
    """Split pairs into what to fit on and what to measure on, so that no person is in both.

    Spellings that some pair calls the same are one person. A pair of two people is measured with the first of them.
    """
    person = _people(pairs)
    names = sorted(set(person.values()))
    random.Random(1).shuffle(names)
    fold = {name: place % folds for place, name in enumerate(names)}
    split = []
    for number in range(folds):
        measured = [pair for pair in pairs if fold[person[pair.one]] == number]
        seen = {person[name] for pair in measured for name in (pair.one, pair.other)}
        fitted = [pair for pair in pairs if not {person[pair.one], person[pair.other]} & seen]
        split.append((fitted, measured))
    return split


def _people(pairs: Iterable[Labelled]) -> dict[str, str]:
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for pair in pairs:
        one, other = lead(pair.one), lead(pair.other)
        if pair.same:
            leader[other] = one
    return {name: lead(name) for name in leader}


def fit(pairs: Sequence[Labelled], start: Weights = _GUESS) -> Weights:
    """Return the weights that tell these pairs apart best, looked for one at a time from a guess."""
    best, least = start, _regret(pairs, start)
    for _ in range(_ROUNDS):
        for field in fields(Weights):
            if field.name in _FIXED:
                continue
            for step in _STEPS:
                tried = replace(best, **{field.name: round(getattr(best, field.name) * step, 3)})
                if (regret := _regret(pairs, tried)) < least - 1e-4:
                    best, least = tried, regret
    return best


def _regret(pairs: Sequence[Labelled], weights: Weights) -> float:
    """Return how far the pairs are on the wrong side, those of one person and of two counting alike."""
    sides: dict[bool, list[float]] = defaultdict(list)
    for pair in pairs:
        above = compare(pair.one, pair.other, weights).score - weights.same
        sides[pair.same].append(math.log1p(math.exp((-above if pair.same else above) / _SOFTNESS)))
    return sum(sum(side) / len(side) for side in sides.values())


@dataclass(frozen=True)
class Outcome:
    """What became of some pairs."""

    found: int = 0
    wrong: tuple[Labelled, ...] = ()
    missed: tuple[Labelled, ...] = ()

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.found / max(1, 2 * self.found + len(self.wrong) + len(self.missed))

    @property
    def precision(self) -> float:
        """Return how many of those taken for one person's are."""
        return self.found / max(1, self.found + len(self.wrong))

    @property
    def recall(self) -> float:
        """Return how many of those that are one person's are taken for it."""
        return self.found / max(1, self.found + len(self.missed))

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.found + other.found, self.wrong + other.wrong, self.missed + other.missed)


def measure(pairs: Sequence[Labelled], weights: Weights = WEIGHTS) -> Outcome:
    """Compare every pair."""
    said = [(pair, compare(pair.one, pair.other, weights).same) for pair in pairs]
    return Outcome(
        sum(pair.same and same for pair, same in said),
        tuple(pair for pair, same in said if same and not pair.same),
        tuple(pair for pair, same in said if pair.same and not same),
    )


def ranking(pairs: Sequence[Labelled]) -> float:
    """Return how often a pair of one person scores above one of two, ties counting half: 1 at best, 0.5 by chance."""
    scores = sorted((compare(pair.one, pair.other).score, pair.same) for pair in pairs)
    same = [score for score, one in scores if one]
    others = [score for score, one in scores if not one]
    above = sum(bisect_left(others, score) + bisect_right(others, score) for score in same) / 2
    return above / (len(same) * len(others))


def cross_validated() -> Outcome:
    """Fit on four fifths of the people, with the open ones of other sets, and measure on the rest; five times over."""
    total = Outcome()
    for fitted, measured in by_person(real_pairs()):
        total += measure(measured, fit([*fitted, *open_pairs()]))
    return total


def open_pairs() -> list[Labelled]:
    """Return the invented and public pairs that rules may be worked out on."""
    return [*invented_pairs(held_out=False), *public_pairs(0)]


def comparisons_a_second(pairs: Sequence[Labelled]) -> float:
    """Return how many different pairs of names are compared in a second of processor time."""
    names = list(dict.fromkeys(name for pair in pairs for name in (pair.one, pair.other)))
    chance = random.Random(2)
    drawn = [(chance.choice(names), chance.choice(names)) for _ in range(20_000)]
    start = process_time()
    for one, other in drawn:
        compare(one, other)
    return len(drawn) / (process_time() - start)


def _tell(what: str, outcome: Outcome, allowed: float, *, show: bool) -> bool:
    counts = f"{outcome.found} found, {len(outcome.wrong)} wrong, {len(outcome.missed)} missed"
    held = outcome.f1 >= allowed
    shares = f"precision {outcome.precision:.3f}, recall {outcome.recall:.3f}"
    print(f"{'held  ' if held else 'MISSED'}  {what}: F1 {outcome.f1:.3f} (bar {allowed}), {shares}: {counts}")
    if show:
        for kind, pairs in (("wrong", outcome.wrong), ("missed", outcome.missed)):
            for pair in pairs:
                found = compare(pair.one, pair.other)
                print(f"    {kind:7} {found.score:.2f} {pair.one} / {pair.other}: {'; '.join(found.why)}")
    return held


def _tell_public(*, show: bool) -> bool:
    _tell("public pairs, open half", measure(public_pairs(0)), 0.88, show=show)
    _tell("public pairs, held-out half", measure(public_pairs(1)), 0.88, show=False)
    every = public_pairs()
    held = _tell(f"public pairs, all {len(every)}", measure(every), 0.88, show=False)
    print(f"        public pairs: {ranking(every):.3f} of pairs of one person rank above pairs of two")
    return held


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bars are held."""
    parser = argparse.ArgumentParser(description="Measure how well names are matched.")
    parser.add_argument("--fit", action="store_true", help="fit the weights anew, fold by fold")
    parser.add_argument("--show", action="store_true", help="list the real and the open invented pairs told wrongly")
    given = parser.parse_args(words)
    held = _tell("real pairs, shipped weights", measure(real_pairs()), 0.98, show=given.show)
    if given.fit:
        held &= _tell("real pairs, cross-validated by person", cross_validated(), 0.98, show=given.show)
        print("fitted on all:", fit([*real_pairs(), *open_pairs()], WEIGHTS))
    _tell("invented people, open half", measure(invented_pairs(held_out=False)), 0.97, show=given.show)
    held &= _tell("invented people, held-out half", measure(invented_pairs(held_out=True)), 0.97, show=False)
    held &= _tell_public(show=given.show)
    speed = comparisons_a_second([*real_pairs(), *invented_pairs(held_out=False)])
    print(f"{'held  ' if speed >= 20_000 else 'MISSED'}  {speed:,.0f} comparisons a second (bar 20,000)")
    return held and speed >= 20_000


if __name__ == "__main__":
    main()
