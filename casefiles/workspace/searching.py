"""A search answered whole: cases and why, articles, counts, and how long it took."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date

from casefiles.domain.span import Span
from casefiles.domain.status import Group, find_status
from casefiles.search.query import Query, parse
from casefiles.storage import lookups
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.finding import Article, Wanted
from casefiles.workspace.list_views import Pill
from casefiles.workspace.shown_cases import wanted_cases


@dataclass(frozen=True)
class Hit:
    """One case found."""

    id: int
    ref: str
    name: str
    pill: Pill
    why: str

    @property
    def status(self) -> str:
        """Return the key of the status that leads; empty when there is none yet."""
        known = find_status(self.pill.halves[0].text)
        return known.key if known else ""


@dataclass(frozen=True)
class Found:
    """What a search found.

    Attributes:
        total: how many cases answer it, beyond those listed.
        people: how many people they stand for.
        facets: for each status group that occurs, how many people are in it.
    """

    total: int
    people: Span
    cases: tuple[Hit, ...]
    articles: tuple[Article, ...]
    facets: dict[str, Span]
    ms: float = 0


def search(casebook: Casebook, text: str, limit: int = 50, as_of: date | None = None) -> Found:
    """Answer a query, on any day.

    Raises:
        BadInput: the query names a field or status that is not there.
    """
    began = time.perf_counter()
    query = parse(text)
    found = _now(casebook, query, limit) if as_of is None else _then(casebook, query, limit, as_of)
    return replace(found, ms=round((time.perf_counter() - began) * 1000, 3))


def _now(casebook: Casebook, query: Query, limit: int) -> Found:
    finding = casebook.finding
    counts = finding.by_group(Wanted(query))
    hits = [
        Hit(row.id, row.ref, row.heading, row.pill, finding.why(row.id, query))
        for row in finding.rows(finding.ids(Wanted(query))[:limit])
    ]
    total = sum(cases for cases, _ in counts.values())
    people = sum((number for _, number in counts.values()), Span())
    in_order = sorted(counts.items(), key=lambda counted: list(Group).index(Group(counted[0])))
    facets = {group: number for group, (_, number) in in_order if number.high}
    return Found(total, people, tuple(hits), tuple(finding.articles(query, limit)), facets)


def _then(casebook: Casebook, query: Query, limit: int, day: date) -> Found:
    cases = wanted_cases(casebook.desk, Wanted(query), day)
    facets: dict[str, Span] = {}
    for shown in cases.values():
        group = shown.status.group.value
        facets[group] = facets.get(group, Span()) + shown.people
    views = [(casebook.people.view(key, day), casebook.finding.why(key, query)) for key in list(cases)[:limit]]
    hits = [Hit(view.id, view.ref, view.heading, view.pill, why) for view, why in views]
    articles = [one for one in casebook.finding.articles(query, limit) if _was_here(casebook, one, day)]
    return Found(len(cases), sum(facets.values(), Span()), tuple(hits), tuple(articles), facets)


def _was_here(casebook: Casebook, article: Article, day: date) -> bool:
    """Tell whether a source had been received or entered by a day."""
    row = lookups.source_row(casebook.desk.book.database, article.source.id)
    return row is not None and (row["received_on"] or row["entered_at"])[:10] <= day.isoformat()
