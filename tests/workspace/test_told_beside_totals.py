"""Our people beside a printed total are told too: whoever moves among them overtakes exactly what rests on them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.domain.statements import BasisKind, State
from casefiles.storage import lookups
from casefiles.storage import statements as stored
from casefiles.workspace import files
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order
from casefiles.workspace.statement_views import BasisView
from tests.workspace.conftest import Clock

FAMILY = read_speakers(["family"])
MEA = read_speakers(["Ministry of External Affairs (MEA)"])
DEAD = FigureEntry("dead", "12", query="status:dead", as_of="2024-04-30", speakers=MEA)
LABEL = "Dead as of 30 Apr 2024"


def status(value: str, day: str, said: str = "2024-06-01") -> Report:
    return Report("status", {"status": value, "date": day}, speakers=FAMILY, said_on=said)


def person(book: Casebook, name: str, day: str = "2024-03", value: str = "killed") -> int:
    return book.people.add(CaseKind.PERSON, [Report("name", typed=name), status(value, day)])


def group(book: Casebook, size: str) -> int:
    return book.people.add(CaseKind.GROUP, [Report("size", typed=size), status("killed", "2024-04")])


def claim(book: Casebook, case: int, field: str = "status") -> str:
    return next(one.claim for one in book.people.view(case).reports if one.field == field and one.in_use)


def correct(book: Casebook, case: int, report: Report) -> None:
    """Replace the report in use by another."""
    old = claim(book, case)
    book.people.replace(old, book.people.report(case, [report])[0], "the family corrected it")


def issued(book: Casebook, moment: Moment = NOW, situation: str = "") -> str:
    """Issue a briefing, and return the statement that this makes."""
    order = Order(moment=moment, situation=situation)
    edition = book.editions.get(book.editions.issue(order, "press", "Briefing room")).number
    return next(row.uuid for row in book.statements.rows() if row.edition == edition)


def beside(book: Casebook, statement: str, label: str = LABEL) -> BasisView:
    return next(one for one in book.statements.view(statement).bases if one.label == label)


def only_beside(book: Casebook, statement: str) -> None:
    """Leave only the people beside the totals, so that nothing else can move."""
    for one in book.statements.view(statement).bases:
        if not (one.kind is BasisKind.COUNT and " as of " in one.label):
            book.statements.unlink(statement, one.uuid)


@pytest.fixture
def ram(book: Casebook) -> int:
    book.figures.add([DEAD])
    return person(book, "Ram Thapa")


def test_the_people_beside_a_total_are_told_as_they_are_printed(book: Casebook, ram: int, clock: Clock) -> None:
    group(book, "2–3")
    person(book, "Imran Qadri", "2024-05")  # after the day of the total
    clock.later(1)
    uuid = issued(book)
    (line,) = book.figures.ledger().lines
    told = beside(book, uuid)
    assert told.then == "3–4 people, 1 named, 2–3 unnamed in one group"
    assert line.people_text == "1 named, 2–3 unnamed in one group, 8–9 not accounted for"
    assert (told.query, told.moved) == ("status:dead", False)
    (statement,) = stored.statements(book.desk.book.database, [uuid])
    basis = next(one for one in statement.bases if one.label == LABEL)
    kept = json.loads(lookups.bytes_of(book.desk.book.database, basis.members))
    assert basis.target == line.uuid
    assert (kept["day"], list(kept["how"].values())) == ("2024-04-30", ["group 2-3"])
    ours = book.people.view(ram)
    assert kept["members"][ours.uuid] == [claim(book, ram)]
    assert len(kept["members"]) == 2


def test_only_what_counts_a_person_on_that_day_is_overtaken(book: Casebook, ram: int, clock: Clock) -> None:
    book.figures.add([replace(DEAD, number="1", as_of="2024-02-29")])
    early, late = (person(book, "Deepak Rana", "2024-01"), person(book, "Imran Qadri", "2024-05"))
    uuid = issued(book)
    only_beside(book, uuid)
    assert beside(book, uuid, "Dead as of 29 Feb 2024").then == "1 person, 1 named"
    clock.later(2)
    correct(book, late, status("killed", "2024-06"))
    book.people.report(early, [status("returned", "2024-06", "2024-06-12")])
    book.people.set_field(ram, "age", "30")
    assert book.statements.view(uuid).row.state is State.STANDS
    correct(book, ram, status("killed", "2024-05"))
    assert [one.label for one in book.statements.view(uuid).moved] == [LABEL]
    moved = beside(book, uuid)
    assert (moved.then, moved.now) == ("2 people, 2 named", "1 person, 1 named")
    assert moved.why == "No longer counted: Ram Thapa (CF-0000001)."
    assert moved.sentence == "Dead as of 30 Apr 2024: then 2 people, 2 named; now 1 person, 1 named"
    assert [row.uuid for row in book.statements.overtaken_of(ram)] == [uuid]
    assert book.statements.overtaken_of(late) == []
    for _ in range(2):
        book.journal.undo()
    assert book.statements.view(uuid).row.state is State.STANDS


def test_statements_on_the_people_of_another_situation_stand(book: Casebook) -> None:
    war, hills = book.settings.situation("River war"), book.settings.situation("Hill war")
    told = {}
    for number, situation in enumerate((war, hills), 1):
        report = [Report("name", typed=f"Man {number}"), status("killed", "2024-03")]
        book.people.add(CaseKind.PERSON, report, [situation])
        book.figures.add([DEAD], situation)
        told[situation] = issued(book, situation=situation)
        only_beside(book, told[situation])
    assert {beside(book, one).then for one in told.values()} == {"1 person, 1 named"}
    correct(book, 1, status("killed", "2024-05"))
    assert [row.uuid for row in book.statements.rows(State.OVERTAKEN)] == [told[war]]
    assert book.statements.view(told[hills]).row.state is State.STANDS


def test_people_recorded_by_a_change_before_are_held_against_what_came_after(book: Casebook, ram: int) -> None:
    at = book.journal.everything()[0].number
    later = person(book, "Deepak Rana")
    uuid = issued(book, Moment(recorded=at))
    only_beside(book, uuid)
    moved = beside(book, uuid)
    assert (moved.then, moved.now) == ("1 person, 1 named", "2 people, 2 named")
    assert moved.why == "Newly counted: Deepak Rana (CF-0000002)."
    book.people.remove(later)
    assert not beside(book, uuid).moved


def test_whoever_joins_leaves_or_is_counted_otherwise_is_named(book: Casebook, ram: int) -> None:
    unnamed = group(book, "2")
    uuid = issued(book)
    only_beside(book, uuid)
    before = beside(book, uuid).then
    later = person(book, "Deepak Rana")
    assert beside(book, uuid).why == "Newly counted: Deepak Rana (CF-0000003)."
    book.people.remove(later)
    assert beside(book, uuid).now == before
    book.people.report(ram, [status("missing", "2024-03", "2024-06-12")])
    moved = beside(book, uuid)
    assert moved.now == "2 people, 2 unnamed in one group"
    assert moved.why == "No longer counted: Ram Thapa (CF-0000001)."
    book.journal.undo()
    assert not beside(book, uuid).moved
    book.people.identify_new(unnamed, [Report("name", typed="Imran Qadri")], "the family called")
    moved = beside(book, uuid)
    assert (moved.then, moved.now) == (
        "3 people, 1 named, 2 unnamed in one group",
        "3 people, 2 named, 1 unnamed in one group",
    )
    assert "Counted in another way" in moved.why
    assert "Imran Qadri" in moved.why


def test_more_support_moves_nobody_beside_a_total(book: Casebook, ram: int) -> None:
    uuid = issued(book)
    only_beside(book, uuid)
    paper = read_speakers(["Daily Courier"])
    book.people.report(ram, [Report("status", {"status": "killed"}, speakers=paper, said_on="2024-04-02")])
    book.people.report(ram, [Report("origin", {"country": "Nepal"}, speakers=FAMILY)])
    assert not beside(book, uuid).moved
    army = read_speakers(["Lhotan Army"])
    missing = Report("status", {"status": "missing", "date": "2024-04-20"}, speakers=army, said_on="2024-04-25")
    book.people.report(ram, [missing])
    moved = beside(book, uuid)
    assert moved.moved
    assert moved.now != moved.then


def test_a_total_that_is_asked_otherwise_overtakes_its_people(book: Casebook, ram: int) -> None:
    uuid = issued(book)
    only_beside(book, uuid)
    (line,) = book.figures.ledger().lines
    for entry, now in (
        (replace(DEAD, query="status:missing"), "0 people"),
        (replace(DEAD, as_of="2024-01-31"), "0 people"),
        (replace(DEAD, query=""), "not comparable with people"),
    ):
        book.figures.edit(line.uuid, entry)
        moved = beside(book, uuid)
        assert (moved.then, moved.now, moved.why) == (
            "1 person, 1 named",
            now,
            "how its total was entered was corrected",
        )
        book.journal.undo()
    book.figures.note_gap(line.uuid, "Sunita", "asked the ministry")
    assert not beside(book, uuid).moved
    book.figures.withdraw(line.uuid, "said by mistake")
    assert not beside(book, uuid).moved


def test_people_of_a_day_before_are_held_against_that_day(book: Casebook, ram: int, clock: Clock) -> None:
    day = book.desk.today()
    clock.later(5)
    person(book, "Deepak Rana")
    uuid = issued(book, Moment(day))
    only_beside(book, uuid)
    assert beside(book, uuid).then == "1 person, 1 named"
    killed = claim(book, ram)
    person(book, "Imran Qadri")
    book.people.report(ram, [status("missing", "2024-03", "2024-06-17")])
    assert not beside(book, uuid).moved  # it was not known by that day
    book.people.set_aside(killed, "it was another man")
    assert beside(book, uuid).why == "Counted on other reports: Ram Thapa (CF-0000001)."


def test_a_statement_kept_without_its_people_reads_as_before(book: Casebook, ram: int) -> None:
    uuid = issued(book)
    bases = book.statements.view(uuid).bases
    book.statements.unlink(uuid, beside(book, uuid).uuid)
    assert [one.label for one in book.statements.view(uuid).bases] == [one.label for one in bases if one.label != LABEL]
    correct(book, ram, status("killed", "2024-05"))
    assert {one.label for one in book.statements.view(uuid).moved} >= {"Dead", "Status"}


def test_reissue_gives_the_stored_bytes_and_verify_finds_nothing(book: Casebook, ram: int) -> None:
    edition = book.editions.issue(Order(), "parliament", "Lok Sabha")
    before = book.editions.reissue(edition)
    person(book, "Deepak Rana")
    book.people.set_aside(claim(book, ram), "he called")
    assert book.editions.reissue(edition) == before
    assert book.editions.regenerate(edition).same
    assert files.verify(book) == []
