"""A slow, obvious matcher: what the index must find, said in plain Python."""

from __future__ import annotations

from datetime import date

from casefiles.search.comparing import DaysAgo, IsOneOf
from casefiles.search.document import Document
from casefiles.search.fields import BY_WORD, SearchField
from casefiles.search.folded import has, situations_meant
from casefiles.search.query import Query
from casefiles.search.tree import All, Any, Between, Days, Everything, Key, Node, Not, Term, Text, Value, Words


def matches(query: Query, document: Document, today: date) -> bool:
    """Tell whether a case answers a query on a day."""
    return _holds(query.asked, document, today)


def _holds(node: Node, document: Document, today: date) -> bool:
    match node:
        case Everything():
            return True
        case Words(text):
            return any(has(text, column) for column in document.index)
        case Term(word, values):
            return any(_is(BY_WORD[word], value, document, today) for value in values)
        case Not(part):
            return not _holds(part, document, today)
        case All(parts):
            return all(_holds(part, document, today) for part in parts)
        case Any(parts):
            return any(_holds(part, document, today) for part in parts)


def _is(field: SearchField, value: Value, document: Document, today: date) -> bool:
    match value:
        case Text() if field.word == "situation":
            return not document.situations.isdisjoint(situations_meant(value, document.known_situations))
        case Text():
            return any(has(value, text) for text in _texts(field.key, document))
        case Key():
            return _is_key(field, value, document)
        case Days(first, last):
            told = document.days.get(field.key)
            return told is not None and told[0] <= (last or date.max) and told[1] >= (first or date.min)
        case Between():
            number = _days_ago(field, document, today) if isinstance(field.way, DaysAgo) else _number(field, document)
            return number is not None and _overlap(value, *number)


def _texts(key: str, document: Document) -> tuple[str, ...]:
    return document.each[key] if key in document.each else (document.words[key],)


def _is_key(field: SearchField, value: Key, document: Document) -> bool:
    if field.word == "missing":
        return value.key in document.missing
    wanted = field.way.keys(value) if isinstance(field.way, IsOneOf) else {value.key}
    return document.keys.get(field.key) in wanted


def _number(field: SearchField, document: Document) -> tuple[int, int] | None:
    return document.numbers.get(field.key)


def _days_ago(field: SearchField, document: Document, today: date) -> tuple[int, int] | None:
    """Return how many days ago something was at the latest; None where that is open."""
    told = document.days.get(field.key)
    if told is None or told[1] == date.max:
        return None
    return (today - told[1]).days, (today - told[1]).days


def _overlap(wanted: Between, low: int, high: int) -> bool:
    return (wanted.low is None or high >= wanted.low) and (wanted.high is None or low <= wanted.high)
