"""The forms a single date takes when typed: figures, month names, seasons, decades."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefiles.domain.dates.partial import MONTH_NAMES, PartialDate
from casefiles.domain.dates.shown import MONTHS
from casefiles.domain.problems import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Typed:
    """One end of a date as far as it was typed; a range may lend it the rest."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    mark: str = ""
    month_first: bool = False

    def marked(self, mark: str) -> Typed:
        """The same with another mark."""
        return replace(self, mark=mark)

    def in_year(self, year: int | None) -> Typed:
        """The same in the year given, unless it has its own."""
        return self if self.year is not None else replace(self, year=year)

    def with_month_of(self, other: Typed) -> Typed:
        """The same with the other day's month, if this is a bare day: the 4 of "4–6 Jan"."""
        bare_day = self.day is not None and self.month is None
        return replace(self, month=other.month) if bare_day and other.day is not None else self


Span = tuple[Typed, Typed]

_MONTHS = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23"}

_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_NAME = f"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_NUMBER = r"(?P<number>[0-9]{1,2})"
_GAP = "[ /-]*"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_DAY}{_GAP})?{_NAME}(?:{_GAP}{_YEAR})?",  # 6 Jan 2025, 6 Jan, Jan 2025, Jan
        rf"{_YEAR}{_GAP}{_NAME}(?:{_GAP}{_DAY})?",  # 2025 Jan 6
        rf"{_YEAR}(?P<gap>[/-]){_NUMBER}(?:(?P=gap){_DAY})?",  # 2025/1/6, 2025/1
        rf"{_NUMBER}[/-]{_YEAR}",  # 1/2025
        rf"{_DAY} {_YEAR}",  # the end of "Jan 4-6, 2025"
        rf"(?:{_DAY}|{_YEAR})",
    )
)
_MONTH_FIRST = re.compile(rf"{_NAME}[ -]*{_DAY}(?:[ -]+{_YEAR})?")  # Jan 6, 2025
_FIGURES = re.compile(rf"([0-9]{{1,2}})([ /-])([0-9]{{1,2}})\2{_YEAR}")  # 6/1/2025
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) {_YEAR}")
_WINTER = re.compile(rf"winter {_YEAR}(?:[/-](?P<next>[0-9]{{4}}|[0-9]{{2}}))?")
_DECADE = re.compile(r"([0-9]{2}[1-9])0s")


def read_calendar(text: str) -> Span | None:
    """The first and last end of a single date in cleaned words; None when it is none."""
    for pattern, reader in _READERS:
        if found := pattern.fullmatch(text):
            return reader(found)
    return None


def _read_form(found: re.Match[str]) -> Span:
    parts = found.groupdict()
    number = parts.get("number")
    month = _MONTHS.get(parts.get("name") or "") or (int(number) if number else None)
    typed = Typed(_figure(parts.get("year")), month, _figure(parts.get("day")))
    return typed, typed


def _read_month_first(found: re.Match[str]) -> Span:
    typed = replace(_read_form(found)[0], month_first=True)
    return typed, typed


def _read_figures(found: re.Match[str]) -> Span:
    """Day and month in figures: whichever passes 12 is the day; two that could be either are refused."""
    day, month, year = int(found[1]), int(found[3]), int(found["year"])
    if month > 12:
        day, month = month, day
    elif min(day, month) >= 1 and day <= 12 and day != month:
        ways = f"{day} {MONTHS[month - 1]} {year} or {month} {MONTHS[day - 1]} {year}"
        raise BadInput(f"This can be read in two ways: {ways}.", "Write the month as a word.")
    typed = Typed(year, month, day)
    return typed, typed


def _read_season(found: re.Match[str]) -> Span:
    return _edtf(f"{found['year']}-{_SEASONS[found['season']]}")


def _read_winter(found: re.Match[str]) -> Span:
    """A winter needs both its years: "winter 2024" may be the one that began or the one that ended then."""
    year = int(found["year"])
    if found["next"] is None:
        ways = f"winter {year - 1}–{year % 100:02} or winter {year}–{(year + 1) % 100:02}"
        raise BadInput(f"Winter {year} can be read in two ways.", f"Write {ways}.")
    if int(found["next"]) % 100 != (year + 1) % 100:
        raise BadInput("A winter runs over two years that follow each other.", "Write for example winter 2024–25.")
    return _edtf(f"{year}-24")


def _read_decade(found: re.Match[str]) -> Span:
    return _edtf(f"{found[1]}X")


def _edtf(text: str) -> Span:
    span = PartialDate.parse_edtf(text)
    assert span.start is not None
    assert span.end is not None
    return Typed(span.start.year, span.start.month), Typed(span.end.year, span.end.month)


def _figure(part: str | None) -> int | None:
    return int(part) if part else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Span]], ...] = (
    *((form, _read_form) for form in _FORMS),
    (_MONTH_FIRST, _read_month_first),
    (_FIGURES, _read_figures),
    (_SEASON, _read_season),
    (_WINTER, _read_winter),
    (_DECADE, _read_decade),
)
