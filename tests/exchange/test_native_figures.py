"""Reported totals in the native form: in any order, by name or UUID, complete, and refused with their place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casefiles.domain.problems import BadInput
from casefiles.workspace import files
from casefiles.workspace.casebook import Casebook
from tests.exchange.books import new_book

Json = dict[str, Any]


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


TEXT = "The minister said that 126 were known: 12 dead, 96 out and 18 still there."
SHORT: Json = {
    "casefiles": 1,
    "situations": [{"id": _id(1), "name": "Border war"}],
    "sources": [{"id": _id(2), "title": "Answer", "publisher": "Ministry"}],
    "texts": [{"id": _id(3), "source": _id(2), "chars": TEXT}],
    "figures": [
        {
            "id": _id(12),
            "measure": "deaths",
            "low": 12,
            "part_of": _id(11),
            "passages": [{"text": _id(2), "quote": "12 dead"}],
        },
        {"id": _id(13), "measure": "out", "low": 90, "high": 96, "part_of": _id(11), "nesting": None},
        {
            "id": _id(11),
            "situation": "border war",
            "measure": "total",
            "low": 126,
            "speakers": ["Ministry"],
            "as_of": "2025-01-17",
        },
        {
            "id": _id(14),
            "measure": "dead",
            "low": 4,
            "replaced_by": _id(12),
            "replaced_on": "2025-01-20",
            "replaced_why": "later",
        },
        {
            "measure": "missing",
            "high": 16,
            "relation": "≤",
            "breakdown_by": "state",
            "breakdown": "Kaski",
            "situation": _id(1),
        },
        {"measure": "recruited", "low": 200, "relation": "~", "mode": "new", "unit": "families", "gap_owner": "AB"},
    ],
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    made = new_book(tmp_path / "a.casebook")
    yield made
    made.close()


def apply(book: Casebook, form: Json) -> files.Applied:
    path = book.path.with_suffix(".json")
    path.write_text(json.dumps(form))
    return files.apply(book, path)


def exported(book: Casebook) -> bytes:
    path = book.path.with_suffix(".out.json")
    files.export(book, path)
    return path.read_bytes()


def test_a_short_form_is_spelt_out(book: Casebook) -> None:
    assert apply(book, SHORT).records["figures"] == 6
    found = {one["id"]: one for one in json.loads(exported(book))["figures"]}
    assert list(found)[:3] == [_id(11), _id(12), _id(13)]
    dead = found[_id(12)]
    assert (dead["measure"], dead["low"], dead["high"], dead["relation"], dead["mode"]) == (
        "dead",
        12,
        12,
        "=",
        "cumulative",
    )
    assert (dead["wording"], dead["source"], dead["learned_on"]) == ("12 dead", _id(2), "2024-06-12")
    assert found[_id(11)]["situation"] == _id(1)
    assert found[_id(11)]["speakers"] == [{"kind": "official", "name": "Ministry"}]
    assert [(one["low"], one["high"]) for one in list(found.values())[4:]] == [(0, 16), (200, 200)]


def test_export_of_what_was_taken_in_is_the_same(book: Casebook, tmp_path: Path) -> None:
    apply(book, SHORT)
    once = exported(book)
    assert apply(book, SHORT | {"figures": SHORT["figures"][:4]}).records == {}
    assert exported(book) == once
    other = new_book(tmp_path / "b.casebook")
    apply(other, json.loads(once))
    assert exported(other) == once
    assert files.verify(other) == []
    other.journal.undo()
    assert json.loads(exported(other))["figures"] == []
    other.journal.redo()
    assert exported(other) == once
    other.close()


def test_parts_that_were_entered_first_come_after_their_whole(book: Casebook, tmp_path: Path) -> None:
    apply(book, {"casefiles": 1, "figures": [{"id": _id(1), "measure": "dead", "low": 4}]})
    apply(book, {"casefiles": 1, "figures": [{"id": _id(2), "measure": "total", "low": 9}]})
    apply(book, {"casefiles": 1, "figures": [{"id": _id(1), "measure": "dead", "part_of": _id(2)}]})
    once = exported(book)
    assert [(one["id"], one["low"]) for one in json.loads(once)["figures"]] == [(_id(2), 9), (_id(1), 4)]
    other = new_book(tmp_path / "b.casebook")
    apply(other, json.loads(once))
    assert exported(other) == once
    other.close()


def test_only_what_the_file_speaks_of_is_changed(book: Casebook) -> None:
    apply(book, SHORT)
    apply(book, {"casefiles": 1, "figures": [{"id": _id(13), "measure": "out", "relation": "≥", "low": 90}]})
    found = {one["id"]: one for one in json.loads(exported(book))["figures"]}
    assert (found[_id(13)]["low"], found[_id(13)]["high"], found[_id(13)]["part_of"]) == (90, None, _id(11))


@pytest.mark.parametrize(
    ("figures", "says"),
    [
        ([{"measure": "dead"}], "figures[0]: There is no number."),
        ([{"measure": "dead", "low": -1}], "figures[0].low: “-1” is not a whole number from 0, or null."),
        ([{"measure": "dead", "low": 5, "high": 3}], "figures[0]: 5 to 3 runs the wrong way round."),
        ([{"measure": "dead", "low": 5, "relation": "<"}], "figures[0].relation: “<” is not one of: =, ≥, ≤, ~."),
        ([{"measure": " ", "low": 5}], "figures[0].measure: What is counted is missing."),
        ([{"measure": "dead", "low": 5, "query": "colour:red"}], "figures[0].query: “colour:” is not a field"),
        ([{"measure": "dead", "low": 5, "query": "status:"}], "figures[0].query: This finds everybody."),
        ([{"measure": "dead", "low": 5, "situation": "Hill war"}], "figures[0]: “situation” names Hill war"),
        ([{"measure": "dead", "low": 5, "as_of": "2025-13"}], "figures[0].as_of: 2025-13 does not exist."),
        ([{"measure": "dead", "low": 5, "part_of": _id(99)}], f"figures[0]: “part_of” points at {_id(99)}"),
        ([{"measure": "dead", "low": 5, "breakdown": "Kaski"}], "figures[0]: A breakdown needs both"),
        (
            [{"measure": "dead", "low": 5}, {"id": _id(5), "measure": "dead", "low": 5, "part_of": _id(5)}],
            "figures[1]: A total would be part of itself",
        ),
        (
            [
                {"id": _id(5), "measure": "dead", "low": 5, "part_of": _id(6)},
                {"id": _id(6), "measure": "dead", "low": 5, "replaced_by": _id(5)},
            ],
            "figures[0]: A total would be part of itself",
        ),
        (
            [
                {"id": _id(5), "measure": "dead", "low": 5, "part_of": _id(6), "situation": "Border war"},
                {"id": _id(6), "measure": "dead", "low": 5, "situation": "Lake war"},
            ],
            "figures[0]: “part_of” points at a total of another situation.",
        ),
        (
            [{"measure": "dead", "low": 5, "passages": [{"text": _id(3), "quote": "nobody"}]}],
            "figures[0].passages[0]: ",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_place(book: Casebook, figures: list[Json], says: str) -> None:
    situations = [{"id": _id(1), "name": "Border war"}, {"id": _id(8), "name": "Lake war"}]
    form = SHORT | {"situations": situations, "figures": figures}
    before = exported(book)
    with pytest.raises(BadInput) as told:
        apply(book, form)
    assert str(told.value).startswith(says)
    assert exported(book) == before


def test_a_circle_through_the_casebook_is_refused_too(book: Casebook) -> None:
    apply(book, SHORT)
    with pytest.raises(BadInput, match=r"figures\[0\]: A total would be part of itself"):
        apply(book, {"casefiles": 1, "figures": [{"id": _id(11), "measure": "total", "low": 1, "part_of": _id(12)}]})


def test_a_very_deep_chain_is_taken(book: Casebook) -> None:
    chain: list[Json] = [
        {"id": _id(n), "measure": "total", "low": 5000 - n, "part_of": _id(n - 1)} for n in range(2, 2000)
    ]
    apply(book, {"casefiles": 1, "figures": [*chain[::-1], {"id": _id(1), "measure": "total", "low": 5000}]})
    assert len(book.figures.ledger().lines) == 1999
