"""Issued editions and what we told, as the screen and the command line show them."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.statements import Audience, BasisKind, Ruling, State, Told
from casefiles.workspace.views import QuoteView

AUDIENCE_LABELS: dict[Audience, str] = {
    Audience.INTERNAL: "This desk",
    Audience.OFFICIAL: "Other officials",
    Audience.PARLIAMENT: "Parliament",
    Audience.PRESS: "The press",
    Audience.PUBLIC: "The public",
    Audience.FAMILY: "A family",
}
TOLD_LABELS: dict[Told, str] = {
    Told.PARLIAMENT: "Parliament",
    Told.PRESS: "The press",
    Told.FAMILY: "A family",
    Told.OTHER: "Others",
}
STATE_LABELS: dict[State, str] = {
    State.STANDS: "Stands",
    State.OVERTAKEN: "Overtaken",
    State.WRONG: "Wrong when said",
}


@dataclass(frozen=True)
class EditionRow:
    """One issued briefing in a list.

    Attributes:
        number: as it is counted here; what is printed on it may be a number that the officer typed.
        sentence: all of it for a screen reader.
    """

    uuid: str
    number: int
    title: str
    template: str
    audience: str
    recipients: str
    issued: str
    issued_by: str
    as_of: str
    pages: int
    sentence: str

    @property
    def to_whom(self) -> str:
        """Say whom it was given to."""
        return ", ".join(filter(None, (self.audience, self.recipients)))


@dataclass(frozen=True)
class Regenerated:
    """An edition printed again from its kept facts.

    Attributes:
        same: byte for byte what was issued.
        say: what came of it, in a sentence.
    """

    pdf: bytes
    same: bool
    renderer_then: str
    renderer_now: str
    say: str


@dataclass(frozen=True)
class StatementRow:
    """One statement in a list."""

    uuid: str
    title: str
    kind: str
    to_whom: str
    said: str
    state: State
    moved: int
    edition: int
    sentence: str


@dataclass(frozen=True)
class BasisView:
    """One thing that a statement rests on: what was said of it, and what would be said now.

    Attributes:
        case_id: whom a report is about; 0 for none, or when the case is gone.
        claim: the report, to jump to; empty for none.
        query: the people of a count, as the search box finds them.
        total: the reported total that it is, or that our people are told beside; empty for none, or when it is gone.
    """

    uuid: str
    kind: BasisKind
    label: str
    then: str
    now: str
    moved: bool
    why: str = ""
    person: str = ""
    case_id: int = 0
    claim: str = ""
    quotes: tuple[QuoteView, ...] = ()
    query: str = ""
    situation: str = ""
    total: str = ""

    @property
    def sentence(self) -> str:
        """Say in one sentence what was said, and what would be said now if that moved."""
        what = ", ".join(filter(None, (self.person, self.label)))
        return f"{what}: then {self.then}; now {self.now}" if self.moved else f"{what}: {self.then}"


@dataclass(frozen=True)
class JudgementView:
    """One judgement on a statement."""

    verdict: Ruling
    reason: str
    owner: str
    correct_by: str
    officer: str
    on: str


@dataclass(frozen=True)
class StatementView:
    """A statement with everything that it rests on, what moved first."""

    row: StatementRow
    told: Told
    house: str
    question: str
    recipient: str
    said_on: str
    text: str
    edition: str
    person: str
    case_id: int
    bases: tuple[BasisView, ...]
    judgements: tuple[JudgementView, ...]
    entered: str

    @property
    def moved(self) -> tuple[BasisView, ...]:
        """Return what moved."""
        return tuple(basis for basis in self.bases if basis.moved)


@dataclass(frozen=True)
class Naming:
    """One document or statement that names a person: "edition", "statement", or "family" for what a family was told."""

    kind: str
    ref: str
    title: str
    when: str
    to_whom: str
