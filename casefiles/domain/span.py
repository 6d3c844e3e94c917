"""How many people: at least so many and at most so many, for a group may be told of as “2 or 3”."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """How many people at least and at most."""

    low: int = 0
    high: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def less(self, number: int) -> Span:
        """Return how many are left when some are taken away; never fewer than none."""
        return Span(max(0, self.low - number), max(0, self.high - number))

    def words(self) -> str:
        """Say the number: “61”, or “61–64”."""
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"

    def people(self) -> str:
        """Say how many people there are."""
        return "1 person" if self == ONE else f"{self.words()} people"


ONE = Span(1, 1)
"""One person."""
