"""What every kind of value shares: cleaning, blanks, and one line of text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeAlias

from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput

Value: TypeAlias = Any
"""What a claim stores: text, a number, or an object of such, always as canonical JSON can hold it."""

BLANKS: dict[str, str] = {"unknown": "Not known", "not applicable": "Does not apply", "withheld": "Withheld"}
"""Values that say why there is none; "not asked yet" is the absence of a report."""

SAYING_NOTHING = ({"blank": "unknown"}, {"blank": "withheld"})
"""Blanks that stand against no value."""


def is_blank(value: Value) -> bool:
    """Tell whether a value only says why there is none."""
    return isinstance(value, dict) and set(value) == {"blank"}


class Searched(StrEnum):
    """What the search box compares of a value; the derived columns follow it."""

    WORDS = "words"
    NUMBER = "number"
    DAYS = "days"
    CHOICE = "choice"


@dataclass(frozen=True)
class Kind:
    """How the values of a field behave; the base takes one line of text."""

    key: str
    example: str = ""

    searched: ClassVar[Searched] = Searched.WORDS

    def read(self, text: str, today: date) -> Value:
        """Take what an officer typed.

        Raises:
            BadInput: it is not such a value; the sentence says what is.
        """
        for blank, shown in BLANKS.items():
            if text.strip().casefold() in (blank, shown.casefold()):
                return {"blank": blank}
        return self._read(text, today)

    def check(self, value: Value) -> Value:
        """Return a stored or imported value in its one canonical form.

        Raises:
            BadInput: it is not such a value.
        """
        if is_blank(value):
            if value["blank"] not in list(BLANKS):
                raise BadInput(f"“{short(value['blank'])}” is no kind of blank.", f"Use one of: {', '.join(BLANKS)}.")
            return {"blank": value["blank"]}
        return self._check(value)

    def show(self, value: Value) -> str:
        """Return the value in words."""
        return BLANKS[value["blank"]] if is_blank(value) else self._show(value)

    def agrees(self, one: Value, other: Value) -> bool:
        """Tell whether both can be true at once."""
        if is_blank(one) or is_blank(other):
            return bool(one == other)
        return self._agrees(one, other)

    def detail(self, value: Value) -> int:
        """Return how much a value says, so that the fuller of two agreeing ones is shown."""
        return 0 if is_blank(value) else len(self._show(value))

    def bears_out(self, said: Value, shown: Value) -> bool:
        """Tell whether what was said is all that is shown, and not only a part of it."""
        return self.agrees(said, shown) and self.detail(said) >= self.detail(shown)

    def _read(self, text: str, today: date) -> Value:  # noqa: ARG002 - dates need it
        return self._check(text)

    def _check(self, value: Value) -> Value:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise BadInput("That is not a text.", "Give one line of text.")
        plain = clean(value)
        if not plain:
            raise BadInput("The value is empty.", "Type a value, or “unknown”.")
        return plain

    def _show(self, value: Value) -> str:
        return str(value)

    def _agrees(self, one: Value, other: Value) -> bool:
        return self._show(one).casefold() == self._show(other).casefold()


def short(value: Value) -> str:
    """Return the beginning of a value that is told in a sentence."""
    return str(value)[:40]
