"""Days that have not come yet: kept as they are given, for clocks differ and plans are made, but told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from casefiles.domain.catalogue import BY_KEY
from casefiles.domain.dates import read_date, show
from casefiles.domain.kinds import DATE, is_blank
from casefiles.domain.problems import BadInput
from casefiles.workspace.source_details import DETAILS
from casefiles.workspace.views import ReportView


def is_to_come(typed: str, today: date) -> bool:
    """Tell whether a date as typed lies after today; what is no date does not."""
    try:
        return bool(typed.strip()) and read_date(typed, today=today).is_after(today)
    except BadInput:
        return False


def days_to_come(reports: Iterable[ReportView], today: date) -> list[str]:
    """Say which days of some reports have not come yet, in a sentence each."""
    return sentences((day for report in reports for day in _days(report)), today)


def days_of_source(details: Mapping[str, str], today: date) -> list[str]:
    """Say which days of a source's details, as typed, have not come yet."""
    return sentences((details.get(one.key, "") for one in DETAILS if one.is_date), today)


def sentences(days: Iterable[str], today: date) -> list[str]:
    """Say in a sentence each which of some days have not come yet; empty ones are passed over."""
    found = [read_date(day, today=today) for day in dict.fromkeys(days) if is_to_come(day, today)]
    return [f"{show(day)} has not come yet; it is kept as given." for day in found]


def _days(report: ReportView) -> Iterator[str]:
    field, value = BY_KEY[report.field], report.value
    if field.key == "status" and not is_blank(value):
        yield value.get("date", "")
    if field.kind is DATE and field.sourced and not is_blank(value):
        yield value
    yield from (report.said, report.learned)
