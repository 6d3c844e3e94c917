"""Invented people, sources and situations for the briefing tests."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from casefiles.briefing.build import build
from casefiles.briefing.facts import (
    BriefingFacts,
    ChangeRow,
    CountRow,
    Field,
    LedgerBlock,
    LedgerRow,
    Member,
    Name,
    Note,
    OriginRow,
    PeopleRow,
    PersonFacts,
    Report,
    SituationFacts,
    Status,
    TimelineRow,
    Value,
)

if TYPE_CHECKING:
    from casefiles.briefing.printing import Built

HASH = "3f9ac1d2" * 8


class Invented:
    """A small world in which nobody exists."""

    post = Note(
        "Families ask for news",
        "Morning Post",
        "Mara Ilves",
        "12 Jun 2024",
        "https://news.example.org/2024/06/1",
        "Morning Post",
        "12 Jun 2024",
        "In March, 30-year-old Tarkand resident Imran Shaikh succumbed to injuries sustained at the front.",
        "12 Jun 2024",
        kind_words="news article",
        captured_at="12 Jun 2024 09:14 UTC",
        sha256=HASH,
        grade="B2",
    )
    ministry = Note(
        "Statement on two nationals",
        "Foreign Ministry",
        speaker="the ministry",
        said_on="11 Jun 2024",
        quote="We confirm it.",
    )
    vecherka = Note(
        "Погибшие",
        "Vecherka",
        url="https://example.org/пресса?q=1",
        quote="Имран Шейх погиб в марте",
        quote_lang="ru",
    )
    roznama = Note(
        "روزنامہ",
        "Roznama",
        quote="عمران شیخ مارچ میں ہلاک ہوئے",
        quote_lang="ur",
        quote_direction="rtl",
        speaker="Roznama",
    )

    def person(self, **changed: Any) -> PersonFacts:
        """Give a disputed case with every kind of part."""
        facts = PersonFacts(
            ref="CF-0000001",
            name="Imran Shaikh",
            status=Status(
                "Disputed: killed / missing",
                "dead",
                "Disputed",
                (self.post, self.ministry),
                (
                    Value("Killed", "Confirmed, the ministry, 11 Jun 2024", (self.ministry,)),
                    Value("Missing", "Reported, the family, 18 Dec 2025", (self.vecherka,)),
                ),
            ),
            native_names=(
                Name("عمران شیخ حیدرآباد", "ur", "rtl", "as the family writes it", (self.roznama,)),
                Name("राजेश कुमार क्षत्रिय", "hi", kind_words="passport"),
                Name("Имран Шейх", "ru", notes=(self.vecherka,)),
            ),
            fields=(
                Field(
                    "Identity",
                    "Age at the event",
                    Value("30", "Reported, 1 independent source", (self.post,)),
                ),
                Field("Identity", "Sex", Value("male", mark="Desk entry, no source")),
                Field(
                    "Identity",
                    "Home place",
                    Value(
                        "Tarkand",
                        "Reported",
                        (self.post,),
                        (
                            Value(
                                "Old Tarkand",
                                "Reported",
                                (self.vecherka, self.ministry),
                                said_by="the ministry",
                            ),
                        ),
                        said_by="Morning Post",
                    ),
                ),
            ),
            timeline=(
                TimelineRow("Dec 2023", Value("Recruited", "Reported", (self.post,)), "Tarkand", "Morning Post"),
                TimelineRow("by 11 Jun 2024, day not known", Value("Killed", "Confirmed", (self.ministry,))),
            ),
            reports=(
                Report(
                    "Status",
                    Value("killed", notes=(self.post,)),
                    "Morning Post",
                    "12 Jun 2024",
                    "We use this",
                ),
                Report(
                    "Status",
                    Value("missing", notes=(self.vecherka,)),
                    "the family",
                    "18 Dec 2025",
                    "Set aside",
                    "older",
                ),
            ),
            summary="Killed in March 2024 according to one newspaper.",
        )
        return dataclasses.replace(facts, **changed)

    def group(self) -> PersonFacts:
        """Give a group of two, one of them identified."""
        return PersonFacts(
            ref="CF-0000002",
            name="Two unnamed men",
            status=Status("Confirmed killed", "dead", "Confirmed", (self.ministry,)),
            kind="group",
            size="2",
            members=(Member("CF-0000001", "Imran Shaikh", "14 Jul 2024"),),
            remainder="1 person",
        )

    def row(self, number: int = 1, **changed: Any) -> PeopleRow:
        """Give one line of the table of people."""
        row = PeopleRow(
            ref=f"CF-{number:07d}",
            name=Value("Rohan Perera", notes=(self.post,)),
            status=Status("Reported killed", "dead", "Reported", (self.ministry,)),
            age=Value("30", notes=(self.post,)),
            origin=Value("Tarkand", notes=(self.post,), versions=(Value("Old Tarkand", notes=(self.vecherka,)),)),
            date=Value("died Mar 2024", notes=(self.post,)),
            place=Value("Donetsk region", notes=(self.ministry,)),
            native=Name("राजेश कुमार", "hi"),
        )
        return dataclasses.replace(row, **changed)

    def situation(
        self, people: int = 5, changes: int = 2, line: str = "Four are dead.\nTen are home."
    ) -> SituationFacts:
        """Give a situation of any size."""
        return SituationFacts(
            title="Nationals recruited",
            period="1 Jan – 12 Jun 2024",
            bottom_line=line,
            counts=(CountRow("Dead", "dead", "4", "1", "+2"), CountRow("Home", "home", "10")),
            total=CountRow("All", "not-known", "14", "1", "+2"),
            origins=(
                OriginRow("Tarkand", ("3", "6"), "9", "1"),
                OriginRow("Origin not known", ("1", "4"), "5"),
            ),
            changes_since="5 Jun 2024",
            changes=tuple(
                ChangeRow(
                    "Imran Shaikh",
                    "Status",
                    "Reported killed",
                    Value("Disputed", notes=(self.post,)),
                    f"CF-{at:07d}",
                )
                for at in range(changes)
            ),
            people=tuple(self.row(at) for at in range(people)),
            left_out=("3 people whose family asked not to be named.",),
            filter_words="all people of this situation",
        )

    def ledger(self, days: int = 2) -> tuple[LedgerBlock, ...]:
        """Give totals of some days, officials and the press apart."""
        official = (
            LedgerRow("Total", "nationals", "the ministry", Value("126", notes=(self.ministry,)), "closes"),
            LedgerRow(
                "of 126 total: dead",
                "nationals",
                "the ministry",
                Value("12", notes=(self.ministry,)),
                people="2 named, 2 unnamed in one group, 8 not accounted for",
                flags=("clash: dead is 12 by the ministry and 14 by Morning Post, on 11 Jun 2024",),
            ),
        )
        press = (LedgerRow("Total", "", "Morning Post", Value("about 200", notes=(self.post,)), "cannot be told"),)
        return tuple(
            block
            for day in range(days)
            for block in (
                LedgerBlock(f"{11 + day} Jun 2024", "Official", official),
                LedgerBlock(f"{11 + day} Jun 2024", "Press", press),
            )
        )

    def briefing(self, template: str = "dossier", **changed: Any) -> BriefingFacts:
        """Give a briefing that only needs its people or its situation."""
        facts = BriefingFacts(
            template=template,
            title="Nationals at the front",
            as_of="As of 12 Jun 2024, end of day",
            generated="12 Jun 2024 18:04",
            generated_at="2024-06-12T18:04:00+05:30",
            time_zone="Asia/Kolkata",
            head_hash=HASH,
            number="12",
            copy="3 of 5",
            mark="Restricted – personal data",
            audience="Minister",
            officer="A. N.",
        )
        return dataclasses.replace(facts, **changed)


class Printer:
    """Prints facts into a folder and reads the result back."""

    def __init__(self, folder: Path, resources: Path) -> None:
        self.folder, self.resources = folder, resources
        self.built: Built | None = None

    def __call__(self, facts: BriefingFacts, name: str = "out.pdf") -> Path:
        """Print and give the file."""
        out = self.folder / name
        self.built = build(facts, out, resources=self.resources)
        return out

    def pages(self, facts: BriefingFacts) -> list[str]:
        """Print and give the text of each page as PDFium reads it."""
        with pypdfium2.PdfDocument(self(facts)) as pdf:
            return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


@pytest.fixture
def invented() -> Invented:
    """Give the invented world."""
    return Invented()


@pytest.fixture
def resources() -> Path:
    """Give the folder of fonts and other data."""
    return Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def printer(tmp_path: Path, resources: Path) -> Printer:
    """Give a printer."""
    return Printer(tmp_path, resources)
