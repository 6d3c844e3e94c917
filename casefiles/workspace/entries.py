"""What an officer enters: reports with the words that support them, written through the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casefiles.domain import catalogue
from casefiles.domain.canonical import canonical
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds import Value
from casefiles.domain.one_line import clean
from casefiles.domain.passages import Slice, passage
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind, Claim, Role, Verdict
from casefiles.domain.speakers import Speaker
from casefiles.names.scripts import script_of
from casefiles.storage import tables
from casefiles.storage.act import Act
from casefiles.storage.reading import source_facts, text_of
from casefiles.workspace.desk import Desk, read_past_day


@dataclass(frozen=True)
class Words:
    """The words of a source's text that support a part of a report; offsets count code points."""

    source_id: int
    start: int
    end: int
    role: Role = Role.VALUE


@dataclass(frozen=True)
class Report:
    """One report to be entered.

    Attributes:
        value: as the field's kind stores it; `typed` when it is still as the officer typed it.
        said_on: EDTF; empty when not known.
        base: the UUID of the report it was worked out from; empty for one that stands by itself.
        learned_on: ISO; empty for the day the source was received, or else today.
    """

    field: str
    value: Value = None
    typed: str = ""
    words: tuple[Words, ...] = ()
    source_id: int | None = None
    speakers: tuple[Speaker, ...] = ()
    said_on: str = ""
    learned_on: str = ""
    certainty_words: str = ""
    wording: str = ""
    release: int = 0
    base: str = ""

    def checked(self, today: date) -> Report:
        """Return the report with its value in canonical form.

        Raises:
            BadInput: the field is unknown, the value is not one of its own, or it was learned on a day still to come.
        """
        known = catalogue.field(self.field)
        value = known.kind.read(self.typed, today) if self.value is None else known.kind.check(self.value)
        if known.key == "name" and "script" not in value and "text" in value:
            value = value | {"script": script_of(value["text"])}
        said = PartialDate.parse_edtf(self.said_on).edtf if self.said_on else ""
        learned = read_past_day(self.learned_on, today) if self.learned_on else ""
        return replace(
            self,
            field=known.key,
            value=value,
            said_on=said,
            learned_on=learned,
            certainty_words=clean(self.certainty_words) if self.certainty_words else "",
            release=max(self.release, int(known.release)),
        )


@dataclass
class Entry:
    """Writes cases and reports within one act."""

    desk: Desk
    act: Act
    _texts: dict[int, tuple[int, str]] = field(default_factory=dict)

    def case(self, kind: CaseKind, wanted_ref: int = 0) -> int:
        """Add a case and return its key."""
        ref = self.act.next_ref("case", wanted_ref)
        return self.act.add(
            tables.Case, ref=ref, kind=kind.value, entered_at=self.act.at, entered_by=self.desk.officer.name
        )

    def report(self, case_id: int, report: Report) -> int:
        """Add a checked report to a case and return its key."""
        slices = [(words, *self.cut(words)) for words in report.words]
        source_id = report.source_id or (report.words[0].source_id if report.words else None)
        main = next((cut.quote for words, _, cut in slices if words.role is Role.VALUE), "")
        claim = self.act.add(
            tables.Claim,
            case_id=case_id,
            field=report.field,
            value=canonical(report.value),
            wording=report.wording or main,
            speakers=canonical([{"name": one.name, "kind": one.kind.value} for one in report.speakers]),
            said_on=report.said_on,
            learned_on=report.learned_on or self.learned(source_id),
            certainty_words=report.certainty_words,
            release=report.release,
            source_id=source_id,
            base_id=self.act.keys.key(tables.Claim, report.base) if report.base else None,
            entered_at=self.act.at,
            entered_by=self.desk.officer.name,
        )
        for words, text_id, cut in slices:
            self.act.add(
                tables.Passage,
                claim_id=claim,
                text_id=text_id,
                start=cut.start,
                end=cut.end,
                quote=cut.quote,
                before=cut.before,
                after=cut.after,
                role=words.role.value,
            )
        return claim

    def reports(self, case_id: int, reports: Iterable[Report]) -> list[int]:
        """Add several checked reports to a case."""
        return [self.report(case_id, report) for report in reports]

    def decide(
        self, claim_id: int, verdict: Verdict, reason: str = "", other: int | None = None, effective_on: str = ""
    ) -> None:
        """Add a decision on a report, in effect from today, or from another of our days (ISO)."""
        self.act.add(
            tables.Decision,
            target_id=claim_id,
            verdict=verdict.value,
            reason=reason,
            officer=self.desk.officer.name,
            effective_on=effective_on or self.desk.today().isoformat(),
            other_id=other,
            entered_at=self.act.at,
        )

    def cut(self, words: Words) -> tuple[int, Slice]:
        """Return the key of the text that some words stand in, and the words themselves.

        Raises:
            NotFound: their source has no text.
            BadInput: they do not stand in it.
        """
        if words.source_id not in self._texts:
            stored = text_of(self.desk.book.database, words.source_id)
            if stored is None:
                raise NotFound("That source has no text.", "Link a source that has one.")
            self._texts[words.source_id] = (stored.id, stored.chars)
        text_id, chars = self._texts[words.source_id]
        if not 0 <= words.start < words.end <= len(chars):
            raise BadInput("The quote is not in the text.", "Select the words again.")
        return text_id, passage(chars, words.start, words.end)

    def learned(self, source_id: int | None) -> str:
        """Return our day of something just entered: today, or the day its source was received.

        Raises:
            NotFound: there is no such source.
        """
        today = self.desk.today().isoformat()
        if source_id is None:
            return today
        source = source_facts(self.desk.book.database, [source_id]).get(source_id)
        if source is None:
            raise NotFound("That source is no longer in this casebook.", "Undo brings back what was removed.")
        day = PartialDate.parse_edtf(source.received_on).latest if source.received_on else None
        return min(today, day.isoformat()) if day else today


def check_all(reports: Sequence[Report], today: date) -> list[Report]:
    """Check reports before anything is written, so that a bad one leaves nothing half done."""
    return [report.checked(today) for report in reports]


def copied(act: Act, claim: Claim, learned_on: date) -> Report:
    """Return what is reported of one case as a report of another, with the words that support it."""

    def source(uuid: str) -> int:
        return act.keys.key(tables.Source, uuid)

    return Report(
        claim.field,
        claim.value,
        words=tuple(Words(source(one.source), one.start, one.end, one.role) for one in claim.passages),
        source_id=source(claim.source.uuid) if claim.source else None,
        speakers=claim.speakers,
        said_on=claim.said_on,
        learned_on=learned_on.isoformat(),
        certainty_words=claim.certainty_words,
        wording=claim.wording,
        release=claim.release,
        base=claim.uuid,
    )


def named(kind: CaseKind, reports: Sequence[Report]) -> str:
    """Name a new case: by its name, or else as a group of so many."""
    told = {report.field: report.value for report in reversed(reports)}
    if "text" in told.get("name", {}):
        return str(told["name"]["text"])
    if kind is CaseKind.GROUP and "size" in told:
        return f"a group of {catalogue.field('size').kind.show(told['size'])}"
    return f"a {kind.value} not named"
