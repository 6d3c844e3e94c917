"""What is counted of the cases that a search finds, and the values that cases have of a field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.span import Span
from casefiles.search.fields import BY_WORD
from casefiles.storage.asking import rows
from casefiles.storage.columns import column
from casefiles.storage.finding import Wanted, where

_COUNTED_BY = {
    "group": ("status_group",),
    "origin": ("origin", "origin_words"),
    "situation": ("situations",),
    "date": ("substr(s_date_first, 1, 7)", "substr(s_date_last, 1, 7)"),
}
"""What tells apart, in the columns of a case, those who are counted beside one another."""

COUNTABLE = tuple(_COUNTED_BY)
"""The fields by which cases found can be counted."""

_KNOWN = 100


def counted(database: SqlCipherDatabase, wanted: Wanted, field: str) -> list[tuple[tuple[Any, ...], Span]]:
    """Return, for each value of a field that occurs among the cases wanted, how many people have it."""
    kept = ", ".join(_COUNTED_BY[field])
    narrowed, values = where(database, wanted)
    sql = f"SELECT {kept}, sum(people_low), sum(people_high) FROM shown {narrowed} GROUP BY {kept}"
    return [(tuple(told), Span(low, high)) for *told, low, high in rows(database, sql, *values)]


def examples(database: SqlCipherDatabase, word: str) -> dict[int, str]:
    """Return a case for each of the commonest values of a field, by its search word, with the folded value."""
    kept = column(BY_WORD[word])
    sql = (
        f"SELECT min(case_id), {kept} FROM shown WHERE {kept} <> '' GROUP BY {kept}"
        f" ORDER BY count(*) DESC, {kept} LIMIT {_KNOWN}"
    )
    return dict(rows(database, sql))


def reported(database: SqlCipherDatabase, field: str, cases: Sequence[int]) -> list[Any]:
    """Return the different values that have been reported of a field of some cases."""
    sql = "SELECT DISTINCT value FROM claim WHERE field = ? AND case_id IN (SELECT value FROM json_each(?))"
    return [json.loads(value) for (value,) in rows(database, sql, field, json.dumps(list(cases)))]
