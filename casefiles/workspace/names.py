"""Names: who in the casebook may be meant by a name as somebody wrote or pronounced it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from casefiles.domain import kinds
from casefiles.domain.refs import show_ref
from casefiles.names.fold import words
from casefiles.names.keys import asked_of
from casefiles.names.likeness import compare, likeness
from casefiles.names.parts import of_folded, read
from casefiles.storage import names_index
from casefiles.storage.names_index import Bearer
from casefiles.workspace.desk import Desk

_AGREES, _DIFFERS = 0.08, -0.12
_NEAR_AGE, _OTHER_AGE = 2, 6
_WEIGHED = 40
"""How many forms, the likest, are weighed with origin and age; more where they are equally like."""
_NAMESAKES = 150
_LEAST = 0.05
_COMMONER = 0.01


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant.

    Attributes:
        spelling: the spelling on record that is likest.
        score: how alike the spelling is, 1 for the same; origin and age move the place, not the score.
        why: what speaks for and against it.
        namesakes: how many others of the casebook bear a name that sounds the same and are less likely meant.
    """

    case_id: int
    ref: str
    name: str
    spelling: str
    score: float
    why: tuple[str, ...]
    namesakes: int = 0


@dataclass(frozen=True)
class _Weighed:
    rank: float
    bearer: Bearer
    told: tuple[str, ...]


class Names:
    """Looks names up by sound; it proposes and never decides."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def candidates(
        self, name: str, origin: str = "", age: str = "", limit: int = 5, *, grouped: bool = True
    ) -> list[Candidate]:
        """Return who may be meant by a name, the likeliest first.

        Args:
            origin: where they are from, which tells namesakes apart.
            age: their age or a range of it.
            grouped: name only the likeliest of those whose names sound the same.

        Raises:
            BadInput: the age is none.
        """
        wanted = _Wanted(name, frozenset(words(origin)), _age(age))
        found: dict[int, _Weighed] = {}
        for one in sorted(self._weighed(wanted), key=lambda one: (-one.rank, one.bearer.case_id)):
            found.setdefault(one.bearer.case_id, one)
        groups: dict[str, list[_Weighed]] = {}
        for one in found.values():
            groups.setdefault(one.bearer.form if grouped else str(one.bearer.case_id), []).append(one)
        shown = sorted(groups.values(), key=_expected, reverse=True)[:limit]
        listed = names_index.listed(self._desk.book.database, [group[0].bearer.case_id for group in shown])
        return [_candidate(name, group, listed) for group in shown if group[0].bearer.case_id in listed]

    def _weighed(self, wanted: _Wanted) -> Iterable[_Weighed]:
        database = self._desk.book.database
        names = read(wanted.name)
        near = names_index.forms_near(database, [key for name in names for key in asked_of(name)])
        scores = {folded: max(likeness(name, of_folded(folded)) for name in names) for folded in near.values()}
        for bearer in names_index.bearers(database, _likeliest(near, scores), _NAMESAKES):
            told = wanted.told(bearer)
            rank = scores[bearer.form] + sum(gain for gain, _ in told)
            yield _Weighed(rank, bearer, tuple(say for _, say in told))


def _likeliest(near: dict[int, str], scores: dict[str, float]) -> dict[int, str]:
    """Return the forms worth weighing: the likest, and all that are as like as the last of them."""
    ranked = sorted(near, key=lambda form: -scores[near[form]])
    least = max(_LEAST, scores[near[ranked[_WEIGHED - 1]]] if len(ranked) >= _WEIGHED else 0.0)
    return {form: near[form] for form in ranked if scores[near[form]] >= least}


@dataclass(frozen=True)
class _Wanted:
    """Who is looked for."""

    name: str
    origin: frozenset[str]
    age: tuple[int, int] | None

    def told(self, bearer: Bearer) -> list[tuple[float, str]]:
        """Return what origin and age say of somebody, with how far each moves them."""
        told = []
        if self.origin and bearer.origin:
            shared = len(self.origin.intersection(bearer.origin.split())) / len(self.origin)
            told.append((_AGREES * shared, "origin agrees") if shared else (_DIFFERS, "another origin"))
        if self.age and bearer.age:
            apart = max(self.age[0] - bearer.age[1], bearer.age[0] - self.age[1])
            if apart <= _NEAR_AGE:
                told.append((_AGREES, "age agrees"))
            elif apart >= _OTHER_AGE:
                told.append((_DIFFERS, "another age"))
        return told


def _expected(group: list[_Weighed]) -> float:
    """Rank a group by its likeliest, and a little by how many there are: of two equal guesses the commoner is right."""
    best = group[0].rank
    return best + _COMMONER * math.log(sum(one.rank == best for one in group))


def _candidate(name: str, group: list[_Weighed], listed: dict[int, tuple[int, str]]) -> Candidate:
    best = group[0]
    found = compare(name, best.bearer.spelling)
    ref, heading = listed[best.bearer.case_id]
    return Candidate(
        best.bearer.case_id,
        show_ref(ref),
        heading,
        best.bearer.spelling,
        found.score,
        (*found.why, *best.told),
        len(group) - 1,
    )


def _age(typed: str) -> tuple[int, int] | None:
    return kinds.bounds(kinds.AGE.check(typed)) if typed.strip() else None
