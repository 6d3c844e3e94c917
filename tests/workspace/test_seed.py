"""The article that started the project, entered through the public door."""

from __future__ import annotations

from pathlib import Path

from casefiles.domain.certainty import Certainty
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.span import Span
from casefiles.domain.speakers import read_speakers
from casefiles.domain.status import Group
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.finding import Wanted, parse

SEED = Path(__file__).parents[1] / "data" / "seed_article.txt"


class Reading:
    """An officer with the article open."""

    def __init__(self, book: Casebook) -> None:
        self.book = book
        taken = book.sources.take_file(SEED)
        self.source = book.sources.add(taken, {"published_on": "12 June 2024"})
        self.text = taken.text

    def quote(self, words: str, role: Role = Role.VALUE) -> Words:
        start = self.text.index(words)
        return Words(self.source, start, start + len(words), role)

    def says(self, field: str, typed: str, words: str) -> Report:
        return Report(field, typed=typed, words=(self.quote(words),))

    def died(self, words: str, on: str, when: str, place: str, cause: str) -> Report:
        value = {"status": "killed", "date": on} | ({"place": place} if place else {}) | {"cause": cause}
        return Report("status", value, words=(self.quote(words), self.quote(when, Role.DATE)))


def enter(book: Casebook) -> tuple[int, int, int]:
    read, people = Reading(book), book.people
    asfan = people.add(
        CaseKind.PERSON,
        [
            read.says("name", "Mohammed Asfan", "Mohammed Asfan"),
            read.says("age", "30", "30-year-old"),
            read.says("origin", "Hyderabad", "Hyderabad"),
            read.died("succumbed to injuries", "2024-03", "In March", "", "injuries at the front"),
        ],
    )
    mangua = people.add(
        CaseKind.PERSON,
        [
            read.says("name", "Hemal Ashwinbhai Mangua", "Hemal Ashwinbhai Mangua"),
            read.says("age", "23", "23-year-old"),
            read.says("origin", "Surat in Gujarat", "Surat in Gujarat"),
            read.says("role", "security helper", "security helper"),
            read.died("died in a Ukrainian air strike", "2024-02", "In February", "Donetsk region", "air strike"),
        ],
    )
    two = people.add(
        CaseKind.GROUP,
        [
            read.says("size", "2", "two more Indians"),
            read.says("nationality", "India", "two more Indians"),
            Report(
                "status",
                {"status": "killed", "date": "../2024-06-11"},
                words=(read.quote("two more Indians serving with the Russian military were killed"),),
                speakers=read_speakers("MEA"),
                said_on="2024-06-11",
            ),
        ],
    )
    return asfan, mangua, two


def test_the_seed_article(book: Casebook) -> None:
    asfan, mangua, two = (book.people.view(case) for case in enter(book))
    assert (asfan.pill.text, asfan.date, asfan.field("origin").text) == (
        "Reported killed",
        "died Mar 2024",
        "Hyderabad",
    )
    assert (mangua.pill.text, mangua.date) == ("Reported killed", "died Feb 2024")
    assert mangua.field("origin").text == "Surat, Gujarat"
    assert (two.heading, two.pill.text, two.pill.certainty) == ("2 people not named", "Killed", Certainty.CONFIRMED)
    assert (two.date, two.field("sex").text) == ("died by 11 Jun 2024", "")
    assert book.finding.totals().by_group == {Group.DEAD: Span(4, 4)}
    assert book.finding.totals().cases == 3
    for view in (asfan, mangua, two):
        text = book.sources.view(1).text
        assert all(text[quote.start : quote.end] == quote.quote for quote in view.quotes)
        assert all(field.certainty is not Certainty.DESK for field in view.fields)
    assert [use.heading for use in book.sources.view(1).used_in] == sorted(
        ["Mohammed Asfan", "Hemal Ashwinbhai Mangua", "2 people not named"]
    )


def test_it_is_found_undone_redone_and_verified(book: Casebook) -> None:
    asfan, mangua, two = enter(book)
    for typed, found in (("asfan", [asfan]), ("mangu surat", [mangua]), ("origin:gujarat", [mangua]), ("group", [two])):
        assert list(book.finding.ids(Wanted(parse(typed)))) == found
    assert set(book.finding.ids(Wanted(parse("status:dead")))) == {asfan, mangua, two}
    assert len(book.finding.articles(parse("verified stop recruitment"))) == 1
    head = [book.people.view(case) for case in (asfan, mangua, two)]
    while book.journal.undo_label():
        book.journal.undo()
    assert book.finding.totals().people == Span()
    while book.journal.redo_label():
        book.journal.redo()
    assert [book.people.view(case) for case in (asfan, mangua, two)] == head
    assert verify(book.desk.book.database) == []
