"""From an article to two printed briefings: everything the casebook says is on paper, with the words behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pypdfium2
import pytest

from casefiles.briefing.facts import BriefingFacts, Name, Note, Status, Value
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.printing import Order, Preview, clock_from

ARTICLE = Path(__file__).parents[1] / "data" / "seed_article.txt"
ASFAN = "30-year-old Hyderabad resident Mohammed Asfan"
MANGUA = "Hemal Ashwinbhai Mangua"
TWO_MORE = "two more Indians serving with the Russian military were killed in the Russia-Ukraine conflict"
MINISTRY = "India’s Ministry of External Affairs (MEA)"


class Desk:
    """The article, entered as an officer does."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        taken = casebook.sources.take_file(ARTICLE)
        self._text = taken.text
        self._source = casebook.sources.add(taken, {"published_on": "12 June 2024", "publisher": "India Today"})
        self.situation = casebook.settings.situation("Indians in the Russia-Ukraine war")
        self.people = (self._asfan(), self._mangua(), self._two_more())

    def _words(self, quote: str, role: Role = Role.VALUE) -> Words:
        start = self._text.index(quote)
        return Words(self._source, start, start + len(quote), role)

    def _asfan(self) -> int:
        status = {"status": "killed", "date": "2024-03", "cause": "injuries sustained with Russian troops"}
        died = (self._words("succumbed to injuries"), self._words("In March", Role.DATE))
        return self.casebook.people.add(
            CaseKind.PERSON,
            [
                Report("name", typed="Mohammed Asfan", words=(self._words("Mohammed Asfan"),)),
                Report("age", typed="30", words=(self._words("30-year-old"),)),
                Report("origin", typed="Hyderabad", words=(self._words("Hyderabad resident"),)),
                Report("status", status, words=died),
            ],
            [self.situation],
        )

    def _mangua(self) -> int:
        status = {"status": "killed", "date": "2024-02", "place": "Donetsk region", "cause": "air strike"}
        died = (
            self._words("died in a Ukrainian air strike"),
            self._words("In February", Role.DATE),
            self._words("in the Donetsk region", Role.PLACE),
        )
        return self.casebook.people.add(
            CaseKind.PERSON,
            [
                Report("name", typed=MANGUA, words=(self._words(MANGUA),)),
                Report("name", {"text": "હેમલ અશ્વિનભાઈ", "kind": "native", "language": "gu"}),
                Report("age", typed="23", words=(self._words("a 23-year-old resident"),)),
                Report("origin", typed="Surat, Gujarat", words=(self._words("Surat in Gujarat"),)),
                Report("role", typed="security helper", words=(self._words("“security helper”"),)),
                Report("status", status, words=died),
            ],
            [self.situation],
        )

    def _two_more(self) -> int:
        said = {"words": (self._words(TWO_MORE),), "speakers": read_speakers([MINISTRY]), "said_on": "2024-06-11"}
        return self.casebook.people.add(
            CaseKind.GROUP,
            [
                Report("size", typed="2", **said),  # type: ignore[arg-type]  # three fields of three types
                Report("status", {"status": "killed", "date": "../2024-06-11"}, **said),  # type: ignore[arg-type]
            ],
            [self.situation],
        )

    def dossier(self) -> Order:
        return Order("dossier", cases=self.people, mark="OFFICIAL", title="Four dead")

    def briefing(self, *, two_page: bool = False) -> Order:
        line = "Four Indian nationals are dead. Two are not named."
        return Order(
            "situation", situation=self.situation, number="7", bottom_line=line, mark="OFFICIAL", two_page=two_page
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    casebook = Casebook.new(
        tmp_path / "desk.casebook", officer=Officer("Mara Ilves"), title="Desk", clock=clock_from("1718258400")
    )
    yield Desk(casebook)
    casebook.close()


def pages_of(preview: Preview) -> list[str]:
    pdf = pypdfium2.PdfDocument(preview.pdf)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def plain(words: str) -> str:
    """Words without the breaks of lines and pages, and without the numbers of endnotes."""
    words = re.sub(r"\[[0-9,\s]+\]", "", words)
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", words.replace("\ufffe", "-")))


def said_in(thing: object) -> Iterator[str]:
    """Every text in some facts that stands for a value."""
    match thing:
        case Note():
            yield from filter(None, (thing.source_title, thing.publisher, thing.speaker, thing.said_on, thing.quote))
        case Value() | Name() | Status():
            yield thing.text
            yield from said_in(tuple(getattr(thing, field.name) for field in fields(thing)))
        case tuple():
            for part in thing:
                yield from said_in(part)
        case _ if is_dataclass(thing):
            yield from said_in(tuple(getattr(thing, field.name) for field in fields(thing)))


def missing_from(preview: Preview, facts: BriefingFacts) -> list[str]:
    running = re.compile(r"As of .*|Record .*|OFFICIAL|Case dossier.*|Situation briefing · No\. 7$", re.MULTILINE)
    text = plain("\n".join(running.sub("", page) for page in pages_of(preview)))
    return [said for said in said_in(facts) if plain(said) not in text]


@pytest.mark.parametrize("kind", ["dossier", "briefing"])
def test_every_value_and_every_quote_is_on_paper(desk: Desk, kind: str) -> None:
    order = desk.dossier() if kind == "dossier" else desk.briefing()
    facts = desk.casebook.briefings.facts(order)
    said = list(said_in(facts))
    assert {"Reported killed", "Mar 2024" if kind == "briefing" else "30", TWO_MORE, MINISTRY} <= set(said)
    assert missing_from(desk.casebook.briefings.preview(order), facts) == []


@pytest.mark.parametrize("kind", ["dossier", "briefing"])
def test_every_number_in_the_text_has_its_endnote_and_every_endnote_is_asked_for(desk: Desk, kind: str) -> None:
    order = desk.dossier() if kind == "dossier" else desk.briefing(two_page=True)
    text = "\n".join(pages_of(desk.casebook.briefings.preview(order)))
    body, _, sources = text.rpartition("Annex: sources" if order.two_page else "Sources\r\n")
    asked = {int(number) for cited in re.findall(r"\[([0-9,\s]+)\]", body) for number in cited.split(",")}
    given = {int(number) for number in re.findall(r"^([0-9]+) ?(?=India calls|Told)", sources, re.MULTILINE)}
    assert asked
    assert asked == given


def test_the_figures_are_those_of_the_article(desk: Desk) -> None:
    text = pages_of(desk.casebook.briefings.preview(desk.briefing()))[0]
    assert re.search(r"Dead\s+4\s+0", text)
    assert re.search(r"All\s+4\s+0", text)


def test_the_short_form_is_two_pages_and_an_annex_that_can_be_taken_off(desk: Desk) -> None:
    for at in range(60):
        name = Report("name", typed=f"Invented Person {at}")
        desk.casebook.people.add(CaseKind.PERSON, [name, Report("age", typed="30")], [desk.situation])
    pages = pages_of(desk.casebook.briefings.preview(desk.briefing(two_page=True)))
    annex = next(at for at, page in enumerate(pages) if "Annex: sources" in page)
    assert annex <= 2
    assert "Annex: sources" not in "".join(pages[:annex])
    assert any("The full briefing holds them." in page for page in pages[:annex])


def test_each_page_says_what_it_is_and_how_it_is_to_be_handled(desk: Desk) -> None:
    preview = desk.casebook.briefings.preview(desk.dossier())
    pages = pages_of(preview)
    head = desk.casebook.briefings.facts(desk.dossier()).head_hash
    for at, page in enumerate(pages, 1):
        assert page.count("OFFICIAL") == 2
        assert f"Page {at} of {preview.pages}" in page
        assert "As of 13 Jun 2024, 06:00 · Generated 13 Jun 2024, 06:00 (UTC)" in page
        assert head in page


@pytest.mark.parametrize("kind", ["dossier", "briefing"])
def test_the_same_facts_and_clock_give_the_same_bytes(desk: Desk, kind: str) -> None:
    order = desk.dossier() if kind == "dossier" else desk.briefing()
    first, second = (desk.casebook.briefings.preview(order) for _ in range(2))
    assert first.pdf == second.pdf
    desk.casebook.people.set_field(desk.people[0], "role", "driver")
    assert desk.casebook.briefings.preview(order).pdf != first.pdf
