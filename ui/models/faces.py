"""What a status pill and a row of the people list show, as plain values."""

from __future__ import annotations

from typing import NamedTuple

from casefiles.domain.certainty import Certainty


class Half(NamedTuple):
    """One status inside a pill: tone, drawing and word; who said it and when, if told."""

    tone: str
    icon: str
    text: str
    details: str = ""


class PillFace(NamedTuple):
    """A whole pill: one status, or the two of a dispute after its leading word.

    Args:
        certainty: decides the outline: solid, dashed, split or bare.
        halves: one status; two or more when disputed.
        lead: a word before the halves ("Disputed:").
    """

    certainty: Certainty
    halves: tuple[Half, ...]
    lead: str = ""

    @property
    def words(self) -> str:
        """The pill in one run of text."""
        statuses = " / ".join(half.text for half in self.halves)
        return f"{self.lead} {statuses}".strip()

    @property
    def details(self) -> str:
        """Who said what, one line for each half that has it."""
        return "\n".join(f"{half.text}: {half.details}" for half in self.halves if half.details)


class Reason(NamedTuple):
    """Why a row is listed: what is told, the spelling or quote, and where the words stand in it."""

    label: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> str:
        """All of it in one run of text."""
        return f"{self.label}: {self.text}"


class Row(NamedTuple):
    """A person or group in the list: two lines of it.

    Args:
        id: the local key of the case.
        name: the display name, in any writing.
        date: what it is and when ("died Mar 2024").
        face: the status pill.
        sentence: all of it for a screen reader.
        origin: where the person is from.
        sources: how many independent sources.
        native: the name in its own writing, shown beside where it fits.
        short_date: only when ("Mar 2024"), where there is no room for what.
        held: it is kept out of documents that name people.
    """

    id: int
    name: str
    date: str
    face: PillFace
    sentence: str
    origin: str = ""
    sources: int = 0
    native: str = ""
    short_date: str = ""
    held: bool = False

    @property
    def both_names(self) -> str:
        """The name, and the one in its own writing after it."""
        return f"{self.name} ({self.native})" if self.native else self.name

    @property
    def place(self) -> str:
        """The first part of the origin, where there is no room for all of it."""
        return self.origin.partition(",")[0]
