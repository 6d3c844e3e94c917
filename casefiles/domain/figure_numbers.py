"""Numbers as they are said: "35–50", "about 200", "at least 4", "20-odd"; read, and said again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casefiles.domain.figures import Relation
from casefiles.domain.intervals import Interval
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput

LARGEST = 9_007_199_254_740_992
"""The largest whole number that every reader of JSON keeps exactly."""

_SMALL = "none one two three four five six seven eight nine ten eleven twelve".split()
_WORDS = {word: number for number, word in enumerate(_SMALL)} | {"nil": 0, "zero": 0, "no": 0, "dozen": 12}
_BEFORE: tuple[tuple[Relation, str], ...] = (
    (Relation.AT_LEAST, r"at least|no fewer than|not fewer than|no less than|not less than|more than|over|above"),
    (Relation.AT_LEAST, r"a minimum of|upwards of|>=|≥|>"),
    (Relation.AT_MOST, r"at most|up to|no more than|not more than|fewer than|less than|under|a maximum of|<=|≤|<"),
    (Relation.ABOUT, r"about|around|some|nearly|almost|approximately|approx\.?|roughly|circa|c\.|~|≈"),
)
_AFTER: tuple[tuple[Relation, str], ...] = (
    (Relation.AT_LEAST, r"\+|or more|and more"),
    (Relation.AT_MOST, r"or fewer|or less"),
    (Relation.ABOUT, r"-odd|odd|or so"),
)
_RANGE = re.compile(r"(?:between )?(\S+?) ?(?:-|–|—| to | and ) ?(\S+)")
_COMMAS = re.compile(r"(?<=\d)[,\u00a0\u202f\u2009' ](?=\d{3}(?!\d))")

_SAID: dict[Relation, str] = {
    Relation.EXACTLY: "{}",
    Relation.AT_LEAST: "at least {}",
    Relation.AT_MOST: "at most {}",
    Relation.ABOUT: "about {}",
}


@dataclass(frozen=True)
class Number:
    """A number with how it was said."""

    low: int
    high: int | None
    relation: Relation = Relation.EXACTLY

    @property
    def bounds(self) -> Interval:
        """Return between which ends it lies."""
        return Interval(self.low, self.high)

    @property
    def is_about(self) -> bool:
        """Tell whether it was said as about so many: by how much it is off would be our invention."""
        return self.relation is Relation.ABOUT


def settle(low: int | None, high: int | None, relation: Relation) -> Number:
    """Return a number in its one form, from the ends that were given; of an upper end alone nothing is known below.

    Raises:
        BadInput: it is no number that can be counted.
    """
    if low is None and high is None:
        raise BadInput("There is no number.", "Type one, such as 12, 35–50 or about 200.")
    if min(end for end in (low, high) if end is not None) < 0:
        raise BadInput("A total is never below nothing.", "Type a number from 0.")
    if low is not None and high is not None and low > high:
        raise BadInput(f"{low:,} to {high:,} runs the wrong way round.", "Type the smaller number first.")
    if relation is Relation.AT_LEAST:
        first = low if low is not None else high
        return Number(first or 0, None if high == first else high, relation)
    if relation is Relation.AT_MOST:
        last = high if high is not None else low
        return Number(0 if low is None or low == last else low, last, relation)
    if low is None and relation is Relation.EXACTLY:
        return settle(None, high, Relation.AT_MOST)
    ends = [end for end in (low, high) if end is not None]
    return Number(ends[0], ends[-1], relation)


def read_number(text: str) -> Number:
    """Take a number as an officer types it or a source says it.

    Raises:
        BadInput: it is none.
    """
    plain = _COMMAS.sub("", " ".join(clean(text).casefold().split()))
    relation, plain = _relation(plain)
    if match := _RANGE.fullmatch(plain):
        return settle(_whole(match[1], text), _whole(match[2], text), relation)
    number = _whole(plain, text)
    return settle(number, number, relation)


def say_number(number: Number) -> str:
    """Say a number as it was said; whatever this returns can be read again."""
    low, high = number.low, number.high
    if number.relation is Relation.AT_LEAST:
        return f"at least {low:,}" if high is None else f"{low:,}–{high:,}"
    if number.relation is Relation.AT_MOST and not low:
        return f"at most {high:,}"
    return (_SAID[number.relation] if number.is_about else "{}").format(str(number.bounds))


def _relation(plain: str) -> tuple[Relation, str]:
    for relation, words in _BEFORE:
        if match := re.match(rf"(?:{words})\s*(?=[\w~])", plain):
            return relation, plain[match.end() :]
    for relation, words in _AFTER:
        if match := re.search(rf"\s*(?:{words})$", plain):
            return relation, plain[: match.start()]
    return Relation.EXACTLY, plain


def _whole(word: str, typed: str) -> int:
    plain = word.removeprefix("a ")
    number = _WORDS.get(plain)
    if number is None and plain.isascii() and plain.isdecimal() and len(plain) < 17:
        number = int(plain)
    if number is None or number > LARGEST:
        raise BadInput(
            f"“{clean(typed)[:40]}” is not a number.", "Type it as 12, 35–50, about 200, at least 4 or at most 30."
        )
    return number
