"""What is drawn can be copied, searched and read aloud in its own script; whole documents stay as they were."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from casefiles.briefing.facts import BriefingFacts
    from tests.briefing.conftest import Invented, Printer

WORDS = [
    "Imran",
    "Имран",
    "Шейх",
    "राजेश",
    "कुमार",
    "क्षत्रिय",
    "عمران",
    "شیخ",
    "حیدرآباد",
    "ہلاک",
    "Погибшие",
    "“Имран",
]
REFERENCE = Path(__file__).resolve().parents[1] / "reference" / "briefing"
WRITING = "CASEFILES_WRITE_REFERENCES" in os.environ  # asked here, for the guards hide it from each test


def test_words_of_every_script_extract_in_pdfium(printer: Printer, invented: Invented) -> None:
    text = "\n".join(printer.pages(invented.briefing(people=(invented.person(),))))
    assert [word for word in WORDS if word not in text] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_words_of_every_script_extract_in_poppler(printer: Printer, invented: Invented) -> None:
    file = printer(invented.briefing(people=(invented.person(),)))
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert [word for word in WORDS if word not in text] == []


def references(invented: Invented) -> dict[str, BriefingFacts]:
    return {
        "dossier": invented.briefing(people=(invented.person(), invented.group())),
        "situation": invented.briefing("situation", situation=invented.situation(people=14)),
        "two_pages": invented.briefing(
            "situation", situation=invented.situation(people=40, changes=20), options=("two-pages",)
        ),
        "totals": invented.briefing(
            "situation", situation=replace(invented.situation(people=2), ledger=invented.ledger())
        ),
    }


@pytest.mark.parametrize("name", ["dossier", "situation", "two_pages", "totals"])
def test_text_of_each_page_is_as_in_the_reference(printer: Printer, invented: Invented, name: str) -> None:
    pages = printer.pages(references(invented)[name])
    text = "".join(f"===== page {at} =====\n{page.rstrip()}\n" for at, page in enumerate(pages, 1))
    file = REFERENCE / f"{name}.txt"
    if WRITING:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
