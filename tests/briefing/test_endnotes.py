"""Every number in the text leads to its note and back, and equal notes share a number."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from casefiles.briefing.endnotes import Numbering

if TYPE_CHECKING:
    from tests.briefing.conftest import Invented, Printer


def test_equal_notes_share_a_number(invented: Invented) -> None:
    numbering = Numbering()
    twin = dataclasses.replace(invented.post)
    assert numbering.numbers((invented.post, invented.ministry)) == (1, 2)
    assert numbering.numbers((invented.ministry, twin)) == (1, 2)
    assert numbering.numbers((invented.vecherka,)) == (3,)
    assert [note.number for note in numbering.endnotes().notes] == [1, 2, 3]


@pytest.mark.parametrize("kind", ["dossier", "situation", "two-pages"])
def test_numbers_and_notes_answer_each_other(printer: Printer, invented: Invented, kind: str) -> None:
    facts = (
        invented.briefing(people=(invented.person(), invented.group()))
        if kind == "dossier"
        else invented.briefing(
            "situation",
            situation=invented.situation(people=30),
            options=("two-pages",) if kind == "two-pages" else (),
        )
    )
    with pikepdf.open(printer(facts)) as pdf:
        numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
        leads = [
            annotation for page in pdf.pages for annotation in page.obj.get("/Annots", []) if "/Dest" in annotation
        ]
        there = {int(str(lead.Contents).split()[-1]) for lead in leads if str(lead.Contents).startswith("Note ")}
        back = {int(str(lead.Contents).split()[-1]) for lead in leads if str(lead.Contents).startswith("Back ")}
        notes = {str(name) for name in pdf.Root.StructTreeRoot.IDTree.Names if isinstance(name, pikepdf.String)}
        assert there == back == {int(name.removeprefix("note-")) for name in notes}
        assert there == set(range(1, len(there) + 1))
        for lead in leads:
            assert lead.Dest[0].objgen in numbers
            assert 0 < float(lead.Dest[3]) <= 842
        assert all(_lands(lead, leads) for lead in leads)


def _lands(lead: Any, leads: list[Any]) -> bool:
    """A note's number stands within the view that a jump to it opens."""
    words = str(lead.Contents)
    if not words.startswith("Note "):
        return True
    ways_back = [
        other for other in leads if str(other.Contents) == f"Back to the text from note {words.rsplit(maxsplit=1)[-1]}"
    ]
    return any(0 <= float(lead.Dest[3]) - float(other.Rect[3]) < 20 for other in ways_back)


def test_a_note_says_source_day_speaker_and_words(printer: Printer, invented: Invented) -> None:
    text = " ".join(" ".join(printer.pages(invented.briefing(people=(invented.person(),)))).split())
    assert "Families ask for news, Morning Post, by Mara Ilves, published 12 Jun 2024, news article." in text
    assert "Morning Post, 12 Jun 2024: “In March, 30-year-old Tarkand resident Imran Shaikh succumbed" in text
    assert "Learned 12 Jun 2024 · Saved copy 12 Jun 2024 09:14 UTC · SHA-256 3f9ac1d23f9ac1d2… · Grade B2" in text
    assert "the ministry, 11 Jun 2024: “We confirm it.”" in text


def test_web_links_are_ascii_and_lead_out(printer: Printer, invented: Invented) -> None:
    with pikepdf.open(printer(invented.briefing(people=(invented.person(),)))) as pdf:
        addresses = {
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.obj.get("/Annots", [])
            if "/A" in annotation
        }
    assert addresses == {
        "https://news.example.org/2024/06/1",
        "https://example.org/%D0%BF%D1%80%D0%B5%D1%81%D1%81%D0%B0?q=1",
    }
    assert all(re.fullmatch(r"[!-~]+", address) for address in addresses)
