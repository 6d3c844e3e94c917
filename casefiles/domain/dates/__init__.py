"""Dates as people report them: often partial, never padded."""

from __future__ import annotations

from datetime import date

from casefiles.domain.dates.partial import PartialDate, Point, Precision
from casefiles.domain.dates.shown import MONTHS, hint, show, show_day

__all__ = ["MONTHS", "PartialDate", "Point", "Precision", "hint", "read_date", "show", "show_day"]


def read_date(text: str, *, today: date) -> PartialDate:
    """Read what a person types for a date; see `typed`, which is brought in by the first date that is typed."""
    from casefiles.domain.dates import typed

    return typed.read_date(text, today=today)
