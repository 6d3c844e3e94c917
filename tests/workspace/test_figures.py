"""Reported totals at the desk: whole answers entered, corrected, replaced, and set beside our people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput, CasefilesError, NotFound, StaleEdit
from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import SpeakerKind, read_speakers
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figure_views import BreakdownRow, LineView
from casefiles.workspace.figures import FigureEntry
from tests.workspace.conftest import Clock

MINISTRY = read_speakers(["Ministry of External Affairs (MEA)"])
ANSWER = "The minister said that 126 were known: 12 dead, 96 out, 18 still there. Of these, 16 were missing."
SHEET = [
    FigureEntry("total", "126", as_of="17 Jan 2025", speakers=MINISTRY, query="*"),
    FigureEntry("dead", "12", part_of=0, query="status:dead"),
    FigureEntry("out", "96", part_of=0),
    FigureEntry("still in", "18", part_of=0),
    FigureEntry("missing", "16", part_of=3, nesting="nested"),
]


def line(book: Casebook, uuid: str) -> LineView:
    return book.figures.ledger().line(uuid)


def person(book: Casebook, name: str, status: str, happened: str = "", origin: str = "") -> int:
    told = [Report("status", {"status": status} | ({"date": happened} if happened else {}), speakers=MINISTRY)]
    told += [Report("name", typed=name)] if name else []
    told += [Report("origin", typed=origin)] if origin else []
    return book.people.add(CaseKind.PERSON, told)


def group(book: Casebook, size: str, status: str, happened: str) -> int:
    value = {"status": status, "date": happened}
    return book.people.add(CaseKind.GROUP, [Report("size", typed=size), Report("status", value, speakers=MINISTRY)])


def test_a_whole_answer_is_one_act(book: Casebook) -> None:
    uuids = book.figures.add(SHEET)
    assert book.journal.undo_label() == "Add 5 totals on 17 Jan 2025"
    ledger = book.figures.ledger()
    assert [(one.number, one.measure, one.depth, one.sum_text) for one in ledger.lines] == [
        ("126", "total", 0, "closes"),
        ("12", "dead", 1, ""),
        ("96", "out", 1, ""),
        ("18", "still there", 1, ""),
        ("16", "missing", 2, ""),
    ]
    assert ledger.line(uuids[1]).speakers == "Ministry of External Affairs (MEA)"
    book.journal.undo()
    assert book.figures.ledger().note == "No totals are reported yet."


def test_a_sheet_is_checked_while_it_is_typed(book: Casebook) -> None:
    found = book.figures.check(SHEET)
    assert (found.ready, found.closes) == (True, True)
    assert found.text == "126 total: 12 + 96 + 18 = 126: the parts add up."
    short = book.figures.check(SHEET[:3])
    assert short.closes is False
    assert short.rows[0].text == "126 total: 12 + 96 = 108 of 126: 18 left over."
    wrong = book.figures.check([*SHEET, FigureEntry("dead", "many", part_of=0)])
    assert (wrong.ready, wrong.rows[5].problem) == (False, "“many” is not a number.")
    assert wrong.rows[0].text.endswith("the parts add up.")
    circle = book.figures.check([FigureEntry("dead", "1", part_of=1), FigureEntry("dead", "1", part_of=0)])
    assert circle.text.startswith("Row 1: A total would be part of itself")
    assert book.figures.check([]).ready is False
    (whole, *_) = book.figures.add(SHEET[:3])
    beside = book.figures.check([FigureEntry("still there", "17", part_of=whole)])
    assert (beside.closes, beside.text) == (False, "126 total: 12 + 96 + 17 = 125 of 126: 1 left over.")
    book.journal.undo()
    assert book.figures.ledger().lines == ()


@pytest.mark.parametrize(
    "entry",
    [
        FigureEntry("", "4"),
        FigureEntry("dead", ""),
        FigureEntry("dead", "5–4"),
        FigureEntry("dead", "4", query="colour:red"),
        FigureEntry("dead", "4", query="status:"),
        FigureEntry("dead", "4", breakdown_by="state"),
        FigureEntry("dead", "4", as_of="someday"),
        FigureEntry("dead", "4", nesting="around"),
        FigureEntry("dead", "4", part_of=3),
        FigureEntry("dead", "4", part_of=0),
        FigureEntry("dead", "4", part_of="nowhere"),
        FigureEntry("dead", "4", source_id=99),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_written(book: Casebook, entry: FigureEntry) -> None:
    label = book.journal.undo_label()
    with pytest.raises(CasefilesError):
        book.figures.add([entry])
    assert book.journal.undo_label() == label


def test_a_part_and_its_whole_are_of_one_situation(book: Casebook) -> None:
    here, there = book.settings.situation("River war"), book.settings.situation("Hill war")
    (whole,) = book.figures.add([FigureEntry("total", "9")], here)
    with pytest.raises(BadInput, match="another situation"):
        book.figures.add([FigureEntry("dead", "4", part_of=whole)], there)
    book.figures.add([FigureEntry("dead", "4", part_of=whole)])
    assert {one.situation_name for one in book.figures.ledger(here).lines} == {"River war"}
    assert book.figures.ledger(there).lines == ()


def test_a_part_that_counts_something_else_is_refused(book: Casebook) -> None:
    (whole,) = book.figures.add([FigureEntry("total", "58")])
    bodies = FigureEntry("dead", "12", unit="bodies", part_of=whole)
    within = replace(bodies, nesting="nested")
    for entries in ([bodies], [FigureEntry("total", "58"), replace(bodies, part_of=0)]):
        row = book.figures.check(entries).rows[-1]
        assert row.problem == "It counts bodies, and what it is part of people: the two cannot be added."
        with pytest.raises(BadInput, match="cannot be added"):
            book.figures.add(entries)
    (inside,) = book.figures.add([within])
    with pytest.raises(BadInput, match="cannot be added"):
        book.figures.edit(inside, bodies)
    assert [(one.unit, one.sum_text) for one in book.figures.ledger().lines] == [("people", ""), ("bodies", "")]
    assert book.figures.add([replace(bodies, unit="People")])  # one word, however it is written


def test_a_total_rests_on_the_words_that_say_it(book: Casebook) -> None:
    source = book.sources.add(book.sources.take_paste(ANSWER), {"publisher": "MEA", "received_on": "2024-06-10"})
    start = ANSWER.index("12 dead")
    words = (Words(source, start, start + 7),)
    (uuid,) = book.figures.add([FigureEntry("dead", "12", words=words, as_of="2025-01-17")])
    found = line(book, uuid)
    assert (found.quotes[0].quote, found.wording, found.learned) == ("12 dead", "12 dead", "10 Jun 2024")
    assert (found.kind, found.speakers) == (SpeakerKind.OFFICIAL, "MEA")
    (quote,) = book.figures.of_source(source)
    assert (quote.figure, quote.text, quote.quote.start) == (uuid, "12 dead", start)
    with pytest.raises(BadInput, match="Reported totals rest on this source"):
        book.sources.remove(source)
    book.desk.book.database.execute_sql("UPDATE figure_passage SET quote = '13 dead'")
    assert any("A quote of a reported total" in wrong.say for wrong in verify(book.desk.book.database))


def test_an_edit_is_refused_when_somebody_was_faster(book: Casebook) -> None:
    uuids = book.figures.add(SHEET)
    shown = line(book, uuids[1])
    book.figures.edit(uuids[1], FigureEntry(**{**shown.entry.__dict__, "number": "13"}), shown.seen)
    assert line(book, uuids[1]).number == "13"
    with pytest.raises(StaleEdit):
        book.figures.edit(uuids[1], shown.entry, shown.seen)
    with pytest.raises(BadInput, match="part of itself"):
        book.figures.edit(uuids[0], FigureEntry("total", "126", part_of=uuids[4]))
    unchanged = line(book, uuids[1])
    label = book.journal.undo_label()
    book.figures.edit(uuids[1], unchanged.entry, unchanged.seen)
    assert book.journal.undo_label() == label


def test_a_replaced_total_is_kept_and_its_parts_go_on(book: Casebook, clock: Clock) -> None:
    uuids = book.figures.add(SHEET)
    clock.later(10)
    new = book.figures.replace(
        uuids[0], FigureEntry("total", "127", as_of="2025-01-17", speakers=MINISTRY), "corrected"
    )
    assert line(book, new).sum_text == "1 not accounted for"
    assert line(book, uuids[0]).replaced == "Replaced 22 Jun 2024: corrected"
    then = book.figures.ledger(moment=Moment(learned=date(2024, 6, 20)))
    assert then.lines[0].number == "126"
    with pytest.raises(BadInput):
        book.figures.replace(new, uuids[0], "back again")
    with pytest.raises(BadInput, match="does not stand"):
        book.figures.withdraw(uuids[0], "twice")
    book.figures.take_back(uuids[0])
    assert line(book, uuids[0]).replaced == ""


def test_a_withdrawn_total_leaves_its_parts_by_themselves(book: Casebook) -> None:
    uuids = book.figures.add(SHEET)
    with pytest.raises(BadInput, match="reason"):
        book.figures.withdraw(uuids[0], " ")
    book.figures.withdraw(uuids[0], "not said after all")
    found = line(book, uuids[1])
    assert (found.depth, found.as_of) == (0, "2025-01-17")


def test_only_what_nothing_rests_on_is_removed(book: Casebook) -> None:
    uuids = book.figures.add(SHEET)
    with pytest.raises(BadInput, match="rest on this one"):
        book.figures.remove(uuids[0])
    book.figures.remove(uuids[1])
    assert line(book, uuids[0]).sum_text == "12 not accounted for"
    with pytest.raises(NotFound):
        book.figures.remove(uuids[1])
    book.journal.undo()
    assert line(book, uuids[0]).sum_text == "closes"


def test_a_gap_has_an_owner_and_a_note(book: Casebook) -> None:
    uuids = book.figures.add(SHEET[:2])
    book.figures.note_gap(uuids[0], "AB", "asked the embassy")
    found = book.figures.ledger()
    assert found.gaps[0] == uuids[0]
    assert (found.line(uuids[0]).gap_owner, found.line(uuids[0]).gap_note) == ("AB", "asked the embassy")
    (told, first) = book.journal.of_total(uuids[0])
    assert (told.what, told.before, told.after) == (
        "Reported total",
        "126 total, 17 Jan 2025",
        "126 total, 17 Jan 2025, AB, asked the embassy",
    )
    assert first.label == "Add 2 totals on 17 Jan 2025"


def test_our_people_stand_beside_a_total(book: Casebook) -> None:
    person(book, "Asha Rana", "killed", "2024-02-21", "Surat, Gujarat, India")
    person(book, "Imran Qadri", "killed", "2024-03", "Hyderabad, Telangana, India")
    two = group(book, "2", "killed", "../2024-06-11")
    uuids = book.figures.add(
        [
            FigureEntry("killed", "4", query="status:dead", as_of="2024-06-11", speakers=MINISTRY),
            FigureEntry("killed", "2", query="group:dead", as_of="2024-04-25", speakers=MINISTRY),
            FigureEntry("killed", "1", query="status:killed,died", as_of="2024-03-05", speakers=MINISTRY),
            FigureEntry("dead", "4", as_of="2024-06-11", speakers=MINISTRY),
        ]
    )
    texts = [line(book, uuid).people_text for uuid in uuids]
    assert texts == [
        "2 named, 2 unnamed in one group, 0 not accounted for",
        "2 named, 0 not accounted for",
        "2 named, 0 not accounted for",
        "not comparable with people",
    ]
    assert line(book, uuids[2]).flags[-1] == "more people than reported: 2 counted, 1 reported"
    assert book.figures.people(uuids[0], part="unnamed") == [two]
    assert book.figures.people(uuids[1], part="unnamed") == []
    assert len(book.figures.people(uuids[0])) == 3
    assert book.figures.people(uuids[3]) == []
    months = book.figures.breakdown(uuids[0], "month")
    assert [(row.label, row.text) for row in months.rows] == [("Feb 2024", "1"), ("Mar 2024", "1"), ("Unnamed", "2")]
    states = book.figures.breakdown(uuids[0], "state")
    assert [(row.label, row.text) for row in states.rows] == [("Gujarat", "1"), ("Telangana", "1"), ("Unnamed", "2")]
    assert months.total == states.total == (4, 4)
    with pytest.raises(BadInput):
        book.figures.breakdown(uuids[0], "colour")


def test_identifying_one_of_a_group_moves_no_total(book: Casebook) -> None:
    two = group(book, "2–3", "killed", "2024-06-01")
    (uuid,) = book.figures.add([FigureEntry("dead", "3", query="status:dead", as_of="2024-06-11", speakers=MINISTRY)])
    assert line(book, uuid).people_text == "2–3 unnamed in one group, 0–1 not accounted for"
    book.people.identify_new(two, [Report("name", typed="Asha Rana")], "the family came forward")
    assert line(book, uuid).people_text == "1 named, 1–2 unnamed in one group, 0–1 not accounted for"


def test_a_dispute_counts_with_the_dead_and_is_told(book: Casebook) -> None:
    case = person(book, "Asha Rana", "killed", "2025-01-06")
    told = Report("status", typed="missing", speakers=read_speakers(["family"]), said_on="2025-12-10")
    book.people.report(case, [told])
    days = ("2025-01-17", "2025-12-18")
    uuids = book.figures.add([FigureEntry("dead", "1", query="status:dead", as_of=day) for day in days])
    assert [line(book, uuid).people_text for uuid in uuids] == [
        "1 named, 0 not accounted for",
        "1 named, of which 1 disputed, 0 not accounted for",
    ]
    assert book.figures.people(uuids[1], part="disputed") == [case]


def test_people_are_those_of_the_situation_once_any_belong_to_it(book: Casebook) -> None:
    war = book.settings.situation("River war")
    one = person(book, "Asha Rana", "killed", "2024-03")
    person(book, "Imran Qadri", "killed", "2024-03")
    (uuid,) = book.figures.add([FigureEntry("dead", "2", query="status:dead", as_of="2024-06-11")], war)
    assert line(book, uuid).people_text == "2 named, 0 not accounted for"
    book.people.set_situations(one, [war])
    assert line(book, uuid).people_text == "1 named, 1 not accounted for"


def test_the_past_is_counted_by_the_same_rule(book: Casebook, clock: Clock) -> None:
    person(book, "Asha Rana", "killed", "2024-03", "Surat, Gujarat, India")
    queries = ("status:dead", "*", "status:dead origin:gujarat", "asha", "status:missing")
    (first, *_) = book.figures.add([FigureEntry("dead", "4", query=one, as_of="2024-06-11") for one in queries])
    clock.later(30)
    group(book, "2", "killed", "2024-06-01")
    now, known = book.figures.ledger(), book.figures.ledger(moment=Moment(learned=date(2030, 1, 1)))
    assert [one.people for one in known.lines] == [one.people for one in now.lines]
    then = Moment(learned=date(2024, 6, 12))
    assert book.figures.ledger(moment=then).line(first).people_text == "1 named, 3 not accounted for"
    assert book.figures.people(first, then) == [1]
    assert book.figures.breakdown(first, "state", then).total == (1, 1)
    before = book.figures.ledger(moment=Moment(learned=date(2024, 6, 1)))
    assert before.note == "No totals had been learned by 1 Jun 2024; the first was learned on 12 Jun 2024."


def test_officials_and_the_press_stand_in_blocks_of_their_own(book: Casebook) -> None:
    press = read_speakers(["Daily Courier"])
    book.figures.add([FigureEntry("total", "about 200", as_of="2024-06-11", speakers=press)])
    book.figures.add([FigureEntry("dead", "4", as_of="2024-06-11", speakers=MINISTRY), FigureEntry("dead", "9")])
    days = book.figures.ledger().days
    assert [(day.text, [block.title for block in day.blocks]) for day in days] == [
        ("11 Jun 2024", ["Official", "Press"]),
        ("Day not known", ["Kind of speaker not stated"]),
    ]


def test_a_row_of_a_breakdown_leads_to_its_people(book: Casebook) -> None:
    here = person(book, "Asha Rana", "killed", "2025-01-04", "Pokhara, Gandaki, Nepal")
    nowhere = person(book, "Bikram Lama", "killed", "2025-01-05")
    uuid = book.figures.add(SHEET)[1]
    found = {row.label: book.figures.people(uuid, row=("state", row.label)) for row in rows(book, uuid, "state")}
    assert found == {"Gandaki": [here], "Not known": [nowhere]}
    assert book.figures.people(uuid, row=("month", "Jan 2025")) == [here, nowhere]
    with pytest.raises(BadInput, match="not told apart"):
        book.figures.people(uuid, row=("colour", "red"))


def rows(book: Casebook, uuid: str, by: str) -> tuple[BreakdownRow, ...]:
    return book.figures.breakdown(uuid, by).rows


def test_a_correction_is_checked_in_place_of_what_it_corrects(book: Casebook) -> None:
    whole, dead, *_ = book.figures.add(SHEET[:3])
    twice = book.figures.check([FigureEntry("dead", "12", part_of=whole)])
    once = book.figures.check([FigureEntry("dead", "12", part_of=whole)], instead_of=dead)
    assert (twice.text, once.text) == (
        "126 total: 12 + 96 + 12 = 120 of 126: 6 left over.",
        "126 total: 96 + 12 = 108 of 126: 18 left over.",
    )
    (row,) = book.figures.check([FigureEntry("total", "3"), FigureEntry("dead", "1", part_of=0)]).rows[:1]
    assert (row.closes, row.sum_text) == (False, "2 not accounted for")
