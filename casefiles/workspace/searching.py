"""A search answered whole: cases and why, articles, counts, and how long it took."""

from __future__ import annotations

import time
from dataclasses import dataclass

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.domain.status import Group, find_status
from casefiles.search.query import parse
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.close_names import CloseName
from casefiles.workspace.finding import Article, Wanted
from casefiles.workspace.list_views import Pill


@dataclass(frozen=True)
class Hit:
    """One case found.

    Attributes:
        entered: when what it shows was entered, where that was after the day asked about.
    """

    id: int
    ref: str
    name: str
    pill: Pill
    why: str
    entered: str = ""

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
        close: who may be meant when nobody found bears the name as it was typed.
    """

    total: int
    people: Span
    cases: tuple[Hit, ...]
    articles: tuple[Article, ...]
    facets: dict[str, Span]
    ms: float = 0
    close: tuple[CloseName, ...] = ()


def search(casebook: Casebook, text: str, limit: int = 50, moment: Moment = NOW) -> Found:
    """Answer a query, at any moment.

    Raises:
        BadInput: the query names a field or status that is not there.
    """
    began = time.perf_counter()
    query, finding = parse(text), casebook.finding
    wanted = Wanted(query)
    counts = finding.by_group(wanted, moment)
    hits = [
        Hit(row.id, row.ref, row.heading, row.pill, finding.why(row.id, query, moment), row.entered)
        for row in finding.rows(finding.ids(wanted, moment=moment)[:limit], moment)
    ]
    total = sum(cases for cases, _ in counts.values())
    people = sum((number for _, number in counts.values()), Span())
    in_order = sorted(counts.items(), key=lambda counted: list(Group).index(Group(counted[0])))
    facets = {group: number for group, (_, number) in in_order if number.high}
    articles = tuple(finding.articles(query, limit, moment))
    close = finding.close_names(query, moment)
    return Found(total, people, tuple(hits), articles, facets, round((time.perf_counter() - began) * 1000, 3), close)
