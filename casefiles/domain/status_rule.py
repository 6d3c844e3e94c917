"""Which status stands, and how sure it is: the rule of the codebook, in one place.

The wording that is shown and printed is `RULE`; the code below does what it says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casefiles.domain import grading, kinds
from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate
from casefiles.domain.records import Claim
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status import STATUSES, Group, Status, follows, says_less
from casefiles.domain.voices import SaidOrder, confirms, said, said_order, voice_key


class Line(StrEnum):
    """The lines of the rule, as they are shown and printed."""

    PINNED = "A status that an officer has chosen, with a reason, stands."
    LAST_WORD = "Otherwise each voice counts with the last thing it said; what it said on one day counts together."
    VOICE = "A voice is the last speaker who is not the press; a paper speaking for itself is its own voice."
    COPY = "Papers that print the same copy are one voice."
    HISTORY = "A report of something that came earlier, and that the other may follow, is history."
    EITHER = "If either can have come first, the one said first did."
    STATE = (
        "A state such as missing, told without a day, holds on the day it is told, against all that was said before."
    )
    REMAINS = "After a death, a release, evacuation or repatriation concerns the remains."
    WEIGHT = "Of the rest, bodies able to confirm come first, then sourced ones, the last said, the better graded."
    DISPUTE = "The status is disputed when another of the rest cannot also be true, in whichever order."
    SAYS_LESS = "Not known stands against nothing, and presumed dead against no other report of the death."


RULE = tuple(line.value for line in Line)


@dataclass(frozen=True)
class StatusReport:
    """A status claim with what the rule asks of it worked out once."""

    claim: Claim
    status: Status
    voice: str
    confirms: bool
    said: PartialDate | None
    order: SaidOrder
    happened: PartialDate | None

    @property
    def weight(self) -> tuple[bool, bool, SaidOrder, tuple[int, int], int]:
        """Rank reports that are left: able to confirm, sourced, said last, better graded, entered last."""
        return (self.confirms, not self.claim.is_desk_entry, self.order, grading.weight(self.claim), self.claim.number)

    @property
    def turn(self) -> tuple[SaidOrder, bool, bool, tuple[int, int], int]:
        """Rank reports by when they were said; of one day, the weightier is taken for the later word."""
        confirms, is_sourced, order, grade, number = self.weight
        return (order, confirms, is_sourced, grade, number)


@dataclass(frozen=True)
class DerivedStatus:
    """The status that stands, and what became of every other report.

    Attributes:
        disputing: left beside the current one, and not to be true with it.
        overruled: the same, where an officer has chosen between them.
        agreeing: left beside it, with the same status.
        history: what came before it.
        remains: what happened to the body.
        earlier_word: what a voice said before its last word.
        chosen: an officer chose the current one.
    """

    current: StatusReport | None = None
    certainty: Certainty = Certainty.DESK
    disputing: tuple[StatusReport, ...] = ()
    agreeing: tuple[StatusReport, ...] = ()
    history: tuple[StatusReport, ...] = ()
    remains: tuple[StatusReport, ...] = ()
    earlier_word: tuple[StatusReport, ...] = ()
    chosen: bool = False
    overruled: tuple[StatusReport, ...] = ()

    @property
    def group(self) -> Group:
        """Return what the status amounts to."""
        return self.current.status.group if self.current else Group.NOT_KNOWN

    @property
    def voices(self) -> int:
        """Count the independent sources that give the current status."""
        same = [self.current, *self.agreeing] if self.current else []
        return len({report.voice for report in same if not report.claim.is_desk_entry})

    @property
    def happened(self) -> PartialDate | None:
        """Return the day of the event, by the weightiest report of it that gives one."""
        if self.current is None:
            return None
        same = [one for one in (*self.agreeing, *self.earlier_word) if one.status == self.current.status]
        ordered = [self.current, *sorted(same, key=lambda one: one.weight, reverse=True)]
        return next((one.happened for one in ordered if one.happened), None)


def derive_status(claims: Sequence[Claim], bodies: Sequence[ConfirmingBody] = (), chosen: str = "") -> DerivedStatus:
    """Apply the rule to the accepted status claims of one case.

    Args:
        claims: accepted, of the field "status"; those with a blank for a value say nothing here.
        bodies: the bodies able to confirm.
        chosen: the uuid of the claim an officer chose, if any.
    """
    reports = [_report(claim, bodies) for claim in claims if not kinds.is_blank(claim.value)]
    pinned = next((report for report in reports if report.claim.uuid == chosen), None)
    said_by: dict[str, list[StatusReport]] = defaultdict(list)
    for report in reports:
        said_by[report.voice].append(report)
    last_word, earlier_word = _split(
        reports, lambda one: not any(_takes_back(other, one) for other in said_by[one.voice])
    )
    rest, remains = _split(last_word, lambda one: not any(_is_of_remains(one, other) for other in last_word))
    left, history = _split(rest, lambda one: not any(_comes_before(one, other) for other in rest))
    if not left:  # dates that contradict each other in a circle order nothing
        left, history = rest, []
    current = pinned or max(left, key=lambda one: one.weight, default=None)
    if current is None:
        return DerivedStatus()
    others = sorted((one for one in left if one is not current), key=lambda one: one.weight, reverse=True)
    agreeing, against = _split(others, lambda one: one.status == current.status)
    parts = DerivedStatus(
        current,
        _certainty([current, *agreeing]),
        agreeing=tuple(agreeing),
        history=_without(current, history),
        remains=_without(current, remains),
        earlier_word=_without(current, earlier_word),
        chosen=pinned is not None,
    )
    if pinned:
        return replace(parts, overruled=tuple(against))
    return replace(parts, disputing=tuple(against), certainty=Certainty.DISPUTED) if against else parts


def _report(claim: Claim, bodies: Sequence[ConfirmingBody]) -> StatusReport:
    day = claim.value.get("date")
    return StatusReport(
        claim,
        STATUSES[claim.value["status"]],
        voice_key(claim, bodies),
        confirms(claim, bodies),
        said(claim),
        said_order(claim),
        PartialDate.parse_edtf(day) if day else None,
    )


def _takes_back(later: StatusReport, one: StatusReport) -> bool:
    """Tell whether one voice said one thing, and later another; on one day, only what cannot be true beside it."""
    if later is one or later.turn <= one.turn:
        return False
    if _is_of_remains(later, one) or _is_of_remains(one, later):
        return False
    return later.order > one.order or not _both_can_be_true(later, one)


def _is_of_remains(one: StatusReport, death: StatusReport) -> bool:
    if not one.status.remains or death.status.group is not Group.DEAD:
        return False
    return _can_precede(death, one) and not (_can_lead_to(one, death) and one.turn < death.turn)


def _comes_before(one: StatusReport, other: StatusReport) -> bool:
    """Tell whether one is the earlier, or only says less; where either could be, what was said earlier is."""
    if says_less(one.status.key, other.status.key):
        return True
    if not _can_lead_to(one, other):
        return False
    return not _can_lead_to(other, one) or one.turn < other.turn


def _both_can_be_true(one: StatusReport, other: StatusReport) -> bool:
    return one.status == other.status or _comes_before(one, other) or _comes_before(other, one)


def _can_lead_to(one: StatusReport, other: StatusReport) -> bool:
    return one.status != other.status and follows(one.status.key, other.status.key) and _can_precede(one, other)


def _can_precede(one: StatusReport, other: StatusReport) -> bool:
    return _first_day(one, other) <= _last_day(other)


def _first_day(one: StatusReport, other: StatusReport) -> date:
    """Return the first day one can have been, seen from the other."""
    if one.happened is not None:
        return one.happened.earliest or date.min
    holds_when_said = one.status.lasting and one.order > other.order
    return (one.said.earliest if holds_when_said and one.said else None) or date.min


def _last_day(one: StatusReport) -> date:
    """Return the last day it can have been: what has happened is over when it is said."""
    said_by = (one.said.latest if one.said else None) or date.max
    if one.happened is None:
        return said_by
    latest = one.happened.latest or date.max
    return min(latest, max(said_by, one.happened.earliest or date.min))


def _certainty(reports: Iterable[StatusReport]) -> Certainty:
    if any(report.confirms for report in reports):
        return Certainty.CONFIRMED
    if any(not report.claim.is_desk_entry for report in reports):
        return Certainty.REPORTED
    return Certainty.DESK


def _split(
    reports: Sequence[StatusReport], keep: Callable[[StatusReport], bool]
) -> tuple[list[StatusReport], list[StatusReport]]:
    kept: list[StatusReport] = []
    rest: list[StatusReport] = []
    for report in reports:
        (kept if keep(report) else rest).append(report)
    return kept, rest


def _without(current: StatusReport, reports: Iterable[StatusReport]) -> tuple[StatusReport, ...]:
    return tuple(report for report in reports if report is not current)
