"""The records of a casebook as the rules read them: reports with their quotes, decisions, groups and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casefiles.domain.kinds import Value
from casefiles.domain.speakers import Speaker, same_words

STANDARD_RELEASE = 0


class CaseKind(StrEnum):
    """A case is about one person, or about several not told apart."""

    PERSON = "person"
    GROUP = "group"


class Role(StrEnum):
    """What part of a report a quote supports."""

    VALUE = "value"
    DATE = "date"
    PLACE = "place"
    CAUSE = "cause"
    SPEAKER = "speaker"


class Verdict(StrEnum):
    """What an officer can decide about a report."""

    ACCEPT = "accept"
    SET_ASIDE = "set aside"
    REPLACE = "replace"
    USE = "use"
    LET_GO = "let the rule decide"


@dataclass(frozen=True)
class SourceFacts:
    """What the rules need to know of a source."""

    uuid: str
    ref: int
    title: str
    publisher: str = ""
    published_on: str = ""
    received_on: str = ""
    original: str = ""
    independence_group: str = ""
    reliability: str = ""

    @property
    def copy_key(self) -> str:
        """Name the text that several papers print: a group of theirs, or the original they rest on; empty for none."""
        return same_words(self.independence_group or self.original)

    @property
    def voice_key(self) -> str:
        """Name what sources that are not independent share: a group, the original they rest on, or their publisher."""
        return self.copy_key or same_words(self.publisher) or self.uuid


@dataclass(frozen=True)
class Passage:
    """The exact words of a source's text that support a report; offsets count code points."""

    uuid: str
    text: str
    source: str
    start: int
    end: int
    quote: str
    role: Role = Role.VALUE


@dataclass(frozen=True)
class Claim:
    """One report: a value of one field of one case, as somebody said it.

    Attributes:
        number: the order of entry in this casebook.
        learned_on: our day, ISO.
        said_on: EDTF, or empty when not known.
        entered_at: UTC, ISO.
        credibility: 1 to 6, as graded last; empty when not graded.
    """

    uuid: str
    number: int
    case: str
    field: str
    value: Value
    wording: str = ""
    speakers: tuple[Speaker, ...] = ()
    said_on: str = ""
    learned_on: str = ""
    certainty_words: str = ""
    release: int = STANDARD_RELEASE
    source: SourceFacts | None = None
    base: str = ""
    passages: tuple[Passage, ...] = ()
    entered_at: str = ""
    entered_by: str = ""
    credibility: str = ""

    @property
    def is_desk_entry(self) -> bool:
        """Tell whether an officer typed it and nothing supports it."""
        return self.source is None and not self.passages and not self.speakers


@dataclass(frozen=True)
class Decision:
    """An officer's judgement on a report; the latest on a target that is in effect counts."""

    uuid: str
    number: int
    target: str
    verdict: Verdict
    reason: str = ""
    officer: str = ""
    effective_on: str = ""
    other: str = ""
    entered_at: str = ""


@dataclass(frozen=True)
class Grade:
    """How credible an officer finds a report; the latest on it that is in effect counts."""

    uuid: str
    number: int
    claim: str
    credibility: str
    reason: str = ""
    officer: str = ""
    effective_on: str = ""
    entered_at: str = ""


@dataclass(frozen=True)
class Hold:
    """A case kept out of documents that name people, from a day until the day it is lifted.

    Attributes:
        review_by: by which day (EDTF) to look again.
    """

    uuid: str
    reason: str
    officer: str
    review_by: str
    since: str
    lifted_on: str = ""

    def is_on(self, day: date | None) -> bool:
        """Tell whether it is in force on a day; without one, whether it is now."""
        if day is None:
            return not self.lifted_on
        return self.since <= day.isoformat() and (not self.lifted_on or day.isoformat() < self.lifted_on)


@dataclass(frozen=True)
class Membership:
    """A person found to be one of a group, from a day on."""

    uuid: str
    group: str
    person: str
    since: str


@dataclass(frozen=True)
class CaseRecords:
    """Everything recorded of one case.

    Attributes:
        entered_at: UTC, ISO.
        entered_on: our day, ISO.
    """

    uuid: str
    ref: int
    kind: CaseKind
    entered_at: str = ""
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    members: tuple[Membership, ...] = ()
    member_of: tuple[Membership, ...] = ()
    situations: tuple[str, ...] = ()
    grades: tuple[Grade, ...] = ()
    holds: tuple[Hold, ...] = ()
    entered_on: str = ""

    @property
    def known_from(self) -> str:
        """Return the first day (ISO) on which it was known: entered, reported of, or found to be one of a group."""
        reported = (claim.learned_on for claim in self.claims)
        return min([self.entered_on, *reported, *(member.since for member in self.member_of)])
