"""What we told: to whom, what it rests on, and whether that still stands.

A statement is *overtaken* when something that it rests on has moved: it was right on what we knew. That it was wrong
when it was said is never worked out; an officer says so, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefiles.domain.certainty import Certainty
from casefiles.domain.records import Claim
from casefiles.domain.shown import ShownCase
from casefiles.domain.status_rule import DerivedStatus


class Told(StrEnum):
    """Whom something was told to."""

    PARLIAMENT = "parliament"
    PRESS = "press"
    FAMILY = "family"
    OTHER = "other"


class Audience(StrEnum):
    """Whom an issued briefing is for."""

    INTERNAL = "internal"
    OFFICIAL = "official"
    PARLIAMENT = "parliament"
    PRESS = "press"
    PUBLIC = "public"
    FAMILY = "family"


TELLS: dict[Audience, Told] = {
    Audience.PARLIAMENT: Told.PARLIAMENT,
    Audience.PRESS: Told.PRESS,
    Audience.FAMILY: Told.FAMILY,
}
"""The audiences that are told something by being given a briefing."""


class State(StrEnum):
    """How a statement stands today."""

    STANDS = "stands"
    OVERTAKEN = "overtaken"
    WRONG = "wrong when said"


class Ruling(StrEnum):
    """What an officer can say of a statement."""

    WRONG = "wrong when said"
    RIGHT = "right after all"


class BasisKind(StrEnum):
    """What a statement can rest on."""

    REPORT = "report"
    """A report behind the value that was used."""
    VERSION = "version"
    """A report of another version, told beside the value that was used."""
    FIGURE = "figure"
    COUNT = "count"


@dataclass(frozen=True)
class Edition:
    """An issued briefing as it is kept; `facts`, `pdf` and `cases` are the hashes that its bytes are kept under."""

    uuid: str
    number: int
    template: str
    title: str
    audience: Audience
    recipients: str
    situation: str
    query: str
    asked: str
    as_of: str
    recorded: int
    head_hash: str
    renderer: str
    facts: str
    pdf: str
    cases: str
    pages: int
    issued_at: str
    issued_by: str


@dataclass(frozen=True)
class Basis:
    """One thing that a statement rests on.

    Attributes:
        value: what was said of it, in words.
        target: the UUID of the report or reported total; of a count the total that it is printed beside, or empty.
        query: how a count was made.
        members: the hash under which those counted are kept, each with the reports that the counting rests on.
    """

    uuid: str
    kind: BasisKind
    label: str
    value: str
    target: str = ""
    query: str = ""
    as_of: str = ""
    members: str = ""


@dataclass(frozen=True)
class Judgement:
    """An officer's judgement on a statement; the latest in effect counts."""

    number: int
    verdict: Ruling
    reason: str
    owner: str = ""
    correct_by: str = ""
    officer: str = ""
    effective_on: str = ""
    entered_at: str = ""


@dataclass(frozen=True)
class Statement:
    """What was told, to whom and when; `edition` and `case` are UUIDs, or empty."""

    uuid: str
    kind: Told
    title: str
    house: str
    question: str
    recipient: str
    said_on: str
    text: str
    edition: str
    case: str
    entered_at: str
    entered_by: str
    bases: tuple[Basis, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True)
class Move:
    """One basis that moved: what was said, what would be said now, why, and the UUIDs of the cases that moved."""

    basis: str
    label: str
    before: str
    after: str
    why: str = ""
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportNow:
    """How one report stands today.

    Attributes:
        case: the UUID of its case.
        words: what is shown of its field.
        leads: its value is the one in use.
        disputed: another report stands against the value in use.
        why: what became of it, if it no longer stands.
    """

    case: str
    words: str
    stands: bool
    leads: bool
    disputed: bool
    why: str = ""


def ruling(judgements: Sequence[Judgement]) -> Judgement | None:
    """Return the judgement that counts, if there is any."""
    return max(judgements, key=lambda one: (one.effective_on, one.number), default=None)


def state_of(moves: Sequence[Move], judgements: Sequence[Judgement]) -> State:
    """Return how a statement stands: as an officer judged it, or by what became of its bases."""
    last = ruling(judgements)
    if last is not None and last.verdict is Ruling.WRONG:
        return State.WRONG
    return State.OVERTAKEN if moves else State.STANDS


def report_moved(basis: Basis, now: ReportNow) -> Move | None:
    """Tell what moved of a report: it is put away, its value is no longer in use, or another now stands against it.

    A version told beside the value in use moves only when its report is put away.
    """
    why = _why_moved(basis, now)
    return None if why is None else Move(basis.uuid, basis.label, basis.value, now.words, why, (now.case,))


def _why_moved(basis: Basis, now: ReportNow) -> str | None:
    if not now.stands:
        return now.why
    if basis.kind is BasisKind.VERSION:
        return None
    if not now.leads:
        return "another report is in use"
    return "another report now stands against it" if now.disputed and now.words != basis.value else None


def leading(case: ShownCase, field: str) -> tuple[Claim, ...]:
    """Return the reports that give the value in use of a field; of several values, all that stand."""
    if field == "status":
        return _given_by(case.status)
    if field in case.fields:
        return case.fields[field].versions[0].claims
    return tuple(one.claim for one in case.judged if one.standing and one.claim.field == field)


def beside(case: ShownCase, field: str) -> tuple[Claim, ...]:
    """Return the reports of the other versions of a field."""
    if field == "status":
        return tuple(one.claim for one in case.status.disputing)
    if field in case.fields:
        return tuple(claim for version in case.fields[field].versions[1:] for claim in version.claims)
    return ()


def is_disputed(case: ShownCase, field: str) -> bool:
    """Tell whether a field's standing reports differ and nobody has chosen."""
    if field == "status":
        return case.status.certainty is Certainty.DISPUTED
    return field in case.fields and case.fields[field].certainty is Certainty.DISPUTED


def is_shown(case: ShownCase, field: str, claim: str) -> bool:
    """Tell whether a report gives what is shown of a field: its value in use, or one side of a dispute."""
    sides = (*leading(case, field), *(beside(case, field) if is_disputed(case, field) else ()))
    return any(one.uuid == claim for one in sides)


def counted_on(case: ShownCase, status: DerivedStatus | None = None) -> tuple[str, ...]:
    """Return the reports that the counting of a case rests on: both sides of its status, and a group's size.

    Args:
        case: who is counted.
        status: the one that it is counted with, where that is not the one it has.
    """
    counted = status or case.status
    size = case.fields["size"].versions[0].claims if "size" in case.fields else ()
    return tuple(claim.uuid for claim in (*_given_by(counted), *(one.claim for one in counted.disputing), *size))


def _given_by(status: DerivedStatus) -> tuple[Claim, ...]:
    current = status.current
    return (current.claim, *(one.claim for one in status.agreeing)) if current else ()


@dataclass(frozen=True)
class Shift:
    """What became of those counted: who is new, who is gone, and who is counted on other reports."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """Return everybody of whom something changed."""
        return (*self.gone, *self.new, *self.other)


def shift(then: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]], looked_at: Iterable[str]) -> Shift:
    """Compare those counted, of the cases that are looked at; more support than before is no change.

    Args:
        then: the UUIDs of those counted, each with its reports.
        now: the same today, at least of the cases looked at.
        looked_at: the UUIDs of the cases that may differ.
    """
    looked = sorted(set(looked_at))
    return Shift(
        tuple(one for one in looked if one in now and one not in then),
        tuple(one for one in looked if one in then and one not in now),
        tuple(one for one in looked if one in then and one in now and not set(then[one]) <= set(now[one])),
    )
