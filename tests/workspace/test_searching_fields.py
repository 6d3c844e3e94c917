"""What a search by fields means: whole names of situations, what is missing of whom, and what says nothing."""

from __future__ import annotations

import pytest

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.records import CaseKind
from casefiles.search.editing import asks, with_term
from casefiles.search.query import parse
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.finding import Wanted
from casefiles.workspace.searching import search

SITUATIONS = ("War", "Northern war", "Northern war (camps)", "Guerre d’Été", "युद्ध")


@pytest.fixture
def people(book: Casebook) -> dict[str, int]:
    """One person in each situation, called after it, and a group in none."""
    found = {}
    for name in SITUATIONS:
        reports = [Report("name", typed=f"Asha {name}"), Report("status", typed="killed")]
        found[name] = book.people.add(CaseKind.PERSON, reports, [book.settings.situation(name)])
    found["group"] = book.people.add(CaseKind.GROUP, [Report("size", typed="2-5")])
    return found


def found(book: Casebook, people: dict[str, int], text: str, moment: Moment = NOW) -> set[str]:
    known = {key: name for name, key in people.items()}
    return {known[key] for key in book.finding.ids(Wanted(parse(text)), moment=moment)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("situation:war", {"War", "Northern war", "Northern war (camps)"}),
        ('situation:"war"', {"War"}),
        ('situation:"NORTHERN  War"', {"Northern war"}),
        ('situation:"northern"', {"Northern war", "Northern war (camps)"}),
        ('situation:"northern wa"*', {"Northern war", "Northern war (camps)"}),
        ('situation:"war","guerre d\'été"', {"War", "Guerre d’Été"}),
        ('-situation:"war" situation:war', {"Northern war", "Northern war (camps)"}),
        ("situation:युद्ध", {"युद्ध"}),
        ("missing:situation", {"group"}),
        ("missing:size", set()),
        ("missing:age", set(SITUATIONS)),
        ("missing:name", {"group"}),
        ("missing:origin", {*SITUATIONS, "group"}),
        ("cf-1", {"War"}),
        ("CF-0000001", {"War"}),
    ],
)
def test_who_is_found(book: Casebook, people: dict[str, int], text: str, expected: set[str]) -> None:
    assert found(book, people, text) == expected
    day = Moment(learned=book.desk.today())
    assert found(book, people, text, day) == expected
    both = Moment(learned=book.desk.today(), recorded=book.journal.everything(1)[0].number)
    assert found(book, people, text, both) == expected


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_situation_chosen_is_that_one_alone(book: Casebook, people: dict[str, int], name: str) -> None:
    text = with_term("asha", "situation", name)
    assert asks(text, "situation", name)
    assert found(book, people, text) == {name}
    (counted,) = [one for one in book.finding.facet(Wanted(parse("asha")), "situation") if one.value == name]
    assert counted.people.high == 1


def test_the_whole_name_is_the_one_of_the_day_looked_at(book: Casebook, people: dict[str, int]) -> None:
    before = Moment(recorded=book.journal.everything(1)[0].number)
    book.settings.rename_situation(book.settings.situation("War"), "Southern war")
    assert found(book, people, 'situation:"war"', before) == {"War"}
    assert found(book, people, 'situation:"southern war"') == {"War"}
    assert found(book, people, 'situation:"war"') == {"War", "Northern war", "Northern war (camps)"}


@pytest.mark.parametrize("text", ["owner:", 'origin:""', "date:", "'", '"', "🕊", "name:*", "()"])
def test_a_search_that_says_nothing_finds_everybody(book: Casebook, people: dict[str, int], text: str) -> None:
    assert search(book, text).total == len(people)
