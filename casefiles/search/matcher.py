"""A slow, obvious matcher: what the index must find, said in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.names.fold import words
from casefiles.search.query import OriginHas, Query, StatusIs, Term, Word


@dataclass(frozen=True)
class Document:
    """A case as the search box sees it."""

    text: str
    origin: str
    status: str
    group: str


def matches(query: Query, document: Document) -> bool:
    """Tell whether a case answers a query."""
    return all(_holds(term, document) for term in query.terms)


def _holds(term: Term, document: Document) -> bool:
    match term:
        case Word(text):
            return _begins_a_word(text, document.text)
        case OriginHas(wanted):
            return all(_begins_a_word(text, document.origin) for text in wanted)
        case StatusIs(statuses, groups):
            return document.group in groups or document.status in statuses


def _begins_a_word(wanted: str, text: str) -> bool:
    return any(word.startswith(wanted) for word in words(text))
