"""Dates in words, for screen and print; whatever is shown here can be typed again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from casefiles.domain.dates.partial import MONTH_NAMES, PartialDate, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = tuple(name[:3] for name in MONTH_NAMES)

_MARKED = {
    "": "{}",
    "~": "around {}",
    "?": "{} (uncertain)",
    "%": "around {} (uncertain)",
}


def show_day(day: dt.date) -> str:
    """A whole day in words."""
    return show(PartialDate.parse_edtf(day.isoformat()))


def show(date: PartialDate, months: Sequence[str] = MONTHS) -> str:
    """The date as a person would write it, no more exact than it is."""
    start, end = date.start, date.end
    if end is None:
        assert start is not None
        return f"{_marked(start, months)} or later"
    if start is None:
        return f"by {_marked(end, months)}, day not known"
    if start.mark != end.mark:
        return f"from {_marked(start, months)} to {_marked(end, months)}"
    words = _plain(start, months) if start == end else _range(start, end, months)
    return _MARKED[start.mark].format(words)


def hint(date: PartialDate) -> str:
    """The exact form shown beside the field while it is edited."""
    return date.edtf


def _marked(point: Point, months: Sequence[str]) -> str:
    return _MARKED[point.mark].format(_plain(point, months))


def _plain(point: Point, months: Sequence[str]) -> str:
    return f"{_without_year(point, months)} {point.year}".lstrip()


def _without_year(point: Point, months: Sequence[str]) -> str:
    if point.month is None:
        return ""
    month = months[point.month - 1]
    return month if point.day is None else f"{point.day} {month}"


def _range(start: Point, end: Point, months: Sequence[str]) -> str:
    """Two points with what they share said once."""
    last = _plain(end, months)
    if start.precision != end.precision or (start.year != end.year and start.month):
        return f"{_plain(start, months)} – {last}"
    if start.month is None:
        return f"{start.year}–{last}"
    if start.day is None:
        return f"{_without_year(start, months)}–{last}"
    if start.month == end.month:
        return f"{start.day}–{last}"
    return f"{_without_year(start, months)} – {last}"
