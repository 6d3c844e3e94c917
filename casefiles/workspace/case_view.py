"""A case as its page shows it, made from what the rules say it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from casefiles.domain import grading, kinds
from casefiles.domain.catalogue import BY_KEY, FIELDS, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds import PaperKind
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind, Claim, Membership, Passage, Verdict
from casefiles.domain.refs import show_ref, show_source_ref
from casefiles.domain.shown import Judged, ShownCase, ShownField, count_sources, value_certainty
from casefiles.domain.status import STATUSES
from casefiles.domain.status_argument import deciding, part_of
from casefiles.domain.status_rule import RULE
from casefiles.domain.voices import count_voices, said
from casefiles.storage import past
from casefiles.workspace import list_words, wording
from casefiles.workspace.desk import Desk, say_stamp
from casefiles.workspace.holds import hold_view
from casefiles.workspace.moments import entered_later
from casefiles.workspace.shown_cases import bodies_at, cases_by_uuid, situation_names
from casefiles.workspace.views import (
    Argument,
    CaseView,
    FieldView,
    Other,
    Pin,
    QuoteView,
    ReportView,
    TimelineLine,
    VersionView,
)

_STATES: dict[Verdict, str] = {Verdict.SET_ASIDE: "Set aside", Verdict.REPLACE: "Replaced"}


def case_view(desk: Desk, case_id: int, shown: ShownCase, moment: Moment = NOW) -> CaseView:
    """Put a case into words as it is shown at a moment."""
    return _Words(desk, case_id, shown, moment).view()


class _Words:
    def __init__(self, desk: Desk, case_id: int, shown: ShownCase, moment: Moment) -> None:
        self._desk = desk
        self._moment = moment
        self._id = case_id
        self._shown = shown
        self._source_ids = past.keys_of(desk.book.database, _sources(shown))
        self._bodies = bodies_at(desk, moment)
        self._zone = desk.zone()
        self._in_use = _claims_in_use(shown)
        self._reports = {one.claim.uuid: self._report(one) for one in shown.judged}

    def view(self) -> CaseView:
        """Return the view."""
        shown, records = self._shown, self._shown.records
        return CaseView(
            id=self._id,
            uuid=records.uuid,
            ref=show_ref(records.ref),
            is_group=records.kind is CaseKind.GROUP,
            heading=shown.heading,
            native_name=shown.native_name,
            named=shown.named,
            pill=wording.pill(shown.status),
            why=RULE,
            subtitle=self._subtitle(),
            date=self._date(),
            fields=tuple(self._field(field) for field in FIELDS),
            names=tuple(self._reports[claim.uuid] for claim in shown.names),
            timeline=self._timeline(),
            reports=tuple(self._reports[one.claim.uuid] for one in shown.judged),
            quotes=tuple(quote for report in self._reports.values() if report.standing for quote in report.quotes),
            situations=self._situations(),
            members=self._others(records.members, of_group=True),
            member_of=self._others(records.member_of, of_group=False),
            size=shown.size,
            people=shown.people,
            sources=shown.sources,
            last_change=self._desk.at(shown.last_change),
            voices=shown.independent,
            moment=self._moment,
            argument=self._argument(),
            hold=hold_view(self._desk, shown.hold),
        )

    def _field(self, field: Field) -> FieldView:
        standing = tuple(
            self._reports[one.claim.uuid] for one in self._shown.judged if one.standing and one.claim.field == field.key
        )
        if field.key in self._shown.fields:
            return self._shown_field(field, self._shown.fields[field.key], standing)
        return self._field_of_many(field, standing)

    def _field_of_many(self, field: Field, standing: tuple[ReportView, ...]) -> FieldView:
        all_texts = "; ".join(one.text for one in standing)
        claim = _first_of_many(self._shown, field)
        if claim is None:
            seen = standing[0].claim if standing else ""
            return FieldView(field, all_texts, all_texts, hint=field.kind.example, reports=standing, seen=seen)
        text = self._reports[claim.uuid].text
        supporting = self._supporting(field, claim)
        is_status = field.key == "status"
        certainty = self._shown.status.certainty if is_status else value_certainty(supporting, self._bodies)
        return FieldView(
            field,
            text=text if field.key in {"name", "status"} else all_texts,
            typed=field.kind.show(claim.value),
            hint=field.kind.example,
            certainty=certainty,
            sources=count_sources(supporting),
            note=_note(field, certainty, supporting),
            reports=standing,
            seen=claim.uuid,
            voices=self._shown.status.voices if is_status else count_voices(supporting, self._bodies),
        )

    def _supporting(self, field: Field, claim: Claim) -> list[Claim]:
        if field.key == "status":
            return [report.claim for report in (self._shown.status.current, *self._shown.status.agreeing) if report]
        claims = [one.claim for one in self._shown.judged if one.standing and one.claim.field == field.key]
        return [one for one in claims if field.kind.show(one.value) == field.kind.show(claim.value)]

    def _shown_field(self, field: Field, shown: ShownField, standing: tuple[ReportView, ...]) -> FieldView:
        versions = tuple(
            VersionView(
                version.text,
                tuple(self._reports[claim.uuid] for claim in version.claims),
                version is shown.versions[0],
            )
            for version in shown.versions
        )
        is_paper = isinstance(field.kind, PaperKind) and not kinds.is_blank(shown.value)
        return FieldView(
            field,
            text=shown.text,
            typed=shown.text,
            masked=kinds.masked(shown.text) if is_paper else "",
            hint=_edtf_hint(field, shown) or field.kind.example,
            certainty=shown.certainty,
            sources=shown.sources,
            note=_note(field, value_certainty(shown.supporting, self._bodies), shown.supporting),
            versions=versions,
            reports=standing,
            seen=shown.claim.uuid,
            voices=shown.voices,
        )

    def _report(self, judged: Judged) -> ReportView:
        claim, decision = judged.claim, judged.decision
        field = BY_KEY[claim.field]
        in_use = claim.uuid in self._in_use
        state = "We use this" if in_use else "" if judged.standing or decision is None else _STATES[decision.verdict]
        return ReportView(
            claim=claim.uuid,
            field=field.key,
            label=field.label,
            text=wording.report_text(field, claim),
            wording=claim.wording,
            speakers=wording.speaker_of(claim),
            said=list_words.say_day(claim.said_on),
            learned=list_words.say_day(claim.learned_on),
            certainty=value_certainty([claim], self._bodies),
            source_id=self._source_ids.get(claim.source.uuid) if claim.source else None,
            source=_source_words(claim),
            quotes=tuple(self._quote(claim, passage) for passage in claim.passages),
            standing=judged.standing,
            in_use=in_use,
            state=state,
            reason=self._reason(claim, judged),
            entered=f"{claim.entered_by}, {say_stamp(claim.entered_at, self._zone)}".lstrip(", "),
            value=claim.value,
            source_besides=_source_besides(claim),
            entered_later=entered_later(self._desk, self._moment, claim.entered_at),
            grade=wording.grade(claim, is_alone=judged.is_alone),
            grade_words=grading.words(claim),
            credibility=claim.credibility,
            chosen=claim.uuid in self._shown.chosen,
        )

    def _reason(self, claim: Claim, judged: Judged) -> str:
        if judged.decision and not judged.standing:
            return judged.decision.reason
        choice = self._shown.choices.get(claim.field)
        return choice.reason if choice and choice.target == claim.uuid else ""

    def _quote(self, claim: Claim, passage: Passage) -> QuoteView:
        return QuoteView(
            self._source_ids[passage.source],
            passage.start,
            passage.end,
            passage.quote,
            passage.role.value,
            self._id,
            claim.uuid,
            claim.field,
        )

    def _timeline(self) -> tuple[TimelineLine, ...]:
        told = [
            one for one in self._shown.judged if one.claim.field == "status" and not kinds.is_blank(one.claim.value)
        ]
        return tuple(self._line(one) for one in sorted(told, key=_timeline_order, reverse=True))

    def _line(self, judged: Judged) -> TimelineLine:
        value = judged.claim.value
        status = STATUSES[value["status"]]
        date = value.get("date", "")
        part, why = part_of(self._shown.status, judged.claim.uuid)
        return TimelineLine(
            self._reports[judged.claim.uuid],
            list_words.say_day(date) or "date not known",
            date,
            status.label,
            status.group,
            value.get("place", ""),
            value.get("cause", ""),
            part or "set aside",
            why,
        )

    def _argument(self) -> Argument:
        status, choice = self._shown.status, self._shown.choices.get("status")
        decided = deciding(status)
        if decided is None:
            return Argument()
        pin = (
            Pin(choice.target, choice.officer, list_words.say_day(choice.effective_on), choice.reason)
            if choice
            else None
        )
        return Argument(decided.sentence, RULE.index(decided.line), pin)

    def _situations(self) -> tuple[tuple[str, str], ...]:
        mine = set(self._shown.records.situations)
        return tuple(one for one in situation_names(self._desk, self._moment).items() if one[0] in mine)

    def _others(self, memberships: Sequence[Membership], *, of_group: bool) -> tuple[Other, ...]:
        uuids = [link.person if of_group else link.group for link in memberships]
        known = cases_by_uuid(self._desk, uuids, self._moment)
        return tuple(
            Other(
                known[uuid][0],
                show_ref(known[uuid][1]),
                known[uuid][2],
                list_words.say_day(link.since),
                link.uuid,
            )
            for uuid, link in zip(uuids, memberships, strict=True)
            if uuid in known
        )

    def _subtitle(self) -> str:
        shown = self._shown
        others = [name for name in dict.fromkeys(claim.value["text"] for claim in shown.names) if name != shown.heading]
        origin = shown.fields["origin"].text if "origin" in shown.fields else ""
        also = f"also known as {', '.join(others)}" if others else ""
        size = shown.size.people() if shown.records.kind is CaseKind.GROUP and shown.named else ""
        return " · ".join(filter(None, (show_ref(shown.records.ref), size, origin, also)))

    def _date(self) -> str:
        status = self._shown.status
        if status.current is None:
            return ""
        happened = self._shown.happened
        said = status.current.said
        return list_words.list_date(
            status.current.status.key, happened.edtf if happened else "", said.edtf if said else ""
        )


def _sources(shown: ShownCase) -> set[str]:
    uuids = {one.claim.source.uuid for one in shown.judged if one.claim.source}
    return uuids | {passage.source for one in shown.judged for passage in one.claim.passages}


def _claims_in_use(shown: ShownCase) -> set[str]:
    in_use = {view.claim.uuid for view in shown.fields.values()}
    in_use |= {claim.uuid for claim in (*shown.names[:1], *shown.nationalities[:1])}
    return in_use | ({shown.status.current.claim.uuid} if shown.status.current else set())


def _first_of_many(shown: ShownCase, field: Field) -> Claim | None:
    if field.key == "status":
        return shown.status.current.claim if shown.status.current else None
    claims = {"name": shown.names, "nationality": shown.nationalities}.get(field.key, ())
    return claims[0] if claims else None


def _note(field: Field, certainty: Certainty, supporting: Iterable[Claim]) -> str:
    """Say what a value rests on that has no source to open."""
    if not field.sourced:
        return ""
    if certainty is Certainty.DESK:
        return Certainty.DESK.value
    return "" if any(claim.source for claim in supporting) else wording.NO_DOCUMENT


def _edtf_hint(field: Field, shown: ShownField) -> str:
    return str(shown.value) if field.kind is kinds.DATE and not kinds.is_blank(shown.value) else ""


def _source_words(claim: Claim) -> str:
    return ", ".join(filter(None, _source_parts(claim)))


def _source_besides(claim: Claim) -> str:
    """Say the source, but not again a publisher who is among the speakers, or the day it was said on."""
    publisher, title, day = _source_parts(claim)
    told = wording.speaker_of(claim).casefold()
    parts = (
        "" if publisher.casefold() in told else publisher,
        "" if title.casefold() == told else title,
        "" if claim.source and claim.source.published_on == claim.said_on else day,
    )
    return ", ".join(filter(None, parts))


def _source_parts(claim: Claim) -> tuple[str, str, str]:
    """Say who published a claim's source, its title, and the day."""
    if claim.source is None:
        return "", "", ""
    title = claim.source.title or show_source_ref(claim.source.ref)
    return claim.source.publisher, title, list_words.say_day(claim.source.published_on)


def _timeline_order(judged: Judged) -> tuple[date, int]:
    """Sort by the day of the event, or else by the day it was said."""
    claim = judged.claim
    happened = claim.value.get("date")
    day = PartialDate.parse_edtf(happened) if happened else said(claim)
    return (day.sort_key[0] if day else date.min), claim.number
