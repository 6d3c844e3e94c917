"""Buttons that edit the text of a search, what is offered while it is typed, and the card that tells it all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.problems import BadInput
from casefiles.search.card import CARD, page
from casefiles.search.completing import complete
from casefiles.search.editing import toggled, values_of, with_term, without_term
from casefiles.search.fields import BY_WORD, SEARCH_FIELDS
from casefiles.search.query import parse, read
from tests.search.texts import TEXTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("", "group", "dead", "group:dead"),
        ("Asha  O'Neil", "group", "dead", "Asha O'Neil group:dead"),
        ("group:home asha", "group", "dead", "group:dead asha"),
        ("group:home asha group:out", "group", "Dead", "group:dead asha"),
        ("group:dead,home asha", "group", "dead", "group:dead asha"),
        ("a or b", "group", "dead", "(a or b) group:dead"),
        ("-group:dead", "group", "dead", "-group:dead group:dead"),
        ("age:<=29 asha", "group", "dead", "age:<=29 asha group:dead"),
        ("", "situation", "Northern war", 'situation:"northern war"'),
        ("asha", "age", "20..30", "asha age:20..30"),
    ],
)
def test_a_filter_is_set(text: str, field: str, value: str, edited: str) -> None:
    assert with_term(text, field, value) == edited


@pytest.mark.parametrize(
    ("text", "field", "value", "edited"),
    [
        ("group:dead asha", "group", "", "asha"),
        ("group:dead,home asha", "group", "dead", "group:home asha"),
        ("group:dead asha", "group", "home", "group:dead asha"),
        ("(a or b) group:dead", "group", "dead", "a or b"),
        ("asha", "group", "dead", "asha"),
    ],
)
def test_a_filter_is_taken_away(text: str, field: str, value: str, edited: str) -> None:
    assert without_term(text, field, value) == edited


def test_a_filter_is_toggled_beside_others() -> None:
    text = toggled("asha", "status", "killed")
    text = toggled(text, "status", "missing")
    assert text == "asha status:killed,missing"
    assert values_of(text, "status") == ("killed", "missing")
    assert toggled(toggled(text, "status", "killed"), "status", "missing") == "asha"


@pytest.mark.parametrize(("field", "value"), [("group", "deaf"), ("date", "2024-02-31"), ("owner", "…")])
def test_a_value_that_is_none_is_refused(field: str, value: str) -> None:
    with pytest.raises(BadInput):
        with_term("asha", field, value)


@given(TEXTS, st.sampled_from(SEARCH_FIELDS))
def test_the_box_and_the_buttons_agree(text: str, field: object) -> None:
    word, value = field.word, field.example  # type: ignore[attr-defined]  # hypothesis cannot tell
    edited = with_term(text, word, value)
    assert read(edited).problem is None
    assert len(values_of(edited, word)) == 1
    assert values_of(without_term(edited, word), word) == ()
    turned = toggled(toggled(edited, word, value), word, value)
    assert set(values_of(turned, word)) == set(values_of(edited, word))


def offered(text: str, cursor: int | None = None) -> list[str]:
    known = {"situation": ["Northern war", "South"], "owner": ["A. Rao"]}
    return [one.text for one in complete(text, len(text) if cursor is None else cursor, known)]


def test_fields_are_offered() -> None:
    assert offered("sta") == ["status:", "group:"]
    assert offered("asha -sai") == ["said:", "said-by:"]
    assert offered("asha (contac") == ["contact:"]
    assert offered("sta xx", 3) == ["status:", "group:"]
    assert offered("") == offered("asha ") == offered('"sta') == offered("(") == []


def test_values_are_offered() -> None:
    assert offered("status:ki") == ["killed"]
    assert offered("status:killed,re")[0] == "recruited"
    assert "killed" not in offered("status:killed,")
    assert offered("group:there") == ["still_there"]
    assert offered("missing:said") == ["said", "said-by"]
    assert offered("age:ch") == ["child"]
    assert offered("situation:") == ['"Northern war"', '"South"']
    assert offered("situation:wa") == ['"Northern war"']
    assert offered("owner:rao") == ['"A. Rao"']
    assert offered("staus:ki") == []


@given(TEXTS, st.integers(0, 60))
def test_what_is_offered_lies_before_the_cursor(text: str, cursor: int) -> None:
    for one in complete(text, cursor, {"owner": ["A. Rao"]}):
        assert 0 <= one.start <= one.end <= cursor


@pytest.mark.parametrize("field", [field.word for field in SEARCH_FIELDS])
def test_every_value_offered_can_be_read(field: str) -> None:
    for one in complete(f"{field}:", len(field) + 1, {field: ['A "Rao"', "b,c"] if field == "owner" else []}):
        assert values_of(f"{field}:{one.text} asha", field)


def test_the_card_tells_every_field_with_examples_that_can_be_read() -> None:
    examples = [line.example for part in CARD for line in part.lines]
    assert all(parse(example) for example in examples)
    assert {example.partition(":")[0] for example in examples if ":" in example} >= BY_WORD.keys()


def test_the_page_about_searching_follows_the_card() -> None:
    assert (ROOT / "docs" / "search.md").read_text(encoding="utf-8") == page()
