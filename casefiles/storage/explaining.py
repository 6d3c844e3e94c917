"""How the database answers a search: what the word index is asked, and the plan for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.storage import conditions
from casefiles.storage.asking import rows
from casefiles.storage.finding import Wanted, statement


@dataclass(frozen=True)
class Plan:
    """How a search is answered.

    Attributes:
        index: the expression that the word index must match; empty when it is not asked.
        steps: what the database does, each with how deep it stands.
    """

    index: str
    sql: str
    values: tuple[Any, ...]
    steps: tuple[tuple[int, str], ...]


def plan(database: SqlCipherDatabase, wanted: Wanted) -> Plan:
    """Return how the list of those wanted is found."""
    sql, values = statement(database, wanted)
    depths = {0: -1}
    steps = []
    for step, parent, _, detail in rows(database, f"EXPLAIN QUERY PLAN {sql}", *values, -1):
        depths[step] = depths[parent] + 1
        steps.append((depths[step], str(detail)))
    index, _ = conditions.split(wanted.query.asked)
    return Plan(index, sql, tuple(values), tuple(steps))
