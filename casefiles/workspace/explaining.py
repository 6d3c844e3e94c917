"""A search explained, for whoever wonders why it finds whom it finds, or why it takes its time."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.search.explaining import Part, explain, lines
from casefiles.search.query import parse
from casefiles.search.tree import parts_of
from casefiles.search.writing import write
from casefiles.storage import conditions
from casefiles.storage.conditions import AnsweredBy
from casefiles.storage.explaining import Plan, plan
from casefiles.storage.finding import Wanted
from casefiles.workspace.desk import Desk

__all__ = ["AnsweredBy", "Explained", "Part", "Plan", "explained", "lines"]


@dataclass(frozen=True)
class Explained:
    """What a search means, and how it is answered.

    Attributes:
        text: the search, as the program writes it.
        tree: what it means.
        answered: each part that must hold, as typed, with what answers it.
        plan: how the database finds the list.
    """

    text: str
    tree: Part
    answered: tuple[tuple[str, AnsweredBy], ...]
    plan: Plan


def explained(desk: Desk, text: str) -> Explained:
    """Explain a search.

    Raises:
        BadQuery: a part of it cannot be understood.
    """
    query = parse(text)
    return Explained(
        query.text,
        explain(query.asked),
        tuple((write(part), conditions.answered_by(part)) for part in parts_of(query.asked)),
        plan(desk.book.database, Wanted(query, today=desk.today())),
    )
