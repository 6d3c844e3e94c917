"""What we told: what it rests on is written down, and exactly what rests on a change is overtaken by it."""

from __future__ import annotations

import pytest

from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import read_speakers
from casefiles.domain.statements import BasisKind, Ruling, State
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.statement_views import BasisView, StatementView
from casefiles.workspace.statements import RestsOn, Said
from tests.workspace.conftest import Clock

MEA = read_speakers(["Ministry of External Affairs (MEA)"])
FAMILY = read_speakers(["family"])
PARLIAMENT = Said("parliament", "Answer to question 214", house="Lok Sabha", question="214", said_on="12 June 2024")


def person(book: Casebook, name: str, status: str = "killed", age: str = "30") -> int:
    told = Report("status", {"status": status, "date": "2024-03"}, speakers=FAMILY, said_on="2024-06-01")
    reports = [Report("name", typed=name), Report("age", typed=age, speakers=FAMILY), told]
    return book.people.add(CaseKind.PERSON, reports)


def claim(book: Casebook, case: int, field: str, nth: int = 0) -> str:
    return [report.claim for report in book.people.view(case).reports if report.field == field][nth]


def state(book: Casebook, uuid: str) -> State:
    return book.statements.view(uuid).row.state


def overtaken(book: Casebook) -> set[str]:
    return {row.uuid for row in book.statements.rows(State.OVERTAKEN)}


def basis(view: StatementView, label: str) -> BasisView:
    return next(one for one in view.bases if one.label == label)


def replace_by(book: Casebook, case: int, old: str, report: Report) -> str:
    new = book.people.report(case, [report])[0]
    book.people.replace(old, new, "the family corrected it")
    return new


def test_a_statement_is_entered_with_what_it_rests_on(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    person(book, "Deepak Rana", "missing")
    rests_on = RestsOn([claim(book, ram, "age"), claim(book, ram, "status")], counts=[Question("status:dead")])
    view = book.statements.view(book.statements.add(PARLIAMENT, rests_on))
    assert (view.row.state, view.row.title, view.row.said) == (State.STANDS, "Answer to question 214", "12 Jun 2024")
    assert view.row.to_whom == "Lok Sabha"
    assert [(one.kind, one.label, one.then) for one in view.bases] == [
        (BasisKind.REPORT, "Age at the event", "30"),
        (BasisKind.REPORT, "Status", "Reported killed, Mar 2024"),
        (BasisKind.COUNT, "status:dead", "1"),
    ]
    assert view.bases[0].person == "Ram Thapa (CF-0000001)"
    assert verify(book.desk.book.database) == []


def test_what_a_statement_cannot_rest_on_is_refused_and_nothing_is_written(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    age = claim(book, ram, "age")
    book.people.set_aside(age, "misread")
    for rests_on in (RestsOn([age]), RestsOn(["nobody"]), RestsOn(figures=["nothing"])):
        with pytest.raises((BadInput, NotFound)):
            book.statements.add(PARLIAMENT, rests_on)
    for said in (Said("parliament"), Said("rumour", "x"), Said("press", "x", said_on="March 2024")):
        with pytest.raises(BadInput):
            book.statements.add(said)
    assert book.statements.rows() == []


def test_replacing_a_report_marks_exactly_the_statements_that_rest_on_it(book: Casebook, clock: Clock) -> None:
    ram, deepak = person(book, "Ram Thapa"), person(book, "Deepak Rana", "missing")
    age, status = claim(book, ram, "age"), claim(book, ram, "status")
    add = book.statements.add
    on_age = add(PARLIAMENT, RestsOn([age]))
    on_status = add(Said("press", "Line"), RestsOn([status]))
    on_count = add(Said("press", "Count"), RestsOn(counts=[Question("status:dead")]))
    on_all = add(Said("other", "All"), RestsOn(counts=[Question()]))
    on_other = add(
        Said("press", "Other"), RestsOn([claim(book, deepak, "status")], counts=[Question("status:missing")])
    )
    assert overtaken(book) == set()
    clock.later(2)
    replace_by(book, ram, age, Report("age", typed="31", speakers=FAMILY))
    assert overtaken(book) == {on_age}
    moved = book.statements.view(on_age).moved
    assert [(one.then, one.now, one.why) for one in moved] == [("30", "31", "replaced: the family corrected it")]
    killed = Report("status", {"status": "killed", "date": "2024-04"}, speakers=FAMILY, said_on="2024-06-03")
    replace_by(book, ram, status, killed)
    assert overtaken(book) == {on_age, on_status, on_count, on_all}
    count = book.statements.view(on_count).moved[0]
    assert (count.then, count.now) == ("1", "1: the same people, otherwise reported")
    assert count.why == "Counted on other reports: Ram Thapa (CF-0000001)."
    assert state(book, on_other) is State.STANDS


def test_as_many_but_other_people_are_told_by_name(book: Casebook, clock: Clock) -> None:
    ram = person(book, "Ram Thapa")
    on_count = book.statements.add(Said("press", "Count"), RestsOn(counts=[Question("status:dead")]))
    clock.later(2)
    book.people.set_aside(claim(book, ram, "status"), "it was another man")
    person(book, "Deepak Rana")
    (moved,) = book.statements.view(on_count).moved
    assert (moved.then, moved.now) == ("1", "1: as many, but not the same people")
    assert moved.why == "No longer counted: Ram Thapa (CF-0000001). Newly counted: Deepak Rana (CF-0000002)."


def test_a_replaced_or_corrected_total_marks_exactly_the_statements_that_rest_on_it(book: Casebook) -> None:
    dead, missing, out = book.figures.add(
        [
            FigureEntry("dead", "12", population="Indian nationals", as_of="2025-01-17", speakers=MEA),
            FigureEntry("missing", "16", speakers=MEA),
            FigureEntry("remains home", "2", unit="remains", speakers=MEA),
        ]
    )
    on_dead, on_missing, on_out = (
        book.statements.add(PARLIAMENT, RestsOn(figures=[one])) for one in (dead, missing, out)
    )
    assert [(one.label, one.then) for one in book.statements.view(on_dead).bases] == [
        ("Indian nationals, on 17 Jan 2025", "12 dead")
    ]
    assert [one.then for one in book.statements.view(on_out).bases] == ["2 remains home (remains)"]
    book.figures.note_gap(dead, "Sunita", "asked the ministry")
    assert overtaken(book) == set()
    book.figures.replace(dead, FigureEntry("dead", "13", speakers=MEA), "the ministry corrected it")
    assert overtaken(book) == {on_dead}
    (moved,) = book.statements.view(on_dead).moved
    assert (moved.then, moved.now, moved.why) == ("12 dead", "13 dead", "the ministry corrected it")
    book.figures.edit(out, FigureEntry("remains home", "3", unit="remains", speakers=MEA))
    assert overtaken(book) == {on_dead, on_out}
    assert book.statements.view(on_out).moved[0].now == "3 remains home (remains)"
    book.journal.undo()
    assert overtaken(book) == {on_dead}
    book.figures.withdraw(missing, "said by mistake")
    assert overtaken(book) == {on_dead, on_missing}
    with pytest.raises(BadInput, match="set aside or replaced"):
        book.statements.link(on_out, RestsOn(figures=[missing]))


def test_setting_aside_is_noticed_and_taking_back_heals(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    uuid = book.statements.add(PARLIAMENT, RestsOn([claim(book, ram, "age")]))
    book.people.set_aside(claim(book, ram, "age"), "not him")
    assert state(book, uuid) is State.OVERTAKEN
    assert book.statements.view(uuid).moved[0].now == "no longer stated"
    book.people.take_back(claim(book, ram, "age"), "it is")
    assert state(book, uuid) is State.STANDS


def test_more_support_moves_nothing_and_a_dispute_does(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    status = claim(book, ram, "status")
    report, count = (
        book.statements.add(PARLIAMENT, RestsOn([status])),
        book.statements.add(PARLIAMENT, RestsOn(counts=[Question("status:dead")])),
    )
    paper = read_speakers(["Daily Courier"])
    book.people.report(ram, [Report("status", {"status": "killed"}, speakers=paper, said_on="2024-06-02")])
    assert overtaken(book) == set()
    book.people.report(ram, [Report("status", {"status": "missing"}, speakers=MEA, said_on="2024-06-20")])
    assert overtaken(book) >= {report}
    assert book.statements.view(report).moved[0].now.startswith("Disputed: ")
    assert state(book, count) is State.OVERTAKEN


def test_naming_one_of_a_group_moves_no_statement(book: Casebook) -> None:
    group = book.people.add(
        CaseKind.GROUP, [Report("size", typed="2"), Report("status", {"status": "killed"}, speakers=MEA)]
    )
    dead = book.statements.add(PARLIAMENT, RestsOn(counts=[Question("status:dead"), Question()]))
    ram = book.people.identify_new(group, [Report("name", typed="Ram Thapa")], "the family called")
    assert state(book, dead) is State.STANDS
    book.people.report(ram, [Report("status", {"status": "returned"}, speakers=FAMILY, said_on="2024-06-12")])
    assert state(book, dead) is State.OVERTAKEN


def test_a_removed_person_is_told(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    rests_on = RestsOn([claim(book, ram, "age")], counts=[Question("status:dead")])
    uuid = book.statements.add(PARLIAMENT, rests_on)
    book.people.remove(ram)
    view = book.statements.view(uuid)
    assert [(one.now, one.case_id) for one in view.moved] == [("no longer in this casebook", 0), ("0", 0)]
    book.journal.undo()
    assert state(book, uuid) is State.STANDS


def test_a_person_whose_family_was_told_is_kept(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    book.statements.add(Said("family", "Call to the brother", case_id=ram))
    with pytest.raises(BadInput, match="family was told something"):
        book.people.remove(ram)


def test_a_confirming_body_that_turns_a_dispute_is_noticed(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    for body, status, day in (("Lhotan Army", "killed", "2024-06-02"), ("Lhotan Police", "missing", "2024-06-05")):
        report = Report("status", {"status": status}, speakers=read_speakers([body]), said_on=day)
        book.people.report(ram, [report])
    assert book.people.view(ram).pill.text == "Disputed: missing / killed"
    uuid = book.statements.add(PARLIAMENT, RestsOn([claim(book, ram, "status", 2)]))
    assert state(book, uuid) is State.STANDS
    book.settings.add_confirming("Lhotan Army", "2024-01-01")
    assert book.people.view(ram).pill.text == "Disputed: killed / missing"
    assert state(book, uuid) is State.OVERTAKEN


def test_only_an_officer_says_that_it_was_wrong_and_can_take_it_back(book: Casebook, clock: Clock) -> None:
    uuid = book.statements.add(PARLIAMENT)
    with pytest.raises(BadInput, match="nothing to take back"):
        book.statements.judge(uuid, "right after all", "x")
    with pytest.raises(BadInput, match="reason is missing"):
        book.statements.judge(uuid, "wrong when said", " ")
    book.statements.judge(uuid, "wrong when said", "we had the letter", owner="AB", correct_by="20 June")
    view = book.statements.view(uuid)
    assert view.row.state is State.WRONG
    (judged,) = view.judgements
    assert (judged.reason, judged.owner, judged.correct_by) == ("we had the letter", "AB", "20 Jun 2024")
    clock.later(1)
    book.statements.judge(uuid, "right after all", "the letter was of another man")
    assert state(book, uuid) is State.STANDS
    assert [one.verdict for one in book.statements.view(uuid).judgements] == [Ruling.WRONG, Ruling.RIGHT]
    book.journal.undo()
    assert state(book, uuid) is State.WRONG


def test_statements_are_changed_linked_and_removed_as_everything_is(book: Casebook) -> None:
    ram = person(book, "Ram Thapa")
    uuid = book.statements.add(PARLIAMENT, RestsOn([claim(book, ram, "age")]))
    book.statements.edit(uuid, {"title": "Answer 215", "text": "Two  are\r\nnamed. "})
    book.statements.link(uuid, RestsOn([claim(book, ram, "age"), claim(book, ram, "status")]))
    view = book.statements.view(uuid)
    assert (view.row.title, view.text, len(view.bases)) == ("Answer 215", "Two are\nnamed.", 2)
    book.statements.unlink(uuid, basis(view, "Status").uuid)
    assert [one.label for one in book.statements.view(uuid).bases] == ["Age at the event"]
    book.statements.judge(uuid, "wrong when said", "x")
    assert book.journal.of_case(ram)[0].label.startswith("Add Ram Thapa")
    told = {line.label for line in book.journal.everything()}
    assert {"Link what we told: Answer 215", "Judge what we told wrong when said: Answer 215"} <= told
    book.statements.remove(uuid)
    assert book.statements.rows() == []
    book.journal.undo()
    assert state(book, uuid) is State.WRONG
    with pytest.raises(BadInput, match="keeps a title"):
        book.statements.edit(uuid, {"title": " "})
    assert verify(book.desk.book.database) == []


def test_everything_that_names_a_person_is_found(book: Casebook) -> None:
    ram, deepak = person(book, "Ram Thapa"), person(book, "Deepak Rana")
    on_age = book.statements.add(PARLIAMENT, RestsOn([claim(book, ram, "age")]))
    call = book.statements.add(Said("family", "Call to the brother", recipient="Brother", case_id=ram))
    book.statements.add(Said("press", "Count"), RestsOn(counts=[Question("status:dead")]))
    named = book.statements.naming(ram)
    assert {(one.kind, one.ref, one.title, one.to_whom) for one in named} == {
        ("statement", on_age, "Answer to question 214", "Lok Sabha"),
        ("family", call, "Call to the brother", "Brother"),
    }
    assert book.statements.naming(deepak) == []
    with pytest.raises(NotFound):
        book.statements.naming(99)


def test_the_overtaken_statements_of_a_person_are_those_that_the_person_overtook(book: Casebook) -> None:
    ram, deepak = person(book, "Ram Thapa"), person(book, "Deepak Rana")
    both = RestsOn([claim(book, ram, "age"), claim(book, deepak, "age")], counts=[Question("status:dead")])
    uuid = book.statements.add(PARLIAMENT, both)
    book.people.set_aside(claim(book, ram, "status"), "he called")
    assert [row.uuid for row in book.statements.overtaken_of(ram)] == [uuid]
    assert book.statements.overtaken_of(deepak) == []
