"""The facts of a dossier: everything the casebook holds of a person that is printed."""

from __future__ import annotations

from casefiles.briefing.facts import Field, Member, PersonFacts, Report, TimelineRow, Value
from casefiles.domain import kinds
from casefiles.domain.catalogue import BY_KEY, In, fields_in
from casefiles.domain.dates import PartialDate
from casefiles.domain.records import CaseKind, Role, Verdict
from casefiles.domain.refs import show_ref
from casefiles.domain.shown import Judged, ShownCase
from casefiles.domain.span import Span
from casefiles.domain.status import STATUSES
from casefiles.storage import holding, past
from casefiles.workspace import list_words, wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.endnotes import Endnotes, remainder
from casefiles.workspace.shown_cases import situation_names, these_cases

_VERDICTS = {Verdict.SET_ASIDE: "Set aside", Verdict.REPLACE: "Replaced"}


def person_facts(desk: Desk, case: ShownCase, endnotes: Endnotes) -> PersonFacts:
    """Return what a dossier prints of a case."""
    records = case.records
    is_group = records.kind is CaseKind.GROUP
    return PersonFacts(
        ref=show_ref(records.ref),
        name=case.heading,
        status=endnotes.status(case),
        kind="group" if is_group else "person",
        size=case.size.people() if is_group else "",
        native_names=tuple(endnotes.name(claim) for claim in case.names[1:]),
        fields=(*_name(case, endnotes), *_situations(desk, case, endnotes), *_fields(case, endnotes)),
        timeline=tuple(_timeline_row(one, endnotes) for one in _dated(case)),
        reports=tuple(_report(one, case, endnotes) for one in case.judged if _is_printed(one)),
        members=_members(desk, case, endnotes),
        remainder=remainder(case) if is_group else "",
    )


def _name(case: ShownCase, endnotes: Endnotes) -> tuple[Field, ...]:
    if not case.named:
        return ()
    return (Field(BY_KEY["name"].section.value, BY_KEY["name"].label, endnotes.heading(case)),)


def _situations(desk: Desk, case: ShownCase, endnotes: Endnotes) -> tuple[Field, ...]:
    names = situation_names(desk, endnotes.moment)
    mine = [names[uuid] for uuid in case.records.situations if uuid in names]
    return (Field(BY_KEY["name"].section.value, "Situation", Value("; ".join(mine))),) if mine else ()


def _fields(case: ShownCase, endnotes: Endnotes) -> list[Field]:
    printed = []
    for field in fields_in(In.PRINT):
        if field.key in case.fields:
            printed.append(Field(field.section.value, field.label, endnotes.value(case.fields[field.key])))
        elif field.key == "nationality":
            printed += [
                Field(field.section.value, field.label, endnotes.report(claim, field.kind.show(claim.value)))
                for claim in case.nationalities
            ]
    return printed


def _dated(case: ShownCase) -> list[Judged]:
    """Return the standing status reports, oldest event first; those without a date last."""
    standing = [one for one in case.judged if one.claim.field == "status" and one.standing]
    reports = [one for one in standing if not kinds.is_blank(one.claim.value)]

    def order(one: Judged) -> tuple[bool, str, int]:
        text = one.claim.value.get("date", "")
        day = PartialDate.parse_edtf(text).sort_key[0].isoformat() if text else ""
        return (not text, day, one.claim.number)

    return sorted(reports, key=order)


def _timeline_row(one: Judged, endnotes: Endnotes) -> TimelineRow:
    value = one.claim.value
    what = ", ".join(filter(None, (STATUSES[value["status"]].label, value.get("cause", ""))))
    said = list_words.say_day(one.claim.said_on)
    return TimelineRow(
        date=list_words.say_day(value.get("date", "")) or "date not known",
        what=endnotes.report(one.claim, what, [Role.VALUE, Role.DATE, Role.PLACE, Role.CAUSE]),
        place=value.get("place", ""),
        speaker=", ".join(filter(None, (wording.speaker_of(one.claim), said))),
    )


def _report(one: Judged, case: ShownCase, endnotes: Endnotes) -> Report:
    field = BY_KEY[one.claim.field]
    in_use = one.claim.uuid in _in_use(case)
    undone = "" if one.standing or one.decision is None else _VERDICTS[one.decision.verdict]
    return Report(
        field=field.label,
        value=endnotes.report(one.claim, wording.report_text(field, one.claim)),
        speaker=wording.speaker_of(one.claim),
        said_on=list_words.say_day(one.claim.said_on),
        verdict="We use this" if in_use else undone,
        reason=one.decision.reason if one.decision and not one.standing else "",
        grade=wording.grade(one.claim, is_alone=one.is_alone),
    )


def _in_use(case: ShownCase) -> set[str]:
    used = [*(view.claim for view in case.fields.values()), *case.names[:1], *case.nationalities[:1]]
    current = case.status.current
    return {claim.uuid for claim in (*used, *([current.claim] if current else ()))}


def _is_printed(one: Judged) -> bool:
    """Leave out what the desk typed over itself; its history keeps that."""
    return In.PRINT in BY_KEY[one.claim.field].views and (one.standing or not one.claim.is_desk_entry)


def _members(desk: Desk, case: ShownCase, endnotes: Endnotes) -> tuple[Member, ...]:
    database, moment = desk.book.database, endnotes.moment
    known = past.keys_of(database, [member.person for member in case.records.members])
    shown = these_cases(desk, known.values(), moment)
    held = shown.keys() & holding.held_cases(database) | {key for key, one in shown.items() if one.hold}
    by_uuid = {one.records.uuid: one for key, one in shown.items() if key not in held}
    endnotes.named.update(dict.fromkeys(by_uuid))
    named = tuple(
        Member(show_ref(one.records.ref), one.heading, list_words.say_day(member.since))
        for member in case.records.members
        if (one := by_uuid.get(member.person))
    )
    return (*named, Member("", f"Held back: {Span(len(held), len(held)).people()}")) if held else named
