"""What lists are given: rows of people and of sources, with their words already made."""

from __future__ import annotations

from typing import NamedTuple

from casefiles.domain.certainty import Certainty
from casefiles.domain.span import Span
from casefiles.domain.status import Group


class Half(NamedTuple):
    """One side of a status pill, with who says so."""

    text: str
    group: Group
    speaker: str = ""
    said: str = ""


class Pill(NamedTuple):
    """A status with its certainty inside: "Reported killed", or "Disputed: killed / missing"."""

    text: str
    certainty: Certainty
    halves: tuple[Half, ...]

    @property
    def group(self) -> Group:
        """Return what the leading side amounts to."""
        return self.halves[0].group


class ListRow(NamedTuple):
    """One case in a list.

    Attributes:
        date: what it is and when, as in "died Mar 2024".
        short_date: the same where there is little room, as in "Mar 2024".
        sentence: all of it for a screen reader.
        entered: as in "entered 12 Jul 2024", where something of it was entered after the day asked about.
    """

    id: int
    ref: str
    heading: str
    native_name: str
    pill: Pill
    date: str
    short_date: str
    origin: str
    sources: int
    versions: int
    people: Span
    sentence: str
    held: bool = False
    entered: str = ""


class SourceRow(NamedTuple):
    """One source in a list."""

    id: int
    ref: str
    title: str
    publisher: str
    published: str
    kind: str
    language: str
    people: int
    reports: int
    flag: str
    sentence: str
