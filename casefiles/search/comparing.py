"""How a value is asked for: each way reads what was typed after the colon, and writes it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from casefiles.domain.dates import PartialDate, read_date
from casefiles.domain.problems import BadInput
from casefiles.names.fold import words
from casefiles.search.folded import PARTED
from casefiles.search.nearest import nearest
from casefiles.search.tree import Between, Days, Key, Text, Value


def read_words(typed: str, *, whole: bool) -> Text | None:
    """Return the folded words of what was typed; None when there are none."""
    found = tuple(word for word in words(typed) if word != PARTED)
    return Text(found, whole) if found else None


def write_words(text: Text) -> str:
    """Return words as they are typed."""
    if len(text.words) == 1 and not text.whole:
        return text.words[0]
    return '"' + " ".join(text.words) + ('"' if text.whole else '"*')


@dataclass(frozen=True)
class HasWords:
    """A value that holds the words."""

    def read(self, typed: str, *, whole: bool) -> Value | None:
        """Read words or a phrase."""
        return read_words(typed, whole=whole)

    def write(self, value: Value) -> str:
        """Write what was read."""
        assert isinstance(value, Text)
        return write_words(value)


@dataclass(frozen=True)
class OneHasWords(HasWords):
    """One of several things that holds all the words, such as one of the sources; in quotes, its whole name."""


_SIGNS = {"≤": "<=", "≥": ">=", "=": "", "": ""}
_COMPARED = re.compile(r"(<=|>=|<|>|≤|≥|=)?\s*(.*)", re.DOTALL)
_RANGE = re.compile(r"(\d{0,9})\s*(?:\.\.|[-–—])\s*(\d{0,9})")
_EXAMPLE = "Write for example 30, <30, >=18 or 20..30."


def _compared(typed: str) -> tuple[str, str]:
    found = _COMPARED.fullmatch(typed.strip())
    assert found is not None
    sign = found[1] or ""
    return _SIGNS.get(sign, sign), found[2].strip()


@dataclass(frozen=True)
class NumberWithin:
    """A number, or a range of two, that can lie between two others.

    Attributes:
        words: what may stand instead of a number, as in "child".
    """

    words: tuple[str, ...] = ()

    def read(self, typed: str, *, whole: bool) -> Value | None:  # noqa: ARG002 - quotes make no difference
        """Read a number, a range or a comparison.

        Raises:
            BadInput: it is none.
        """
        if typed.strip().casefold() in self.words:
            return Key(typed.strip().casefold())
        sign, rest = _compared(typed)
        span = _RANGE.fullmatch(rest)
        if not sign and span and (span[1] or span[2]):
            return _between(*(int(end) if end else None for end in span.groups()))
        if not re.fullmatch(r"\d{1,9}", rest):
            raise BadInput(f"“{typed[:40]}” is not a number.", _EXAMPLE)
        return self._signed(sign, int(rest))

    def write(self, value: Value) -> str:
        """Write what was read."""
        if isinstance(value, Key):
            return value.key
        assert isinstance(value, Between)
        return _write_between(value)

    def _signed(self, sign: str, number: int) -> Value:
        return Between(*_ENDS[sign](number))


_ENDS: dict[str, Callable[[int], tuple[int | None, int | None]]] = {
    "": lambda number: (number, number),
    "<": lambda number: (None, number - 1),
    "<=": lambda number: (None, number),
    ">": lambda number: (number + 1, None),
    ">=": lambda number: (number, None),
}


def _between(low: int | None, high: int | None) -> Between:
    if low is not None and high is not None and low > high:
        raise BadInput(f"The range {low}..{high} is the wrong way round.", f"Write {high}..{low}.")
    return Between(low, high)


def _write_between(value: Between) -> str:
    if value.low is None:
        return f"<{value.high + 1}" if value.high is not None else ".."
    if value.high is None:
        return f">={value.low}"
    return str(value.low) if value.low == value.high else f"{value.low}..{value.high}"


@dataclass(frozen=True)
class CountIs(NumberWithin):
    """A count of something, which is one number."""


@dataclass(frozen=True)
class GradeIs(CountIs):
    """A grade of which 1 is the best, so that >=3 means 3 or better: 3, 2 or 1."""

    def _signed(self, sign: str, number: int) -> Value:
        return super()._signed(sign.translate(_TURNED), number)

    def write(self, value: Value) -> str:
        """Write what was read, from the better end to the other."""
        assert isinstance(value, Between)
        if value.low is None:
            return f">={value.high}"
        return f"<={value.low}" if value.high is None else super().write(value)


_TURNED = str.maketrans("<>", "><")


@dataclass(frozen=True)
class DaysAgo:
    """How many days ago something was at the latest."""

    def read(self, typed: str, *, whole: bool) -> Value | None:  # noqa: ARG002 - quotes make no difference
        """Read a number of days or weeks; a bare one means that many or more.

        Raises:
            BadInput: it is none.
        """
        plain = typed.strip().casefold()
        unit = 7 if plain.endswith("w") else 1
        sign, rest = _compared(plain.removesuffix("w").removesuffix("d"))
        span = re.fullmatch(r"(\d{1,6})\s*\.\.\s*(\d{1,6})", rest)
        if not sign and span:
            return _between(int(span[1]) * unit, int(span[2]) * unit)
        if not re.fullmatch(r"\d{1,6}", rest):
            raise BadInput(f"“{typed[:40]}” is not a number of days.", "Write for example >30d, <7d or >8w.")
        return Between(*_ENDS[sign or ">="](int(rest) * unit))

    def write(self, value: Value) -> str:
        """Write what was read."""
        assert isinstance(value, Between)
        if value.low is not None and value.low == value.high:
            return f"{value.low}..{value.high}d"
        return f"{_write_between(value)}d"


@dataclass(frozen=True)
class DateWithin:
    """A date that can lie within some days.

    Attributes:
        open_end: which end is left open whatever is typed: "first", "last" or neither.
    """

    open_end: str = ""

    def read(self, typed: str, *, whole: bool) -> Value | None:  # noqa: ARG002 - quotes make no difference
        """Read a date, a range of two or a comparison.

        Raises:
            BadInput: it is none, or does not exist.
        """
        sign, rest = _compared(typed)
        found = _COMPARED_DAYS[sign](_read_days(rest))
        if self.open_end:
            found = Days(found.first, None) if self.open_end == "last" else Days(None, found.last)
        if found == Days(None, None):
            raise BadInput(f"“{typed[:40]}” has no end to go by.", "Write for example 2024-03.")
        return found

    def write(self, value: Value) -> str:
        """Write what was read."""
        assert isinstance(value, Days)
        if self.open_end:
            day = value.last or value.first
            return day.isoformat() if day else ""
        return _write_days(value)


_COMPARED_DAYS: dict[str, Callable[[Days], Days]] = {
    "": lambda days: days,
    "<": lambda days: Days(None, _beside(days.first, -1)),
    "<=": lambda days: Days(None, days.last),
    ">": lambda days: Days(_beside(days.last, 1), None),
    ">=": lambda days: Days(days.first, None),
}


def _beside(day: date | None, step: int) -> date:
    if day is None or day == date.max:
        raise BadInput("There is no day before or after that date.", "Leave out the sign.")
    return day + timedelta(step)


def _read_days(typed: str) -> Days:
    first, dots, last = typed.partition("..")
    if not dots or "/" in typed:
        return _read_one(typed)
    days = Days(_read_one(first).first if first.strip() else None, _read_one(last).last if last.strip() else None)
    if days.first and days.last and days.first > days.last:
        raise BadInput(f"{typed[:40]} ends before it begins.", "Write the earlier date first.")
    return days


def _read_one(typed: str) -> Days:
    if not re.search(r"\d{3}[\dXx]|\d\dXX", typed):
        raise BadInput(f"“{typed[:40]}” is not a date with its year.", "Write for example 2024, 2024-03 or 2024-03-21.")
    found: PartialDate = read_date(typed, today=date.max)
    return Days(found.earliest, found.latest)


def _write_days(days: Days) -> str:
    first, last = (end.isoformat() if end else "" for end in (days.first, days.last))
    if days.first and days.last:
        for short in (first[:4], first[:7], first):
            if _read_one(short) == days:
                return short
    return f"{first}..{last}"


@dataclass(frozen=True)
class IsOneOf:
    """One of a few values.

    Attributes:
        choices: what is stored, and what is shown.
        standing_for: what a choice stands for, where it gathers several of what is stored.
    """

    choices: tuple[tuple[str, str], ...]
    standing_for: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)

    def read(self, typed: str, *, whole: bool) -> Value | None:  # noqa: ARG002 - quotes make no difference
        """Read one of the values.

        Raises:
            BadInput: it is none; the hint names the nearest.
        """
        wanted = plain(typed)
        for key, label in self.choices:
            if wanted in (plain(key), plain(label)):
                return Key(key)
        raise BadInput(f"“{typed[:40]}” is not one of its values.", nearest(wanted, [key for key, _ in self.choices]))

    def write(self, value: Value) -> str:
        """Write what was read."""
        assert isinstance(value, Key)
        return f'"{value.key}"' if " " in value.key else value.key

    def keys(self, value: Value) -> frozenset[str]:
        """Return what is stored where the value holds."""
        assert isinstance(value, Key)
        return self.standing_for.get(value.key, frozenset((value.key,)))


def plain(text: str) -> str:
    """Return a choice without what two ways of typing it differ in."""
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


Way = HasWords | NumberWithin | DaysAgo | DateWithin | IsOneOf
"""Every way to ask for a value."""


def read_chosen(way: Way, value: str) -> Value | None:
    """Read a value as it is shown, not as it is typed: a comma or a space in it is a part of it.

    Raises:
        BadInput: it is none.
    """
    return way.read(value, whole=" " in value or isinstance(way, OneHasWords))
