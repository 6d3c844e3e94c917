"""Issued editions and what we told, on their way between casebooks."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from casefiles.domain.canonical import canonical
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.domain.statements import State
from casefiles.workspace import files
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report
from casefiles.workspace.figures import FigureEntry
from casefiles.workspace.printing import Order
from casefiles.workspace.statements import Said
from tests.exchange.books import new_book

Json = dict[str, Any]


@pytest.fixture
def books(tmp_path: Path) -> Iterator[tuple[Casebook, Casebook]]:
    one, other = new_book(tmp_path / "one.casebook"), new_book(tmp_path / "other.casebook")
    ram = one.people.add(CaseKind.PERSON, [Report("name", typed="Ram Thapa"), Report("status", typed="killed")])
    one.figures.add([FigureEntry("dead", "3", query="status:dead", as_of="2024-06-30")])
    one.editions.issue(Order(title="North"), "parliament", "Lok Sabha")
    one.people.set_field(ram, "status", "missing")
    yield one, other
    one.close()
    other.close()


def exported(book: Casebook) -> Json:
    path = book.path.with_name("state.json")
    files.export(book, path)
    form: Json = json.loads(path.read_bytes())
    return form


def applied(book: Casebook, form: Json) -> files.Applied:
    path = book.path.with_name("given.json")
    path.write_text(json.dumps(form))
    return files.apply(book, path)


def kept_otherwise(form: Json, **changed: object) -> None:
    """Change what is kept of the people beside the total."""
    basis = form["statements"][0]["bases"][-1]
    body = json.loads(base64.b64decode(basis["kept"]))
    assert body.keys() == {"by", "day", "how", "members", "origin", "situation"}
    basis["kept"] = base64.b64encode(canonical(body | changed).encode()).decode()
    del basis["members"]


def test_the_people_beside_a_total_arrive_and_are_counted_there(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    applied(other, exported(one))
    assert exported(other) == exported(one)
    (row,) = other.statements.rows()
    told = next(basis for basis in other.statements.view(row.uuid).bases if basis.label.startswith("Dead as of"))
    assert (told.then, told.now, told.moved) == ("1 person, 1 named", "0 people", True)
    assert told.why == "No longer counted: Ram Thapa (CF-0000001)."


def test_an_overtaken_statement_arrives_overtaken_and_its_edition_whole(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    (edition,) = one.editions.rows()
    done = applied(other, exported(one))
    assert (done.records["editions"], done.records["statements"], done.renumbered) == (1, 1, [])
    assert other.editions.reissue(edition.uuid) == one.editions.reissue(edition.uuid)
    assert other.editions.regenerate(edition.uuid).same
    (row,) = other.statements.rows()
    assert (row.state, row.edition) == (State.OVERTAKEN, 1)
    assert other.statements.view(row.uuid) == one.statements.view(row.uuid)
    assert files.verify(other) == []
    assert exported(other) == exported(one)


def test_a_person_removed_before_counts_as_moved_there_too(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    ram = one.people.find("CF-0000001")
    one.people.remove(ram)
    applied(other, exported(one))
    assert [row.moved for row in other.statements.rows()] == [row.moved for row in one.statements.rows()]


def test_a_taken_number_gives_way_and_the_edition_is_known_again(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    other.people.add(CaseKind.PERSON, [Report("name", typed="Deepak Rana")])
    other.editions.issue(Order(), "internal")
    form = exported(one)
    assert ("edition 1", "edition 2") in applied(other, form).renumbered
    head = other.journal.head_hash()
    assert applied(other, form).renumbered == []
    assert other.journal.head_hash() == head


def test_a_later_judgement_is_added_and_what_is_kept_is_never_changed(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    applied(other, exported(one))
    (row,) = one.statements.rows()
    one.statements.judge(row.uuid, "wrong when said", "we had the letter", "AB", "2025-01-01")
    applied(other, exported(one))
    assert other.statements.view(row.uuid).judgements == one.statements.view(row.uuid).judgements
    form = exported(one)
    form["editions"][0]["title"] = "South"
    with pytest.raises(BadInput, match=r"editions.0.: This edition is here already, and its “title” differs"):
        applied(other, form)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda form: form["editions"][0]["kept"].update(pdf="AAAA"), "editions.0..pdf: The SHA-256 is not that"),
        (lambda form: form["editions"][0]["kept"].update(pdf="%"), "editions.0..kept: “pdf” is not base64"),
        (lambda form: form["editions"][0].update(situation=form["cases"][0]["id"]), "“situation” points at"),
        (lambda form: form["editions"][0].pop("pages"), "“pages” is missing"),
        (lambda form: form["statements"][0]["bases"][0].pop("target"), "statements.0..bases.0.: It names no report"),
        (lambda form: form["statements"][0]["bases"][-1].pop("kept"), "bases.[0-9]+..kept"),
        (lambda form: form["statements"][0]["bases"][-1].update(kept="e30="), "does not say who was counted"),
        (lambda form: kept_otherwise(form, day="June"), "is not a day such as"),
        (lambda form: kept_otherwise(form, how=[]), "how people were counted on its day"),
        (lambda form: kept_otherwise(form, members=[]), "does not say who was counted"),
        (lambda form: kept_otherwise(form, more=""), "does not say who was counted"),
        (lambda form: form["statements"][0].update(said_on="2024-13-01"), "statements.0..said_on"),
        (lambda form: form["statements"][0].update(judgements=[{"verdict": "maybe", "reason": "x"}]), "verdict"),
    ],
)
def test_what_cannot_be_taken_is_named(
    books: tuple[Casebook, Casebook], damage: Callable[[Json], object], told: str
) -> None:
    one, other = books
    form = exported(one)
    damage(form)
    head = other.journal.head_hash()
    with pytest.raises(BadInput, match=told):
        applied(other, form)
    assert other.journal.head_hash() == head


def test_a_statement_may_be_written_by_hand(books: tuple[Casebook, Casebook]) -> None:
    one, other = books
    other.statements.add(Said("press", "Before"))
    claim = one.people.view(1).reports[0].claim
    basis = {"kind": "report", "label": "Name", "value": "Ram Thapa", "target": claim}
    form = exported(one)
    form["editions"], form["statements"] = [], [{"kind": "press", "title": "By hand", "bases": [basis]}]
    applied(other, form)
    row = next(row for row in other.statements.rows() if row.title == "By hand")
    assert row.state is State.STANDS
    assert other.statements.view(row.uuid).bases[0].person == "Ram Thapa (CF-0000001)"
