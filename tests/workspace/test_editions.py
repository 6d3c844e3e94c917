"""Issued editions: kept in one act, given out again byte for byte, and compared by what they said."""

from __future__ import annotations

import json
import random
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput, CasefilesError, NotFound
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.domain.statements import BasisKind, State
from casefiles.storage import lookups
from casefiles.storage.asking import one, rows
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order, Stopped
from tests.workspace.conftest import Clock

FAMILY = read_speakers(["family"])


def person(book: Casebook, name: str, status: str = "killed") -> int:
    told = Report("status", {"status": status, "date": "2024-03"}, speakers=FAMILY, said_on="2024-06-01")
    origin = Report("origin", {"country": "Nepal", "district": "Kaski"}, speakers=FAMILY)
    return book.people.add(CaseKind.PERSON, [Report("name", typed=name), told, origin])


def status_of(book: Casebook, case: int) -> str:
    return next(report.claim for report in book.people.view(case).reports if report.field == "status")


@pytest.fixture
def ram(book: Casebook) -> int:
    return person(book, "Ram Thapa")


@pytest.mark.usefixtures("ram")
def test_an_issue_keeps_everything_in_one_act(book: Casebook) -> None:
    before = book.journal.everything()[0].number
    head = book.journal.head_hash()
    uuid = book.editions.issue(Order(title="North"), "official", "The other desks")
    assert book.journal.everything()[0].number == before + 1
    assert book.journal.undo_label() == "Issue “North” to The other desks"
    kept = book.editions.get(uuid)
    assert (kept.number, kept.recorded, kept.head_hash, kept.as_of) == (1, before, head, "")
    assert kept.pages == book.editions.preview(uuid).pages
    assert book.editions.reissue(uuid).startswith(b"%PDF-")
    facts = book.editions.facts(uuid)
    assert (facts.number, facts.audience, facts.head_hash) == ("1", "The other desks", head)
    assert book.statements.rows() == []
    assert json.loads(kept.asked)["title"] == "North"
    assert verify(book.desk.book.database) == []


@pytest.mark.usefixtures("ram")
def test_a_number_is_never_used_again_and_one_that_was_typed_is_printed(book: Casebook) -> None:
    book.editions.issue(Order(), "internal")
    book.journal.undo()
    assert book.editions.rows() == []
    second = book.editions.issue(Order(number="2024/7"), "internal")
    assert book.editions.get(second).number == 2
    assert book.editions.facts(second).number == "2024/7"
    book.journal.undo()
    book.journal.redo()
    assert book.editions.find("2") == second == book.editions.find(second)
    with pytest.raises(NotFound, match="no edition 1"):
        book.editions.find("1")


@pytest.mark.usefixtures("ram")
def test_two_that_issue_at_once_get_two_numbers(book: Casebook) -> None:
    inner: list[str] = []

    def meanwhile(stop: object) -> None:
        if not inner:
            inner.append("")
            inner[0] = book.editions.issue(Order(title="Other"), "internal")

    outer = book.editions.issue(Order(title="This"), "internal", started=meanwhile)
    assert book.editions.get(inner[0]).number == 1
    assert (book.editions.get(outer).number, book.editions.facts(outer).number) == (2, "2")


def test_after_a_hundred_edits_an_edition_comes_out_the_same(book: Casebook, ram: int, clock: Clock) -> None:
    people = [ram, person(book, "Deepak Rana", "missing")]
    uuid = book.editions.issue(Order(bottom_line="Two are told of."), "parliament", "Lok Sabha")
    issued = book.editions.reissue(uuid)
    chance = random.Random(7)
    for number in range(100):
        case = chance.choice(people)
        with suppress(CasefilesError):
            _edit(book, chance, case, people, number)
        clock.later(chance.randint(0, 1))
    assert book.editions.reissue(uuid) == issued
    again = book.editions.regenerate(uuid)
    assert again.pdf == issued
    assert again.same
    assert again.say == "Edition 1 comes out byte for byte as it was issued."
    assert verify(book.desk.book.database) == []


def _edit(book: Casebook, chance: random.Random, case: int, people: list[int], number: int) -> None:
    acts = (
        lambda: book.people.set_field(case, "age", str(20 + number % 40)),
        lambda: book.people.set_field(case, "status", chance.choice(["killed", "missing", "returned"])),
        lambda: book.people.set_aside(status_of(book, case), "because"),
        lambda: book.people.add_name(case, f"Spelling {number}", "alias"),
        lambda: people.append(person(book, f"Person {number}")),
        book.journal.undo,
    )
    chance.choice(acts)()


@pytest.mark.usefixtures("ram")
def test_another_version_of_the_print_is_told(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    uuid = book.editions.issue(Order(), "internal")
    database = book.desk.book.database
    monkeypatch.setattr("casefiles.workspace.editions.RENDERER", "later")
    assert book.editions.regenerate(uuid).same
    pdf = book.editions.get(uuid).pdf
    with database.atomic():
        database.execute_sql("UPDATE blob SET data = ? WHERE sha256 = ?", (b"%PDF-other", pdf))
    again = book.editions.regenerate(uuid)
    assert not again.same
    assert "this is version later." in again.say
    assert [(wrong.what, wrong.say) for wrong in verify(database)] == [
        ("edition", "What is kept of edition 1 was altered.")
    ]


@pytest.mark.usefixtures("ram")
def test_a_stopped_issue_keeps_nothing(book: Casebook) -> None:
    with pytest.raises(Stopped):
        book.editions.issue(Order(), "press", "Briefing room", started=lambda stop: stop())
    assert book.editions.rows() == []
    assert one(book.desk.book.database, "SELECT count(*) FROM blob") == 0


@pytest.mark.usefixtures("ram")
def test_who_it_is_for_is_asked(book: Casebook) -> None:
    with pytest.raises(BadInput, match="no audience called “everyone”"):
        book.editions.issue(Order(), "everyone")
    with pytest.raises(BadInput, match="who is given this edition"):
        book.editions.issue(Order(), "parliament", " ")


def test_what_parliament_is_given_is_a_statement_with_every_report_and_count(book: Casebook, ram: int) -> None:
    person(book, "Deepak Rana", "missing")
    uuid = book.editions.issue(Order(title="North"), "parliament", "Lok Sabha")
    (row,) = book.statements.rows()
    assert (row.title, row.to_whom, row.state, row.edition) == ("North", "Lok Sabha", State.STANDS, 1)
    view = book.statements.view(row.uuid)
    assert view.edition == uuid
    counts = [(one.label, one.then, one.query) for one in view.bases if one.kind is BasisKind.COUNT]
    assert counts == [
        ("Dead", "1", 'status:"dead"'),
        ("Missing", "1", 'status:"missing"'),
        ("All", "2", ""),
        ("Kaski", "2", ""),
    ]
    told = {(one.person, one.label, one.then) for one in view.bases if one.kind is BasisKind.REPORT}
    assert ("Ram Thapa (CF-0000001)", "Status", "Reported killed, Mar 2024") in told
    assert ("Ram Thapa (CF-0000001)", "Name", "Ram Thapa") in told
    assert ("Ram Thapa (CF-0000001)", "Origin", "Kaski, Nepal") in told
    assert {name.uuid for name in (book.people.view(ram), book.people.view(ram + 1))} == set(book.editions.names(uuid))
    assert {(one.kind, one.ref) for one in book.statements.naming(ram)} == {("edition", "1"), ("statement", row.uuid)}


def test_a_change_behind_a_printed_value_overtakes_the_edition(book: Casebook, ram: int, clock: Clock) -> None:
    person(book, "Deepak Rana", "missing")
    book.editions.issue(Order(title="North"), "press", "Briefing room")
    later = person(book, "Imran Qadri")
    clock.later(3)
    book.editions.issue(Order("dossier", cases=(later,)), "family", "His brother")
    family, press = book.statements.rows()
    assert (family.state, press.state) == (State.STANDS, State.OVERTAKEN)
    assert {one.label for one in book.statements.view(press.uuid).moved} == {"Dead", "All", "Kaski"}
    assert book.statements.view(family.uuid).case_id == later
    book.people.set_aside(status_of(book, ram), "he called")
    moved = {(one.label, one.then, one.now) for one in book.statements.view(press.uuid).moved}
    assert ("Status", "Reported killed, Mar 2024", "No status yet") in moved
    assert ("Dead", "1", "1: as many, but not the same people") in moved
    assert book.statements.rows()[0].state is State.STANDS


def test_a_printed_total_is_a_basis_and_its_replacement_overtakes_what_printed_it(book: Casebook, clock: Clock) -> None:
    war, hills = book.settings.situation("River war"), book.settings.situation("Hill war")
    (dead,) = book.figures.add([FigureEntry("dead", "12", as_of="2024-06-11", speakers=FAMILY)], war)
    book.figures.add([FigureEntry("missing", "3", speakers=FAMILY)], hills)
    issue = book.editions.issue
    here, there = (issue(Order(situation=one), "parliament", "Lok Sabha") for one in (war, hills))
    telling = {row.edition: row.uuid for row in book.statements.rows()}
    on_here, on_there = telling[book.editions.get(here).number], telling[book.editions.get(there).number]
    bases = [one for one in book.statements.view(on_here).bases if one.kind is BasisKind.FIGURE]
    assert [(one.label, one.then) for one in bases] == [("dead, on 11 Jun 2024", "12 dead")]
    clock.later(2)
    book.figures.replace(dead, FigureEntry("dead", "13", as_of="2024-06-13", speakers=FAMILY), "one more was found")
    assert [row.uuid for row in book.statements.rows(State.OVERTAKEN)] == [on_here]
    assert book.statements.view(on_there).row.state is State.STANDS
    clock.later(1)
    issue(Order(situation=war, moment=Moment(learned=date(2024, 6, 12))), "press", "All papers")
    back = book.statements.rows()[0]
    assert (back.kind, back.state) == ("The press", State.STANDS)
    assert "12 dead" in [one.then for one in book.statements.view(back.uuid).bases]


def test_counts_of_a_day_before_are_held_against_that_day(book: Casebook, ram: int, clock: Clock) -> None:
    day = book.desk.today()
    clock.later(5)
    other = person(book, "Deepak Rana")
    book.editions.issue(Order(moment=Moment(day)), "press", "Briefing room")
    (row,) = book.statements.rows()
    assert row.state is State.STANDS
    book.people.set_field(other, "age", "40")
    assert book.statements.rows()[0].state is State.STANDS
    book.people.set_field(ram, "notes", "seen")
    assert book.statements.rows()[0].state is State.STANDS
    missing = Report("status", {"status": "missing"}, speakers=FAMILY, said_on="2024-06-17")
    book.people.report(ram, [missing])
    assert book.statements.rows()[0].state is State.STANDS  # it was not known by that day
    book.people.set_aside(status_of(book, ram), "it was another man")
    moved = {one.label for one in book.statements.view(row.uuid).moved}
    assert moved == {"Status", "Dead", "All", "Kaski"}


def test_two_editions_are_compared_by_what_they_said(book: Casebook, ram: int, clock: Clock) -> None:
    gone = person(book, "Deepak Rana", "missing")
    first = book.editions.issue(Order(title="North"), "parliament", "Lok Sabha")
    clock.later(1)
    (told,) = book.statements.rows()
    book.statements.judge(told.uuid, "wrong when said", "we had the letter")
    book.people.remove(gone)
    book.people.report(ram, [Report("status", {"status": "missing"}, speakers=FAMILY, said_on="2024-06-12")])
    person(book, "Imran Qadri")
    second = book.editions.issue(Order(title="North"), "internal")
    found = book.editions.compare(second, first)
    assert (found.older.number, found.newer.number, found.note) == (1, 2, "")
    assert [(one.name, one.status) for one in found.new] == [("Imran Qadri", "Reported killed")]
    assert [one.name for one in found.gone] == ["Deepak Rana"]
    assert [(one.name, one.before, one.after) for one in found.statuses] == [
        ("Ram Thapa", "Reported killed", "Reported missing")
    ]
    assert found.totals == ()
    assert [(one.title, one.verdict) for one in found.corrections] == [("North", "wrong when said")]
    dossier = book.editions.issue(Order("dossier", cases=(ram,)), "internal")
    assert "do not ask the same" in book.editions.compare(first, dossier).note
    with pytest.raises(BadInput, match="from itself"):
        book.editions.compare(first, first)


@pytest.mark.usefixtures("ram")
def test_a_correction_within_the_second_of_the_issue_is_told(book: Casebook, clock: Clock) -> None:
    clock.step = timedelta(milliseconds=1)
    first = book.editions.issue(Order(title="North"), "parliament", "Lok Sabha")
    (told,) = book.statements.rows()
    book.statements.judge(told.uuid, "wrong when said", "we had the letter")
    second = book.editions.issue(Order(title="North"), "internal")
    assert [one.title for one in book.editions.compare(first, second).corrections] == ["North"]


@pytest.mark.usefixtures("ram")
def test_an_edition_is_saved_as_it_was_issued(book: Casebook, tmp_path: Path) -> None:
    uuid = book.editions.issue(Order(), "internal")
    name = book.editions.suggested_name(uuid)
    assert name == "situation-edition-1-2024-06-12.pdf"
    book.editions.save(uuid, tmp_path / name)
    assert (tmp_path / name).read_bytes() == book.editions.reissue(uuid)


def test_history_tells_of_an_issue_in_two_lines(book: Casebook, ram: int) -> None:
    book.editions.issue(Order(title="North"), "parliament", "Lok Sabha")
    last = book.journal.everything()[0].number
    told = [(line.what, line.after) for line in book.journal.everything() if line.number == last]
    assert told == [
        ("What we told", "North, Lok Sabha, 12 Jun 2024"),
        ("Edition 1", "North, parliament, Lok Sabha"),
    ]
    assert rows(book.desk.book.database, "SELECT count(*) FROM basis")[0][0] > 4
    assert lookups.heading(book.desk.book.database, ram)
