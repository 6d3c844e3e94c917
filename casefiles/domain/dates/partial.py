"""The one value for every reported date: EDTF level 1, with its earliest and latest day.

"About" (~) and "uncertain" (?) say how sure the speaker was. They never move the earliest and latest day:
by how much would be our invention.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from casefiles.domain.problems import BadInput

Precision = Literal["day", "month", "year", "range"]

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LONGEST = 80  # characters; nobody writes a longer date

_POINT = r"[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX))?)?[?~%]?"
_EDTF = re.compile(rf"{_POINT}|{_POINT}/(?:{_POINT}|\.\.)?|(?:\.\.)?/{_POINT}")
_PARTS = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([?~%]?)")

_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}  # first and last month; winter runs on


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or day that exists, with its mark: ``?`` uncertain, ``~`` about, ``%`` both."""

    year: int
    month: int | None = None
    day: int | None = None
    mark: str = ""

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999:
            raise BadInput("A year must lie between 1000 and 9999.", "Write all four figures of the year.")
        if self.month is None:
            return
        if not 1 <= self.month <= 12:
            raise BadInput(f"{self._figures} does not exist. Months run from 01 to 12.", "Check the month.")
        if self.day is not None and not 1 <= self.day <= self._days_in_month:
            raise BadInput(
                f"{self._figures} does not exist. "
                f"{MONTH_NAMES[self.month - 1]} {self.year} has {self._days_in_month} days.",
                f"If the day is not known, write {self.year}-{self.month:02}.",
            )

    @property
    def edtf(self) -> str:
        """The point in EDTF."""
        return self._figures + self.mark

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        if self.month is None:
            return date(self.year, 12, 31)
        return date(self.year, self.month, self.day or self._days_in_month)

    @property
    def _figures(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    @property
    def _days_in_month(self) -> int:
        assert self.month is not None
        return calendar.monthrange(self.year, self.month)[1]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """When something happened or was said, as exactly as it was reported.

    Args:
        start: where it begins; None when open ("by 11 June").
        end: where it ends; None when open ("April or later"). A single date starts and ends at one point.
    """

    start: Point | None
    end: Point | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise BadInput("A date open at both ends says nothing.", "Leave the date empty instead.")
        if self.start and self.end and self.start.earliest > self.end.latest:
            raise BadInput(f"{self.edtf} ends before it begins.", "Write the earlier date first, each with its year.")

    @staticmethod
    def parse_edtf(text: str) -> PartialDate:
        """Reads EDTF level 1, and nothing else.

        Years, months and days not given (``2024-02-XX``, ``202X``) and seasons (``2024-21``) become the
        month, year or range they stand for.
        """
        return _parsed(text)

    def __str__(self) -> str:
        return self.edtf

    @property
    def edtf(self) -> str:
        """The one EDTF string of this value, as stored and exchanged."""
        if self.start == self.end:
            return _edtf(self.start)
        return f"{_edtf(self.start)}/{_edtf(self.end)}"

    @property
    def earliest(self) -> date | None:
        """The first day it can be; None when open."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can be; None when open."""
        return self.end.latest if self.end else None

    @property
    def precision(self) -> Precision:
        """Day, month or year for a single date; range for anything between two ends."""
        if self.start is None or self.start != self.end:
            return "range"
        return self.start.precision

    @property
    def sort_key(self) -> tuple[date, date, str]:
        """Sorts by the earliest day; a date open at one end by its known end."""
        first = self.earliest or self.latest
        assert first is not None
        return first, self.latest or date.max, self.edtf

    def overlaps(self, other: PartialDate) -> bool:
        """Whether some day lies within both."""
        return self.can_precede(other) and other.can_precede(self)

    def agrees(self, other: PartialDate) -> bool:
        """Whether both can be the date of one and the same event."""
        return self.overlaps(other)

    def can_precede(self, other: PartialDate) -> bool:
        """Whether an event of this date can lie before one of the other; one day has room for two events."""
        return (self.earliest or date.min) <= (other.latest or date.max)

    def is_after(self, day: date) -> bool:
        """Whether it lies wholly after the day."""
        return self.earliest is not None and self.earliest > day


def is_edtf(text: str) -> bool:
    """Whether the text has the shape of EDTF level 1; its date may still not exist."""
    return len(text) <= LONGEST and _EDTF.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> PartialDate:
    """Read each date once: the same few stand in very many reports."""
    if not is_edtf(text):
        raise BadInput("This is not a date in EDTF.", "Write for example 2024-02-21, 2024-03 or 2024-03~.")
    if "/" not in text:
        return PartialDate(*_span(text))
    first, last = text.split("/")
    start = None if first in {"", ".."} else _span(first)[0]
    end = None if last in {"", ".."} else _span(last)[1]
    return PartialDate(start, end)


def _edtf(point: Point | None) -> str:
    return point.edtf if point else ".."


def _span(text: str) -> tuple[Point, Point]:
    """The first and last point of one EDTF date."""
    parts = _PARTS.fullmatch(text)
    assert parts is not None
    years, month, day, mark = parts.groups()
    first, last = int(years.replace("X", "0")), int(years.replace("X", "9"))
    if month in _SEASONS and day is None and first == last:
        opens, closes = _SEASONS[month]
        return Point(first, opens, mark=mark), Point(first + (closes < opens), closes, mark=mark)
    known = _known(month), _known(day)
    skips_month = known[0] is None and known[1] is not None
    skips_year = first != last and known != (None, None)
    if skips_month or skips_year:
        raise BadInput("A date cannot skip its year or month.", "Write for example 2024-03 or 2024.")
    return Point(first, *known, mark), Point(last, *known, mark)


def _known(part: str | None) -> int | None:
    return int(part) if part and part != "XX" else None
