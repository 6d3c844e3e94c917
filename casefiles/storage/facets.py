"""What is counted of the cases that a search finds, and the values that cases have of a field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.search.fields import BY_WORD
from casefiles.storage.asking import rows
from casefiles.storage.columns import column
from casefiles.storage.finding import Wanted, selected

_COUNTED_BY = {
    "group": ("status_group",),
    "origin": ("origin", "origin_words"),
    "situation": ("situations",),
    "date": ("s_date_first", "s_date_last"),
}
"""What tells apart, in the columns of a case, those who are counted beside one another; of dates, the month."""

COUNTABLE = tuple(_COUNTED_BY)
"""The fields by which cases found can be counted."""

Counts = list[tuple[tuple[str, ...], Span]]
"""How many people have each of some values."""

_MONTH = len("2024-03")
_KNOWN = 100


def counted(database: SqlCipherDatabase, wanted: Wanted, field: str, moment: Moment = NOW) -> Counts:
    """Return, for each value of a field that occurs among the cases wanted, how many people have it."""
    columns = _COUNTED_BY[field]
    told = ", ".join(f"substr({one}, 1, {_MONTH})" if field == "date" else f"+{one}" for one in columns)
    read, values = selected(f"{', '.join(columns)}, people_low, people_high", database, wanted, moment)
    # a plus, so that no index is walked: reading the rows in their own order is quicker
    sql = f"SELECT {told}, sum(people_low), sum(people_high) FROM ({read}) GROUP BY {told}"
    return [(tuple(one or "" for one in kept), Span(low, high)) for *kept, low, high in rows(database, sql, *values)]


def told_by(row: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """Return what `counted` would tell a case apart by, from its derived row."""
    kept = (row[name] or "" for name in _COUNTED_BY[field])
    return tuple(one[:_MONTH] if field == "date" else one for one in kept)


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
