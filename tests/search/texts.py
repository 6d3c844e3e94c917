"""Searches that nobody foresaw: texts to be read, and trees to be written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any as Anything

from hypothesis import strategies as st

from casefiles.search.comparing import DateWithin, DaysAgo, IsOneOf, NumberWithin
from casefiles.search.fields import SEARCH_FIELDS, SearchField
from casefiles.search.tree import Between, Days, Everything, Key, Node, Not, Term, Text, Value, Words, either, together

_PIECES = [
    "asha", "O'Neil", "covid-19", 'a"b', '"', '""', '"asha rana"', '"asha ra"*', "“x y”", "AND",
    "or", "NOT", "-", "--", "(", ")", "*", "ash*", ":", ",", "..", "\0", "\u200f", "आशा", "عمران",
    "李小龙", "🕊", "a", "12:30", "status:", "status:killed", "status:dead,released", "group:dead",
    "staus:x", "age:<30", "age:child", "age:", "date:2024-02-31", "date:2024-03..", "since:2024",
    'origin:"surat, gujarat"', 'origin:"surat', "grade:>=3", "silent:>30d", "missing:origin",
    "http://x", "said-by:mea", "in:articles", "held:yes", "source:S-000042", "\ue000", "İ", "ß",
    "ﬁ", "𞤀",
]  # fmt: skip

TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=7).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
"""Anything that can be typed."""

_WORDS = ("asha", "rana", "and", "or", "not", "19", "आशा", "عمران", "李小龙", "a")
_DAYS = tuple(date.fromisoformat(day) for day in ("1990-03-01", "1994-12-31", "2024-02-29", "2024-03-01", "2024-06-12"))
_DAY = st.none() | st.sampled_from(_DAYS) | st.dates(date(1900, 1, 1), date(2100, 1, 1))
_NUMBER = st.none() | st.sampled_from((0, 1, 2, 3, 4, 20, 30, 31)) | st.integers(0, 130)


def _in_order(ends: tuple[Anything, Anything]) -> bool:
    first, last = ends
    return ends != (None, None) and (first is None or last is None or first <= last)


def _days(ends: tuple[date | None, date | None], open_end: str) -> Days:
    first, last = ends
    if open_end == "last":
        return Days(first or last, None)
    return Days(None, first or last) if open_end == "first" else Days(first, last)


def texts(words: Sequence[str]) -> st.SearchStrategy[Text]:
    """Return words and phrases of some folded words."""
    return st.builds(Text, st.lists(st.sampled_from(words), min_size=1, max_size=3).map(tuple), st.booleans())


def values(field: SearchField, words: Sequence[str]) -> st.SearchStrategy[Value]:
    """Return values that a field can be asked for."""
    way = field.way
    if isinstance(way, IsOneOf):
        return st.sampled_from([Key(key) for key, _ in way.choices])
    if isinstance(way, DateWithin):
        open_end = way.open_end
        return st.tuples(_DAY, _DAY).filter(_in_order).map(lambda ends: _days(ends, open_end))
    if isinstance(way, NumberWithin | DaysAgo):
        numbers = st.tuples(_NUMBER, _NUMBER).filter(_in_order).map(lambda ends: Between(*ends))
        told = way.words if isinstance(way, NumberWithin) else ()
        return numbers | st.sampled_from([Key(word) for word in told]) if told else numbers
    return texts(words)


def terms(words: Sequence[str] = _WORDS) -> st.SearchStrategy[Node]:
    """Return fields with some values."""
    return st.sampled_from(SEARCH_FIELDS).flatmap(
        lambda field: st.lists(values(field, words), min_size=1, max_size=3).map(
            lambda wanted: Term(field.word, tuple(wanted))
        )
    )


def trees(words: Sequence[str] = _WORDS) -> st.SearchStrategy[Node]:
    """Return any tree, in the one form that reading gives it."""
    leaves: st.SearchStrategy[Node] = st.just(Everything()) | st.builds(Words, texts(words)) | terms(words)
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3).map(together)
            | st.lists(inner, min_size=1, max_size=3).map(either)
            | inner.map(lambda part: part if isinstance(part, Not) else Not(part))
        ),
        max_leaves=6,
    )
