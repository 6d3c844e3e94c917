"""Many cases as they stand, today or on a day before: what lists as of a day and briefings are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from casefiles.domain.shown import ShownCase, show_case
from casefiles.search.document import document
from casefiles.search.matcher import matches
from casefiles.search.query import Query
from casefiles.storage import finding, lookups
from casefiles.storage.finding import Wanted
from casefiles.storage.reading import bodies, load_cases
from casefiles.workspace.desk import Desk

Shown = dict[int, ShownCase]
"""Cases by local key, in the order of a list."""


def wanted_cases(desk: Desk, wanted: Wanted, as_of: date | None = None) -> Shown:
    """Return the cases that answered a query on a day; today by the index, before by the rule itself."""
    wanted = replace(wanted, today=as_of or desk.today())
    if as_of is None:
        return these_cases(desk, finding.find_ids(desk.book.database, wanted))
    everyone = replace(wanted, query=Query(), group="")
    then = these_cases(desk, finding.find_ids(desk.book.database, everyone), as_of)
    names = {row.uuid: row.name for row in lookups.situations(desk.book.database)}
    return {key: case for key, case in then.items() if answers(wanted, case, names)}


def these_cases(desk: Desk, keys: Iterable[int], as_of: date | None = None) -> Shown:
    """Return some cases as they stood; those of which nothing was known yet are left out."""
    wanted = list(keys)
    records, able = load_cases(desk.book.database, wanted), bodies(desk.book.database)
    shown = {key: show_case(records[key], able, as_of) for key in wanted if key in records}
    return {key: case for key, case in shown.items() if as_of is None or case.judged}


def answers(wanted: Wanted, case: ShownCase, names: Mapping[str, str]) -> bool:
    """Tell by the rule itself whether a case as it stood answers a query.

    Args:
        names: the names of the situations, by UUID.
    """
    if wanted.group and case.status.group.value != wanted.group:
        return False
    return matches(wanted.query, document(case, names), wanted.today)
