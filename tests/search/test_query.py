"""What the search box understands, and how it says that it does not."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.problems import BadInput
from casefiles.domain.status import GROUP_LABELS, STATUSES
from casefiles.search.query import OriginHas, Query, StatusIs, Word, parse


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text) for text in texts)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  \t\n", ()),
        ("Asha RANA", words("asha", "rana")),
        ("O'Neil O’Neil", words("oneil", "oneil")),
        ("covid-19", words("covid", "19")),
        ('"Asha Rana"', words("asha", "rana")),
        ('"Asha Rana', words("asha", "rana")),
        ('"', ()),
        ('""', ()),
        ("as\0ha", words("as", "ha")),
        ("आशा", words("आशा")),
        ("a asha", words("asha")),
        ("a", words("a")),
        ("12:30", words("12", "30")),
        ("status:killed", (StatusIs(("killed",)),)),
        ("Status:DEAD", (StatusIs(groups=("dead",)),)),
        ('status:"Still there"', (StatusIs(groups=("still_there",)),)),
        ("status:died_of_wounds asha", (StatusIs(("died_of_wounds",)), *words("asha"))),
        ("status:", ()),
        ('origin:"Surat, Gujarat"', (OriginHas(("surat", "gujarat")),)),
        ("origin:Kaski origin:nepal", (OriginHas(("kaski",)), OriginHas(("nepal",)))),
        ("origin:", ()),
        ("origin:…", ()),
    ],
)
def test_parse(typed: str, terms: tuple[object, ...]) -> None:
    assert parse(typed) == Query(terms)  # type: ignore[arg-type]  # written as one tuple of all kinds


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("staus:dead", "“staus:” is not a field to search by. Did you mean “status:”?"),
        ("orign:x", "“orign:” is not a field to search by. Did you mean “origin:”?"),
        ("qqq:x", "“qqq:” is not a field to search by. Search by status:, group:, origin: or words."),
    ],
)
def test_an_unknown_field_names_the_nearest(typed: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse(typed)
    assert str(refused.value) == says


def test_an_unknown_status_names_the_groups() -> None:
    with pytest.raises(BadInput) as refused:
        parse("status:" + "x" * 900)
    assert len(refused.value.say) < 80
    assert all(label in refused.value.hint for label in GROUP_LABELS.values())


@pytest.mark.parametrize("label", [*GROUP_LABELS.values(), *(status.label for status in STATUSES.values())])
def test_every_status_and_group_can_be_searched_by_its_label(label: str) -> None:
    assert isinstance(parse(f'status:"{label}"').terms[0], StatusIs)


@given(st.text(max_size=80) | st.from_regex(r'((status|origin|name)?:?["\']?[\w\0 *^()-]{0,6}["\']?){1,5}'))
def test_any_text_is_understood_or_refused(text: str) -> None:
    with suppress(BadInput):
        query = parse(text)
        assert all(word == word.strip() and word for word in query.words)


def test_a_hundred_kilobytes_are_read_as_far_as_anybody_types() -> None:
    assert len(parse("asha " * 20_000).terms) == 200
    assert parse("x" * 100_000).words == ("x" * 1000,)
