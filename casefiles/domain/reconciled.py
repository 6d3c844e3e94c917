"""A reported total beside the people we can name: how many we have, and how many are not accounted for."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.intervals import ANYTHING, NOTHING, Interval
from casefiles.domain.reported import Reported

NOT_COMPARABLE = "not comparable with people"


@dataclass(frozen=True)
class Counted:
    """Our people who answer a total's query on its day.

    Attributes:
        named: people with a name.
        alone: single people without one.
        grouped: what is left of groups.
        groups: how many groups those stand in.
        disputed: of all of them, how many are so only by one side.
    """

    named: int = 0
    alone: int = 0
    grouped: Interval = NOTHING
    groups: int = 0
    disputed: Interval = NOTHING

    @property
    def unnamed(self) -> Interval:
        """Return how many have no name."""
        return Interval(self.alone, self.alone) + self.grouped

    @property
    def people(self) -> Interval:
        """Return how many there are."""
        return Interval(self.named, self.named) + self.unnamed


def left_over(reported: Reported, counted: Counted) -> Interval:
    """Return how many of a total are not accounted for by people of ours; none where we have more."""
    return reported.bounds.less(counted.people) or NOTHING


def too_many(reported: Reported, counted: Counted) -> str:
    """Flag more people than a total has; empty where there are not certainly more."""
    if reported.number.is_about or not counted.people.is_over(reported.bounds):
        return ""
    return f"more people than reported: {counted.people} counted, {reported.text} reported"


def why_not_comparable(reported: Reported) -> str:
    """Say why a total is not compared with people; empty when it is."""
    if not reported.figure.query:
        return NOT_COMPARABLE
    if not reported.is_cumulative:
        return f"{NOT_COMPARABLE}: it counts only those new in a period"
    if reported.figure.unit.casefold() != "people":
        return f"{NOT_COMPARABLE}: it counts {reported.figure.unit}"
    return ""


def say_counted(counted: Counted, left: Interval, *, about: bool) -> str:
    """Say it as in "2 named, 2 unnamed in one group, 0 not accounted for"."""
    rest = f"{'about ' if about and left != ANYTHING else ''}{left} not accounted for"
    return ", ".join([*_parts(counted), rest])


def say_people(counted: Counted) -> str:
    """Say how many people of ours there are, and how they are counted: "4 people, 2 named, 2 unnamed"."""
    number = "1 person" if counted.people.exact == 1 else f"{counted.people} people"
    return ", ".join([number, *_parts(counted)])


def _parts(counted: Counted) -> list[str]:
    parts = []
    if counted.named:
        parts.append(f"{counted.named:,} named")
    if counted.unnamed != NOTHING:
        parts.append(_unnamed(counted))
    if counted.disputed != NOTHING:
        parts.append(f"of which {counted.disputed} disputed")
    return parts


def _unnamed(counted: Counted) -> str:
    if not counted.groups:
        return f"{counted.unnamed} unnamed"
    where = "in one group" if counted.groups == 1 else f"in {counted.groups:,} groups"
    if not counted.alone:
        return f"{counted.unnamed} unnamed {where}"
    return f"{counted.unnamed} unnamed ({counted.grouped} {where})"
