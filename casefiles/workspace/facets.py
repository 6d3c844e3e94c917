"""Facets: what those found are counted by, and the values to choose from, as the search box takes them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casefiles.domain import kinds
from casefiles.domain.catalogue import BY_WORD as FIELDS
from casefiles.domain.dates import read_date, show
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.domain.status import GROUP_LABELS
from casefiles.names.fold import fold
from casefiles.search.comparing import read_chosen
from casefiles.search.fields import BY_WORD
from casefiles.search.folded import has, situations_meant
from casefiles.search.tree import Text
from casefiles.storage import facets, lookups
from casefiles.storage.derived import derived_row
from casefiles.storage.facets import COUNTABLE, Counts
from casefiles.storage.finding import Wanted
from casefiles.workspace.desk import Desk
from casefiles.workspace.shown_cases import situation_names, wanted_cases

__all__ = ["COUNTABLE", "Facet", "counted", "known"]

_MOST = 30
"""How many values of a facet are offered: the commonest, or the latest months."""

KNOWN = ("situation", "origin", "owner", "role", "unit", "agent", "employer", "occupation")
"""The fields of which the values in the casebook are offered."""


@dataclass(frozen=True)
class Facet:
    """One value that those found can be narrowed by.

    Attributes:
        value: as the search takes it.
        label: as it is shown.
        people: how many of those found have it.
    """

    value: str
    label: str
    people: Span


def counted(desk: Desk, wanted: Wanted, field: str, moment: Moment = NOW) -> list[Facet]:
    """Return what a field divides those found into; each count is what a search for that value would find."""
    counts = _counts(desk, wanted, field, moment)
    return _situations(counts, situation_names(desk, moment)) if field == "situation" else _MADE[field](counts)


def known(desk: Desk, word: str) -> list[str]:
    """Return the values that the casebook has of a field, by its search word; none where they are not kept."""
    database = desk.book.database
    if word == "situation":
        return [row.name for row in lookups.situations(database)]
    if word not in KNOWN:
        return []
    field, examples = FIELDS[word], facets.examples(database, word)
    values = facets.reported(database, field.key, list(examples))
    standing = "\n".join(examples.values())  # a report that was set aside is found by nothing
    texts = [field.kind.show(value) for value in values if not kinds.is_blank(value)]
    texts = [text for text in texts if fold(text) in standing]
    return sorted(dict.fromkeys([*_last_parts(texts), *texts] if word == "origin" else texts), key=fold)


def _counts(desk: Desk, wanted: Wanted, field: str, moment: Moment) -> Counts:
    if not moment.asks_both:
        return facets.counted(desk.book.database, wanted.on(moment, desk.today()), field, moment)
    found: dict[tuple[str, ...], Span] = defaultdict(Span)
    for case in wanted_cases(desk, wanted, moment).values():
        found[facets.told_by(derived_row(case), field)] += case.people
    return list(found.items())


def _last_parts(texts: Iterable[str]) -> list[str]:
    return [text.rpartition(",")[2].strip() for text in texts]


def _groups(counts: Counts) -> list[Facet]:
    found = {group: people for (group,), people in counts}
    return [Facet(group, label, found[group]) for group, label in GROUP_LABELS.items() if group in found]


def _origins(counts: Counts) -> list[Facet]:
    """Count by the widest part of the origin, in any version of it, as a search for it does."""
    names: Counter[str] = Counter()
    for (origin, _), people in counts:
        names[origin.rpartition(",")[2].strip()] += people.high
    by_words: Counter[str] = Counter()
    lows: Counter[str] = Counter()
    for (_, words), people in counts:
        by_words[words] += people.high
        lows[words] += people.low
    return [
        Facet(name, name, _sum(Span(lows[words], high) for words, high in by_words.items() if has(asked, words)))
        for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
        if (asked := _asked("origin", name))
    ]


def _situations(counts: Counts, names: Mapping[str, str]) -> list[Facet]:
    found = [
        Facet(name, name, people)
        for name in dict.fromkeys(names.values())
        if (asked := _asked("situation", name))
        and (meant := situations_meant(asked, names))
        and (people := _sum(number for (uuids,), number in counts if not meant.isdisjoint(uuids.split()))).high
    ]
    return sorted(found, key=lambda one: -one.people.high)[:_MOST]


def _months(counts: Counts) -> list[Facet]:
    """Count by month, the latest first; what may have happened in several is counted in each, as a search does."""
    dated = [(told, people) for told, people in counts if all(told)]
    months = sorted({first for (first, last), _ in dated if first == last}, reverse=True)[:_MOST]
    return [
        Facet(
            month,
            show(read_date(month, today=date.max)),
            _sum(people for (first, last), people in dated if first <= month <= last),
        )
        for month in months
    ]


def _asked(field: str, value: str) -> Text | None:
    """Return what the search for a value asks, as the buttons write it."""
    found = read_chosen(BY_WORD[field].way, value)
    return found if isinstance(found, Text) else None


def _sum(numbers: Iterable[Span]) -> Span:
    return sum(numbers, Span())


_MADE: dict[str, Callable[[Counts], list[Facet]]] = {"group": _groups, "origin": _origins, "date": _months}
