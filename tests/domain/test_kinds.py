"""Values as typed, in their one stored form, in words and typed again; and what is refused, in one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain import kinds
from casefiles.domain.canonical import canonical
from casefiles.domain.catalogue import FIELDS, Field
from casefiles.domain.kinds import Kind, Value
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput
from casefiles.domain.status import STATUSES

TODAY = date(2025, 6, 1)
EVERY_KIND = sorted({field.kind.key: field.kind for field in FIELDS}.items())
PARTS = "The parts are: place, district, state, country."
BLANKS = "Use one of: unknown, not applicable, withheld."
BIDI = "\u202eanar\u202c\u200f"


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "shown"),
    [
        (kinds.TEXT, "  driver,\tsecond\u00a0class ", "driver, second class", "driver, second class"),
        (kinds.TEXT, "e\u0301", "é", "é"),
        (kinds.TEXT, "a\x00b\x07c", "abc", "abc"),
        (kinds.TEXT, f"R{BIDI}", "Ranar", "Ranar"),
        (kinds.LONG_TEXT, "one \r\n\r\ntwo\r\n", "one\n\ntwo", "one\n\ntwo"),
        (kinds.AGE, "30", 30, "30"),
        (kinds.AGE, "30 to 35", "30-35", "30–35"),
        (kinds.AGE, "30—30", 30, "30"),
        (kinds.AGE, "३०", 30, "30"),
        (kinds.AGE, "0", 0, "0"),
        (kinds.AGE, "Child", "child", "child"),
        (kinds.SIZE, "2-5", "2-5", "2–5"),
        (kinds.SEX, "woman", "woman", "Woman"),
        (kinds.SEX, "Not stated", "not stated", "Not stated"),
        (kinds.MARK, "restricted", "restricted", "Restricted"),
        (kinds.DATE, "March 2024", "2024-03", "Mar 2024"),
        (kinds.DATE, "2024-04/..", "2024-04/..", "Apr 2024 or later"),
        (kinds.NAME, " Asha  Rana", {"text": "Asha Rana", "kind": "display"}, "Asha Rana"),
        (kinds.PLACE, "Surat in Gujarat", {"place": "Surat", "state": "Gujarat"}, "Surat, Gujarat"),
        (kinds.NATIONALITY, "Nepal", {"country": "Nepal"}, "Nepal (not verified)"),
        (kinds.NATIONALITY, "Nepal (claimed)", {"country": "Nepal"}, "Nepal (not verified)"),
        (
            kinds.NATIONALITY,
            "Nepal (verified by embassy, May 2024)",
            {"country": "Nepal", "verified_by": "embassy", "verified_on": "2024-05"},
            "Nepal (verified by embassy, May 2024)",
        ),
        (
            kinds.NATIONALITY,
            "Nepal (verified by consulate, Lhotan)",
            {"country": "Nepal", "verified_by": "consulate, Lhotan"},
            "Nepal (verified by consulate, Lhotan)",
        ),
        (kinds.PAPER, "X1234567", "X1234567", "X1234567"),
        (kinds.STATUS, "Died of wounds", {"status": "died_of_wounds"}, "Died of wounds"),
        (kinds.STATUS, "unknown", {"status": "not_known"}, "Not known"),
        (kinds.STATUS, "Not known", {"status": "not_known"}, "Not known"),
        (kinds.AGE, "Not known", {"blank": "unknown"}, "Not known"),
        (kinds.DATE, "withheld", {"blank": "withheld"}, "Withheld"),
        (kinds.PLACE, "does not apply", {"blank": "not applicable"}, "Does not apply"),
    ],
)
def test_typed_stored_and_shown(kind: Kind, typed: str, stored: Value, shown: str) -> None:
    value = kind.read(typed, TODAY)
    assert value == stored
    assert kind.check(value) == value
    assert kind.show(value) == shown


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda: kinds.AGE.read("35-30", TODAY), "The range 35–30 is the wrong way round. Type 30–35."),
        (lambda: kinds.AGE.read("131", TODAY), "131 is outside 0–130. Check the number."),
        (lambda: kinds.SIZE.read("0", TODAY), "0 is outside 1–10,000,000. Check the number."),
        (lambda: kinds.AGE.read("thirty", TODAY), "“thirty” is not a number or a range. Type it as 30 or 30–35."),
        (lambda: kinds.SEX.read("x", TODAY), "“x” is not a choice here. Use one of: Man, Woman, Other, Not stated."),
        (lambda: kinds.TEXT.read(BIDI[:1] + "\u200d\x00 ", TODAY), "The value is empty. Type a value, or “unknown”."),
        (lambda: kinds.LONG_TEXT.read("\u202e\n\x07", TODAY), "The value is empty. Type some text."),
        (lambda: kinds.NAME.read("\u200d", TODAY), "The name is empty. Type a name, or leave the person unnamed."),
        (lambda: kinds.NAME.check({"text": ["a"]}), "The part “text” is not a text. Give one line of text."),
        (lambda: kinds.NAME.check({"kind": "x"}), "The name is empty. Type a name, or leave the person unnamed."),
        (lambda: kinds.PLACE.check({"town": "a"}), f"A place has no part called “town”. {PARTS}"),
        (lambda: kinds.PLACE.check({}), "The place is empty. Type it as Surat, Gujarat, India."),
        (lambda: kinds.TEXT.check({"blank": "lost"}), f"“lost” is no kind of blank. {BLANKS}"),
        (lambda: kinds.TEXT.check({"blank": ["lost"]}), f"“['lost']” is no kind of blank. {BLANKS}"),
        (lambda: kinds.TEXT.check(None), "That is not a text. Give one line of text."),
    ],
)  # fmt: skip
def test_refusals(read: Callable[[], object], says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read()
    assert str(refused.value) == says


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadInput, match="29 days"):
        kinds.DATE.read("2024-02-31", TODAY)


def every_kind(key: str) -> Kind:
    return dict(EVERY_KIND)[key]


@pytest.mark.parametrize("key", [key for key, _ in EVERY_KIND])
def test_a_megabyte_is_refused_in_one_short_sentence(key: str) -> None:
    for given_value in ("x" * 1_000_000, {"text": "x" * 1_000_000}, {"x" * 1_000_000: "a"}, {"blank": "x" * 1_000_000}):
        with pytest.raises(BadInput) as refused:
            every_kind(key).check(given_value)
        assert 10 < len(refused.value.say) < 200
        assert refused.value.hint


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "kind", "status", "date", "place", "state", "country", "verified_on", "blank", "x"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


def checked(kind: Kind, given_value: Any) -> Value:
    """Return the stored form; None, where it is refused in a sentence and a hint."""
    refusal = None
    try:
        return kind.check(given_value)
    except BadInput as refused:
        refusal = refused
    assert refusal.say.endswith(".")
    assert refusal.hint.endswith(".")
    return None


@given(st.sampled_from(EVERY_KIND), JSON)
def test_any_imported_value_is_refused_or_has_one_form(kind: tuple[str, Kind], given_value: Any) -> None:
    value = checked(kind[1], given_value)
    if value is None:
        return
    assert kind[1].check(value) == value
    assert canonical(value).encode()
    assert kind[1].show(value)
    assert kind[1].agrees(value, value)
    assert kind[1].bears_out(value, value)
    assert isinstance(kind[1].detail(value), int)


ONE_LINE = [field for field in FIELDS if field.kind is not kinds.LONG_TEXT]
TYPICAL = st.sampled_from(
    "30; 30-35; child; man; March 2024; about 6 Jan 2024; 2024-02-21?; Surat in Gujarat; Kaski, Nepal; India; killed;"
    " Stow in the Wold, Glos, UK; Delhi, in Delhi; Nepal (verified by x); unknown; withheld".split("; ")
)


def read(kind: Kind, typed: str) -> Value:
    try:
        return kind.read(typed, TODAY)
    except BadInput:
        return None


@given(st.sampled_from(ONE_LINE), TYPICAL | st.text(max_size=30))
def test_what_is_shown_can_be_typed_again(field: Field, typed: str) -> None:
    value = read(field.kind, typed)
    if value is None:
        return
    shown = field.kind.show(value)
    again = field.kind.read(shown, TODAY)
    assert field.kind.show(again) == shown
    if field.kind is not kinds.PLACE:  # which part a single word is cannot be told from the word
        assert again == value


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_and_leaves_one_visible_line(text: str) -> None:
    plain = clean(text)
    assert clean(plain) == plain
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain)
    plain.encode()


@pytest.mark.parametrize(
    ("number", "hidden"), [("X1234567", "••••4567"), ("P99", "••••"), ("123456", "••••"), ("1234567", "••••4567")]
)
def test_papers_are_masked(number: str, hidden: str) -> None:
    assert kinds.masked(number) == hidden


@pytest.mark.parametrize(
    ("kind", "one", "other", "agree", "borne_out"),
    [
        (kinds.AGE, 30, "28-32", True, True),
        (kinds.AGE, "28-32", 30, True, False),
        (kinds.AGE, 30, 31, False, False),
        (kinds.AGE, "child", 9, False, False),
        (kinds.DATE, "2024-03-09", "2024-03", True, True),
        (kinds.DATE, "2024-03", "2024-03-09", True, False),
        (kinds.DATE, "2024-04/..", "2024-03", False, False),
        (kinds.PLACE, {"state": "gujarat"}, {"state": "Gujarat", "place": "Surat"}, True, False),
        (kinds.PLACE, {"state": "Gujarat", "place": "Surat"}, {"state": "Gujarat"}, True, True),
        (kinds.PLACE, {"state": "Gujarat", "place": "Surat"}, {"state": "Gujarat", "country": "India"}, True, False),
        (kinds.PLACE, {"place": "Surat"}, {"place": "Kochi"}, False, False),
        (kinds.TEXT, "Driver", "driver", True, True),
        (kinds.TEXT, {"blank": "unknown"}, "driver", False, False),
    ],
)
def test_agreeing_and_bearing_out(kind: Kind, one: Value, other: Value, agree: bool, borne_out: bool) -> None:
    assert kind.agrees(one, other) is agree
    assert kind.agrees(other, one) is agree
    assert kind.bears_out(one, other) is borne_out


def test_every_status_reads_its_own_label() -> None:
    for key, status in STATUSES.items():
        assert kinds.STATUS.read(status.label, TODAY) == {"status": key}
