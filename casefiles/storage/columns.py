"""The columns that a search compares, for every search field: they follow the fields' one table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from casefiles.search.comparing import CountIs, DateWithin, DaysAgo, HasWords, IsOneOf, NumberWithin, OneHasWords
from casefiles.search.fields import SEARCH_FIELDS, SearchField

if TYPE_CHECKING:
    from casefiles.search.document import Document

_LISTED = {
    "name": "names",
    "origin": "origin_words",
    "status": "status",
    "group": "status_group",
    "certainty": "certainty",
    "kind": "kind",
    "sources": "sources",
    "independent": "independent",
}
"""The columns that lists show too, under the names they have there."""

_NOT_KEPT = frozenset({"in", "held", "missing"})
"""Fields without a column of their own: the same for all, different by the day, or a list of others."""

INDEXED = ("names", "origin_words", "words")
"""The columns that plain words are looked for in; the index holds them."""

MISSING = "missing"
"""The words of the fields that nothing is known of, with a space before and after each."""


def column(field: SearchField, part: str = "") -> str:
    """Return the column that holds what a field asks about, or one part of it."""
    name = field.key.replace("-", "_")
    return _LISTED.get(field.key) or f"s_{name}{'_' if part else ''}{part}"


def _columns() -> dict[str, str]:
    found: dict[str, str] = {}
    for field in SEARCH_FIELDS:
        if field.key in _LISTED or field.word in _NOT_KEPT or isinstance(field.way, OneHasWords):
            continue
        if isinstance(field.way, CountIs):
            found[column(field)] = "INTEGER"
        elif isinstance(field.way, NumberWithin):
            found |= {column(field, end): "INTEGER" for end in ("low", "high")}
            found |= {column(field): "TEXT"} if field.way.words else {}
        elif isinstance(field.way, HasWords | IsOneOf):
            found[column(field)] = "TEXT"
        else:
            found |= {column(field, end): "TEXT" for end in ("first", "last")}
    return {**found, MISSING: "TEXT"}


SEARCHED: tuple[tuple[str, str], ...] = tuple(_columns().items())
"""The columns and their types."""


def searched(document: Document) -> dict[str, Any]:
    """Return the values of the columns."""
    row: dict[str, Any] = dict.fromkeys(_columns())
    for field in SEARCH_FIELDS:
        row |= _values(field, document, row)
    row[MISSING] = f" {' '.join(sorted(document.missing))} "
    return row


def _values(field: SearchField, document: Document, row: Mapping[str, Any]) -> dict[str, Any]:
    key = field.key
    found: dict[str, Any] = {}
    if isinstance(field.way, CountIs):
        found = {column(field): document.numbers.get(key, (None,))[0]}
    elif isinstance(field.way, NumberWithin):
        low, high = document.numbers.get(key, (None, None))
        found = {column(field, "low"): low, column(field, "high"): high, column(field): document.keys.get(key)}
    elif isinstance(field.way, IsOneOf):
        found = {column(field): document.keys.get(key)}
    elif isinstance(field.way, HasWords):
        found = {column(field): document.words.get(key)}
    elif isinstance(field.way, DateWithin | DaysAgo):
        first, last = document.days.get(key, (None, None))
        found = {column(field, "first"): iso(first), column(field, "last"): iso(last)}
    return {name: value for name, value in found.items() if name in row}


def iso(day: date | None) -> str | None:
    """Return a day as it is kept, so that text sorts as days do."""
    return day.isoformat() if day else None
