"""A situation briefing prints the reported totals where there are any, each number with what it rests on."""

from __future__ import annotations

from datetime import date

from casefiles.briefing.facts import LedgerBlock
from casefiles.domain.moment import Moment
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order

ANSWER = "The minister said that 126 were known: 12 dead, 96 out and 18 still there, 16 of them missing."


def ledger(book: Casebook, order: Order) -> tuple[LedgerBlock, ...]:
    situation = book.briefings.facts(order).situation
    assert situation is not None
    return situation.ledger


def entered(book: Casebook, situation: str) -> None:
    source = book.sources.add(book.sources.take_paste(ANSWER), {"title": "Answer", "publisher": "MEA"})
    start = ANSWER.index("12 dead")
    book.figures.add(
        [
            FigureEntry("total", "126", as_of="2025-01-17", speakers=read_speakers(["minister"]), source_id=source),
            FigureEntry("dead", "12", part_of=0, words=(Words(source, start, start + 7),), query="status:dead"),
            FigureEntry("out", "96", part_of=0),
            FigureEntry("still there", "18", part_of=0, population=""),
            FigureEntry("missing", "16", part_of=3, nesting="nested", breakdown_by="state", breakdown="Kaski"),
            FigureEntry("total", "about 200", as_of="2025-01-17", speakers=read_speakers(["Daily Courier"])),
            FigureEntry("remains home", "2", as_of="2025-01-18", unit="remains"),
        ],
        situation,
    )


def test_totals_are_printed_by_day_officials_and_the_press_apart(book: Casebook) -> None:
    war = book.settings.situation("River war")
    entered(book, war)
    book.people.add(CaseKind.PERSON, [Report("name", typed="Asha Rana"), Report("status", typed="killed")], [war])
    later, official, press = ledger(book, Order(situation=war))
    assert [(block.day, block.title) for block in (later, official, press)] == [
        ("18 Jan 2025", "Kind of speaker not stated"),
        ("17 Jan 2025", "Official"),
        ("17 Jan 2025", "Press"),
    ]
    assert [(row.measure, row.number.text, row.adds_up) for row in official.rows] == [
        ("Total", "126", "closes"),
        ("of 126 total: dead", "12", ""),
        ("of 126 total: out", "96", ""),
        ("of 126 total: still there", "18", ""),
        ("inside 18 still there: missing, Kaski", "16", ""),
    ]
    dead = official.rows[1]
    assert (dead.said_by, dead.people) == ("minister", "1 named, 11 not accounted for")
    assert [(note.quote, note.publisher, note.speaker) for note in dead.number.notes] == [
        ("12 dead", "MEA", "minister")
    ]
    assert [note.source_title for note in official.rows[2].number.notes] == ["Answer"]
    (home,) = later.rows
    assert (home.measure, home.number.mark, home.said_by) == ("Remains home", "Desk entry, no source", "")
    assert press.rows[0].people == "not comparable with people"


def test_only_what_had_been_learned_is_printed_and_of_this_situation(book: Casebook) -> None:
    war, other = book.settings.situation("River war"), book.settings.situation("Hill war")
    entered(book, war)
    assert ledger(book, Order(situation=other)) == ()
    assert ledger(book, Order(situation=war, moment=Moment(date(2024, 6, 1)))) == ()
    assert len(ledger(book, Order())) == 3


def test_without_totals_there_is_no_section(book: Casebook) -> None:
    assert ledger(book, Order()) == ()
