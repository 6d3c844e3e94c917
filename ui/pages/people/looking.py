"""What the list asks of the read lane, one thing after the other: a new search gives up all that is still to come."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from casefiles.domain.span import Span
from ui.models.listed import listed_row, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casefiles.domain.moment import Moment
    from casefiles.search.query import Query
    from casefiles.workspace.close_names import CloseName
    from casefiles.workspace.facets import Facet
    from casefiles.workspace.finding import Article, Finding, Wanted
    from ui.models.faces import Reason, Row
    from ui.session import Session

FIRST_PAGE: Final = 64
_REST_MS: Final = 150
"""Names like the one typed are weighed once nobody types any more: it is work that a key would have to wait for."""

_STEPS: Final = ("people", "people, all", "people, articles", "people, counts", "people, why", "people, names")


class First(NamedTuple):
    """What is shown at once.

    Attributes:
        ids: the first keys, in order; all of them if `is_exact`.
        people: how many people they are.
    """

    rows: list[Row]
    ids: array[int]
    is_exact: bool
    people: Span


class Rest(NamedTuple):
    """What is shown as soon as it is known: all keys, and how many."""

    ids: array[int]
    cases: int
    people: Span
    disputed: Span


class Looking(QObject):
    """Asks for those who are wanted.

    Signals:
        first_found: a `First`.
        all_found: a `Rest`.
        articles_found: the articles with the words.
        names_found: who may be meant, when nobody found bears the name as it was typed.
        reasons_found: for each case that was asked about, why it was found, or None.

    Args:
        session: the open casebook.
        parent: the list.
    """

    first_found = Signal(object)
    all_found = Signal(object)
    articles_found = Signal(object)
    reasons_found = Signal(object)
    names_found = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._named: Wanted | None = None
        self._typing_over = QTimer(self, singleShot=True, interval=_REST_MS)
        self._typing_over.timeout.connect(self._look_for_names)

    @property
    def _asked(self) -> tuple[Finding, Moment]:
        return self._session.casebook.finding, self._session.moment

    def look_for(self, wanted: Wanted) -> None:
        """Find the first of those wanted; whatever was still being looked for is given up."""
        self._typing_over.stop()
        for about in _STEPS:
            self._session.tasks.drop(about)
        self._session.tasks.search("people", partial(_first, *self._asked, wanted), self.first_found.emit)

    def look_on(self, wanted: Wanted, first: First | None = None) -> None:
        """Find all of those wanted, and then the articles; what the first ones tell is not asked again."""
        tell = partial(self._tell_all, wanted)
        self._session.tasks.search("people, all", partial(_rest, *self._asked, wanted, first), tell)

    def count_by(self, wanted: Wanted, field: str, then: Callable[[Sequence[Facet]], None]) -> None:
        """Count those wanted by a field, for its menu."""
        finding, moment = self._asked
        self._session.tasks.search("people, counts", partial(finding.facet, wanted, field, moment), then)

    def explain(self, keys: Sequence[int], query: Query) -> None:
        """Find out why some cases were found."""
        self._session.tasks.search("people, why", partial(_reasons, *self._asked, keys, query), self.reasons_found.emit)

    def _tell_all(self, wanted: Wanted, rest: Rest) -> None:
        self.all_found.emit(rest)
        self._named = wanted
        self._typing_over.start()
        self._session.tasks.search(
            "people, articles", partial(_articles, *self._asked, wanted), self.articles_found.emit
        )

    def _look_for_names(self) -> None:
        if self._named is not None:
            work = partial(_names, *self._asked, self._named)
            self._session.tasks.search("people, names", work, self.names_found.emit)


def _first(finding: Finding, moment: Moment, wanted: Wanted) -> First:
    first = finding.first(wanted, moment)
    rows = [listed_row(row) for row in finding.rows(first.ids[:FIRST_PAGE], moment)]
    return First(rows, first.ids, first.is_exact, finding.people(first.ids, moment) if first.is_exact else Span())


def _rest(finding: Finding, moment: Moment, wanted: Wanted, first: First | None) -> Rest:
    disputed = finding.disputed(wanted, moment) if "group" in wanted.query.fields else Span()
    if first is not None and first.is_exact:
        return Rest(first.ids, len(first.ids), first.people, disputed)
    cases, people = finding.count(wanted, moment)
    return Rest(finding.ids(wanted, moment=moment), cases, people, disputed)


def _reasons(finding: Finding, moment: Moment, keys: Sequence[int], query: Query) -> dict[int, Reason | None]:
    found = finding.reasons(keys, query, moment)
    return {key: reason_of(found[key]) if key in found else None for key in keys}


def _names(finding: Finding, moment: Moment, wanted: Wanted) -> Sequence[CloseName]:
    return finding.close_names(wanted.query, moment)


def _articles(finding: Finding, moment: Moment, wanted: Wanted) -> Sequence[Article]:
    return finding.articles(wanted.query, moment=moment) if wanted.query.words else ()
