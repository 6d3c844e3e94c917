"""What the words of a source say for a field, where that is certain; otherwise nothing."""

from __future__ import annotations

import re
from datetime import date

from casefiles.domain.dates import read_date
from casefiles.domain.kinds import Count, Kind
from casefiles.domain.problems import BadInput

_NUMBER = re.compile(r"\d+")


def propose(kind: Kind, words: str, today: date) -> str:
    """Return the words themselves if the field takes them, or the only number in them where a number is asked."""
    plain = " ".join(words.split())
    if _reads(kind, plain, today):
        return plain
    numbers = _NUMBER.findall(plain)
    return numbers[0] if isinstance(kind, Count) and len(numbers) == 1 else ""


def _reads(kind: Kind, words: str, today: date) -> bool:
    try:
        kind.read(words, today)
    except BadInput:
        return False
    return True


def read_day(typed: str, today: date) -> str:
    """Return a day typed in words as it is kept; empty for none.

    Raises:
        BadInput: it is not a date.
    """
    return read_date(typed, today=today).edtf if typed.strip() else ""
