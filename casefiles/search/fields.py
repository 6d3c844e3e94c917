"""Every field that can be searched, in one table: those of the catalogue, and what a case is beside them."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.catalogue import FIELDS, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.kinds import Choice, Count, Searched, StatusKind
from casefiles.domain.records import CaseKind
from casefiles.domain.status import GROUP_LABELS, STATUSES
from casefiles.search.comparing import (
    CountIs,
    DateWithin,
    DaysAgo,
    GradeIs,
    HasWords,
    IsOneOf,
    NumberWithin,
    OneHasWords,
    Way,
)


@dataclass(frozen=True)
class SearchField:
    """One word that can stand before a colon.

    Attributes:
        word: what is typed.
        way: how its values are asked for.
        example: a value of it, as typed.
        about: what it finds, in one line.
        stored: under which word a document holds what it asks about, where several fields ask about the same.
    """

    word: str
    way: Way
    example: str
    about: str
    stored: str = ""

    @property
    def key(self) -> str:
        """Return the word under which a document holds what this field asks about."""
        return self.stored or self.word


_YES = IsOneOf((("yes", "Yes"), ("no", "No")))
_GROUPS = tuple((group.value, label) for group, label in GROUP_LABELS.items())
_STATUSES = IsOneOf(
    (
        *((status.key, status.label) for status in STATUSES.values()),
        *((key, label) for key, label in _GROUPS if key not in STATUSES),
    ),
    {
        group.value: frozenset(key for key, status in STATUSES.items() if status.group is group)
        for group in GROUP_LABELS
    },
)
"""A word that is a status and a group as well, such as missing, means the group, as it does beside every list."""

_EXAMPLES = {
    Searched.WORDS: "word",
    Searched.NUMBER: "20..30",
    Searched.DAYS: "2024-03",
}


def _way(field: Field) -> Way:
    kind = field.kind
    if isinstance(kind, StatusKind):
        return _STATUSES
    if isinstance(kind, Choice):
        return IsOneOf(kind.options)
    if isinstance(kind, Count):
        return NumberWithin(kind.words)
    return DateWithin() if kind.searched is Searched.DAYS else HasWords()


def _from_catalogue(field: Field) -> SearchField:
    way = _way(field)
    example = way.choices[0][0] if isinstance(way, IsOneOf) else _EXAMPLES[field.kind.searched]
    return SearchField(field.word, way, example, field.label)


_OWN: tuple[SearchField, ...] = (
    SearchField("group", IsOneOf(_GROUPS), "dead", "Status group"),
    SearchField(
        "certainty",
        IsOneOf(tuple((one.name.lower(), one.value) for one in Certainty)),
        "reported",
        "How sure the status is",
    ),
    SearchField(
        "kind", IsOneOf(tuple((kind.value, kind.value.capitalize()) for kind in CaseKind)), "group", "Person or group"
    ),
    SearchField("date", DateWithin(), "2024-01..2024-03", "When it happened can lie within these days"),
    SearchField("since", DateWithin("last"), "2024-02", "It can have happened on that day or later", "date"),
    SearchField("until", DateWithin("first"), "2024-03", "It can have happened on that day or earlier", "date"),
    SearchField("said", DateWithin(), "2024-06", "When the status that stands was said"),
    SearchField("said-by", HasWords(), "embassy", "Who said something of the person"),
    SearchField("source", OneHasWords(), "S-000042", "A source it rests on: number, or words of publisher and title"),
    SearchField("grade", GradeIs(), ">=3", "The best grade of its reports, 1 to 6; >=3 is 3 or better"),
    SearchField("situation", OneHasWords(), "war", "A situation it belongs to"),
    SearchField("in", IsOneOf((("people", "People"), ("articles", "Articles"))), "articles", "List only these"),
    SearchField("sources", CountIs(), "<2", "How many sources it rests on"),
    SearchField("independent", CountIs(), "<2", "How many of them are independent"),
    SearchField("versions", CountIs(), ">1", "The most versions that any field has, where nobody chose between them"),
    SearchField("disputed", _YES, "yes", "Reports of the status cannot all be true"),
    SearchField("held", _YES, "yes", "Held back from what names people"),
    SearchField("unnamed", _YES, "yes", "No name is known"),
    SearchField("silent", DaysAgo(), ">30d", "Time since the last contact", "contact"),
    SearchField("quiet", DaysAgo(), ">90d", "Time since anything new was learned", "learned"),
)

CAN_BE_MISSING = (*(field.word for field in FIELDS), "date", "said", "said-by", "source", "grade", "situation")
"""The fields that nothing may be known of."""

_MISSING = SearchField(
    "missing",
    IsOneOf(tuple((word, word) for word in CAN_BE_MISSING)),
    "origin",
    "Nothing is known of that field",
)

SEARCH_FIELDS: tuple[SearchField, ...] = (*map(_from_catalogue, FIELDS), *_OWN, _MISSING)
"""Every search field, in the order of the card."""

BY_WORD: dict[str, SearchField] = {field.word: field for field in SEARCH_FIELDS}
