"""Finding: what the search box, the sidebar and the lists ask."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casefiles.domain.catalogue import BY_KEY, Field, In
from casefiles.domain.records import CaseKind, Claim
from casefiles.domain.shown import show_case
from casefiles.domain.span import Span
from casefiles.domain.status import Group
from casefiles.names.fold import words
from casefiles.search.query import Query, parse
from casefiles.storage import finding, lookups
from casefiles.storage.finding import Sort, Wanted
from casefiles.storage.reading import load_cases, text_of
from casefiles.workspace import wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.sources import Sources
from casefiles.workspace.views import ListRow, SourceRow

__all__ = ["Article", "Finding", "First", "Sort", "Totals", "Wanted", "parse"]

_SNIPPET = 160


@dataclass(frozen=True)
class Article:
    """A source whose text holds the words, with the place where."""

    source: SourceRow
    snippet: str
    start: int


@dataclass(frozen=True)
class Totals:
    """What the sidebar counts: people, and the sources beside them."""

    cases: int
    people: Span
    sources: int
    by_group: dict[Group, Span]
    by_situation: tuple[tuple[str, str, Span], ...]


@dataclass(frozen=True)
class First:
    """The first that a search finds.

    Attributes:
        ids: their keys, in order.
        total: how many cases there are, or how many at least.
        is_exact: there are no more.
    """

    ids: array[int]
    total: int
    is_exact: bool


class Finding:
    """Search over one casebook; made for a thread of its own, and interruptible."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ids(self, wanted: Wanted, limit: int = -1) -> array[int]:
        """Return the keys of the cases wanted, in order; with a limit, of very many that match, the newest."""
        return finding.find_ids(self._desk.book.database, self._today(wanted), limit)

    def first(self, wanted: Wanted) -> First:
        """Return what is shown while a search is typed: quick however much it finds."""
        found = self.ids(wanted, finding.CAPPED + 1)
        return First(found[: finding.CAPPED], min(len(found), finding.CAPPED), is_exact=len(found) <= finding.CAPPED)

    def rows(self, keys: Sequence[int]) -> list[ListRow]:
        """Return some cases as lists show them, in the order of their keys."""
        return [wording.list_row(one) for one in finding.listed(self._desk.book.database, keys)]

    def count(self, wanted: Wanted) -> tuple[int, Span]:
        """Return how many cases are wanted, and how many people they stand for."""
        return finding.count(self._desk.book.database, self._today(wanted))

    def totals(self) -> Totals:
        """Return what the sidebar counts."""
        database = self._desk.book.database
        cases, people, sources = lookups.totals(database)
        by_group = {Group(key): people for key, people in finding.facets(database, "status").items()}
        situations = tuple((row.uuid, row.name, row.people) for row in lookups.situations(database))
        return Totals(cases, people, sources, by_group, situations)

    def articles(self, query: Query, limit: int = 20) -> list[Article]:
        """Return the sources whose text holds all the query's words."""
        keys = finding.find_articles(self._desk.book.database, query, limit)
        known = {row.id: row for row in Sources(self._desk).rows(keys)}
        return [Article(known[key], *self._snippet(key, query.words)) for key in keys if key in known]

    def why(self, case_id: int, query: Query) -> str:
        """Say why a case was found: the name, value or quote that holds the first of the words."""
        records = load_cases(self._desk.book.database, [case_id]).get(case_id)
        if records is None or not query.words:
            return ""
        standing = (one.claim for one in show_case(records).judged if one.standing)
        for claim in standing:
            field = BY_KEY[claim.field]
            texts = _findable(field, claim)
            found = next((text for text in texts if _has_word_beginning(text, query.words[0])), None)
            if found is not None:
                return f"{field.label}: {found[:_SNIPPET]}"
        return ""

    def interrupt(self) -> None:
        """Stop what this thread is searching for."""
        self._desk.book.interrupt()

    def is_group(self, case_id: int) -> bool:
        """Tell whether a case is a group."""
        listed = finding.listed(self._desk.book.database, [case_id])
        return bool(listed) and listed[0].kind == CaseKind.GROUP.value

    def _today(self, wanted: Wanted) -> Wanted:
        return replace(wanted, today=self._desk.today())

    def _snippet(self, source_id: int, wanted: Sequence[str]) -> tuple[str, int]:
        stored = text_of(self._desk.book.database, source_id)
        return snippet(stored.chars if stored else "", wanted)


def snippet(text: str, wanted: Sequence[str]) -> tuple[str, int]:
    """Return the words around the first hit in a text, and where it is; ("", 0) when there is none."""
    position = 0
    for piece in text.split():
        start = text.index(piece, position)
        position = start + len(piece)
        if _has_word_beginning(piece, wanted[0]):
            begin, end = max(0, start - _SNIPPET // 2), start + _SNIPPET // 2
            cut = " ".join(text[begin:end].split())
            return ("…" if begin else "") + cut + ("…" if end < len(text) else ""), start
    return "", 0


def _has_word_beginning(text: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in words(text))


def _findable(field: Field, claim: Claim) -> list[str]:
    """Return what the index holds of a report; a passport number is none of it."""
    if In.FIND not in field.views:
        return []
    parts = [str(part) for part in claim.value.values()] if field.key == "status" else []
    return [field.kind.show(claim.value), *parts, *(passage.quote for passage in claim.passages)]
