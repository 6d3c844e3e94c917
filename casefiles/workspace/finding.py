"""Finding: what the search box, the sidebar and the lists ask."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.records import CaseKind, show_ref
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.status import Group
from casefiles.names.fold import words
from casefiles.search.query import Query, parse
from casefiles.storage import finding, lookups
from casefiles.storage.finding import Sort, Wanted
from casefiles.storage.reading import bodies, load_cases, text_of
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
    """What the sidebar counts: people, and the sources beside them."""

    cases: int
    people: int
    sources: int
    by_group: dict[Group, int]
    by_situation: tuple[tuple[str, str, int], ...]


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

    def totals(self) -> Totals:
        """Return what the sidebar counts."""
        database = self._desk.book.database
        cases, people, sources = lookups.totals(database)
        by_group = {Group(key): people for key, (_, people) in finding.facets(database, "status").items()}
        situations = tuple((row.uuid, row.name, row.people) for row in lookups.situations(database))
        return Totals(cases, people, sources, by_group, situations)

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
        for claim in records.claims:
            texts = [
                BY_KEY[claim.field].kind.show(claim.value),
                *(passage.quote for passage in claim.passages),
            ]
            for text in texts:
                if any(word.startswith(query.words[0]) for word in words(text)):
                    return f"{BY_KEY[claim.field].label}: {text[:_SNIPPET]}"
        return ""

    def as_of(self, wanted: Wanted, day: date) -> list[tuple[int, ShownCase]]:
        """Return the cases known by a day that are in the groups and words wanted, as they stood then."""
        database = self._desk.book.database
        known = bodies(database)
        keys = list(finding.find_ids(database, Wanted(sort=wanted.sort, situation=wanted.situation)))
        records = load_cases(database, keys)
        shown = [(key, show_case(records[key], known, day)) for key in keys if key in records]
        return [(key, case) for key, case in shown if case.judged or _entered_by(case, day)]

    def interrupt(self) -> None:
        """Stop what this thread is searching for."""
        self._desk.book.interrupt()

    def refs(self, keys: Sequence[int]) -> list[str]:
        """Return the reference numbers of some cases."""
        return [show_ref(one.ref) for one in finding.listed(self._desk.book.database, keys)]

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
        if any(word.startswith(wanted[0]) for word in words(piece)):
            begin = max(0, start - _SNIPPET // 2)
            cut = " ".join(text[begin : start + _SNIPPET // 2].split())
            return ("…" if begin else "") + cut + "…", start
    return "", 0


def _entered_by(case: ShownCase, day: date) -> bool:
    return case.records.entered_at[:10] <= day.isoformat()
