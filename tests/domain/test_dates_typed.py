"""Dates as officers type them, and the words they are shown in."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles.domain.dates import PartialDate, hint, read_date, show
from casefiles.domain.problems import BadInput

TODAY = date(2025, 6, 15)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        # the exact form
        ("2024-02-21", "2024-02-21"),
        ("2024-02-xx", "2024-02"),
        ("2024-04 / ..", "2024-04/.."),
        ("202x", "2020/2029"),
        ("2024-21", "2024-03/2024-05"),
        # days, months, years
        ("21 Feb 2024", "2024-02-21"),
        ("21 February 2024", "2024-02-21"),
        ("Feb 21, 2024", "2024-02-21"),
        ("February 21st 2024", "2024-02-21"),
        ("the 21st of February, 2024", "2024-02-21"),
        ("on 21 Feb 2024", "2024-02-21"),
        ("21-Feb-2024", "2024-02-21"),
        ("21feb2024", "2024-02-21"),
        ("2024 Feb 21", "2024-02-21"),
        ("March 2024", "2024-03"),
        ("Mar 2024", "2024-03"),
        ("Mar. 2024", "2024-03"),
        ("MARCH 2024", "2024-03"),
        ("Sept 2024", "2024-09"),
        ("in March 2024", "2024-03"),
        ("2024", "2024"),
        # figures
        ("2024/03/05", "2024-03-05"),
        ("2024-3-5", "2024-03-05"),
        ("2024/3", "2024-03"),
        ("3/2024", "2024-03"),
        ("3 / 2024", "2024-03"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("21.02.2024", "2024-02-21"),
        ("21. 2. 2024", "2024-02-21"),
        ("05-05-2024", "2024-05-05"),
        # about, uncertain
        ("about 6 Jan 2025", "2025-01-06~"),
        ("around March 2024", "2024-03~"),
        ("c. 2024", "2024~"),
        ("~ 2024", "2024~"),
        ("early March 2024", "2024-03~"),
        ("mid-March 2024", "2024-03~"),
        ("the end of March 2024", "2024-03~"),
        ("late 2024", "2024~"),
        ("possibly 21 Feb 2024", "2024-02-21?"),
        ("21 Feb 2024 (uncertain)", "2024-02-21?"),
        ("21 Feb 2024?", "2024-02-21?"),
        ("perhaps around March 2024", "2024-03%"),
        ("Mar 2024~", "2024-03~"),
        # one end
        ("before 11 June 2024", "../2024-06-11"),
        ("by 11 Jun 2024, day not known", "../2024-06-11"),
        ("on or before 11 June 2024", "../2024-06-11"),
        ("11 June 2024 or earlier", "../2024-06-11"),
        ("by about March 2024", "../2024-03~"),
        ("before spring 2024", "../2024-05"),
        ("after 4 April 2024", "2024-04-04/.."),
        ("since April 2024", "2024-04/.."),
        ("from 4 April 2024", "2024-04-04/.."),
        ("since possibly April 2024", "2024-04?/.."),
        # ranges
        ("4–6 Jan 2025", "2025-01-04/2025-01-06"),
        ("4-6 Jan 2025", "2025-01-04/2025-01-06"),
        ("Jan 4-6, 2025", "2025-01-04/2025-01-06"),
        ("4 to 6 Jan 2025", "2025-01-04/2025-01-06"),
        ("from 4 to 6 Jan 2025", "2025-01-04/2025-01-06"),
        ("between 4 Jan 2025 and 6 Jan 2025", "2025-01-04/2025-01-06"),
        ("between 4 and 6 January 2025", "2025-01-04/2025-01-06"),
        ("28 Feb – 3 Mar 2024", "2024-02-28/2024-03-03"),
        ("28 Dec 2024 – 3 Jan 2025", "2024-12-28/2025-01-03"),
        ("4 Jan 2025 – 6 Feb", "2025-01-04/2025-02-06"),
        ("Jan–Mar 2024", "2024-01/2024-03"),
        ("Dec 2024 - Feb 2025", "2024-12/2025-02"),
        ("2023–2024", "2023/2024"),
        ("2024 – 5 Mar 2024", "2024/2024-03-05"),
        ("2024-3-1 - 2024-3-5", "2024-03-01/2024-03-05"),
        ("about 4–6 Jan 2025", "2025-01-04~/2025-01-06~"),
        ("around 4–6 Jan 2025 (uncertain)", "2025-01-04%/2025-01-06%"),
        ("early March – late April 2024", "2024-03~/2024-04~"),
        ("from Mar 2024 to around Apr 2024", "2024-03/2024-04~"),
        ("4–4 Jan 2025", "2025-01-04"),
        # seasons, decades
        ("spring 2024", "2024-03/2024-05"),
        ("Fall 2024", "2024-09/2024-11"),
        ("winter 2024–25", "2024-12/2025-02"),
        ("winter 2024/2025", "2024-12/2025-02"),
        ("the 1990s", "1990/1999"),
        ("early 2020s", "2020~/2029~"),
        # what keyboards and web pages put in
        ("  21\u00a0Feb\t2024 ", "2024-02-21"),
        ("\u200e21 Feb 2024\u200f", "2024-02-21"),
        ("٢١ Feb ٢٠٢٤", "2024-02-21"),
        ("२१ Feb २०२४", "2024-02-21"),
        ("۲۰۲۴-۰۲", "2024-02"),
        ("2024‑02‒21", "2024-02-21"),
        ("4 − 6 Jan 2025", "2025-01-04/2025-01-06"),
    ],
)
def test_what_officers_type_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed, today=TODAY).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "today", "edtf"),
    [
        ("6 Jan", date(2025, 6, 15), "2025-01-06"),
        ("6 Jan", date(2025, 1, 6), "2025-01-06"),
        ("6 Jan", date(2025, 1, 5), "2024-01-06"),
        ("11th June", date(2025, 6, 15), "2025-06-11"),
        ("June 11", date(2025, 6, 15), "2025-06-11"),
        ("about 6 Jan.", date(2025, 6, 15), "2025-01-06~"),
        ("before 11 June", date(2025, 6, 1), "../2024-06-11"),
        ("29 Feb", date(2027, 1, 1), "2024-02-29"),
        ("29 Feb", date(1903, 1, 1), "1896-02-29"),
        ("20–24 Jan", date(2025, 6, 15), "2025-01-20/2025-01-24"),
        ("between 28 Feb and 3 March", date(2025, 3, 1), "2024-02-28/2024-03-03"),
    ],
)
def test_a_day_without_its_year_is_the_latest_one_not_after_today(typed: str, today: date, edtf: str) -> None:
    assert read_date(typed, today=today).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("03/04/2024", ["two ways", "3 Apr 2024", "4 Mar 2024"]),
        ("3.4.2024", ["two ways", "3 Apr 2024", "4 Mar 2024"]),
        ("Mar 24", ["as a day", "24 Mar", "Mar 2024"]),
        ("winter 2024", ["two ways", "winter 2023–24", "winter 2024–25"]),
        ("2023-24", ["two years", "season", "2023–2024"]),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(typed: str, words: list[str]) -> None:
    with pytest.raises(BadInput) as trouble:
        read_date(typed, today=TODAY)
    assert [word for word in words if word not in str(trouble.value)] == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2024-02-31", "2024-02-31 does not exist. February 2024 has 29 days."),
        ("31 Feb 2024", "2024-02-31 does not exist. February 2024 has 29 days."),
        ("30 Feb", "2025-02-30 does not exist. February 2025 has 28 days."),
        ("2024-25", "2024-25 does not exist. Months run from 01 to 12."),
        ("0999", "A year must lie between 1000 and 9999."),
        ("March", "The year is missing."),
        ("Jan–Mar", "The year is missing."),
        ("6 2025", "The month is missing."),
        ("12", "The month is missing."),
        ("Jan 2024 - 5", "The month is missing."),
        ("28 Dec – 3 Jan 2025", "2025-12-28/2025-01-03 ends before it begins."),
        ("winter 2024–26", "A winter runs over two years that follow each other."),
        ("", "There is no date here."),
        (" \u200b\u00a0", "There is no date here."),
        ("March 2024 " * 10, "This is too long to be a date."),
    ],
)
def test_what_is_wrong_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as trouble:
        read_date(typed, today=TODAY)
    assert trouble.value.say == sentence
    assert trouble.value.hint


@pytest.mark.parametrize(
    "typed",
    [
        "hello",
        "yesterday",
        "21 Feb 24",
        "21/02/24",
        "20241",
        "5² March 2024",
        "early 5 March 2024",
        "10:30",
        "2024-02-21T10:00",
        "../..",
        "March 2024 or",
        "between March 2024",
        "before",
        "by by 2024",
        "4, 5 and 6 Jan",
        "6 Foo 2024",
        "2000s",
        "4/5 Jan 2024",
        "Mär 2024",
        "by 4–6 Jan 2025",
        "1–2–3 Jan 2024",
    ],
)
def test_anything_else_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadInput, match=r"cannot be read as a date\. Write for example 21 Feb 2024"):
        read_date(typed, today=TODAY)


def test_a_megabyte_is_refused_at_once() -> None:
    began = time.process_time()
    with pytest.raises(BadInput, match="too long"):
        read_date("1" * 1_000_000, today=TODAY)
    assert time.process_time() - began < 0.05


PHRASES = [
    "around ",
    "possibly ",
    "by ",
    "since ",
    "from ",
    "between ",
    "mid-",
    " to ",
    " and ",
    "–",
    "6",
    " ",
    "24",
    "Jan",
    " Mar",
    " 2024",
    "2025",
    "/",
    "winter ",
    "2020s",
    "?",
    " (uncertain)",
    ", day not known",
    " or later",
]


def told_or_read_again(text: str) -> bool:
    """Whether the text is refused in a sentence, or shown in words that read back the same."""
    try:
        when = read_date(text, today=TODAY)
    except BadInput as trouble:
        return trouble.say.endswith(".") and trouble.hint.endswith(".")
    return read_date(show(when), today=TODAY) == when


@given(st.text(alphabet="0123456789 -–/.,?~%()Xabcdefghijlmnoprstuvwy", max_size=80))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    assert told_or_read_again(text)


@given(st.lists(st.sampled_from(PHRASES), max_size=9).map("".join))
def test_any_mix_of_known_words_is_read_or_refused_in_a_sentence(text: str) -> None:
    assert told_or_read_again(text)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03", "Mar 2024"),
        ("2024", "2024"),
        ("2024-03~", "around Mar 2024"),
        ("2024-02-21?", "21 Feb 2024 (uncertain)"),
        ("2024-02-21%", "around 21 Feb 2024 (uncertain)"),
        ("2025-01-04/2025-01-06", "4–6 Jan 2025"),
        ("2024-02-28/2024-03-03", "28 Feb – 3 Mar 2024"),
        ("2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025"),
        ("2024-01/2024-03", "Jan–Mar 2024"),
        ("2024-12/2025-02", "Dec 2024 – Feb 2025"),
        ("2020/2029", "2020–2029"),
        ("2024-03/2024-04-05", "Mar 2024 – 5 Apr 2024"),
        ("2025-01-04~/2025-01-06~", "around 4–6 Jan 2025"),
        ("2024-03~/2024-04", "from around Mar 2024 to Apr 2024"),
        ("../2024-06-11", "by 11 Jun 2024, day not known"),
        ("../2024-06-11?", "by 11 Jun 2024 (uncertain), day not known"),
        ("2024-04/..", "Apr 2024 or later"),
    ],
)
def test_dates_are_shown_in_words(edtf: str, words: str) -> None:
    when = PartialDate.parse_edtf(edtf)
    assert show(when) == words
    assert hint(when) == edtf
    assert read_date(words, today=TODAY) == when


def test_month_names_can_be_given_in_another_language() -> None:
    spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
    assert show(PartialDate.parse_edtf("2025-01-04/2025-04-06"), spanish) == "4 ene – 6 abr 2025"
    assert show(PartialDate.parse_edtf("2024-01/2024-12"), spanish) == "ene–dic 2024"
