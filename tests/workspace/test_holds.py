"""Holds: kept out of every document that names people, still counted, dated, and told of what named them before."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind, Role
from casefiles.storage import tables
from casefiles.storage.check import verify
from casefiles.workspace.entries import Report, Words
from casefiles.workspace.printing import Order

if TYPE_CHECKING:
    from casefiles.workspace.casebook import Casebook
    from tests.workspace.conftest import Clock

ARTICLE = "Bina Thapa and Ravi Rai of Surkhet were killed in March, their friend said."
WHY = "The family asked us to wait."


@pytest.fixture
def source(book: Casebook) -> int:
    taken = book.sources.take_paste(ARTICLE)
    details = {"publisher": "Hill Herald", "title": "Bina Thapa killed", "url": "https://herald.example/bina-thapa"}
    return book.sources.add(taken, details)


def entered(book: Casebook, source: int, name: str) -> int:
    words = (Words(source, 0, len(ARTICLE)),)
    start = ARTICLE.index(name)
    reports = [
        Report("name", typed=name, words=(Words(source, start, start + len(name), Role.VALUE),)),
        Report("origin", typed="Surkhet, Nepal", words=words),
        Report("status", typed="killed", words=words),
    ]
    return book.people.add(CaseKind.PERSON, reports)


@pytest.fixture
def bina(book: Casebook, source: int) -> int:
    return entered(book, source, "Bina Thapa")


@pytest.fixture
def ravi(book: Casebook, source: int, bina: int) -> int:
    return entered(book, source, "Ravi Rai")


def everything(book: Casebook, **order: object) -> str:
    return str(asdict(book.briefings.facts(Order("situation", **order))))  # type: ignore[arg-type]


def test_a_hold_says_since_when_by_whom_and_why_and_is_lifted_with_a_reason(
    book: Casebook, bina: int, clock: Clock
) -> None:
    book.holds.hold(bina, WHY, "2024-06-20")
    hold = book.people.view(bina).hold
    assert hold is not None
    assert hold.sentence == (
        "On hold since 12 Jun 2024 by Test Officer: The family asked us to wait. Review by 20 Jun 2024."
    )
    clock.later(9)
    hold = book.people.view(bina).hold
    assert hold is not None
    assert hold.is_overdue
    assert "Review was due by 20 Jun 2024." in hold.sentence
    book.holds.lift(bina, "They agreed")
    assert book.people.view(bina).hold is None
    told = [(line.what, line.before, line.after) for line in book.journal.of_case(bina) if line.what == "Hold"]
    assert told == [("Hold", WHY, "lifted: They agreed"), ("Hold", "", WHY)]
    book.journal.undo()
    assert book.people.view(bina).hold is not None
    assert verify(book.desk.book.database) == []


@pytest.mark.parametrize(
    ("reason", "review_by", "says"),
    [
        ("", "2024-07-01", "reason is missing"),
        (WHY, "", "day to look again is missing"),
        (WHY, "2024-06-01", "is over"),
    ],
)
def test_a_hold_without_reason_or_day_is_refused(
    book: Casebook, bina: int, reason: str, review_by: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        book.holds.hold(bina, reason, review_by)


def test_one_hold_at_a_time(book: Casebook, bina: int) -> None:
    with pytest.raises(BadInput, match="not on hold"):
        book.holds.lift(bina, "why not")
    book.holds.hold(bina, WHY, "2024-07")
    with pytest.raises(BadInput, match="on hold already"):
        book.holds.hold(bina, WHY, "2024-08")


def test_the_list_marks_who_is_held(book: Casebook, bina: int) -> None:
    book.holds.hold(bina, WHY, "2024-07")
    (row,) = book.finding.rows([bina])
    assert row.held
    assert row.sentence.endswith(", on hold")


def test_a_situation_briefing_counts_and_does_not_name_anywhere(book: Casebook, bina: int, ravi: int) -> None:
    facts = book.briefings.facts(Order("situation")).situation
    assert facts is not None
    counts = facts.counts, facts.total, facts.origins
    book.holds.hold(bina, WHY, "2024-07")
    whole = book.briefings.facts(Order("situation", since=book.desk.today() - timedelta(days=30)))
    held = whole.situation
    assert held is not None
    assert [(row.number, row.disputed) for row in held.counts] == [(row.number, row.disputed) for row in counts[0]]
    assert held.origins == counts[2]
    assert sorted(row.name.text for row in held.people) == ["Held back: 1 person", "Ravi Rai"]
    assert any("Held back: 1 person" in line for line in held.left_out)
    assert {row.person for row in held.changes} == {"Ravi Rai"}
    printed = str(asdict(whole)).casefold()
    assert "bina" not in printed
    assert "cf-0000001" not in printed
    assert "[held back]" in printed
    book.holds.lift(bina, "They agreed")
    assert "Bina Thapa" in everything(book)


def test_what_the_officer_types_must_not_name_them_either(book: Casebook, bina: int, ravi: int) -> None:
    book.holds.hold(bina, WHY, "2024-07")
    with pytest.raises(BadInput, match="The bottom line names somebody who is on hold"):
        everything(book, bottom_line="We lost BINA  Thapa.")
    with pytest.raises(BadInput, match="The title names somebody"):
        everything(book, title="Bina Thapa and others")


def test_a_namesake_who_may_be_named_is_named(book: Casebook, source: int, bina: int) -> None:
    entered(book, source, "Bina Thapa")
    book.holds.hold(bina, WHY, "2024-07")
    facts = book.briefings.facts(Order("situation")).situation
    assert facts is not None
    assert [row.name.text for row in facts.people] == ["Bina Thapa", "Held back: 1 person"]


def quotes(book: Casebook) -> list[str]:
    facts = book.briefings.facts(Order("situation")).situation
    assert facts is not None
    return [note.quote for row in facts.people for note in (*row.origin.notes, *row.status.notes)]


def reported(book: Casebook, name: str, text: str) -> None:
    source = book.sources.add(book.sources.take_paste(text), {"publisher": "Hill Herald"})
    killed = Report("status", typed="killed", words=(Words(source, 0, len(text)),))
    book.people.add(CaseKind.PERSON, [Report("name", typed=name), killed])


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("Bina Thapa", "Rai and a woman called Thapa were killed."),
        ("Bina Thapa", "Rai and THAPA’s cousin were killed."),
        ("Bina Kumari Thapa", "thapa was with Rai."),
        ("Thapa, Bina", "Rai and Thapa were killed."),
        ("बीना थापा", "राई और थापा मारे गए।"),
        ("Gurpreet Singh Sandhu", "Rai and Sandhu were killed."),
        ("Bina Thapa-Magar", "Rai and Magar were killed."),
        ("Bina Thapa", "Rai, Hari Thapa and Thapa were killed."),
    ],
)
def test_a_surname_alone_keeps_a_quote_of_another_back(book: Casebook, held: str, text: str) -> None:
    person = book.people.add(CaseKind.PERSON, [Report("name", typed=held)])
    reported(book, "Ravi Rai", text)
    reported(book, "Hari Thapa", "Hari Thapa was killed.")
    assert text in quotes(book)
    book.holds.hold(person, WHY, "2024-07")
    assert text not in quotes(book)
    assert "[held back]" in quotes(book)
    assert "Hari Thapa was killed." in quotes(book)


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("Bina Thapa", "Ravi Rai was killed at Thapathali."),
        ("Bina Thapa", "Ravi Rai and Hari Thapa were killed."),
        ("Bina Thapa", "Rai was with Binay."),
        ("Ashok Kumar", "Rai was with Kumar."),
        ("Lovepreet Singh", "Rai and two men called Singh were killed."),
        ("Jaswinder Kaur", "Rai’s wife, Kaur, was told."),
        ("Bina", "Rai was with a friend."),
        ("Bina Rai", "Rai was killed."),
    ],
)
def test_innocent_quotes_stay(book: Casebook, held: str, text: str) -> None:
    person = book.people.add(CaseKind.PERSON, [Report("name", typed=held)])
    reported(book, "Ravi Rai", text)
    reported(book, "Hari Thapa", "Thapa was killed.")
    book.holds.hold(person, WHY, "2024-07")
    assert quotes(book).count(text) == 1
    assert "Thapa was killed." in quotes(book)


def test_a_dossier_is_refused_with_the_reason(book: Casebook, bina: int, ravi: int) -> None:
    book.holds.hold(bina, WHY, "2024-07")
    with pytest.raises(
        BadInput, match=r"No dossier is printed of Bina Thapa\. On hold since 12 Jun 2024 by Test Officer"
    ):
        book.briefings.facts(Order("dossier", (bina, ravi)))
    facts = book.briefings.facts(Order("dossier", (ravi,)))
    assert "Bina" not in str(asdict(facts))


def test_a_dossier_of_a_group_does_not_name_a_member_on_hold(book: Casebook) -> None:
    group = book.people.add(CaseKind.GROUP, [Report("size", typed="2"), Report("status", typed="killed")])
    member = book.people.identify_new(group, [Report("name", typed="Bina Thapa")], "named")
    book.holds.hold(member, WHY, "2024-07")
    facts = book.briefings.facts(Order("dossier", (group,)))
    assert [(one.ref, one.name) for one in facts.people[0].members] == [("", "Held back: 1 person")]


def test_a_hold_is_as_of_a_day_and_what_is_printed_now_heeds_both(
    book: Casebook, bina: int, ravi: int, clock: Clock
) -> None:
    before = book.desk.today()
    clock.later(2)
    book.holds.hold(bina, WHY, "2024-07")
    during = book.desk.today()
    assert book.people.view(bina, Moment(before)).hold is None
    assert "Bina" not in everything(book, moment=Moment(before))
    clock.later(2)
    book.holds.lift(bina, "They agreed")
    after = book.desk.today()
    assert [book.people.view(bina, Moment(day)).hold is not None for day in (before, during, after)] == [
        False,
        True,
        False,
    ]
    assert "Bina Thapa" in everything(book, moment=Moment(before))
    assert "Bina" not in everything(book, moment=Moment(during))
    assert "Bina Thapa" in everything(book, moment=Moment(after))


def test_what_named_them_already_is_told(book: Casebook, bina: int, ravi: int) -> None:
    assert book.holds.named_in(bina) == []
    claim = book.people.view(bina).reports[0].claim
    with book.desk.act("Told") as act:
        uuid = act.keys.uuid(tables.Case, bina)
        act.keep_bytes("cases", f'["{uuid}"]'.encode())
        act.add(
            tables.Edition, number=3, template="situation", title="Border war", audience="", asked="{}", recorded=1,
            head_hash="", renderer="1", facts="", pdf="", cases="cases", pages=2, issued_at=act.at,
        )  # fmt: skip
        act.add(
            tables.Statement, kind="family", recipient="brother", said_on="2024-06-11", case_id=bina, entered_at=act.at
        )
        press = act.add(tables.Statement, kind="press", title="Two dead", said_on="2024-06-12", entered_at=act.at)
        act.add(tables.Basis, statement_id=press, kind="report", target=claim)
    assert book.holds.named_in(bina) == [
        "Edition 3, Border war, issued 12 Jun 2024, 14:30",
        "Told to family, brother, 11 Jun 2024",
        "Told to press, Two dead, 12 Jun 2024",
    ]
    assert book.holds.named_in(ravi) == []


def test_a_held_case_is_removed_and_brought_back_held(book: Casebook, bina: int) -> None:
    book.holds.hold(bina, WHY, "2024-07")
    book.people.remove(bina)
    book.journal.undo()
    assert book.people.view(bina).hold is not None
