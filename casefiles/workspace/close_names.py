"""Names like those searched for: who may be meant when nobody bears the name as it was typed. Nothing is merged."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.moment import NOW, Moment
from casefiles.search.query import Query
from casefiles.search.tree import Node, Not, Term, Words, parts_of, together
from casefiles.storage import finding
from casefiles.storage.finding import CAPPED, Wanted
from casefiles.workspace.desk import Desk
from casefiles.workspace.names import Names

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

    Of the past nobody is proposed: names are kept as they are known now.
    """
    parts = parts_of(query.tree)
    typed = [part for part in parts if isinstance(part, Words)]
    rest: list[Node] = [part for part in parts if not isinstance(part, Words)]
    if not moment.is_now or not _can_be_name(typed, rest):
        return ()
    database, today = desk.book.database, desk.today()
    borne = [Term("name", (part.text,)) for part in typed]
    if finding.find_ids(database, Wanted(Query(together([*borne, *rest])), today=today), 1):
        return ()
    name = " ".join(part.typed.strip('"*') or " ".join(part.text.words) for part in typed)
    found = [one for one in Names(desk).candidates(name, limit=_LOOKED_AT, grouped=False) if one.score >= _LEAST]
    if not found:
        return ()
    left_out = set(finding.find_ids(database, Wanted(query, today=today), CAPPED))
    among = None if not rest else set(finding.find_ids(database, Wanted(Query(together(rest)), today=today)))
    return tuple(
        CloseName(one.case_id, one.ref, one.name, one.spelling, "; ".join(one.why))
        for one in found
        if one.case_id not in left_out and (among is None or one.case_id in among)
    )[:limit]


def _can_be_name(typed: list[Words], rest: list[Node]) -> bool:
    words = [word for part in typed for word in part.text.words]
    return (
        0 < len(words) <= _MOST_WORDS
        and not any(character.isdigit() for word in words for character in word)
        and any(len(word) >= _SHORTEST for word in words)
        and all(isinstance(part, Term) or (isinstance(part, Not) and isinstance(part.part, Term)) for part in rest)
    )
