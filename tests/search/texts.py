"""Searches that nobody foresaw: texts to be read, and trees to be written."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from casefiles.search.comparing import (
    CountIs,
    DateWithin,
    DaysAgo,
    GradeIs,
    HasWords,
    IsOneOf,
    NumberWithin,
)
from casefiles.search.fields import SEARCH_FIELDS, SearchField
from casefiles.search.tree import Between, Days, Everything, Key, Node, Not, Term, Text, Value, Words, either, together

_PIECES = [
    "asha", "O'Neil", "covid-19", 'a"b', '"', '""', '"asha rana"', '"asha ra"*', "“x y”", "AND", "or", "NOT", "-", "--",
    "(", ")", "*", "ash*", ":", ",", "..", "\0", "\u200f", "आशा", "عمران", "李小龙", "🕊", "a", "12:30", "status:", "status:killed",
    "status:dead,released", "group:dead", "staus:x", "age:<30", "age:child", "age:", "date:2024-02-31", "date:2024-03..",
    "since:2024", 'origin:"surat, gujarat"', 'origin:"surat', "grade:>=3", "silent:>30d", "missing:origin", "http://x",
    "said-by:mea", "in:articles", "held:yes", "source:S-000042", "\ue000", "İ", "ß", "ﬁ", "𞤀",
]  # fmt: skip

TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=7).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
"""Anything that can be typed."""

_WORDS = st.sampled_from(["asha", "rana", "and", "or", "not", "19", "आशा", "عمران", "李小龙", "a"])
TEXT_VALUES = st.builds(Text, st.lists(_WORDS, min_size=1, max_size=3).map(tuple), st.booleans())
_DAY = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
_NUMBER = st.none() | st.integers(0, 130)


def _in_order(ends: tuple[object, object]) -> bool:
    first, last = ends
    return ends != (None, None) and (first is None or last is None or first <= last)  # type: ignore[operator]


def values_of(field: SearchField) -> st.SearchStrategy[Value]:
    """Return values that a field can be asked for."""
    way = field.way
    if isinstance(way, IsOneOf):
        return st.sampled_from([Key(key) for key, _ in way.choices])
    if isinstance(way, DateWithin):
        ends = st.tuples(_DAY, _DAY).filter(_in_order)
        by_end = {
            "last": lambda days: Days(days[0] or days[1], None),
            "first": lambda days: Days(None, days[0] or days[1]),
        }
        return ends.map(by_end.get(way.open_end, lambda days: Days(*days)))
    if isinstance(way, NumberWithin | DaysAgo):
        numbers = st.tuples(_NUMBER, _NUMBER).filter(_in_order).map(lambda ends: Between(*ends))
        words = way.words if isinstance(way, NumberWithin) else ()
        return numbers | st.sampled_from([Key(word) for word in words]) if words else numbers
    assert isinstance(way, HasWords)
    return TEXT_VALUES


TERMS: st.SearchStrategy[Node] = st.sampled_from(SEARCH_FIELDS).flatmap(
    lambda field: st.lists(values_of(field), min_size=1, max_size=3).map(lambda values: Term(field.word, tuple(values)))
)
_LEAVES: st.SearchStrategy[Node] = st.just(Everything()) | st.builds(Words, TEXT_VALUES) | TERMS
_GROWN = {"all": together, "any": either, "not": lambda parts: Not(parts[0])}
TREES: st.SearchStrategy[Node] = st.recursive(
    _LEAVES,
    lambda inner: st.tuples(st.sampled_from(sorted(_GROWN)), st.lists(inner, min_size=1, max_size=3)).map(
        lambda grown: (
            _GROWN[grown[0]](grown[1]) if grown[0] != "not" or not isinstance(grown[1][0], Not) else grown[1][0]
        )
    ),
    max_leaves=8,
)
"""Any tree, in the one form that reading gives it."""

__all__ = ["TERMS", "TEXTS", "TEXT_VALUES", "TREES", "CountIs", "GradeIs", "values_of"]
