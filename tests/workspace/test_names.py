"""Who may be meant by a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.storage.asking import rows
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report

PEOPLE = (
    (("Rohan Thapa", "रोहन थापा"), "Kaski, Nepal", "30"),
    (("Rohan Thapa",), "Ilam, Nepal", "44"),
    (("Gurbachan Singh Gill",), "Moga, Punjab", "25"),
    (("Harbachan Singh Gill",), "Moga, Punjab", "27"),
    (("Md. Mizan Molla", "মিজান মোল্লা"), "Khulna, Bangladesh", ""),
    (("Pooja Devi",), "", ""),
)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    made = Casebook.new(tmp_path / "names.casebook")
    for names, origin, age in PEOPLE:
        kinds = ("display", "native")
        reports = [Report("name", {"text": name, "kind": kind}) for name, kind in zip(names, kinds, strict=False)]
        reports += [Report(field, typed=typed) for field, typed in (("origin", origin), ("age", age)) if typed]
        made.people.add(CaseKind.PERSON, reports)
    made.people.add(CaseKind.GROUP, [Report("size", typed="2")])
    yield made
    made.close()


def found(casebook: Casebook, name: str, origin: str = "", age: str = "", limit: int = 5) -> list[str]:
    return [one.ref[-1] for one in casebook.names.candidates(name, origin, age, limit, grouped=False)]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Rohan Tappa", "1"),
        ("R. Thapa", "1"),
        ("Thapa Rohan", "1"),
        ("रोहन थापा", "1"),
        ("Рохан Тхапа", "1"),
        ("Rohanthapa", "1"),
        ("Gurbachan Gil", "3"),
        ("Gurbacchan Sing Gill", "3"),
        ("Harbachan Gill", "4"),
        ("Mohammed Mizan Mollah", "5"),
        ("Mijan Molla", "5"),
        ("Puja", "6"),
    ],
)
def test_a_name_is_found_as_it_is_pronounced(casebook: Casebook, name: str, first: str) -> None:
    assert found(casebook, name)[0] == first


def test_origin_and_age_tell_namesakes_apart(casebook: Casebook) -> None:
    assert found(casebook, "Rohan Thapa", origin="Ilam")[:2] == ["2", "1"]
    assert found(casebook, "Rohan Thapa", age="45")[:2] == ["2", "1"]
    assert found(casebook, "Rohan Thapa", age="29-31")[:2] == ["1", "2"]
    (told, other) = casebook.names.candidates("Rohan Thapa", "Ilam, Nepal", "44", grouped=False)
    assert {"origin agrees", "age agrees"} <= set(told.why)
    assert "another age" in other.why
    assert told.score == other.score == 1.0


def test_namesakes_are_told_of_together(casebook: Casebook) -> None:
    grouped = casebook.names.candidates("Rohan Thapa")
    assert [(one.ref[-1], one.namesakes) for one in grouped] == [("1", 1)]


def test_the_likest_spelling_and_the_reason_are_given(casebook: Casebook) -> None:
    (best, *_) = casebook.names.candidates("रोहन थापा")
    assert (best.name, best.spelling, best.score, best.why) == ("Rohan Thapa", "रोहन थापा", 1.0, ("written the same",))
    (best, *_) = casebook.names.candidates("Gurbachan Gil")
    assert "only in one: Singh" in best.why


@pytest.mark.parametrize("name", ["", " ", "…", "42", "\U0001f54a", "x", "Zzyzx Qwfp"])
def test_nobody_is_found_for_what_is_no_name_here(casebook: Casebook, name: str) -> None:
    assert casebook.names.candidates(name) == []


def test_an_age_that_is_none_is_refused(casebook: Casebook) -> None:
    with pytest.raises(BadInput):
        casebook.names.candidates("Rohan", age="old")


def test_as_many_are_given_as_are_wanted(casebook: Casebook) -> None:
    assert len(found(casebook, "Rohan Thapa", limit=1)) == 1


def test_a_name_set_aside_is_found_no_more_and_other_fields_leave_the_index_alone(casebook: Casebook) -> None:
    database = casebook.desk.book.database
    forms = "SELECT folded FROM name_form ORDER BY folded"
    before = rows(database, forms)
    casebook.people.set_field(6, "notes", "called twice")
    assert rows(database, forms) == before
    claim = rows(database, "SELECT uuid FROM claim WHERE field = 'name' AND case_id = 6")[0][0]
    casebook.people.set_aside(claim, "misheard")
    assert found(casebook, "Pooja Devi") == []
    assert len(rows(database, forms)) == len(before) - 1
    keys = "SELECT count(*) FROM name_key WHERE form NOT IN (SELECT id FROM name_form)"
    assert rows(database, keys) == [(0,)]
    casebook.journal.undo()
    assert found(casebook, "Pooja Devi") == ["6"]


def test_a_fathers_name_is_not_theirs(casebook: Casebook) -> None:
    casebook.people.add_name(6, "Somnath Qureshi", "father")
    assert found(casebook, "Somnath Qureshi") == []
