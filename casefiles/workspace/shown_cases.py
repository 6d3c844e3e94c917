"""Many cases as they stand, now or at a moment of the past: what lists, pages and briefings are made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.periods import LAST_DAY
from casefiles.domain.records import CaseRecords
from casefiles.domain.shown import ShownCase, show_case
from casefiles.domain.speakers import ConfirmingBody
from casefiles.search.document import document
from casefiles.search.matcher import matches
from casefiles.storage import derived, finding, lookups, past, standing, tables
from casefiles.storage.finding import Sort, Wanted
from casefiles.storage.past_cases import cases_at
from casefiles.storage.reading import bodies, load_cases
from casefiles.workspace.desk import Desk

Shown = dict[int, ShownCase]
"""Cases by local key, in the order of a list."""


def wanted_cases(desk: Desk, wanted: Wanted, moment: Moment = NOW) -> Shown:
    """Return the cases that answered a query at a moment."""
    asked = wanted.on(moment, desk.today())
    if moment.asks_both:
        return _worked_out(desk, asked, moment)
    return these_cases(desk, finding.find_ids(desk.book.database, asked, moment=moment), moment)


def these_cases(desk: Desk, keys: Iterable[int], moment: Moment = NOW) -> Shown:
    """Return some cases as they stood; those that were not known yet are left out."""
    wanted = list(keys)
    records, able = records_at(desk, wanted, moment), bodies_at(desk, moment)
    by = moment.learned.isoformat() if moment.learned else LAST_DAY
    there = [key for key in wanted if key in records and records[key].known_from <= by]
    return {key: show_case(records[key], able, moment.learned) for key in there}


def is_anybody_in(desk: Desk, situation: str, moment: Moment) -> bool:
    """Tell whether any case belonged to a situation (its UUID) at a moment."""
    if moment.is_now:
        return standing.has_cases(desk.book.database, situation)
    if moment.asks_both:
        return bool(wanted_cases(desk, Wanted(situation=situation), moment))
    return len(finding.find_ids(desk.book.database, Wanted(situation=situation), 1, moment)) > 0


def records_at(desk: Desk, keys: Collection[int], moment: Moment) -> dict[int, CaseRecords]:
    """Return everything recorded of some cases at a moment, by key."""
    if moment.recorded is None:
        return load_cases(desk.book.database, list(keys))
    return cases_at(desk.book.database, keys, moment.recorded)


def bodies_at(desk: Desk, moment: Moment) -> tuple[ConfirmingBody, ...]:
    """Return the bodies able to confirm, as they were listed at a moment."""
    database = desk.book.database
    return bodies(database) if moment.recorded is None else past.bodies_at(database, moment.recorded)


def cases_by_uuid(desk: Desk, uuids: Sequence[str], moment: Moment) -> dict[str, tuple[int, int, str]]:
    """Return the key, reference number and heading of some cases at a moment, by UUID."""
    database = desk.book.database
    if moment.is_now:
        return lookups.headings(database, list(uuids))
    shown = these_cases(desk, past.keys_of(database, uuids).values(), moment)
    return {case.records.uuid: (key, case.records.ref, case.heading) for key, case in shown.items()}


def situation_names(desk: Desk, moment: Moment) -> dict[str, str]:
    """Return the names that the situations had at a moment, by UUID."""
    return past.situation_names(desk.book.database, moment.recorded)


_KEYS = {Sort.DATE: "sort_date", Sort.NAME: "sort_name", Sort.CHANGED: "last_change"}


def _worked_out(desk: Desk, wanted: Wanted, moment: Moment) -> Shown:
    """Answer both questions at once, for which nothing is kept: by the rule itself, case by case."""
    assert moment.recorded is not None
    everyone = past.rows_at(desk.book.database, tables.Case, moment.recorded)
    then, names = these_cases(desk, everyone, moment), situation_names(desk, moment)
    found = {key: derived.derived_row(case) for key, case in then.items() if answers(wanted, case, names)}
    column, falling = _KEYS[wanted.sort], wanted.sort is not Sort.NAME
    return {key: then[key] for key in sorted(found, key=lambda key: (found[key][column], key), reverse=falling)}


def answers(wanted: Wanted, case: ShownCase, names: Mapping[str, str]) -> bool:
    """Tell by the rule itself whether a case as it stood answers a query.

    Args:
        names: the names of the situations, by UUID.
    """
    if wanted.situation and wanted.situation not in case.records.situations:
        return False
    return matches(wanted.query, document(case, names), wanted.today)
