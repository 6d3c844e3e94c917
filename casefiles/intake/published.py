"""The day a document says it was published, as EDTF; what it does not say is never filled in."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}(?!\d)",
        rf"{_YEAR}/(?P<month>\d\d)/{_DAY}(?!\d)",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
        rf"(?:[a-z]+,?\s+)?{_DAY}\s+{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"(?:[a-z]+,?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"{_YEAR}-(?P<month>\d\d)$",
    )
)
# Years that only a broken clock or an empty field of a publishing system gives.
_NEVER_SAID = {"1970-01-01"}
_FIRST_YEAR = 1700


def edtf(said: str) -> str | None:
    """Read a date as a document writes it: a day, or a month if no more is said; None if it is neither."""
    for form in _FORMS:
        if match := form.match(said.strip()):
            return _checked(match.groupdict())
    return None


def _checked(parts: dict[str, str]) -> str | None:
    """Write the parts as EDTF if there is such a day."""
    month = parts.get("month") or _MONTHS.index(parts["name"].lower()) + 1
    try:
        day = date(int(parts["year"]), int(month), int(parts.get("day", 1)))
    except ValueError:
        return None
    if day.year < _FIRST_YEAR or day.isoformat() in _NEVER_SAID:
        return None
    return day.isoformat() if "day" in parts else day.isoformat()[:7]


def stands_in(day: str, text: str) -> bool:
    """Tell whether a day (YYYY-MM-DD) is written out in a text so that it can mean no other day."""
    at = date.fromisoformat(day)
    month, number = rf"{_MONTHS[at.month - 1]}[a-z]{{0,6}}\.?", rf"0?{at.day}(?:st|nd|rd|th)?"
    ways = [
        rf"{at.year}[-/.]0?{at.month}[-/.]0?{at.day}",
        rf"{number}\s+{month},?\s+{at.year}",
        rf"{month}\s+{number},?\s+{at.year}",
    ]
    if at.day > 12 or at.day == at.month:  # else it could be the month
        ways += [rf"0?{first}[-/.]0?{then}[-/.]{at.year}" for first, then in _both_orders(at)]
    return re.search(rf"(?<!\d)(?:{'|'.join(ways)})(?!\d)", text, re.IGNORECASE) is not None


def _both_orders(at: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give day and month in the two orders in which the press writes them."""
    return (at.day, at.month), (at.month, at.day)
