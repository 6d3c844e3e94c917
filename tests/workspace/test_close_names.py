"""Names like those searched for: only where a name may be meant and nobody found bears it."""

from __future__ import annotations

from datetime import date

import pytest

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind
from casefiles.search.query import parse
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.searching import search
from tests.workspace.conftest import Clock


@pytest.fixture
def people(book: Casebook) -> Casebook:
    for name, origin, status in (
        ("Ramesh Mangukiya", "Surat, India", "killed"),
        ("Kasun Perera", "Galle, Sri Lanka", "missing"),
        ("Nimal Pereira", "Kandy, Sri Lanka", "killed"),
    ):
        reports = [Report("name", typed=name), Report("origin", typed=origin), Report("status", {"status": status})]
        book.people.add(CaseKind.PERSON, reports)
    return book


def names(book: Casebook, text: str) -> list[str]:
    return [one.name for one in book.finding.close_names(parse(text))]


def test_somebody_is_proposed_with_the_reason(people: Casebook) -> None:
    (one,) = people.finding.close_names(parse("Rames Mangukia"))
    assert (one.ref, one.name) == ("CF-0000001", "Ramesh Mangukiya")
    assert "Mangukia" in one.reason
    assert "Mangukiya" in one.reason


@pytest.mark.parametrize(
    "text",
    [
        "", "*", "Ramesh", "mangukiya ramesh", "ram", "covid-19", "12", "xy", "-Rames", "Rames or Kasum",
        "status:killed", "zzzzqq", 'situation:"Rames"', "not (Rames Mangukia)", "a b c d e f g",
    ],
)  # fmt: skip
def test_nobody_is_proposed_for_what_is_found_or_is_no_name(people: Casebook, text: str) -> None:
    assert names(people, text) == []


def test_the_rest_of_the_search_holds_for_them_too(people: Casebook) -> None:
    assert set(names(people, "Pereyra")) == {"Kasun Perera", "Nimal Pereira"}
    assert names(people, "Pereyra status:killed") == ["Nimal Pereira"]
    assert names(people, "Pereyra -origin:kandy") == ["Kasun Perera"]


def test_one_who_is_found_is_not_proposed_again(people: Casebook) -> None:
    people.people.report(2, [Report("notes", typed="asked after as Pereyra")])
    assert names(people, "Pereyra") == ["Nimal Pereira"]


def test_of_the_past_those_are_proposed_who_were_known_by_that_name(people: Casebook, clock: Clock) -> None:
    number, day = people.journal.everything(1)[0].number, people.desk.today()
    clock.later(30)
    people.people.report(2, [Report("name", typed="Ramez Mangukiyah"), Report("status", {"status": "killed"})])
    people.people.add(CaseKind.PERSON, [Report("name", typed="Rameesh Mangukiya")])

    def proposed(text: str, moment: Moment) -> set[str]:
        return {one.spelling for one in people.finding.close_names(parse(text), moment)}

    assert proposed("Rames Mangukia", NOW) == {"Ramesh Mangukiya", "Ramez Mangukiyah", "Rameesh Mangukiya"}
    for then in (Moment(learned=day), Moment(recorded=number), Moment(learned=day, recorded=number)):
        assert proposed("Rames Mangukia", then) == {"Ramesh Mangukiya"}
        assert proposed("Pereyra status:killed", then) == {"Nimal Pereira"}
        assert proposed("Ramesh", then) == set()
    assert proposed("Rames Mangukia", Moment(learned=date(1999, 1, 1))) == set()
    assert proposed("Pereyra status:killed", NOW) == {"Nimal Pereira", "Kasun Perera"}


def test_a_search_answered_whole_tells_them(people: Casebook) -> None:
    assert [one.name for one in search(people, "Rames Mangukia").close] == ["Ramesh Mangukiya"]
    assert search(people, "Ramesh").close == ()
