"""Finding: what the search box, the sidebar and the lists ask."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casefiles.domain.catalogue import BY_KEY, Field, In
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind, Claim
from casefiles.domain.status import Group
from casefiles.names.fold import words
from casefiles.search.query import Query, parse
from casefiles.storage import derived, finding, lookups
from casefiles.storage.finding import Listed, Sort, Wanted
from casefiles.storage.reading import text_of
from casefiles.workspace import wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.moments import entered_later
from casefiles.workspace.shown_cases import situation_names, these_cases, wanted_cases
from casefiles.workspace.sources import Sources
from casefiles.workspace.sources_here import sources_here
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

    def ids(self, wanted: Wanted, limit: int = -1, moment: Moment = NOW) -> array[int]:
        """Return the keys of the cases wanted, in order."""
        if moment.asks_both:
            return array("q", wanted_cases(self._desk, wanted, moment))[: None if limit < 0 else limit]
        return finding.find_ids(self._desk.book.database, wanted, limit, moment)

    def rows(self, keys: Sequence[int], moment: Moment = NOW) -> list[ListRow]:
        """Return some cases as lists show them, in the order of their keys."""
        return [
            wording.list_row(one, entered_later(self._desk, moment, one.last_change))
            for one in self._listed(keys, moment)
        ]

    def count(self, wanted: Wanted, moment: Moment = NOW) -> tuple[int, int]:
        """Return how many cases are wanted, and how many people they stand for."""
        if moment.asks_both:
            cases = wanted_cases(self._desk, wanted, moment).values()
            return len(cases), sum(case.people[0] for case in cases)
        return finding.count(self._desk.book.database, wanted, moment)

    def totals(self, moment: Moment = NOW) -> Totals:
        """Return what the sidebar counts."""
        if not moment.is_now:
            return self._totals_then(moment)
        database = self._desk.book.database
        cases, people, sources = lookups.totals(database)
        by_group = {Group(key): people for key, (_, people) in finding.facets(database, "status").items()}
        situations = tuple((row.uuid, row.name, row.people) for row in lookups.situations(database))
        return Totals(cases, people, sources, by_group, situations)

    def articles(self, query: Query, limit: int = 20, moment: Moment = NOW) -> list[Article]:
        """Return the sources whose text holds all the query's words."""
        keys = finding.find_articles(self._desk.book.database, query.words, limit if moment.is_now else -1)
        if keys and not moment.is_now:
            here = sources_here(self._desk, moment)
            keys = [key for key in keys if key in here][:limit]
        known = {row.id: row for row in Sources(self._desk).rows(keys)}
        return [Article(known[key], *self._snippet(key, query.words)) for key in keys if key in known]

    def why(self, case_id: int, query: Query, moment: Moment = NOW) -> str:
        """Say why a case was found: the name, value or quote that holds the first of the words."""
        case = these_cases(self._desk, [case_id], moment).get(case_id)
        if case is None or not query.words:
            return ""
        for claim in (one.claim for one in case.judged if one.standing):
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

    def _listed(self, keys: Sequence[int], moment: Moment) -> list[Listed]:
        if not moment.asks_both:
            return finding.listed(self._desk.book.database, keys, moment)
        cases = these_cases(self._desk, keys, moment)
        return [finding.listed_row(key, derived.derived_row(case)) for key, case in cases.items()]

    def _totals_then(self, moment: Moment) -> Totals:
        cases = people = 0
        by_group: Counter[Group] = Counter()
        by_situation: Counter[str] = Counter()
        for group, situations, some, so_many in self._counted(moment):
            cases, people = cases + some, people + so_many
            by_group[Group(group)] += so_many
            for uuid in situations.split():
                by_situation[uuid] += so_many
        names = situation_names(self._desk, moment).items()
        situations_then = tuple((uuid, name, by_situation[uuid]) for uuid, name in names)
        return Totals(cases, people, len(sources_here(self._desk, moment)), dict(by_group), situations_then)

    def _counted(self, moment: Moment) -> list[tuple[str, str, int, int]]:
        if not moment.asks_both:
            return finding.counted(self._desk.book.database, moment)
        cases = wanted_cases(self._desk, Wanted(), moment).values()
        return [(case.status.group.value, " ".join(case.records.situations), 1, case.people[0]) for case in cases]

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
