"""Values as print wants them: in words, with a note for each quote they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from casefiles.briefing.facts import Direction, Name, Note, Status, StatusGroup, Value
from casefiles.domain import grading, kinds
from casefiles.domain.catalogue import BY_KEY, Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import Claim, Role
from casefiles.domain.refs import show_source_ref
from casefiles.domain.shown import ShownCase, ShownField, Version
from casefiles.domain.speakers import show_chain
from casefiles.domain.statements import BasisKind, beside, leading
from casefiles.domain.status import Group
from casefiles.names.scripts import is_rtl, script_of
from casefiles.storage import lookups, past
from casefiles.workspace import list_words, wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.moments import entered_later

_GROUPS: dict[Group, StatusGroup] = {
    Group.DEAD: "dead",
    Group.MISSING: "missing",
    Group.HELD: "held",
    Group.STILL_THERE: "still-there",
    Group.OUT: "out",
    Group.HOME: "home",
    Group.NOT_KNOWN: "not-known",
}
_LANGUAGE_OF = {"Deva": "hi", "Gujr": "gu", "Guru": "pa", "Beng": "bn", "Taml": "ta", "Telu": "te", "Mlym": "ml",
                "Sinh": "si", "Arab": "ur", "Cyrl": "ru"}  # fmt: skip
"""The language a name in a script is set in when nobody said which it is."""


@dataclass(frozen=True)
class Worded:
    """A report or reported total behind a printed value, by its UUID: the value's label and words, and which it is."""

    target: str
    label: str
    text: str
    kind: BasisKind = BasisKind.REPORT


class Endnotes:
    """Words the values of some cases, with what their sources say looked up once.

    Args:
        desk: where the casebook is.
        cases: those to be printed.
        moment: what they are printed for; what was entered after its day is told.

    Attributes:
        used: the standing reports and the totals behind the values worded so far, by UUID.
        named: the UUIDs of the cases told of so far, in their order.
    """

    def __init__(self, desk: Desk, cases: Iterable[ShownCase], moment: Moment = NOW) -> None:
        cases = list(cases)
        judged = [one for case in cases for one in case.judged]
        self.used: dict[str, Worded] = {}
        self.named: dict[str, None] = {}
        self._standing = {one.claim.uuid for one in judged if one.standing}
        self._desk = desk
        self.moment = moment
        self._sources: dict[str, dict[str, Any]] = {}
        self.look_up(one.claim.source.uuid for one in judged if one.claim.source)
        self._alone = {one.claim.uuid for case in cases for one in case.judged if one.is_alone}

    def look_up(self, sources: Iterable[str]) -> None:
        """Look up sources, by their UUIDs, that something else to be printed rests on."""
        unknown = set(sources) - self._sources.keys()
        self._sources.update(_printed_sources(self._desk, sorted(unknown), self.moment))

    def use_total(self, total: Worded) -> None:
        """Remember a reported total that is printed."""
        self.used[total.target] = total

    def notes(self, claims: Iterable[Claim], roles: Sequence[Role] = ()) -> tuple[Note, ...]:
        """Return the notes of some reports: one for each quote, or one for a source without words.

        Args:
            roles: take the quotes in these roles where there are any, and all quotes where there are none.
        """
        return tuple(note for claim in claims for note in self._notes_of(claim, roles))

    def value(self, shown: ShownField) -> Value:
        """Return a field's value with its certainty and notes, and the versions that stand beside it."""
        first, *others = shown.versions
        self._use_field(shown)
        versions = tuple(self._version(one, shown.field, _said_by(one.claims)) for one in others)
        said_by = _said_by(first.claims) if others else ""
        notes, mark = self.notes(first.claims), self._mark(first.claims, shown.field)
        return Value(shown.text, "" if mark else shown.certainty.value, notes, versions, said_by, mark=mark)

    def cell(self, shown: ShownField) -> Value:
        """Return a field's value for a narrow cell: the notes say who gives which version; reported goes unsaid."""
        first, *others = shown.versions
        self._use_field(shown)
        versions = tuple(self._version(one, shown.field) for one in others)
        mark = self._mark(first.claims, shown.field)
        certainty = "" if mark or shown.certainty is Certainty.REPORTED else shown.certainty.value
        return Value(shown.text, certainty, self.notes(first.claims), versions, mark=mark)

    def report(self, claim: Claim, text: str, roles: Sequence[Role] = ()) -> Value:
        """Return one report's value with its notes."""
        self._use([claim], BY_KEY[claim.field].label, text, BasisKind.VERSION)
        return Value(text, notes=self.notes([claim], roles), mark=self._mark([claim], BY_KEY[claim.field]))

    def name(self, claim: Claim) -> Name:
        """Return one spelling of a name."""
        text = str(claim.value["text"])
        self._use([claim], BY_KEY["name"].label, text)
        kind = dict(kinds.NAME_KINDS)[claim.value.get("kind", "display")]
        aside = ", ".join(filter(None, (kind, self._mark([claim], BY_KEY["name"]))))
        return Name(text, language_of(claim), direction_of(text), aside, self.notes([claim]))

    def heading(self, case: ShownCase) -> Value:
        """Return a case's heading as a value."""
        if not case.named:
            size = case.fields.get("size")
            return replace(self.cell(size), text=case.heading, versions=()) if size else Value(case.heading)
        first = case.names[0]
        shown = self.report(first, case.heading)
        self._use([first], BY_KEY["name"].label, case.heading)
        return replace(shown, lang=language_of(first), direction=direction_of(case.heading))

    def status(self, case: ShownCase) -> Status:
        """Return a case's status, certainty inside, with its notes; of a dispute both sides and who says them."""
        pill, derived = wording.pill(case.status), case.status
        self.named[case.records.uuid] = None
        if derived.current is None:
            return Status(pill.text, "not-known", "")
        words = wording.spelt_out(pill)
        label = BY_KEY["status"].label
        self._use(leading(case, "status"), label, wording.in_use(case, "status"))
        for claim in beside(case, "status"):
            self._use([claim], label, wording.report_text(BY_KEY["status"], claim), BasisKind.VERSION)
        supporting = [derived.current.claim, *(report.claim for report in derived.agreeing)]
        sides = [derived.current, *derived.agreeing, *derived.disputing] if derived.disputing else []
        speakers = tuple(
            replace(self.report(side.claim, side.status.label, [Role.VALUE]), said_by=_who_and_when(side.claim))
            for side in sides
        )
        notes = () if sides else self.notes(supporting, [Role.VALUE])
        return Status(words, _GROUPS[derived.group], pill.certainty.value, notes, speakers)

    def status_part(self, case: ShownCase, part: str, role: Role) -> Value:
        """Return the date, place or cause of the status in use, with the quotes for that part."""
        current = case.status.current
        text = str(current.claim.value.get(part, "")) if current else ""
        if current is None or not text:
            return Value("")
        words = list_words.say_day(text) if part == "date" else text
        return Value(words, notes=self.notes([current.claim], [role]))

    def field(self, case: ShownCase, key: str) -> Value:
        """Return one field's value for a narrow cell; empty when there is none."""
        return self.cell(case.fields[key]) if key in case.fields else Value("")

    def _use(self, claims: Iterable[Claim], label: str, text: str, kind: BasisKind = BasisKind.REPORT) -> None:
        """Remember what a printed value rests on; a report in use stays one where it is printed again."""
        for claim in claims:
            known = self.used.get(claim.uuid)
            if claim.uuid in self._standing and (known is None or known.kind is BasisKind.VERSION):
                self.used[claim.uuid] = Worded(claim.uuid, label, text, kind)

    def _use_field(self, shown: ShownField) -> None:
        first, *others = shown.versions
        self._use(first.claims, shown.field.label, wording.field_in_use(shown))
        for version in others:
            self._use(version.claims, shown.field.label, version.text, BasisKind.VERSION)

    def _version(self, one: Version, field: Field, said_by: str = "") -> Value:
        return Value(one.text, notes=self.notes(one.claims), said_by=said_by, mark=self._mark(one.claims, field))

    def _notes_of(self, claim: Claim, roles: Sequence[Role]) -> list[Note]:
        if claim.is_desk_entry:
            return []
        fitting = [passage for passage in claim.passages if passage.role in roles] or list(claim.passages)
        quotes = list(dict.fromkeys(passage.quote for passage in fitting)) or [""]
        return [self._note(claim, quote) for quote in quotes]

    def _note(self, claim: Claim, quote: str) -> Note:
        if claim.source is None:
            return Note(
                wording.NO_DOCUMENT,
                speaker=show_chain(claim.speakers),
                said_on=list_words.say_day(claim.said_on),
                learned_on=self._learned(claim),
                grade=self._grade(claim),
            )
        source = self._sources[claim.source.uuid]
        language = source["language"] or ""
        return Note(
            source_title=source["title"] or show_source_ref(source["ref"]),
            publisher=source["publisher"],
            author=source["author"],
            published=list_words.say_day(source["published_on"]),
            url=source["url"],
            speaker=show_chain(claim.speakers),
            said_on=list_words.say_day(claim.said_on),
            quote=quote,
            learned_on=self._learned(claim),
            received=", ".join(filter(None, (source["received_from"], list_words.say_day(source["received_on"])))),
            kind_words="" if source["kind"] == "news" else source["kind"],
            captured_at=self._desk.at(source["taken_at"]) if source["taken_at"] else "",
            sha256=source["sha256"] or "",
            grade=self._grade(claim),
            quote_lang=language,
            quote_direction=direction_of(quote),
        )

    def _grade(self, claim: Claim) -> str:
        """Say a report's grades with their words, as in "A2: source completely reliable, report probably true"."""
        given = wording.grade(claim, is_alone=claim.uuid in self._alone)
        return f"{given}: {grading.words(claim)}" if given else ""

    def _learned(self, claim: Claim) -> str:
        return ", ".join(filter(None, (list_words.say_day(claim.learned_on), self._entered_later(claim))))

    def _mark(self, claims: Sequence[Claim], field: Field) -> str:
        """Say that nothing supports a value; of one entered after the briefing's day, also when it was."""
        if not field.sourced or not all(claim.is_desk_entry for claim in claims):
            return ""
        return ", ".join(filter(None, (Certainty.DESK.value, self._entered_later(claims[0]))))

    def _entered_later(self, claim: Claim) -> str:
        return entered_later(self._desk, self.moment, claim.entered_at)


def _printed_sources(desk: Desk, uuids: list[str], moment: Moment) -> dict[str, dict[str, Any]]:
    if moment.recorded is None:
        return lookups.printed_sources(desk.book.database, uuids)
    return past.source_rows_at(desk.book.database, uuids, moment.recorded)


def remainder(case: ShownCase) -> str:
    """Say how many of a group are not identified yet."""
    return f"{case.people.words()} of {case.size.people()}"


def group_key(group: Group) -> StatusGroup:
    """Return how print calls a status group."""
    return _GROUPS[group]


def language_of(claim: Claim) -> str:
    """Return the language a name is set in: as stated, or the usual one of its script."""
    return str(claim.value.get("language") or _LANGUAGE_OF.get(script_of(str(claim.value["text"])), ""))


def direction_of(text: str) -> Direction:
    """Return which way a text runs, by its main script."""
    return "rtl" if is_rtl(script_of(text)) else "ltr"


def _said_by(claims: Sequence[Claim]) -> str:
    return "; ".join(dict.fromkeys(filter(None, (wording.speaker_of(claim) for claim in claims))))


def _who_and_when(claim: Claim) -> str:
    said = list_words.say_day(claim.said_on)
    return ", ".join(filter(None, (wording.speaker_of(claim), said)))
