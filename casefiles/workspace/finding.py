"""Finding: what the search box, the sidebar and the lists ask."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from casefiles.domain.catalogue import BY_KEY, Field, In
from casefiles.domain.records import CaseKind, Claim
from casefiles.domain.shown import show_case
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

__all__ = ["Article", "Finding", "Sort", "Totals", "Wanted", "parse"]

_SNIPPET = 160


@dataclass(frozen=True)
class Article:
    """A source whose text holds the words, with the place where."""

    source: SourceRow
    snippet: str
    start: int


@dataclass(frozen=True)
class Totals:
    """What the sidebar counts: people, and the sources beside them.

    Attributes:
        disputed: of the people in each group, those whose status is disputed.
    """

    cases: int
    people: int
    sources: int
    by_group: dict[Group, int]
    by_situation: tuple[tuple[str, str, int], ...]
    disputed: dict[Group, int] = field(default_factory=dict)


class Finding:
    """Search over one casebook; made for a thread of its own, and interruptible."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ids(self, wanted: Wanted, limit: int = -1) -> array[int]:
        """Return the keys of the cases wanted, in order."""
        return finding.find_ids(self._desk.book.database, wanted, limit)

    def rows(self, keys: Sequence[int]) -> list[ListRow]:
        """Return some cases as lists show them, in the order of their keys."""
        return [wording.list_row(one) for one in finding.listed(self._desk.book.database, keys)]

    def count(self, wanted: Wanted) -> tuple[int, int]:
        """Return how many cases are wanted, and how many people they stand for."""
        return finding.count(self._desk.book.database, wanted)

    def disputed(self, wanted: Wanted) -> int:
        """Return how many people wanted, at least, have a status that is disputed."""
        return finding.count_disputed(self._desk.book.database, wanted)

    def totals(self) -> Totals:
        """Return what the sidebar counts."""
        database = self._desk.book.database
        cases, people, sources = lookups.totals(database)
        by_group = {Group(key): people for key, (_, people) in finding.facets(database, "status").items()}
        situations = tuple((row.uuid, row.name, row.people) for row in lookups.situations(database))
        disputed = {Group(key): people for key, (_, people) in finding.facets(database, "disputed").items()}
        return Totals(cases, people, sources, by_group, situations, disputed)

    def articles(self, query: Query, limit: int = 20) -> list[Article]:
        """Return the sources whose text holds all the query's words."""
        keys = finding.find_articles(self._desk.book.database, query.words, limit)
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
