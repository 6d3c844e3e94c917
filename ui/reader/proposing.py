"""What the words of a source say for a field, where that is certain; otherwise nothing."""

from __future__ import annotations

import re
from datetime import date

from casefiles.domain.dates import read_date
from casefiles.domain.figure_numbers import read_number, say_number
from casefiles.domain.kinds import Count, Kind
from casefiles.domain.measures import read_measure
from casefiles.domain.problems import BadInput

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[\w–≥≤~+-]+(?:[,.]\d{3})*")
_LONGEST_NUMBER, _LONGEST_MEASURE = 4, 4
_NO_MEASURES = frozenset("all known still cases overall total everybody everyone not".split())
"""Words that stand in too many sentences to be taken for what is counted."""
_NO_NUMBERS = frozenset("no none one".split())
_MONTHS = "january february march april may june july august september october november december".split()


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


def propose_totals(words: str) -> list[tuple[str, str]]:
    """Return the totals that words seem to say, as measures and numbers in their order: "12 dead, about 200 out".

    A number without a measure that others follow is taken for their total.
    """
    plain = [found[0] for found in _WORD.finditer(words)]
    numbers = list(_numbers(plain))
    ends = [*(start for start, _, _ in numbers), len(plain)][1:]
    found = [(_measure(plain[after:end]), number) for (_, after, number), end in zip(numbers, ends, strict=True)]
    if len(found) > 2 and not found[0][0]:
        found[0] = ("total", found[0][1])
    said = [one for one in found if one[0]]
    if len(found) == 1 and not said:
        return [(_measure(plain), found[0][1])]
    return said or found[:1]


def _numbers(plain: list[str]) -> list[tuple[int, int, str]]:
    """Find numbers with the words that belong to them, but no days and years: start, end, and as it is kept."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(plain):
        for length in range(min(_LONGEST_NUMBER, len(plain) - at), 0, -1):
            end = at + length
            number = _read_number(" ".join(plain[at:end]))
            if number and not _is_date(plain, at, end):
                found.append((at, end, number))
                at = end - 1
                break
        at += 1
    return found


def _read_number(words: str) -> str:
    if words.casefold() in _NO_NUMBERS:
        return ""
    try:
        return say_number(read_number(words))
    except BadInput:
        return ""


def _is_date(plain: list[str], start: int, end: int) -> bool:
    if end - start > 1 or not plain[start].isdecimal():
        return False
    before = [word.casefold() for word in reversed(plain[max(start - 2, 0) : start])]
    is_day_after = before[:1] != [] and before[0] in _MONTHS and not (before[1:] and before[1].isdecimal())
    is_day_before = plain[end : end + 1] != [] and plain[end].casefold() in _MONTHS
    return 1900 <= int(plain[start]) < 2100 or is_day_after or is_day_before


def _measure(plain: list[str]) -> str:
    """Return the first words that name a measure, the longest of them."""
    for at in range(len(plain)):
        for length in range(min(_LONGEST_MEASURE, len(plain) - at), 0, -1):
            words = " ".join(plain[at : at + length])
            if not set(words.casefold().split()) <= _NO_MEASURES and (known := read_measure(words)).is_known:
                return known.text
    return ""
