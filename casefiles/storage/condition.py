"""What is asked of cases in SQL, with its values; and what that depends on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import NOW, Moment


class Condition(NamedTuple):
    """A condition and the values of its parameters."""

    sql: str
    values: tuple[Any, ...] = ()


ALWAYS = Condition("1")


class Asking(NamedTuple):
    """What a condition depends on besides the search.

    Attributes:
        today: the day that times ago are counted from.
        table: the table with the columns case_id, status and status_group that the condition is for.
        moment: as of when the rows of that table stand.
        indexed: the index knows these rows; it knows none that were put away.
    """

    database: SqlCipherDatabase
    today: date
    table: str = "shown"
    moment: Moment = NOW
    indexed: bool = True


def both(one: Condition, other: Condition) -> Condition:
    """Return the condition that both hold."""
    return one if other == ALWAYS else joined("AND", [one, other])


def in_index(matched: str) -> Condition:
    """Return the condition that the index finds a case."""
    return Condition("case_id IN (SELECT rowid FROM case_fts WHERE case_fts MATCH ?)", (matched,))


def joined(joiner: str, parts: Sequence[Condition]) -> Condition:
    """Return the condition that all hold, or any."""
    if len(parts) < 2:
        return parts[0] if parts else ALWAYS
    sql = f" {joiner} ".join(f"({part.sql})" for part in parts)
    return Condition(sql, tuple(value for part in parts for value in part.values))
