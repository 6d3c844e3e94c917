"""What a case shows: from its reports and decisions, on any day, by rule alone.

Derived rows, forms, lists and briefings all read the one function here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casefiles.domain import grading, kinds
from casefiles.domain.catalogue import FIELDS, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds import Value
from casefiles.domain.records import CaseKind, CaseRecords, Claim, Decision, Grade, Hold, Membership, Verdict
from casefiles.domain.span import ONE, Span
from casefiles.domain.speakers import ConfirmingBody
from casefiles.domain.status_rule import DerivedStatus, derive_status
from casefiles.domain.voices import SaidOrder, confirms, count_voices, said_order


@dataclass(frozen=True)
class Version:
    """One of the differing values of a field, with the reports that give it."""

    value: Value
    text: str
    claims: tuple[Claim, ...]

    @property
    def sources(self) -> int:
        """Count the sources that give it."""
        return count_sources(self.claims)


@dataclass(frozen=True)
class ShownField:
    """The value in use of one field, and what stands beside it.

    Attributes:
        supporting: the reports that give all of the value in use, and not only a part of it.
        voices: how many independent sources those are.
    """

    field: Field
    claim: Claim
    text: str
    certainty: Certainty
    versions: tuple[Version, ...]
    supporting: tuple[Claim, ...]
    voices: int
    chosen: Decision | None = None

    @property
    def value(self) -> Value:
        """Return the value in use."""
        return self.claim.value

    @property
    def sources(self) -> int:
        """Count the sources that give the value in use, or a part of it."""
        return self.versions[0].sources


@dataclass(frozen=True)
class Judged:
    """A report and what became of it by decision.

    Attributes:
        is_alone: it is graded as confirmed by others, and only one independent source says so now.
    """

    claim: Claim
    standing: bool
    decision: Decision | None = None
    is_alone: bool = False


@dataclass(frozen=True)
class ShownCase:
    """A case as it stands on a day."""

    records: CaseRecords
    heading: str
    named: bool
    native_name: str
    fields: dict[str, ShownField]
    names: tuple[Claim, ...]
    nationalities: tuple[Claim, ...]
    status: DerivedStatus
    judged: tuple[Judged, ...]
    size: Span
    people: Span
    sources: int
    independent: int
    last_change: str
    choices: dict[str, Decision]
    hold: Hold | None = None

    @property
    def chosen(self) -> set[str]:
        """Return the UUIDs of the reports that an officer chose and that are still in force."""
        return {decision.target for decision in self.choices.values()}

    @property
    def versions(self) -> int:
        """Count the fields whose standing reports differ and nobody has chosen between."""
        return sum(1 for shown in self.fields.values() if shown.certainty is Certainty.DISPUTED)

    @property
    def happened(self) -> PartialDate | None:
        """Return when the event of the current status happened, as far as it is known."""
        return self.status.happened


def show_case(records: CaseRecords, bodies: Sequence[ConfirmingBody] = (), learned: date | None = None) -> ShownCase:
    """Work out what a case shows.

    Args:
        records: everything recorded of it.
        bodies: the bodies able to confirm.
        learned: use only what had been learned and decided by this day; None for everything.
    """
    known = known_by(records, learned.isoformat()) if learned else records
    known = replace(known, claims=_graded(known))
    judged = tuple(_judge(claim, known.decisions) for claim in known.claims)
    standing = sorted((one.claim for one in judged if one.standing), key=lambda claim: claim.number)
    chosen = _choices(known.decisions, known.claims, standing)
    by_field = {field.key: [claim for claim in standing if claim.field == field.key] for field in FIELDS}
    fields = {
        field.key: _show_field(field, claims, chosen.get(field.key), bodies)
        for field in FIELDS
        if not field.many and (claims := by_field[field.key])
    }
    status_choice = chosen.get("status")
    size = _size(known, fields)
    names = _in_use_first(by_field["name"], chosen.get("name"))
    return ShownCase(
        records=known,
        heading=_heading(known, names, size),
        named=bool(names),
        native_name=_native(names),
        fields=fields,
        names=tuple(names),
        nationalities=tuple(_chosen_first(by_field["nationality"], chosen.get("nationality"))),
        status=derive_status(by_field["status"], bodies, status_choice.target if status_choice else ""),
        judged=tuple(_alone(one, standing, bodies) for one in judged),
        size=size,
        people=size.less(len(known.members)),
        sources=count_sources(standing),
        independent=count_voices(standing, bodies),
        last_change=_last_change(known),
        choices=chosen,
        hold=next((hold for hold in known.holds if hold.is_on(None)), None),
    )


def count_sources(claims: Iterable[Claim]) -> int:
    """Count the different sources behind some reports."""
    return len({claim.source.uuid for claim in claims if claim.source})


def value_certainty(claims: Sequence[Claim], bodies: Sequence[ConfirmingBody]) -> Certainty:
    """Return how sure a value is that these reports agree on."""
    if any(confirms(claim, bodies) for claim in claims):
        return Certainty.CONFIRMED
    return Certainty.DESK if all(claim.is_desk_entry for claim in claims) else Certainty.REPORTED


def known_by(records: CaseRecords, day: str) -> CaseRecords:
    """Return what of a case had been learned and decided by a day (ISO)."""

    def joined(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
        return tuple(member for member in memberships if member.since <= day)

    return replace(
        records,
        claims=tuple(claim for claim in records.claims if claim.learned_on <= day),
        decisions=tuple(decision for decision in records.decisions if decision.effective_on <= day),
        grades=tuple(grade for grade in records.grades if grade.effective_on <= day),
        members=joined(records.members),
        member_of=joined(records.member_of),
        holds=tuple(_held_by(hold, day) for hold in records.holds if hold.since <= day),
    )


def _held_by(hold: Hold, day: str) -> Hold:
    """Return a hold as it was known by a day: not lifted, where that came later."""
    return replace(hold, lifted_on="") if hold.lifted_on > day else hold


def _graded(records: CaseRecords) -> tuple[Claim, ...]:
    """Give each report the latest grade that is in effect."""
    latest = {grade.claim: grade.credibility for grade in sorted(records.grades, key=_in_effect_order)}
    return tuple(
        replace(claim, credibility=latest[claim.uuid]) if claim.uuid in latest else claim for claim in records.claims
    )


def _alone(one: Judged, standing: Sequence[Claim], bodies: Sequence[ConfirmingBody]) -> Judged:
    is_confirmed = one.claim.credibility == grading.CONFIRMED
    return replace(one, is_alone=True) if is_confirmed and grading.is_alone(one.claim, standing, bodies) else one


_JUDGING = frozenset({Verdict.ACCEPT, Verdict.SET_ASIDE, Verdict.REPLACE})


def _judge(claim: Claim, decisions: Sequence[Decision]) -> Judged:
    verdicts = [decision for decision in decisions if decision.target == claim.uuid and decision.verdict in _JUDGING]
    last = max(verdicts, key=_in_effect_order, default=None)
    return Judged(claim, last is None or last.verdict is Verdict.ACCEPT, last)


def _in_effect_order(judgement: Decision | Grade) -> tuple[str, int]:
    return judgement.effective_on, judgement.number


def _choices(decisions: Sequence[Decision], claims: Sequence[Claim], standing: Sequence[Claim]) -> dict[str, Decision]:
    """Return the last choice for each field whose target still stands, and that nobody has let go since."""
    field_of = {claim.uuid: claim.field for claim in claims}
    can_be_used = {claim.uuid for claim in standing}
    chosen: dict[str, Decision] = {}
    for decision in sorted(decisions, key=_in_effect_order):
        if decision.verdict is Verdict.USE and decision.target in can_be_used:
            chosen[field_of[decision.target]] = decision
        elif decision.verdict is Verdict.LET_GO:
            chosen.pop(field_of.get(decision.target, ""), None)
    return chosen


def _show_field(
    field: Field, claims: Sequence[Claim], chosen: Decision | None, bodies: Sequence[ConfirmingBody]
) -> ShownField:
    best = next((claim for claim in claims if chosen and claim.uuid == chosen.target), None)
    saying = [claim for claim in claims if claim.value not in kinds.SAYING_NOTHING] or list(claims)
    if best is None:
        leader = max(saying, key=lambda claim: _weight(claim, bodies))
        agreeing = [claim for claim in saying if field.kind.agrees(leader.value, claim.value)]
        best = max(agreeing, key=lambda claim: (field.kind.detail(claim.value), _weight(claim, bodies)))
    versions = _versions(field, [best, *(claim for claim in saying if claim is not best)])
    supporting = _supporting(field, best, versions[0].claims)
    certainty = value_certainty(supporting, bodies)
    if len(versions) > 1 and chosen is None:
        certainty = Certainty.DISPUTED
    return ShownField(
        field,
        best,
        field.kind.show(best.value),
        certainty,
        versions,
        supporting,
        count_voices(supporting, bodies),
        chosen,
    )


def _supporting(field: Field, best: Claim, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Leave out those who said less than is shown: who confirms the state does not confirm the village."""
    return tuple(claim for claim in claims if field.kind.bears_out(claim.value, best.value))


def _weight(claim: Claim, bodies: Sequence[ConfirmingBody]) -> tuple[bool, bool, SaidOrder, tuple[int, int], int]:
    return (
        confirms(claim, bodies),
        not claim.is_desk_entry,
        said_order(claim),
        grading.weight(claim),
        claim.number,
    )


def _versions(field: Field, claims: Sequence[Claim]) -> tuple[Version, ...]:
    """Gather reports that agree, the one in use first."""
    gathered: list[list[Claim]] = []
    for claim in claims:
        for together in gathered:
            if all(field.kind.agrees(other.value, claim.value) for other in together):
                together.append(claim)
                break
        else:
            gathered.append([claim])
    return tuple(
        Version(fullest.value, field.kind.show(fullest.value), tuple(together))
        for together in gathered
        for fullest in [
            together[0] if together is gathered[0] else max(together, key=lambda c: field.kind.detail(c.value))
        ]
    )


def _in_use_first(names: Sequence[Claim], chosen: Decision | None) -> list[Claim]:
    def rank(claim: Claim) -> tuple[bool, bool, int]:
        is_chosen = chosen is not None and claim.uuid == chosen.target
        return (not is_chosen, claim.value.get("kind") != "display", claim.number)

    return sorted((claim for claim in names if not kinds.is_blank(claim.value)), key=rank)


def _chosen_first(claims: Sequence[Claim], chosen: Decision | None) -> list[Claim]:
    return sorted(claims, key=lambda claim: chosen is None or claim.uuid != chosen.target)


def _last_change(records: CaseRecords) -> str:
    entered = [one.entered_at for part in (records.claims, records.decisions, records.grades) for one in part]
    return max([records.entered_at, *entered])


def _heading(records: CaseRecords, names: Sequence[Claim], size: Span) -> str:
    if names:
        return str(names[0].value["text"])
    if records.kind is CaseKind.GROUP:
        return f"{size.people()} not named"
    return "Not named"


def _native(names: Sequence[Claim]) -> str:
    native = [claim for claim in names[1:] if claim.value.get("kind") == "native"]
    return str(native[0].value["text"]) if native else ""


def _size(records: CaseRecords, fields: dict[str, ShownField]) -> Span:
    shown = fields.get("size")
    told = kinds.bounds(shown.value) if shown and records.kind is CaseKind.GROUP else None
    return Span(*told) if told else ONE
