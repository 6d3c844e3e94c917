"""Makes the sample anew: python -m tests.sample.build_sample."""

from __future__ import annotations

import random
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

from casefiles.domain.dates import read_date
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace import files
from casefiles.workspace.casebook import RESOURCES, Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order
from casefiles.workspace.typed import Evidence, add_case, reports

HERE = Path(__file__).parent
SITUATION = "Northern border war"
SEARCHES = (("Silent for 30 days", "status:missing silent:>30d"), ("Dead, one source", "status:dead sources:<2"))
OFFICERS = (Officer("Leela Varman"), Officer("Tomas Ekwale"))


@dataclass(frozen=True)
class Said:
    """What one source says of one case.

    Attributes:
        of: the name that the story knows the case by.
        words: the quotes that support it.
        values: fields by their keys, as typed.
        own: narrower quotes for single fields.
        group: how many, if it is a group.
    """

    source: str
    of: str
    words: list[str]
    values: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    status: str = ""
    date: str = ""
    place: str = ""
    cause: str = ""
    said_by: str = ""
    said_on: str = ""
    native: str = ""
    group: str = ""
    unnamed: bool = False


class Days:
    """A clock that moves on a little at each look, and to the next morning when told."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 3, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=20)
        return self.now

    def morning_after(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC) + timedelta(days=1)


def build(out: Path) -> None:
    """Write the sample; the same bytes each time."""
    rows, changes = random.Random(2025), random.Random(2026)
    with (
        patch("casefiles.storage.act.uuid4", lambda: UUID(int=rows.getrandbits(128), version=4)),
        patch("casefiles.storage.journal.uuid4", lambda: UUID(int=changes.getrandbits(128), version=4)),
        patch("casefiles.storage.journal.secrets.token_hex", lambda size: changes.randbytes(size).hex()),
        patch("casefiles.intake.documents.tool", lambda door: f"Casefiles {door}"),
        tempfile.TemporaryDirectory() as folder,
    ):
        clock = Days()
        book = Casebook.new(
            Path(folder) / "sample.casebook",
            officer=OFFICERS[0],
            title="Sample: nationals in the northern border war",
            confirming=["Ministry of Nationals Abroad (MNA)"],
            clock=clock,
        )
        _Story(book, clock).tell()
        files.export(book, out)
        book.close()


class _Story:
    def __init__(self, book: Casebook, clock: Days) -> None:
        self._book = book
        self._clock = clock
        self._cases: dict[str, int] = {}
        self._story: dict[str, Any] = tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8"))

    def tell(self) -> None:
        said = [Said(**one) for one in self._story["said"]]
        for number, (name, details) in enumerate(sorted(self._story["sources"].items(), key=lambda one: _day(one[1]))):
            self._clock.morning_after(_day(details))
            self._book.desk.officer = OFFICERS[number % len(OFFICERS)]
            added = self._add_source((HERE / "articles" / f"{name}.txt").read_text(encoding="utf-8"), details)
            for one in said:
                if one.source == name:
                    self._enter(one, added)
            for sheet in self._story["totals"]:
                if sheet["source"] == name:
                    self._report_totals(sheet, added)
            if name == "written-answer":
                self._identify(added)
        self._work_at_the_desk()
        self._grade()
        self._hold()
        self._issue()
        self._learn_more()

    def _add_source(self, text: str, details: Mapping[str, str]) -> int:
        return self._book.sources.add(self._book.sources.take_paste(text), {"title": text.split("\n", 1)[0], **details})

    def _enter(self, said: Said, source: int) -> None:
        known = self._cases.get(said.of)
        if known is not None:
            self._book.people.report(known, self._reports(said, source, said.values))
            return
        named = {} if said.group or said.unnamed else {"name": said.of}
        kind = CaseKind.GROUP if said.group else CaseKind.PERSON
        given = self._reports(said, source, named | said.values)
        self._cases[said.of] = add_case(self._book, kind, given, [SITUATION])

    def _reports(self, said: Said, source: int, values: dict[str, str]) -> list[Report]:
        typed = [*values.items(), *([("status", said.status)] if said.status else [])]
        parts = {"date": said.date, "place": said.place, "cause": said.cause}
        evidence = Evidence(
            self._book.sources.view(source).ref,
            (*said.words, *(f"{key}={words}" for key, words in said.own.items())),
            said.said_by,
            said.said_on,
        )
        given = reports(self._book, typed, {key: part for key, part in parts.items() if part}, evidence)
        return [*given, *([Report("name", {"text": said.native, "kind": "native"})] if said.native else [])]

    def _report_totals(self, sheet: Mapping[str, Any], source: int) -> None:
        """Enter a whole answer; what is said of the whole holds for its parts."""
        text = self._book.sources.view(source).text
        shared = FigureEntry(
            "",
            "",
            sheet["counted"],
            as_of=sheet["as_of"],
            speakers=read_speakers(sheet.get("said_by", "")),
            source_id=source,
        )
        part = FigureEntry("", "", source_id=source)
        entries = []
        for row in sheet["rows"]:
            start = text.index(row["words"])
            entries.append(
                replace(
                    part if "of" in row else shared,
                    number=row["number"],
                    measure=row["measure"],
                    query=row.get("query", ""),
                    words=(Words(source, start, start + len(row["words"])),),
                    part_of=row.get("of", ""),
                    nesting="nested" if row.get("nested") else "",
                )
            )
        self._book.figures.add(entries, self._book.settings.situation(SITUATION))

    def _identify(self, source: int) -> None:
        named = Said(**self._story["identified"])
        given = self._reports(named, source, named.values)
        self._book.people.identify_new(self._cases[named.of], given, "Named in the answer to question 214")

    def _work_at_the_desk(self) -> None:
        """Leave what an officer leaves: a choice between versions, a nickname, desk entries, dates for review."""
        people, cases = self._book.people, self._cases
        ages = people.view(cases["Jagtar Dhillonpur"]).field("age").reports
        people.use(next(one.claim for one in ages if one.text == "37"), "His wife knows his birthday")
        people.add_name(cases["Pasang Dolkari"], "Mother of Sarvik", "nickname")
        people.add_name(cases["Bir Bahadur Karkeli"], "B. B. Karkeli", "alias")
        people.set_field(cases["Meera Kothariya"], "passport", "ZZ0000000")
        people.set_field(cases["Meera Kothariya"], "owner", OFFICERS[1].name)
        people.set_field(cases["Suman Rokhari"], "review", "1 July 2025")
        people.set_field(cases["Suman Rokhari"], "mark", "Restricted")
        people.set_field(cases["Shamim Akhandaro"], "notes", "Call before the office opens.\nHe speaks softly.")
        people.set_field(cases["Dil Kumar Thamini"], "employer", "a bus company in Dolakha")
        for name, text in SEARCHES:
            self._book.saved_searches.add(name, text)
        whole = next(one for one in self._book.figures.ledger().lines if one.number == "66")
        self._book.figures.note_gap(whole.uuid, OFFICERS[0].name, "Asked the Ministry on 25 June where the others are.")

    def _grade(self) -> None:
        """Say how credible some reports are."""
        for one in self._story["graded"]:
            told = self._book.people.view(self._cases[one["of"]]).reports
            report = next(report for report in told if report.field == one["field"] and one["says"] in report.text)
            self._book.grades.give(report.claim, one["credibility"], one["reason"])

    def _hold(self) -> None:
        """Keep somebody out of what is printed."""
        held = self._story["held"]
        self._book.holds.hold(self._cases[held["of"]], held["reason"], held["review_by"])

    def _issue(self) -> None:
        """Give parliament a briefing."""
        given = dict(self._story["edition"])
        self._clock.morning_after(date.fromisoformat(given.pop("day")))
        audience, recipients = given.pop("audience"), given.pop("recipients")
        order = Order(situation=self._book.settings.situation(SITUATION), **given)
        self._book.editions.issue(order, audience, recipients)

    def _learn_more(self) -> None:
        """Hear of what overtakes the briefing."""
        later = dict(self._story["later"])
        self._clock.morning_after(date.fromisoformat(later["said_on"]))
        self._book.desk.officer = OFFICERS[1]
        speakers = read_speakers(later["said_by"])
        told = Report("status", later["value"], speakers=speakers, said_on=later["said_on"])
        self._book.people.report(self._cases[later["of"]], [told])


def _day(details: Mapping[str, str]) -> date:
    day = read_date(details.get("published_on") or details["received_on"], today=date(2025, 12, 31)).latest
    assert day is not None
    return day


if __name__ == "__main__":
    build(RESOURCES / "sample" / "sample.json")
