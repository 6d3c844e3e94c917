"""Two grades, judged apart: how reliable a source is, A to F, and how credible one report of it, 1 to 6."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.records import Claim
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.voices import count_independent


@dataclass(frozen=True)
class Step:
    """One step of a scale: its sign, its name, and what it means in plain words."""

    sign: str
    name: str
    about: str


RELIABILITY: tuple[Step, ...] = (
    Step("A", "Completely reliable", "no doubt about it; what it said has always proved right"),
    Step("B", "Usually reliable", "little doubt about it; what it said has mostly proved right"),
    Step("C", "Fairly reliable", "some doubt about it; what it said has often proved right"),
    Step("D", "Not usually reliable", "much doubt about it; what it said has proved right now and then"),
    Step("E", "Unreliable", "what it said has proved wrong"),
    Step("F", "Cannot be judged", "too little is known of it, as when it is used for the first time"),
)
CREDIBILITY: tuple[Step, ...] = (
    Step("1", "Confirmed by others", "another source, independent of this one, says the same"),
    Step("2", "Probably true", "nobody else says it yet, but it fits with what is known"),
    Step("3", "Possibly true", "nobody else says it yet, and it fits with some of what is known"),
    Step("4", "Doubtful", "it may be true, but nothing that is known speaks for it"),
    Step("5", "Improbable", "it goes against what is known"),
    Step("6", "Cannot be judged", "there is nothing to hold it against"),
)
CONFIRMED = CREDIBILITY[0].sign
"""Asks for two independent sources that say the same."""

ALONE = "but only one independent source now"
NOT_GRADED = "not graded"

_NAMES = {step.sign: step.name for step in (*RELIABILITY, *CREDIBILITY)}
_RANKS = {step.sign: rank for scale in (RELIABILITY, CREDIBILITY) for rank, step in enumerate(reversed(scale))}


def weight(claim: Claim) -> tuple[int, int]:
    """Rank reports by their own grade, then by their source's; F, 6 and none rank lowest."""
    return _RANKS.get(claim.credibility, 0), _RANKS.get(_reliability(claim), 0)


def sign(claim: Claim) -> str:
    """Return both grades as they are written, as in "A2"; empty when neither is given."""
    return _reliability(claim) + claim.credibility


def words(claim: Claim) -> str:
    """Say both grades, as in "source usually reliable, report probably true"; empty when neither is given."""
    parts = (("source", _reliability(claim)), ("report", claim.credibility))
    return ", ".join(f"{what} {_NAMES[given].lower()}" for what, given in parts if given)


def is_alone(claim: Claim, standing: Iterable[Claim], bodies: Sequence[ConfirmingBody]) -> bool:
    """Tell whether no two independent sources among the standing reports say what this one says."""
    return count_independent((one for one in standing if _says_the_same(one, claim)), bodies) < 2


def _reliability(claim: Claim) -> str:
    return claim.source.reliability if claim.source else ""


def _says_the_same(one: Claim, claim: Claim) -> bool:
    if one.field != claim.field:
        return False
    kind = BY_KEY[claim.field].kind
    if claim.field in _SIDE_BY_SIDE:
        return kind.show(one.value) == kind.show(claim.value)
    return kind.bears_out(one.value, claim.value)


_SIDE_BY_SIDE = frozenset({"name", "status"})
"""Fields whose values never stand against each other, so that only equal ones say the same."""
