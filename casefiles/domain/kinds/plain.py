"""Kinds of one part: long text, a choice, a number, a date, a paper's number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from casefiles.domain import dates
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds.base import Kind, Searched, Value, is_blank, short
from casefiles.domain.one_line import LONGEST, clean
from casefiles.domain.problems import BadInput


@dataclass(frozen=True)
class LongText(Kind):
    """Text of several lines."""

    def _check(self, value: Value) -> Value:
        if not isinstance(value, str) or not value.strip():
            raise BadInput("The value is empty.", "Type some text.")
        if len(value) > LONGEST:
            raise BadInput(f"That is {len(value):,} characters; notes take {LONGEST:,}.", "Add a source instead.")
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text = "\n".join(clean(line, LONGEST) for line in lines).strip("\n")
        if not text:
            raise BadInput("The value is empty.", "Type some text.")
        return text


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few values."""

    options: tuple[tuple[str, str], ...] = ()

    searched: ClassVar[Searched] = Searched.CHOICE

    def _check(self, value: Value) -> Value:
        wanted = str(value).strip().casefold()
        for key, label in self.options:
            if wanted in (key, label.casefold()):
                return key
        raise BadInput(
            f"“{short(value)}” is not a choice here.",
            "Use one of: " + ", ".join(v for _, v in self.options) + ".",
        )

    def _show(self, value: Value) -> str:
        return dict(self.options).get(value, str(value))


@dataclass(frozen=True)
class Count(Kind):
    """A whole number or a range of two, within bounds, or one of a few words."""

    low: int = 0
    high: int = 120
    words: tuple[str, ...] = ()

    searched: ClassVar[Searched] = Searched.NUMBER

    def _check(self, value: Value) -> Value:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, list | tuple) and len(value) == 2:
            value = f"{value[0]}-{value[1]}"
        text = str(value).strip().casefold()
        if text in self.words:
            return text
        match = re.fullmatch(r"(\d{1,9})(?:\s*(?:[-–—]|to)\s*(\d{1,9}))?", text)
        if match is None:
            raise BadInput(f"“{short(value)}” is not a number or a range.", f"Type it as {self.example}.")
        low, high = int(match[1]), int(match[2] or match[1])
        if low > high:
            raise BadInput(f"The range {low}–{high} is the wrong way round.", f"Type {high}–{low}.")
        if low < self.low or high > self.high:
            raise BadInput(f"{text} is outside {self.low}–{self.high:,}.", "Check the number.")
        return low if low == high else f"{low}-{high}"

    def _show(self, value: Value) -> str:
        return str(value).replace("-", "–")

    def _agrees(self, one: Value, other: Value) -> bool:
        spans = bounds(one), bounds(other)
        if None in spans:
            return bool(one == other)
        (a, b), (c, d) = spans  # type: ignore[misc]  # None is excluded above
        return a <= d and c <= b

    def detail(self, value: Value) -> int:
        """Prefer the narrower range."""
        span = bounds(value)
        return -1 if span is None else 1_000_000_000 - (span[1] - span[0])


def bounds(value: Value) -> tuple[int, int] | None:
    """Return the lowest and highest number a stored count allows; None for a word or a blank."""
    if isinstance(value, int):
        return value, value
    match = re.fullmatch(r"(\d+)-(\d+)", value) if isinstance(value, str) else None
    return (int(match[1]), int(match[2])) if match else None


def days(value: Value) -> tuple[date, date] | None:
    """Return the first and last day a stored date allows, the ends of time where it is open; None for a blank."""
    if is_blank(value):
        return None
    told = PartialDate.parse_edtf(value)
    return told.earliest or date.min, told.latest or date.max


@dataclass(frozen=True)
class DateKind(Kind):
    """A date as precisely as it is known."""

    searched: ClassVar[Searched] = Searched.DAYS

    def _read(self, text: str, today: date) -> Value:
        return dates.read_date(text, today=today).edtf

    def _check(self, value: Value) -> Value:
        return PartialDate.parse_edtf(str(value)).edtf

    def _show(self, value: Value) -> str:
        return dates.show(PartialDate.parse_edtf(value))

    def _agrees(self, one: Value, other: Value) -> bool:
        return PartialDate.parse_edtf(one).agrees(PartialDate.parse_edtf(other))

    def detail(self, value: Value) -> int:
        """Prefer the narrower span of days."""
        if is_blank(value):
            return -1
        day = PartialDate.parse_edtf(value)
        if day.earliest is None or day.latest is None:
            return 0
        return 10_000_000 - (day.latest - day.earliest).days


@dataclass(frozen=True)
class PaperKind(Kind):
    """A passport or visa number; shown masked until asked."""


def masked(text: str) -> str:
    """Hide all of a number but its last characters."""
    return "••••" + (text[-4:] if len(text) > 6 else "")
