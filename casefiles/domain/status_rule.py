"""Which status stands, and how sure it is: the rule of the codebook, in one place.

The wording that is shown and printed is `RULE`; the code below does what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate
from casefiles.domain.records import Claim
from casefiles.domain.speakers import ConfirmingBody, voice
from casefiles.domain.status import STATUSES, Group, Status, follows

RULE = (
    "A status that an officer has chosen, with a reason, stands.",
    "Otherwise each voice counts once, with the last thing it said.",
    "A voice is the last speaker who is not the press; a paper speaking for itself is its own voice.",
    "A report of something that came earlier, and that the other may follow, is history.",
    "Of what is left, bodies able to confirm come first, then what was said last.",
    "The status is disputed when another report that is left cannot also be true, in whichever order.",
    "After a death, a release, evacuation or repatriation concerns the remains.",
)


SaidOrder: TypeAlias = tuple[tuple[date, date, str], int]
_NEVER = (date.min, date.min, "")


@dataclass(frozen=True)
class StatusReport:
    """A status claim with what the rule asks of it worked out once."""

    claim: Claim
    status: Status
    voice: str
    confirms: bool
    said: PartialDate | None
    moment: PartialDate | None

    @property
    def order(self) -> tuple[bool, bool, SaidOrder]:
        """Rank reports that are left: able to confirm, sourced, said last, entered last."""
        return (self.confirms, not self.claim.is_desk_entry, said_order(self.claim))


@dataclass(frozen=True)
class DerivedStatus:
    """The status that stands, and what became of every other report."""

    current: StatusReport | None = None
    certainty: Certainty = Certainty.DESK
    disputing: tuple[StatusReport, ...] = ()
    agreeing: tuple[StatusReport, ...] = ()
    history: tuple[StatusReport, ...] = ()
    remains: tuple[StatusReport, ...] = ()
    earlier_word: tuple[StatusReport, ...] = ()
    chosen: bool = False
    why: tuple[str, ...] = field(default=())

    @property
    def group(self) -> Group:
        """Return what the status amounts to."""
        return self.current.status.group if self.current else Group.NOT_KNOWN


def derive_status(claims: Sequence[Claim], bodies: Sequence[ConfirmingBody] = (), chosen: str = "") -> DerivedStatus:
    """Apply the rule to the accepted status claims of one case.

    Args:
        claims: accepted, of the field "status", with a status as their value.
        bodies: the bodies able to confirm.
        chosen: the uuid of the claim an officer chose, if any.
    """
    reports = [_report(claim, bodies) for claim in claims]
    last_word, earlier_word = _split(reports, lambda one: not _said_later_by_same_voice(one, reports))
    alive_or_dead, remains = _split(last_word, lambda one: not _concerns_remains(one, last_word))
    left, history = _split(alive_or_dead, lambda one: not _is_history(one, alive_or_dead))
    pinned = next((report for report in reports if report.claim.uuid == chosen), None)
    current = pinned or max(left or alive_or_dead or reports, key=lambda one: one.order, default=None)
    if current is None:
        return DerivedStatus()
    others = [report for report in left if report is not current]
    disputing = [] if pinned else [other for other in others if not _both_can_be_true(current, other)]
    agreeing = [other for other in others if other.status == current.status]
    certainty = Certainty.DISPUTED if disputing else _certainty([current, *agreeing])
    return DerivedStatus(
        current,
        certainty,
        tuple(sorted(disputing, key=lambda one: one.order, reverse=True)),
        tuple(agreeing),
        tuple(history),
        tuple(remains),
        tuple(earlier_word),
        pinned is not None,
    )


def _report(claim: Claim, bodies: Sequence[ConfirmingBody]) -> StatusReport:
    speaker = voice(claim.speakers)
    status = STATUSES[claim.value["status"]]
    day = said(claim)
    on = (day.latest or day.earliest) if day else None
    confirms = speaker is not None and any(body.spoke(speaker.name, on) for body in bodies)
    return StatusReport(claim, status, _voice_key(claim), confirms, day, _moment(claim, status, day))


def _voice_key(claim: Claim) -> str:
    speaker = voice(claim.speakers)
    if speaker is not None:
        return " ".join(speaker.name.casefold().split())
    if claim.speakers:
        return " ".join(claim.speakers[-1].name.casefold().split())
    if claim.source is not None:
        return claim.source.publisher.casefold() or claim.source.voice_key
    return f"desk {claim.entered_by}"


def said(claim: Claim) -> PartialDate | None:
    """Return when a report was said: as stated, or else when its source came out, or when we learned of it."""
    text = claim.said_on or (claim.source.published_on if claim.source else "") or claim.learned_on
    return PartialDate.parse_edtf(text) if text else None


def said_order(claim: Claim) -> SaidOrder:
    """Return what sorts reports by when they were said, then by entry."""
    day = said(claim)
    return (day.sort_key if day else _NEVER, claim.number)


def _moment(claim: Claim, status: Status, day: PartialDate | None) -> PartialDate | None:
    """Return when the reported thing can have been: its own date, or what the day of saying allows."""
    happened = PartialDate.parse_edtf(claim.value["date"]) if claim.value.get("date") else None
    if happened is not None and happened.latest is not None:
        return happened
    if day is None or day.latest is None:
        return happened
    if status.lasting:
        return day
    return PartialDate.parse_edtf(f"../{day.latest.isoformat()}") if happened is None else happened


def _said_later_by_same_voice(one: StatusReport, all_reports: Sequence[StatusReport]) -> bool:
    return any(
        other.voice == one.voice and said_order(other.claim) > said_order(one.claim) and _replaces_own_word(one, other)
        for other in all_reports
    )


def _replaces_own_word(one: StatusReport, later: StatusReport) -> bool:
    return not (later.status.remains and one.status.group is Group.DEAD)


def _concerns_remains(one: StatusReport, reports: Sequence[StatusReport]) -> bool:
    return one.status.remains and any(
        other.status.group is Group.DEAD and _can_precede(other, one) for other in reports
    )


def _is_history(one: StatusReport, reports: Sequence[StatusReport]) -> bool:
    return any(_comes_before(one, other) for other in reports)


def _comes_before(one: StatusReport, other: StatusReport) -> bool:
    """Tell whether one is the earlier; where either could be, what was said earlier is."""
    if not _can_lead_to(one, other):
        return False
    return not _can_lead_to(other, one) or said_order(one.claim) < said_order(other.claim)


def _can_lead_to(one: StatusReport, other: StatusReport) -> bool:
    return one.status != other.status and follows(one.status.key, other.status.key) and _can_precede(one, other)


def _can_precede(one: StatusReport, other: StatusReport) -> bool:
    if one.moment is None or other.moment is None:
        return True
    return one.moment.can_precede(other.moment)


def _both_can_be_true(one: StatusReport, other: StatusReport) -> bool:
    return one.status == other.status or _can_lead_to(one, other) or _can_lead_to(other, one)


def _certainty(reports: Sequence[StatusReport]) -> Certainty:
    if any(report.confirms for report in reports):
        return Certainty.CONFIRMED
    if any(not report.claim.is_desk_entry for report in reports):
        return Certainty.REPORTED
    return Certainty.DESK


def day_of(claim: Claim) -> date | None:
    """Return the earliest day a status claim's event can have been, for order in a timeline."""
    if not claim.value.get("date"):
        return None
    happened = PartialDate.parse_edtf(claim.value["date"])
    return happened.earliest or happened.latest


def _split(
    reports: Sequence[StatusReport], keep: Callable[[StatusReport], bool]
) -> tuple[list[StatusReport], list[StatusReport]]:
    kept = [report for report in reports if keep(report)]
    return kept, [report for report in reports if report not in kept]
