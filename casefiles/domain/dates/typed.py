"""Dates as an officer types them, read without ever adding what was not said."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from casefiles.domain.dates.calendar_words import Span, Typed, read_calendar
from casefiles.domain.dates.partial import LONGEST, PartialDate, Point, is_edtf
from casefiles.domain.dates.shown import MONTHS
from casefiles.domain.problems import BadInput

_EXAMPLES = "Write for example 21 Feb 2024, Mar 2024, about 6 Jan 2025 or by 11 Jun 2024."

_ENDS_BY = (
    re.compile(r"(?:by|before|(?:no|not) later than|on or before) (.+?)(?: day not known)?"),
    re.compile(r"(.+) or (?:earlier|before)"),
)
_BEGINS_WITH = (
    re.compile(r"(?:after|since|from|no earlier than|not before|on or after) (.+)"),
    re.compile(r"(.+) or (?:later|after)"),
)
_FROM_TO = re.compile(r"from (.+) to (.+)")
_BETWEEN_AND = re.compile(r"between (.+) and (.+)")
_DIVIDER = re.compile(r" ?(?:\bto\b|-) ?")

_MARKS = (
    (re.compile(r"^(?:(?:about|around|circa|ca|c|approximately|approx|roughly) |~ ?)"), "~"),
    (re.compile(r"^(?:possibly|perhaps|maybe|probably) "), "?"),
    (re.compile(r" ?(?:\?|\(\?\)|\(uncertain\)|\buncertain)$"), "?"),
    (re.compile(r" ?(?:~|\((?:about|around|approx|approximate)\))$"), "~"),
    (re.compile(r" ?%$"), "%"),
)
_PART_OF = re.compile(r"(?:early|mid|middle|late|beginning|start|end)[ -]")


def read_date(text: str, *, today: date) -> PartialDate:
    """Reads what a person types for a date, in words or in EDTF.

    Args:
        text: what was typed; everything that `show` prints is read back to the same value.
        today: a day typed without its year is the latest such day that is not after today.

    Raises:
        BadInput: it is no date, does not exist, or can be read in two ways.
    """
    if len(text) > LONGEST:
        raise BadInput("This is too long to be a date.", _EXAMPLES)
    clean = _clean(text)
    if not clean:
        raise BadInput("There is no date here.", _EXAMPLES)
    exact = clean.upper()
    if is_edtf(exact):
        _refuse_winter_or_years(exact)
        return PartialDate.parse_edtf(exact)
    return _read_words(_without_ornaments(clean), today)


def _clean(text: str) -> str:
    """Plain digits, hyphens and single spaces; small letters; no invisible marks."""
    words = "".join(map(_clean_character, text)).casefold().split()
    return " ".join(words).replace(" / ", "/")


def _clean_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    kind = unicodedata.category(character)
    if kind == "Pd" or character == "−":
        return "-"
    return "" if kind == "Cf" else character


def _refuse_winter_or_years(exact: str) -> None:
    """Refuses "2023-24": in EDTF a winter, but on most desks two years."""
    found = re.fullmatch(r"([0-9]{2})([0-9]{2})-(2[1-4])", exact)
    if found and int(found[2]) + 1 == int(found[3]):
        years = f"{found[1]}{found[2]}–{found[1]}{found[3]}"
        raise BadInput(
            f"{exact} can be read as two years or as a season.",
            f"Write {years} for the years, or the months of the season, such as Jun–Aug {exact[:4]}.",
        )


def _without_ornaments(clean: str) -> str:
    """The bare words: "on the 11th of June, 2024" is "11 june 2024"."""
    text = re.sub(r"(?<=[0-9])\.(?=[0-9])", "/", clean)
    text = re.sub(r"[.,]|\b(?:of|the)\b", " ", text)
    text = re.sub(r"(?<=[0-9])(?:st|nd|rd|th)\b", "", text)
    return re.sub(r"^(?:in|on) (?!or )", "", " ".join(text.split()))


def _read_words(text: str, today: date) -> PartialDate:
    if both := _FROM_TO.fullmatch(text):
        return _between(_needed(both[1]), _needed(both[2]), "", today)
    if words := _inside(_ENDS_BY, text):
        return PartialDate(None, _point(_needed(words)[1], today))
    if words := _inside(_BEGINS_WITH, text):
        return PartialDate(_point(_needed(words)[0], today), None)
    mark, core = _take_marks(text)
    if single := _dated(core):
        return _between(single, single, mark, today)
    first, last = _two_dates(core)
    return _between(first, last, mark, today)


def _inside(patterns: tuple[re.Pattern[str], ...], text: str) -> str | None:
    """The words of the date within a phrase such as "by … day not known"."""
    found = (pattern.fullmatch(text) for pattern in patterns)
    return next((match[1] for match in found if match), None)


def _needed(text: str) -> Span:
    span = _dated(text)
    if span is None:
        raise BadInput("This cannot be read as a date.", _EXAMPLES)
    return span


def _dated(text: str) -> Span | None:
    """One date with its marks; "early", "mid" and "late" make a month or year approximate."""
    mark, core = _take_marks(text)
    part = _PART_OF.match(core)
    span = read_calendar(core[part.end() :] if part else core)
    if span is None or (part and span[0].day):
        return None
    return _marked(span, _joined(mark, "~" if part else ""))


def _two_dates(text: str) -> tuple[Span, Span]:
    """The two dates of "between 4 and 6 Jan 2025", "4–6 Jan 2025" or "4 to 6 Jan 2025"."""
    if both := _BETWEEN_AND.fullmatch(text):
        return _needed(both[1]), _needed(both[2])
    for divider in _DIVIDER.finditer(text):
        first, last = _dated(text[: divider.start()]), _dated(text[divider.end() :])
        if first and last:
            return first, last
    raise BadInput("This cannot be read as a date.", _EXAMPLES)


def _take_marks(text: str) -> tuple[str, str]:
    """Takes "around", "possibly", "(uncertain)" and the like off both ends."""
    for pattern, mark in _MARKS:
        if found := pattern.search(text):
            inner, core = _take_marks(text[: found.start()] + text[found.end() :])
            return _joined(mark, inner), core
    return "", text


def _joined(mark: str, other: str) -> str:
    return mark if not other or mark == other else other if not mark else "%"


def _marked(span: Span, mark: str) -> Span:
    first, last = span
    return first.marked(_joined(first.mark, mark)), last.marked(_joined(last.mark, mark))


def _between(first: Span, last: Span, mark: str, today: date) -> PartialDate:
    """From the start of one date to the end of the other, each lending what the other leaves unsaid."""
    start, end = _marked((first[0], last[1]), mark)
    start, end = start.with_month_of(end), end.with_month_of(start)
    if start.year is None and end.year is None:
        end = end.in_year(_point(end, today).year)
    return PartialDate(_point(start.in_year(end.year), today), _point(end.in_year(start.year), today))


def _point(typed: Typed, today: date) -> Point:
    """The point that was typed, once it is complete."""
    if typed.day is not None and typed.month is None:
        raise BadInput("The month is missing.", _EXAMPLES)
    if typed.year is not None:
        return Point(typed.year, typed.month, typed.day, typed.mark)
    if typed.month is None or typed.day is None:
        raise BadInput("The year is missing.", "Write for example March 2024.")
    _refuse_day_or_year(typed, today)
    return _latest_such_day(typed.month, typed.day, typed.mark, today)


def _refuse_day_or_year(typed: Typed, today: date) -> None:
    """Refuses "Mar 24" while it can also mean March 2024."""
    assert typed.month is not None
    assert typed.day is not None
    if typed.month_first and today.year - 10 <= 2000 + typed.day <= today.year:
        month = MONTHS[typed.month - 1]
        raise BadInput(
            f"{month} {typed.day} can be read as a day or as a month of {2000 + typed.day}.",
            f"Write {typed.day} {month} or {month} {2000 + typed.day}.",
        )


def _latest_such_day(month: int, day: int, mark: str, today: date) -> Point:
    for year in range(today.year, today.year - 9, -1):  # 29 February can be eight years away
        if _exists(year, month, day) and date(year, month, day) <= today:
            return Point(year, month, day, mark)
    return Point(today.year, month, day, mark)  # tells why it does not exist


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
