"""The columns of derived rows: those that lists show, and those that a search compares, which follow the fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from casefiles.domain.canonical import canonical, sha256
from casefiles.names import KEYS_VERSION
from casefiles.search.comparing import CountIs, HasWords, IsOneOf, NumberWithin, OneHasWords
from casefiles.search.fields import SEARCH_FIELDS, SearchField

if TYPE_CHECKING:
    from casefiles.search.document import Document

_RULES = 12
"""Raised by hand when the rules that fill derived rows change."""

_FIXED = (
    ("ref", "INTEGER"),
    ("kind", "TEXT"),
    ("heading", "TEXT"),
    ("native_name", "TEXT"),
    ("sort_name", "TEXT"),
    ("status", "TEXT"),
    ("status_group", "TEXT"),
    ("certainty", "TEXT"),
    ("against", "TEXT"),
    ("happened", "TEXT"),
    ("said_on", "TEXT"),
    ("sort_date", "TEXT"),
    ("origin", "TEXT"),
    ("situations", "TEXT"),
    ("sources", "INTEGER"),
    ("independent", "INTEGER"),
    ("versions", "INTEGER"),
    ("people_low", "INTEGER"),
    ("people_high", "INTEGER"),
    ("held", "INTEGER"),
    ("last_change", "TEXT"),
    ("names", "TEXT"),
    ("origin_words", "TEXT"),
    ("words", "TEXT"),
    ("f_origin", "TEXT"),
    ("cited", "TEXT"),
)
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
"""The columns that a search compares, and their types."""

COLUMNS = (*_FIXED, *SEARCHED)
"""All columns of a derived row, and their types."""


def shape() -> str:
    """Return what tells derived rows of another shape from today's."""
    return sha256(canonical([_RULES, COLUMNS, KEYS_VERSION]))


def searched(document: Document) -> dict[str, Any]:
    """Return the values of the columns."""
    return {name: value(document) for name, value in _FILLED.items()}


def iso(day: date | None) -> str | None:
    """Return a day as it is kept, so that text sorts as days do."""
    return day.isoformat() if day else None


_Filled = Callable[["Document"], Any]
_NOTHING = (None, None)


def _filled(field: SearchField) -> dict[str, _Filled]:
    """Return what fills each column that a field may have."""
    key = field.key
    if isinstance(field.way, CountIs):
        return {column(field): lambda document: document.numbers.get(key, _NOTHING)[0]}
    if isinstance(field.way, NumberWithin):
        return {
            column(field, "low"): lambda document: document.numbers.get(key, _NOTHING)[0],
            column(field, "high"): lambda document: document.numbers.get(key, _NOTHING)[1],
            column(field): lambda document: document.keys.get(key),
        }
    if isinstance(field.way, IsOneOf):
        return {column(field): lambda document: document.keys.get(key)}
    if isinstance(field.way, HasWords):
        return {column(field): lambda document: document.words.get(key)}
    return {
        column(field, "first"): lambda document: iso(document.days.get(key, _NOTHING)[0]),
        column(field, "last"): lambda document: iso(document.days.get(key, _NOTHING)[1]),
    }


def _all_filled() -> dict[str, _Filled]:
    """Return what fills the columns there are; worked out once, for it is asked of every case."""
    every: dict[str, _Filled] = {MISSING: lambda document: f" {' '.join(sorted(document.missing))} "}
    for field in SEARCH_FIELDS:
        every |= _filled(field)
    return {name: every[name] for name, _ in SEARCHED}


_FILLED = _all_filled()
