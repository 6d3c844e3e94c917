"""Casebooks made by generated acts, through the workspace alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from casefiles.domain.problems import CasefilesError, NotFound
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.counting import Question
from casefiles.workspace.desk import Officer
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.figure_views import LineView
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order
from casefiles.workspace.statements import RestsOn, Said

NOW = datetime(2024, 6, 12, 9, 30, tzinfo=UTC)
TEXTS = (
    "Ram Thapa, 30, of Surkhet was killed in March, his family said.\r\nTwo others are missing.",
    "राम थापा मारे गए। Ծ\U0001f54a The ministry said that 2 men were detained “near the river”.",
    "İlker 𑀓 wrote on Tuesday:\tI am alive.",
)

_words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=20)
_numbers = st.integers(0, 5)
_typed = st.one_of(
    st.tuples(st.just("name"), _words),
    st.tuples(st.just("age"), st.sampled_from(["30", "30-35", "unknown", "adult"])),
    st.tuples(st.just("origin"), st.sampled_from(["Surkhet, Karnali, Nepal", "Hyderabad", "withheld"])),
    st.tuples(st.just("birth_date"), st.sampled_from(["about 1994", "2 Mar 1990", "not applicable"])),
    st.tuples(st.just("nationality"), st.sampled_from(["Nepal", "unknown"])),
    st.tuples(st.just("notes"), _words),
    st.tuples(st.just("role"), _words),
    st.tuples(st.just("size"), st.sampled_from(["2", "2-5"])),
    st.tuples(st.just("status"), st.sampled_from(["killed", "Missing", "recruited"])),
)
_statuses = st.fixed_dictionaries(
    {"status": st.sampled_from(["killed", "missing", "detained", "repatriated"])},
    optional={
        "date": st.sampled_from(["2024-03", "../2024-06-11", "2024-02-21?", "2025-01-04/2025-01-06"]),
        "place": st.just("the east"),
    },
)
_spans = st.tuples(st.integers(0, 20), st.integers(1, 30), st.sampled_from(list(Role)))
_totals = st.tuples(
    st.sampled_from(["dead", "total", "released and repatriated", "tents"]),
    st.sampled_from(["12", "35–50", "about 200", "at least 4", "at most 9"]),
    st.one_of(st.just(""), st.integers(0, 3)),
    st.sampled_from(["", "nested", "beside"]),
    st.sampled_from(["", "*", "status:dead,missing"]),
)
_speakers = st.sampled_from(["", "family, via Daily Courier", "MEA", "A  B"])

acts = st.lists(
    st.one_of(
        st.tuples(st.just("source"), _numbers, _words),
        st.tuples(st.just("person"), st.lists(_typed, max_size=4), _words),
        st.tuples(st.just("group"), st.lists(_typed, max_size=2), _words),
        st.tuples(st.just("report"), _numbers, _statuses, st.lists(_spans, max_size=2), _speakers),
        st.tuples(st.just("set"), _numbers, _typed),
        st.tuples(st.just("clear"), _numbers, _typed),
        st.tuples(st.just("decide"), _numbers, _numbers, _words),
        st.tuples(st.just("grade"), _numbers, _numbers),
        st.tuples(st.just("hold"), _numbers),
        st.tuples(st.just("lift"), _numbers),
        st.tuples(st.just("identify"), _numbers, _numbers),
        st.tuples(st.just("situation"), _numbers, _words),
        st.tuples(st.just("detail"), _numbers, _words),
        st.tuples(st.just("body"), _words),
        st.tuples(st.just("totals"), st.lists(_totals, min_size=1, max_size=4), _spans),
        st.tuples(st.just("part of"), _numbers, _numbers),
        st.tuples(st.just("in place"), _numbers, _numbers),
        st.tuples(st.just("word"), _words, _words),
        st.tuples(st.just("method"), _words),
        st.tuples(st.just("rule"), _words),
        st.tuples(st.just("save"), _words, st.sampled_from(["*", "status:dead", "asha or kaski"])),
        st.tuples(st.just("remove"), _numbers),
        st.tuples(st.just("tell"), _numbers, _words, st.sampled_from(["", "status:dead"])),
        st.tuples(st.just("judge"), _numbers, _words),
        st.tuples(st.just("issue"), st.sampled_from(["internal", "press", "family"]), _words),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=25,
)


_FIRST: list[tuple[object, ...]] = [
    ("source", 0, "A letter"),
    ("person", [("name", "Ram Thapa"), ("status", "serving")], "Border war"),
    ("group", [("size", "2-5"), ("status", "missing")], "Border war"),
]


def new_book(path: Path) -> Casebook:
    """Make a casebook whose clock stands."""
    return Casebook.new(path, officer=Officer("Asha Bose"), title="Desk", clock=lambda: NOW)


def carry_out(book: Casebook, generated: list[tuple[object, ...]]) -> None:
    """Carry out acts, after a few to build on; those that the casebook refuses change nothing."""
    for name, *given in [*_FIRST, *generated]:
        try:
            _ACTS[str(name)](book, *given)
        except CasefilesError:
            continue


def _source(book: Casebook, number: int, title: str) -> None:
    taken = book.sources.take_paste(TEXTS[number % len(TEXTS)] * (number + 1))
    book.sources.add(taken, {"title": title, "published_on": "June 2024"})


def _case(kind: CaseKind) -> Callable[..., None]:
    def add(book: Casebook, typed: list[tuple[str, str]], situation: str) -> None:
        uuid = book.settings.situation(situation)
        book.people.add(kind, [Report(key, typed=text) for key, text in typed], [uuid])

    return add


def _report(book: Casebook, case: int, status: dict[str, str], spans: list[tuple[int, int, Role]], said: str) -> None:
    source = next(iter(book.sources.rows()), None)
    words = tuple(Words(source.id, start, start + size, role) for start, size, role in spans) if source else ()
    speakers = read_speakers([said]) if said else ()
    report = Report("status", status, words=words, speakers=speakers, said_on="2024-06-11", certainty_words="likely")
    book.people.report(_nth_case(book, case), [report])


def _decide(book: Casebook, case: int, which: int, reason: str) -> None:
    reports = book.people.view(_nth_case(book, case)).reports
    claim = reports[which % len(reports)].claim if reports else ""
    people = book.people
    (people.use, people.set_aside, people.take_back, people.unpin)[which % 4](claim, reason)


def _grade(book: Casebook, case: int, which: int) -> None:
    reports = book.people.view(_nth_case(book, case)).reports
    book.grades.give(reports[which % len(reports)].claim if reports else "", str(which % 6 + 1), "by the list")


def _identify(book: Casebook, group: int, person: int) -> None:
    cases = [row.id for row in book.finding.rows(range(1, 60))]
    groups = [case for case in cases if book.finding.is_group(case)] or [0]
    people = [case for case in cases if case not in groups] or [0]
    book.people.identify(groups[group % len(groups)], people[person % len(people)], "found")


def _situation(book: Casebook, case: int, name: str) -> None:
    uuids = [situation.uuid for situation in book.settings.situations()]
    book.people.set_situations(_nth_case(book, case), [*uuids[:2], book.settings.situation(name)])


def _totals_of(book: Casebook, rows: list[tuple[str, str, str | int, str, str]], span: tuple[int, int, Role]) -> None:
    source = next(iter(book.sources.rows()), None)
    words = (Words(source.id, span[0], span[0] + span[1], span[2]),) if source else ()
    entries = [
        FigureEntry(measure, number, query=query, part_of=whole, nesting=nesting, words=words, as_of="2024-06")
        for measure, number, whole, nesting, query in rows
    ]
    book.figures.add(entries, next(iter(book.settings.situations())).uuid)


def _part_of(book: Casebook, part: int, whole: int) -> None:
    one, other = _nth_total(book, part), _nth_total(book, whole)
    book.figures.edit(one.uuid, replace(one.entry, part_of=other.uuid))


def _in_place(book: Casebook, one: int, other: int) -> None:
    book.figures.replace(_nth_total(book, one).uuid, _nth_total(book, other).uuid, "a later word")


def _nth_total(book: Casebook, number: int) -> LineView:
    ledger = book.figures.ledger()
    lines = [*ledger.lines, *ledger.replaced]
    if not lines:
        raise NotFound("There is no total.")
    return lines[number % len(lines)]


def _tell(book: Casebook, case: int, title: str, query: str) -> None:
    key = _nth_case(book, case)
    reports = [report.claim for report in book.people.view(key).reports if report.standing][:2]
    said = Said("family", title, case_id=key, text="As far as we know.")
    book.statements.add(said, RestsOn(reports, counts=[Question(query)]))


def _judge(book: Casebook, number: int, reason: str) -> None:
    rows = book.statements.rows()
    book.statements.judge(rows[number % len(rows)].uuid if rows else "", "wrong when said", reason, "AB", "2025-01-01")


def _nth_case(book: Casebook, number: int) -> int:
    cases = [row.id for row in book.finding.rows(range(1, 60))]
    return cases[number % len(cases)] if cases else 0


_ACTS: dict[str, Callable[..., object]] = {
    "source": _source,
    "totals": _totals_of,
    "part of": _part_of,
    "in place": _in_place,
    "person": _case(CaseKind.PERSON),
    "group": _case(CaseKind.GROUP),
    "report": _report,
    "set": lambda book, case, typed: book.people.set_field(_nth_case(book, case), *typed),
    "clear": lambda book, case, typed: book.people.clear_field(_nth_case(book, case), typed[0]),
    "decide": _decide,
    "grade": _grade,
    "hold": lambda book, case: book.holds.hold(_nth_case(book, case), "asked by the family", "2099"),
    "lift": lambda book, case: book.holds.lift(_nth_case(book, case), "over"),
    "identify": _identify,
    "situation": _situation,
    "detail": lambda book, n, words: book.sources.set_detail(n, "author", words),
    "body": lambda book, name: book.settings.add_confirming(name, "2024-01-01"),
    "word": lambda book, term, text: book.codebook.add("definitions", text, term=term),
    "method": lambda book, text: book.codebook.add("method", text, effective_on="2024-03"),
    "rule": lambda book, text: book.codebook.set_text("inclusion", text),
    "save": lambda book, name, text: book.saved_searches.add(name, text),
    "remove": lambda book, case: book.people.remove(_nth_case(book, case)),
    "tell": _tell,
    "judge": _judge,
    "issue": lambda book, audience, to: book.editions.issue(Order(), audience, to),
    "undo": lambda book: book.journal.undo(),
    "redo": lambda book: book.journal.redo(),
}
