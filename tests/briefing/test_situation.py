"""The situation briefing says what it must, and its two-page form never grows past two pages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles.briefing.blocks import AnnexStart, Document, Table
from casefiles.briefing.facts import CountRow, OriginRow, PeopleRow, SituationFacts, Status, Value
from casefiles.briefing.fonts import FontShelf
from casefiles.briefing.layout import Layout
from casefiles.briefing.registry import TEMPLATES
from casefiles.briefing.shaping import Shaper

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.briefing.facts import BriefingFacts
    from tests.briefing.conftest import Invented, Printer


@pytest.fixture
def layout(resources: Path) -> Layout:
    return Layout(Shaper(FontShelf(resources / "fonts")))


def two_pages(layout: Layout, facts: BriefingFacts) -> Document:
    return TEMPLATES["situation"].compose(
        dataclasses.replace(facts, options=("two-pages",)), lambda document: len(layout.lay(document).pages)
    )


def people_in(document: Document) -> int:
    tables = [
        block for block in document.blocks if isinstance(block, Table) and block.summary.startswith("People, one")
    ]
    return len(tables[0].rows) if tables else 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(
    people=st.sampled_from([0, 1, 11, 12, 13, 60, 500]),
    changes=st.integers(0, 60),
    letters=st.sampled_from([0, 40, 900, 3000, 30_000]),
    sentence=st.sampled_from(["Four are dead. ", "x", "Line.\n", "Ein sehr langer Satz ohne Ende "]),
    title=st.sampled_from([10, 3000]),
    rows=st.integers(0, 60),
)
def test_body_never_exceeds_two_pages(
    layout: Layout,
    invented: Invented,
    people: int,
    changes: int,
    letters: int,
    sentence: str,
    title: int,
    rows: int,
) -> None:
    line = sentence * (letters // len(sentence))
    view = dataclasses.replace(
        invented.situation(people, changes, line),
        counts=tuple(CountRow("Status " * (at + 1), "dead", "4" * 30, "1") for at in range(rows)),
        origins=tuple(OriginRow("Origin " * 20, ("1",) * rows, "4", "1") for _ in range(rows)),
    )
    document = two_pages(
        layout, invented.briefing("situation", situation=view, title="T" * title, audience="A" * title)
    )
    laid = layout.lay(document)
    assert laid.body_pages <= 2
    assert len(layout.lay(document.body()).pages) == laid.body_pages
    assert people_in(document) <= 12
    assert [block.title for block in document.blocks if isinstance(block, AnnexStart)] == ["Annex: sources"]


@pytest.mark.parametrize(("people", "shown"), [(0, 0), (5, 5), (12, 12)])
def test_what_fits_is_shown_in_full(layout: Layout, invented: Invented, people: int, shown: int) -> None:
    document = two_pages(layout, invented.briefing("situation", situation=invented.situation(people)))
    assert people_in(document) == shown
    assert not any("Not shown here" in str(block) for block in document.blocks)


def test_what_is_left_out_is_said(printer: Printer, invented: Invented) -> None:
    view = invented.situation(people=500, changes=60, line="Sentence of some length about many people. " * 400)
    pages = printer.pages(invented.briefing("situation", situation=view, options=("two-pages",)))
    body = " ".join(" ".join(pages[:2]).split())
    assert "Not shown here:" in body
    assert "of 500 entries of people" in body
    assert "the end of the bottom line" in body
    assert "The full briefing holds them." in body
    assert "Shortened to fit" in body
    assert pages[2].count("Annex: sources") == 1
    assert "Annex: sources" not in body


def test_full_form_holds_everything(printer: Printer, invented: Invented) -> None:
    text = " ".join(" ".join(printer.pages(invented.briefing("situation", situation=invented.situation(30)))).split())
    assert all(f"CF-{at:07d}" in text for at in range(30))
    for words in (
        "Bottom line Four are dead.",
        "Period: 1 Jan – 12 Jun 2024",
        "of which disputed",
        "By origin",
        "What changed since 5 Jun 2024",
        "or Old Tarkand",
        "3 people whose family asked not to be named.",
        "Shown: all people of this situation",
    ):
        assert words in text


def test_no_change_is_said(printer: Printer, invented: Invented) -> None:
    facts = invented.briefing("situation", situation=invented.situation(changes=0))
    assert "Nothing changed since 5 Jun 2024." in printer.pages(facts)[0]


def test_empty_situation_still_prints(printer: Printer, invented: Invented) -> None:
    for options in ((), ("two-pages",)):
        pages = printer.pages(invented.briefing("situation", situation=SituationFacts("Empty"), options=options))
        assert "No source is cited." in pages[-1]


def test_a_status_without_words_is_a_dash_too(printer: Printer, invented: Invented) -> None:
    nothing, status = Value(""), Status("", "not-known", "")
    held = PeopleRow("", Value("Held back: 1 person"), status, nothing, nothing, nothing, nothing)
    view = dataclasses.replace(invented.situation(0), people=(held,))
    (page, *_) = printer.pages(invented.briefing("situation", situation=view))
    row = next(line for line in page.splitlines() if "Held back" in line)
    assert row.split("person")[1].split() == ["–"] * 5


def test_a_value_without_text_is_a_dash_not_a_gap(printer: Printer, invented: Invented) -> None:
    view = dataclasses.replace(invented.situation(0), people=(invented.row(age=Value("")),))
    assert "–" in printer.pages(invented.briefing("situation", situation=view))[0]


@pytest.mark.parametrize("days", [1, 4, 40])
def test_any_number_of_totals_fits_two_pages_and_what_is_left_out_is_said(
    layout: Layout, invented: Invented, days: int
) -> None:
    view = dataclasses.replace(invented.situation(people=30, changes=10), ledger=invented.ledger(days))
    document = two_pages(layout, invented.briefing("situation", situation=view))
    assert len(layout.lay(document.body()).pages) <= 2
    words = " ".join(document.left_out)
    assert "Reported totals" in str(document.blocks)
    assert ("reported totals" in words) is (days > 1)
