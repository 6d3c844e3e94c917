"""Names like those searched for: who may be meant when nobody bears the name as it was typed. Nothing is merged."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain import kinds
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.shown import ShownCase
from casefiles.search.document import standing_claims
from casefiles.search.query import Query
from casefiles.search.tree import Node, Not, Term, Words, parts_of, together
from casefiles.workspace.desk import Desk
from casefiles.workspace.finding import Finding, Wanted
from casefiles.workspace.names import Names
from casefiles.workspace.shown_cases import answers, situation_names, these_cases

_LEAST = 0.5
"""How alike a name must be at least to be worth a look."""

_MOST_WORDS, _SHORTEST = 6, 3
_LOOKED_AT = 12


@dataclass(frozen=True)
class CloseName:
    """Somebody whose name is like the one searched for.

    Attributes:
        spelling: the spelling on record that is like it.
        reason: what speaks for and against it.
    """

    id: int
    ref: str
    name: str
    spelling: str
    reason: str


def close_names(desk: Desk, query: Query, moment: Moment = NOW, limit: int = 5) -> tuple[CloseName, ...]:
    """Return who may be meant by the plain words of a search, if they can be a name that nobody found bears.

    Of the past, somebody is proposed by a spelling that stood then and stands now: the index holds no others.
    """
    parts = parts_of(query.tree)
    typed = [part for part in parts if isinstance(part, Words)]
    rest: list[Node] = [part for part in parts if not isinstance(part, Words)]
    if not _can_be_name(typed, rest):
        return ()
    borne = [Term("name", (part.text,)) for part in typed]
    if Finding(desk).ids(Wanted(Query(together([*borne, *rest]))), 1, moment):
        return ()
    name = " ".join(part.typed.strip('"*') or " ".join(part.text.words) for part in typed)
    found = [one for one in Names(desk).candidates(name, limit=_LOOKED_AT, grouped=False) if one.score >= _LEAST]
    cases, situations = these_cases(desk, [one.case_id for one in found], moment), situation_names(desk, moment)
    asked, others = (Wanted(one).on(moment, desk.today()) for one in (query, Query(together(rest))))
    return tuple(
        CloseName(one.case_id, one.ref, case.heading, one.spelling, "; ".join(one.why))
        for one in found
        if (case := cases.get(one.case_id)) and one.spelling in _spellings(case)
        if answers(others, case, situations) and not answers(asked, case, situations)
    )[:limit]


def _spellings(case: ShownCase) -> set[str]:
    names = (claim.value for claim in standing_claims(case) if claim.field == "name")
    return {kinds.NAME.show(value) for value in names}


def _can_be_name(typed: list[Words], rest: list[Node]) -> bool:
    words = [word for part in typed for word in part.text.words]
    return (
        0 < len(words) <= _MOST_WORDS
        and not any(character.isdigit() for word in words for character in word)
        and any(len(word) >= _SHORTEST for word in words)
        and all(isinstance(part, Term) or (isinstance(part, Not) and isinstance(part.part, Term)) for part in rest)
    )
