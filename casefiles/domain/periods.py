"""A case's status day by day, by when things happened and with all we know: what totals are compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casefiles.domain import kinds
from casefiles.domain.dates import PartialDate
from casefiles.domain.records import CaseKind, Claim
from casefiles.domain.shown import ShownCase
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status_rule import DerivedStatus, derive_status
from casefiles.domain.voices import said

FIRST_DAY, LAST_DAY = date.min.isoformat(), date.max.isoformat()
NAMED, ALONE, GROUPED = "named", "alone", "group"
"""How people are counted: by name, as one person not named, or as what is left of a group."""


@dataclass(frozen=True)
class Period:
    """Days on which a case had one status.

    Attributes:
        first: the first of them, ISO.
        until: the day after the last of them, ISO.
        certainty: as lists store it; empty without a status.
        happened: EDTF; empty when not known.
    """

    first: str
    until: str
    status: str
    group: str
    certainty: str
    happened: str


def periods(shown: ShownCase, bodies: Sequence[ConfirmingBody] = ()) -> tuple[Period, ...]:
    """Return the periods of a case, in order; before anything had happened to a person there is none.

    On each day those reports count whose event can have happened by then, or, where no day is given for
    it, which had been said by then. A case of which no status is told is there on every day.
    """
    begins = _begins(shown)
    days = sorted(set(begins.values()))
    if not days:
        return (Period(FIRST_DAY, LAST_DAY, "not_known", "not_known", "", ""),)
    found: list[Period] = []
    for day, until in zip(days, [*days[1:], LAST_DAY], strict=True):
        _extend(found, _period(day, until, _status_by(shown, begins, day, bodies)))
    return tuple(found)


def status_on(shown: ShownCase, day: str, bodies: Sequence[ConfirmingBody] = ()) -> DerivedStatus:
    """Return the status of a case on a day (ISO), by when things happened, with the reports that it follows from."""
    return _status_by(shown, _begins(shown), day, bodies)


def counted_as(shown: ShownCase) -> str:
    """Return how the people of a case are counted."""
    if shown.records.kind is CaseKind.GROUP:
        return GROUPED
    return NAMED if shown.named else ALONE


def begin(claim: Claim) -> str:
    """Return the first day on which a status report counts."""
    happened = claim.value.get("date")
    day = PartialDate.parse_edtf(happened) if happened else said(claim)
    return day.sort_key[0].isoformat() if day else FIRST_DAY


def last_day(as_of: PartialDate | None) -> str:
    """Return the day on which people are looked at for a total; without an end, the last there is."""
    if as_of is None or as_of.latest is None:
        return (date.max - timedelta(days=1)).isoformat()
    return as_of.latest.isoformat()


def _begins(shown: ShownCase) -> dict[str, str]:
    """Return the first day of each report of a status that stands, by the report's UUID."""
    return {one.claim.uuid: begin(one.claim) for one in shown.judged if one.standing and _tells(one.claim)}


def _status_by(
    shown: ShownCase, begins: Mapping[str, str], day: str, bodies: Sequence[ConfirmingBody]
) -> DerivedStatus:
    """Return the status that follows from the reports that count by a day."""
    if all(first <= day for first in begins.values()):
        return shown.status
    counting = [one.claim for one in shown.judged if begins.get(one.claim.uuid, LAST_DAY) <= day]
    pin = shown.status.current.claim.uuid if shown.status.chosen and shown.status.current else ""
    return derive_status(counting, bodies, pin)


def _tells(claim: Claim) -> bool:
    return claim.field == "status" and not kinds.is_blank(claim.value)


def _period(first: str, until: str, status: DerivedStatus) -> Period:
    happened = status.happened
    return Period(
        first,
        until,
        status.current.status.key if status.current else "not_known",
        status.group.value,
        status.certainty.name.lower() if status.current else "",
        happened.edtf if happened else "",
    )


def _extend(found: list[Period], period: Period) -> None:
    """Add a period, or lengthen the last one where nothing differs."""
    if found:
        last = found[-1]
        if (last.status, last.certainty, last.happened) == (period.status, period.certainty, period.happened):
            period = Period(last.first, period.until, last.status, last.group, last.certainty, last.happened)
            found.pop()
    found.append(period)
