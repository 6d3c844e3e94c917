"""Whole numbers known only between two ends, and what can be told of them for certain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A number that lies somewhere from `low` to `high`; `high` is None where it has no upper end."""

    low: int
    high: int | None

    @property
    def exact(self) -> int | None:
        """Return the number, if it is known exactly."""
        return self.low if self.low == self.high else None

    def __add__(self, other: Interval) -> Interval:
        """Add two numbers."""
        open_ended = self.high is None or other.high is None
        return Interval(self.low + other.low, None if open_ended else (self.high or 0) + (other.high or 0))

    def hull(self, other: Interval) -> Interval:
        """Return between which ends a number lies that is one of two."""
        open_ended = self.high is None or other.high is None
        return Interval(min(self.low, other.low), None if open_ended else max(self.high or 0, other.high or 0))

    def is_over(self, other: Interval) -> bool:
        """Tell whether this number is the larger one, wherever the two lie."""
        return other.high is not None and self.low > other.high

    def may_equal(self, other: Interval) -> bool:
        """Tell whether both can be the same number."""
        return not self.is_over(other) and not other.is_over(self)

    def less(self, part: Interval) -> Interval | None:
        """Return what is left when a part is taken away; None where the part is certainly the larger.

        What is left is never below nothing, for a part lies within its whole.
        """
        if part.is_over(self):
            return None
        low = 0 if part.high is None else max(0, self.low - part.high)
        return Interval(low, None if self.high is None else self.high - part.low)

    def __str__(self) -> str:
        """Say it in figures; of one without any end nothing is said but that."""
        if self.high is None:
            return f"at least {self.low:,}" if self.low else "an unknown number"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"


NOTHING = Interval(0, 0)
ANYTHING = Interval(0, None)


def total(numbers: Iterable[Interval]) -> Interval:
    """Add numbers up."""
    return sum(numbers, NOTHING)
