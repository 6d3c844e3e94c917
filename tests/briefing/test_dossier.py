"""The dossier shows a person's versions side by side, every report, and how certain each value is."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from casefiles.briefing.facts import Field, Value

if TYPE_CHECKING:
    from tests.briefing.conftest import Invented, Printer


def test_person_with_differing_versions(printer: Printer, invented: Invented) -> None:
    text = " ".join(" ".join(printer.pages(invented.briefing(people=(invented.person(),)))).split())
    for words in (
        "Disputed: killed / missing",
        "Confirmed, the ministry, 11 Jun 2024",
        "Reported, the family, 18 Dec 2025",
        "male · Desk entry, no source",
        "Reported, Morning Post",
        "or Old Tarkand",
        "Reported, the ministry",
        "by 11 Jun 2024, day not known",
        "We use this",
        "Set aside older",
    ):
        assert words in text, words


def test_the_name_stands_once_with_its_notes(printer: Printer, invented: Invented) -> None:
    person = invented.person(timeline=(), reports=(), native_names=(), fields=())
    name = Field("Identity", "Name", Value(person.name, notes=(invented.post,), mark="Desk entry, no source"))
    pages = printer.pages(invented.briefing(people=(dataclasses.replace(person, fields=(name,)),)))
    text = " ".join(pages[0].split())
    assert text.split("Sources")[0].count(person.name) == 1
    assert f"Name {person.name}" not in text
    assert f"{person.name}[1]" in text
    assert f"{person.ref} · Desk entry, no source" in text
    assert "Identity" not in text


def test_group_names_its_members_and_remainder(printer: Printer, invented: Invented) -> None:
    text = " ".join(" ".join(printer.pages(invented.briefing(people=(invented.group(),)))).split())
    for words in (
        "group of 2",
        "Identified so far",
        "CF-0000001 Imran Shaikh 14 Jul 2024",
        "Not yet identified: 1 person",
    ):
        assert words in text, words


def test_each_person_begins_a_page_and_sources_come_last(printer: Printer, invented: Invented) -> None:
    people = tuple(invented.person(ref=f"CF-{at}", name=f"Person {at}", timeline=(), reports=()) for at in range(3))
    pages = printer.pages(invented.briefing(people=people))
    assert [sum(f"Person {at}" in page for page in pages) for at in range(3)] == [1, 1, 1]
    assert "Sources" in pages[-1]


def test_person_without_a_name_is_still_found(printer: Printer, invented: Invented) -> None:
    (page, *_) = printer.pages(invented.briefing(people=(invented.person(name="", native_names=()),)))
    assert "Name not known" in page
    assert "CF-0000001" in page
