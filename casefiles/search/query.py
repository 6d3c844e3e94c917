"""What the search box means: the door to the query language."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from casefiles.domain.problems import BadInput
from casefiles.search.asked import LONGEST, Query
from casefiles.search.problems import BadQuery
from casefiles.search.tree import EVERYBODY

__all__ = ["LONGEST", "BadQuery", "Query", "Reading", "parse", "read", "refuse_empty"]


class Reading(NamedTuple):
    """What a text means as far as it can be understood, and the first thing in it that cannot."""

    query: Query
    problem: BadQuery | None = None


def parse(text: str) -> Query:
    """Read what was typed; mere slips, such as a bracket never closed, are made good.

    Raises:
        BadQuery: a part of it cannot be understood.
    """
    from casefiles.search.grammar import Grammar

    grammar = Grammar.of(text)
    tree = grammar.tree()
    for problem in grammar.problems:
        if not problem.is_slip:
            raise problem
    return Query(tree)


@lru_cache(maxsize=64)  # while one types, the box, the list and the sidebar all ask what the same text means
def read(text: str) -> Reading:
    """Read what is being typed: what cannot be understood is left out, and told beside the rest."""
    from casefiles.search.grammar import Grammar

    grammar = Grammar.of(text)
    tree = grammar.tree()
    return Reading(Query(tree), min(grammar.problems, key=lambda problem: problem.start, default=None))


def refuse_empty(text: str) -> None:
    """Let a query count people only if it says who they are; everybody is said as a star.

    Raises:
        BadInput: it cannot be read, or finds everybody without saying so.
    """
    if text.strip() and parse(text).tree == EVERYBODY:
        raise BadInput("This finds everybody.", "Write * if everybody is meant.")
