"""What lists and the sidebar ask of the past; of both pasts at once it is worked out case by case."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import Moment
from casefiles.domain.shown import ShownCase
from casefiles.domain.span import Span
from casefiles.domain.status import Group
from casefiles.storage import derived, finding
from casefiles.storage.finding import Counted, Listed, Wanted
from casefiles.workspace import list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import ListRow
from casefiles.workspace.moments import entered_later
from casefiles.workspace.shown_cases import situation_names, these_cases, wanted_cases
from casefiles.workspace.sources_here import sources_here


def ids(desk: Desk, wanted: Wanted, limit: int, moment: Moment) -> array[int]:
    """Return the keys of the cases wanted, in order."""
    return array("q", wanted_cases(desk, wanted, moment))[: None if limit < 0 else limit]


def rows(desk: Desk, keys: Sequence[int], moment: Moment) -> list[ListRow]:
    """Return some cases as lists showed them, in the order of their keys."""
    return [
        list_words.list_row(one, entered_later(desk, moment, one.last_change)) for one in _listed(desk, keys, moment)
    ]


def count(desk: Desk, wanted: Wanted, moment: Moment) -> tuple[int, Span]:
    """Return how many cases are wanted, and how many people they stood for."""
    cases = wanted_cases(desk, wanted, moment).values()
    return len(cases), _people(cases)


def by_group(desk: Desk, wanted: Wanted, moment: Moment) -> dict[str, tuple[int, Span]]:
    """Return how many cases and people were wanted of each status group that occurred."""
    found: dict[str, tuple[int, Span]] = {}
    for case in wanted_cases(desk, wanted, moment).values():
        cases, people = found.get(case.status.group.value, (0, Span()))
        found[case.status.group.value] = cases + 1, people + case.people
    return found


def disputed(desk: Desk, wanted: Wanted, moment: Moment) -> Span:
    """Return how many people wanted had a status that was disputed."""
    return _people(case for case in wanted_cases(desk, wanted, moment).values() if _is_disputed(case))


def totals(
    desk: Desk, moment: Moment
) -> tuple[int, Span, int, dict[Group, Span], tuple[tuple[str, str, Span], ...], dict[Group, Span]]:
    """Return what the sidebar counted: cases, people, sources, people by group and situation, and the disputed."""
    counted = _counted(desk, moment)
    by_group: dict[Group, Span] = defaultdict(Span)
    by_situation: dict[str, Span] = defaultdict(Span)
    unsure: dict[Group, Span] = defaultdict(Span)
    for one in counted:
        by_group[Group(one.group)] += one.people
        if one.disputed.high:
            unsure[Group(one.group)] += one.disputed
        for uuid in one.situations.split():
            by_situation[uuid] += one.people
    situations = tuple((uuid, name, by_situation[uuid]) for uuid, name in situation_names(desk, moment).items())
    people = sum((one.people for one in counted), Span())
    cases, sources = sum(one.cases for one in counted), len(sources_here(desk, moment))
    return cases, people, sources, dict(by_group), situations, dict(unsure)


def _listed(desk: Desk, keys: Sequence[int], moment: Moment) -> list[Listed]:
    if not moment.asks_both:
        return finding.listed(desk.book.database, keys, moment)
    cases = these_cases(desk, keys, moment)
    return [finding.listed_row(key, derived.derived_row(case)) for key, case in cases.items()]


def _counted(desk: Desk, moment: Moment) -> list[Counted]:
    if not moment.asks_both:
        return finding.counted(desk.book.database, moment)
    return [
        Counted(
            case.status.group.value,
            " ".join(case.records.situations),
            1,
            case.people,
            case.people if _is_disputed(case) else Span(),
        )
        for case in wanted_cases(desk, Wanted(), moment).values()
    ]


def _is_disputed(case: ShownCase) -> bool:
    return case.status.current is not None and case.status.certainty is Certainty.DISPUTED


def _people(cases: Iterable[ShownCase]) -> Span:
    return sum((case.people for case in cases), Span())
