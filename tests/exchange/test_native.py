"""The native form: complete, canonical, forgiving in writing and strict in meaning."""

from __future__ import annotations

import base64
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from casefiles.domain.problems import BadInput, NotFound
from casefiles.exchange.reading import SCHEMA
from casefiles.workspace import files
from casefiles.workspace.casebook import RESOURCES, Casebook
from tests.exchange.books import acts, carry_out, new_book

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


TEXT = "Ram Thapa, 30, of Surkhet was killed in March, his family said. Ram Thapa was a driver."
SHORT: Json = {
    "casefiles": 1,
    "situations": [{"id": _id(1), "name": "Border war"}],
    "sources": [{"id": _id(2), "title": "A letter", "published_on": "2024-04"}],
    "texts": [{"id": _id(3), "source": _id(2), "chars": TEXT}],
    "cases": [{"id": _id(4), "situations": [_id(1)]}, {"id": _id(5), "kind": "group"}],
    "claims": [
        {"id": _id(6), "case": _id(4), "field": "name", "value": "Ram Thapa"},
        {"case": _id(4), "field": "age", "value": 30, "passages": [{"text": _id(3), "start": 11, "end": 13}]},
        {"case": _id(4), "field": "origin", "value": "Surkhet, Nepal", "source": _id(2)},
        {
            "id": _id(7),
            "case": _id(4),
            "field": "status",
            "value": "killed",
            "speakers": ["family", {"name": "Daily Courier", "kind": "press"}],
            "passages": [{"text": _id(2), "quote": "was killed in March"}],
        },
        {"case": _id(4), "field": "sex", "value": "not stated"},
        {"case": _id(5), "field": "size", "value": "2-3"},
        {"case": _id(5), "field": "role", "value": "unknown"},
    ],
    "decisions": [{"target": _id(7), "verdict": "use", "reason": "the best we have"}],
    "memberships": [{"group": _id(5), "person": _id(4)}],
}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    casebook = new_book(tmp_path / "a.casebook")
    yield casebook
    casebook.close()


def _apply(book: Casebook, form: object) -> files.Applied:
    path = book.path.with_name("given.json")
    path.write_bytes(form if isinstance(form, bytes) else json.dumps(form).encode())
    return files.apply(book, path)


def _export(book: Casebook) -> bytes:
    path = book.path.with_name("state.json")
    files.export(book, path)
    return path.read_bytes()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts)
def test_a_casebook_survives_the_way_through_the_form(generated: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = new_book(Path(folder) / "one.casebook"), new_book(Path(folder) / "other.casebook")
        try:
            carry_out(one, generated)
            exported = _export(one)
            _apply(other, exported)
            assert _export(other) == exported
            assert files.verify(other) == []
            assert _views(other) == _views(one)
            number = other.journal.head_hash()
            _apply(other, exported)
            assert other.journal.head_hash() == number
        finally:
            one.close()
            other.close()


def _views(book: Casebook) -> list[tuple[object, ...]]:
    rows = book.finding.rows(range(1, 100))
    told = [(row.title, row.to_whom, row.said, row.state, row.moved) for row in book.statements.rows()]
    editions = [(row.number, row.title, row.issued, row.pages) for row in book.editions.rows()]
    shown = [(row.ref, row.heading, row.pill, row.date, row.versions, row.people) for row in rows]
    return [*shown, *told, *editions]


def test_one_act_brings_all_and_undo_takes_all_back(book: Casebook) -> None:
    before = _export(book)
    applied = _apply(book, SHORT)
    assert applied.records == {
        "situations": 1, "sources": 1, "texts": 1, "cases": 2, "claims": 7, "decisions": 1, "memberships": 1,
    }  # fmt: skip
    assert book.journal.undo_label() == "Apply given.json"
    book.journal.undo()
    assert _export(book) == before
    book.journal.redo()
    assert files.verify(book) == []


def test_short_forms_are_spelled_out(book: Casebook) -> None:
    _apply(book, SHORT)
    form = json.loads(_export(book))
    claims = {claim["field"]: claim for claim in form["claims"]}
    assert claims["name"]["value"] == {"text": "Ram Thapa", "kind": "display", "script": "Latn"}
    assert claims["origin"]["value"] == {"place": "Surkhet", "country": "Nepal"}
    assert claims["role"]["value"] == {"blank": "unknown"}
    assert claims["name"]["learned_on"] == "2024-06-12"
    assert claims["age"]["wording"] == "30"
    assert claims["age"]["source"] == _id(2)
    status = claims["status"]
    assert status["value"] == {"status": "killed"}
    assert status["speakers"] == [{"name": "family", "kind": "family"}, {"name": "Daily Courier", "kind": "press"}]
    assert [(one["text"], TEXT[one["start"] : one["end"]]) for one in status["passages"]] == [
        (_id(3), "was killed in March")
    ]
    assert form["decisions"][0]["officer"] == "Asha Bose"
    assert form["cases"][0]["kind"] == "person"


def test_the_export_is_canonical_and_fits_the_schema(book: Casebook) -> None:
    _apply(book, SHORT)
    exported = _export(book)
    form = json.loads(exported)
    assert list(form) == sorted(form)
    assert exported.endswith(b"}\n")
    Draft202012Validator(json.loads((RESOURCES / SCHEMA).read_text())).validate(form)


def test_saved_copies_travel_as_bytes(book: Casebook, tmp_path: Path) -> None:
    taken = book.sources.take_paste("The ministry said so.\r\n")
    book.sources.add(taken, {"title": "A statement"})
    (source,) = json.loads(_export(book))["sources"]
    assert base64.b64decode(source["captures"][0]["data"]) == b"The ministry said so.\r\n"


def test_records_known_by_uuid_are_brought_up_to_date(book: Casebook) -> None:
    _apply(book, SHORT)
    _apply(book, {"casefiles": 1, "sources": [{"id": _id(2), "publisher": "Daily Courier"}]})
    (source,) = json.loads(_export(book))["sources"]
    assert (source["title"], source["publisher"], source["published_on"]) == ("A letter", "Daily Courier", "2024-04")


def test_saved_searches_travel_and_are_brought_up_to_date(book: Casebook) -> None:
    first = {"id": _id(80), "name": "Dead", "text": "status:dead", "position": 2}
    older = {"id": _id(81), "name": "Of an older version", "text": "colour:red", "position": 1}
    assert _apply(book, {"casefiles": 1, "saved_searches": [first, older]}).records == {"saved_searches": 2}
    assert [one.name for one in book.saved_searches.all()] == ["Of an older version", "Dead"]
    _apply(book, {"casefiles": 1, "saved_searches": [{"id": _id(80), "name": "Killed", "text": "status:killed"}]})
    assert [one.text for one in book.saved_searches.all()] == ["colour:red", "status:killed"]
    with pytest.raises(BadInput, match=r"saved_searches\[0\]: The “name” or the “text” is empty"):
        _apply(book, {"casefiles": 1, "saved_searches": [{"name": " ", "text": "x"}]})


def test_two_casebooks_may_bring_the_same_name_for_a_search(book: Casebook) -> None:
    book.saved_searches.add("Dead", "status:dead")
    _apply(book, {"casefiles": 1, "saved_searches": [{"name": "Dead", "text": "group:dead"}]})
    assert len(book.saved_searches.all()) == 2
    with pytest.raises(NotFound, match="2 saved searches are called “dead”"):
        book.saved_searches.named("dead")


def test_settings_and_order_of_entry_are_kept(book: Casebook) -> None:
    _apply(book, {"casefiles": 1, "settings": {"title": "Another", "time_zone": "Asia/Kolkata"}})
    assert book.settings.title == "Another"
    with pytest.raises(BadInput, match="no time zone"):
        _apply(book, {"casefiles": 1, "settings": {"time_zone": "Mars/Base"}})


def _changed(change: Callable[[Json], object]) -> Json:
    form: Json = json.loads(json.dumps(SHORT))
    change(form)
    return form


def _claim(**changes: object) -> Callable[[Json], object]:
    return lambda form: form["claims"][1].update(changes)


def _more(section: str, record: Json) -> Callable[[Json], object]:
    return lambda form: form.setdefault(section, []).append(record)


REFUSED: dict[str, tuple[Callable[[Json], object], str]] = {
    "an unknown list": (lambda form: form.update(totals=[]), "The file: “totals” is not known here."),
    "an unknown key": (_claim(feild="age"), "claims[1]: “feild” is not known here; did you mean “field”?"),
    "a missing key": (lambda form: form["claims"][1].pop("case"), "claims[1]: “case” is missing."),
    "an id that is none": (_claim(id="asfan"), "claims[1].id: “asfan” is not a UUID in small letters."),
    "a later version": (lambda form: form.update(casefiles=2), "The file is in version 2 of the form"),
    "an unknown field": (_claim(field="colour"), "claims[1].field: There is no field called “colour”."),
    "an unknown status": (
        lambda form: form["claims"][3].update(value="vanished"),
        "claims[3].value: “vanished” is not a status.",
    ),
    "a day that is not": (_claim(said_on="2024-02-31"), "claims[1].said_on: 2024-02-31 does not exist."),
    "learned on no day": (_claim(learned_on="2024-02-31"), "claims[1].learned_on: “2024-02-31” is not a day"),
    "words not in the text": (
        _claim(passages=[{"text": _id(3), "quote": "no such words"}]),
        "claims[1].passages[0]: The quoted words are not in the text.",
    ),
    "words at another place": (
        _claim(passages=[{"text": _id(3), "quote": "Ram", "start": 1, "end": 4}]),
        "claims[1].passages[0]: The quoted words do not stand from 1 to 4 of the text.",
    ),
    "a place beyond the end": (
        _claim(passages=[{"text": _id(3), "start": 5, "end": 900}]),
        "claims[1].passages[0]: The quoted words do not stand",
    ),
    "a quote of nothing": (_claim(passages=[{"text": _id(3)}]), "claims[1].passages[0]: It has neither words nor"),
    "a text from nowhere": (
        _claim(passages=[{"text": _id(99), "quote": "Ram"}]),
        "claims[1].passages[0]: There is no text or source",
    ),
    "a case from nowhere": (_claim(case=_id(99)), "claims[1]: “case” points at"),
    "a part used twice": (
        _claim(passages=[{"id": _id(8), "text": _id(3), "quote": "Ram"}] * 2),
        "claims[1]: The id of one of its parts was used before in the file.",
    ),
    "an id used twice": (_claim(id=_id(6)), "claims[1]: This id was used before in the file."),
    "a control character": (
        lambda form: form["situations"][0].update(name="a\u202eb"),
        "situations[0].name: “a�b” is not one line of text.",
    ),
    "another hash": (
        lambda form: form["texts"][0].update(sha256="0" * 64),
        "texts[0].sha256: The SHA-256 is not that of what is given.",
    ),
    "a person as a group": (
        _more("memberships", {"group": _id(4), "person": _id(4)}),
        "memberships[1]: “group” points at a case that is not a group.",
    ),
    "twice one of a group": (
        _more("memberships", {"group": _id(5), "person": _id(4)}),
        "memberships[1]: This person is one of the group already.",
    ),
    "bytes that are none": (
        lambda form: form["sources"][0].update(captures=[{"data": "é"}]),
        "sources[0].captures[0]: “data” is not base64.",
    ),
    "a kind of source": (
        lambda form: form["sources"][0].update(kind="rumour"),
        "sources[0].kind: “rumour” is not one of",
    ),
    "a nameless speaker": (_claim(speakers=[""]), "claims[1].speakers[0]: “” is not a speaker"),
    "a verdict": (
        lambda form: form["decisions"][0].update(verdict="maybe"),
        "decisions[0].verdict: “maybe” is not one",
    ),
}


@pytest.mark.parametrize(("change", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_leaves_nothing_behind(book: Casebook, change: Callable[[Json], object], says: str) -> None:
    before, head = _export(book), book.journal.head_hash()
    with pytest.raises(BadInput) as refused:
        _apply(book, _changed(change))
    assert refused.value.say.startswith(says)
    assert _export(book) == before
    assert book.journal.head_hash() == head


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "The file is not well-formed JSON: line 1, column 2."),
        (b"\xff\xfe{}", "The file is not "),
        (b"[]", "The file is not in the native form"),
        (b"[" * 100_000, "The file is JSON that no program would write."),
        (b'{"casefiles": 1, "settings": {"title": "\\ud800"}}', "The file is not text in UTF-8."),
        (b'{"casefiles": "one"}', "casefiles: “one” is not the version, 1."),
    ],
)
def test_a_file_that_is_not_the_form(book: Casebook, data: bytes, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        _apply(book, data)
    assert refused.value.say.startswith(says)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda form: form["claims"][0].update(value="Raj Thapa"), "claims[0]: This report is here already"),
        (lambda form: form["claims"][3].update(passages=[]), "claims[3]: This report is here already"),
        (lambda form: form["texts"][0].update(chars="Other words"), "texts[0]: This text is here already"),
        (lambda form: form["cases"][0].update(kind="group"), "cases[0]: This record is here already"),
    ],
)
def test_what_was_reported_is_never_changed(book: Casebook, change: Callable[[Json], object], says: str) -> None:
    fixed = {"casefiles": 1, **{name: SHORT[name] for name in ("situations", "sources", "texts", "cases", "claims")}}
    _apply(book, fixed)
    other = json.loads(json.dumps(fixed))
    change(other)
    with pytest.raises(BadInput) as refused:
        _apply(book, other)
    assert refused.value.say.startswith(says)


def test_a_part_of_another_record_is_not_taken_over(book: Casebook) -> None:
    part = {"id": _id(8), "text": _id(3), "quote": "Ram"}
    _apply(book, _changed(_claim(passages=[part])))
    more = {"case": _id(4), "field": "role", "value": "driver", "passages": [part]}
    with pytest.raises(BadInput, match="belongs to another record"):
        _apply(book, {"casefiles": 1, "claims": [more]})


def test_the_documented_example_can_be_taken_in(book: Casebook) -> None:
    page = (ROOT / "docs" / "native-format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    _apply(book, example.encode())
    assert book.people.view(1).pill.text == "Reported killed"


def test_the_documentation_holds_the_schema() -> None:
    page = (ROOT / "docs" / "native-format.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```json schema\n(.*?)```", page, re.DOTALL)
    assert block == (RESOURCES / SCHEMA).read_text(encoding="utf-8")
