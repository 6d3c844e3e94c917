"""Finding: what the search box, the sidebar and the lists ask."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.domain.status import Group
from casefiles.search.query import Query, parse
from casefiles.storage import finding, lookups
from casefiles.storage.finding import Sort, Wanted
from casefiles.workspace import list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import ListRow, SourceRow

if TYPE_CHECKING:
    from casefiles.workspace.close_names import CloseName
    from casefiles.workspace.facets import Facet
    from casefiles.workspace.hits import Why

__all__ = ["Article", "Finding", "First", "Sort", "Totals", "Wanted", "parse"]


class Article(NamedTuple):
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
    people: Span
    sources: int
    by_group: dict[Group, Span]
    by_situation: tuple[tuple[str, str, Span], ...]
    disputed: dict[Group, Span] = field(default_factory=dict)


class First(NamedTuple):
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

    def ids(self, wanted: Wanted, limit: int = -1, moment: Moment = NOW) -> array[int]:
        """Return the keys of the cases wanted, in order; with a limit, of very many that match, the newest."""
        if moment.asks_both:
            from casefiles.workspace import found_then

            return found_then.ids(self._desk, wanted, limit, moment)
        return finding.find_ids(self._desk.book.database, self._asked(wanted, moment), limit, moment)

    def first(self, wanted: Wanted, moment: Moment = NOW) -> First:
        """Return what is shown while a search is typed: quick however much it finds."""
        found = self.ids(wanted, finding.CAPPED + 1, moment)
        return First(found[: finding.CAPPED], min(len(found), finding.CAPPED), is_exact=len(found) <= finding.CAPPED)

    def rows(self, keys: Sequence[int], moment: Moment = NOW) -> list[ListRow]:
        """Return some cases as lists show them, in the order of their keys."""
        if moment.is_now:
            return [list_words.list_row(one) for one in finding.listed(self._desk.book.database, keys)]
        from casefiles.workspace import found_then

        return found_then.rows(self._desk, keys, moment)

    def count(self, wanted: Wanted, moment: Moment = NOW) -> tuple[int, Span]:
        """Return how many cases are wanted, and how many people they stand for."""
        if moment.asks_both:
            from casefiles.workspace import found_then

            return found_then.count(self._desk, wanted, moment)
        return finding.count(self._desk.book.database, self._asked(wanted, moment), moment)

    def by_group(self, wanted: Wanted, moment: Moment = NOW) -> dict[str, tuple[int, Span]]:
        """Return how many cases and people are wanted of each status group that occurs."""
        if moment.asks_both:
            from casefiles.workspace import found_then

            return found_then.by_group(self._desk, wanted, moment)
        return finding.count_by_group(self._desk.book.database, self._asked(wanted, moment), moment)

    def disputed(self, wanted: Wanted, moment: Moment = NOW) -> Span:
        """Return how many people wanted have a status that is disputed."""
        if moment.asks_both:
            from casefiles.workspace import found_then

            return found_then.disputed(self._desk, wanted, moment)
        return finding.count_disputed(self._desk.book.database, self._asked(wanted, moment), moment)

    def facet(self, wanted: Wanted, field: str, moment: Moment = NOW) -> list[Facet]:
        """Return what a field divides those wanted into: "group", "origin", "situation" or "date"."""
        from casefiles.workspace import facets

        return facets.counted(self._desk, wanted, field, moment)

    def known(self, word: str) -> list[str]:
        """Return the values that the casebook has of a field, by its search word, to be offered while one types."""
        from casefiles.workspace import facets

        return facets.known(self._desk, word)

    def close_names(self, query: Query, moment: Moment = NOW) -> tuple[CloseName, ...]:
        """Return who may be meant by the words of a search, if they can be a name that nobody found bears."""
        from casefiles.workspace import close_names

        return close_names.close_names(self._desk, query, moment)

    def people(self, keys: Sequence[int], moment: Moment = NOW) -> Span:
        """Return how many people some cases stand for."""
        if moment.is_now:
            return finding.people(self._desk.book.database, keys)
        return sum((row.people for row in self.rows(keys, moment)), Span())

    def totals(self, moment: Moment = NOW) -> Totals:
        """Return what the sidebar counts."""
        if not moment.is_now:
            from casefiles.workspace import found_then

            return Totals(*found_then.totals(self._desk, moment))
        database = self._desk.book.database
        cases, people, sources = lookups.totals(database)
        by_group = {Group(key): people for key, people in finding.facets(database, "status").items()}
        situations = tuple((row.uuid, row.name, row.people) for row in lookups.situations(database))
        disputed = {Group(key): people for key, people in finding.facets(database, "disputed").items()}
        return Totals(cases, people, sources, by_group, situations, disputed)

    def articles(self, query: Query, limit: int = 20, moment: Moment = NOW) -> list[Article]:
        """Return the sources whose text holds all the query's words."""
        from casefiles.workspace import hits

        return [Article(*hit) for hit in hits.articles(self._desk, query, limit, moment)]

    def why(self, case_id: int, query: Query, moment: Moment = NOW) -> str:
        """Say why a case was found: the name, value or quote that holds the first of the words."""
        from casefiles.workspace import hits

        return hits.why(self._desk, case_id, query, moment)

    def reasons(self, keys: Sequence[int], query: Query, moment: Moment = NOW) -> dict[int, Why]:
        """Say why some cases were found, with the places of the words."""
        from casefiles.workspace import hits

        return hits.reasons(self._desk, keys, query, moment)

    def stopper(self) -> Callable[[], None]:
        """Return what stops, from any thread, what this thread is searching for then."""
        return self._desk.book.stopper()

    def is_group(self, case_id: int) -> bool:
        """Tell whether a case is a group."""
        listed = finding.listed(self._desk.book.database, [case_id])
        return bool(listed) and listed[0].is_group

    def _asked(self, wanted: Wanted, moment: Moment) -> Wanted:
        return wanted.on(moment, self._desk.today())
