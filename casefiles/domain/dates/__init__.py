"""Dates as people report them: often partial, never padded."""

from __future__ import annotations

from casefiles.domain.dates.partial import PartialDate, Point, Precision
from casefiles.domain.dates.shown import MONTHS, hint, show, show_day
from casefiles.domain.dates.typed import read_date

__all__ = ["MONTHS", "PartialDate", "Point", "Precision", "hint", "read_date", "show", "show_day"]
