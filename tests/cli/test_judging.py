"""Grades, holds and the codebook by command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run

QUOTE = "In March, 30-year-old Hyderabad resident Mohammed Asfan succumbed to injuries"


@pytest.fixture
def asfan(with_article: Path, done: Run) -> Path:
    """The seed article's first man."""
    done(
        "case", "add", with_article, "--name", "Mohammed Asfan", "--age", "30", "--status", "killed",
        "--source", "S-000001", "--quote", QUOTE,
    )  # fmt: skip
    return with_article


def shown(done: Run, book: Path) -> Any:
    return done("case", "show", book, "1", "--json").data


def report(done: Run, book: Path, field: str) -> Any:
    return next(one for one in shown(done, book)["claims"] if one["field"] == field)


def test_a_report_is_graded(asfan: Path, done: Run, run: Run) -> None:
    age = report(done, asfan, "age")
    assert (age["grade"], age["credibility"]) == ("", "")
    said = done("case", "grade", asfan, "1", age["id"], "2", "--reason", "fits the list", "--json").data
    assert said == {"claim": age["id"], "grade": "2", "words": "report probably true"}
    assert report(done, asfan, "age")["grade"] == "2"
    refused = run("case", "grade", asfan, "1", age["id"], "1")
    assert refused.code == 1
    assert refused.err.startswith("Only one independent source says this")
    assert run("case", "grade", asfan, "1", "nothing", "2").err.startswith("CF-0000001 has no report nothing.")
    assert done("undo", asfan).out == "Undone: Grade a report of age at the event of Mohammed Asfan\n"


def test_a_person_is_held_and_released(asfan: Path, done: Run, run: Run) -> None:
    assert shown(done, asfan)["hold"] is None
    said = done(
        "case", "hold", asfan, "1", "--reason", "Family not told", "--review-by", "1 January 2099", "--json"
    ).data
    assert said["named_in"] == []
    assert said["hold"]["review_by"] == "2099-01-01"
    assert shown(done, asfan)["hold"]["reason"] == "Family not told"
    refused = run("brief", asfan, "dossier", "-o", asfan.with_name("a.pdf"), "--ref", "1")
    assert (refused.code, asfan.with_name("a.pdf").exists()) == (1, False)
    assert refused.err.startswith("No dossier is printed of Mohammed Asfan. On hold since")
    assert run("case", "hold", asfan, "1", "--reason", "Again", "--review-by", "2099").code == 1
    assert done("case", "release", asfan, "1", "--reason", "They know").out == "CF-0000001 can be named again.\n"
    assert shown(done, asfan)["hold"] is None
    done("brief", asfan, "dossier", "-o", asfan.with_name("a.pdf"), "--ref", "1")


def test_a_hold_without_a_reason_is_wrong_use(asfan: Path, run: Run) -> None:
    assert run("case", "hold", asfan, "1", "--review-by", "2099").code == 2
    assert run("case", "release", asfan, "1").code == 2
    assert run("case", "hold", asfan, "1", "--reason", "x", "--review-by", "soon").code == 1


def test_the_codebook_is_shown(asfan: Path, done: Run) -> None:
    sections = done("codebook", asfan, "--json").data["sections"]
    by_key = {one["section"]: one["paragraphs"] for one in sections}
    assert by_key["inclusion"][0]["default"]
    assert by_key["confirming"][0]["term"] == "Ministry of External Affairs (MEA)"
    assert len(by_key["grading"]) == 12
    said = done("codebook", asfan).out
    assert "How a status is decided" in said
    assert "  1.  A status that an officer has chosen, with a reason, stands." in said


def test_a_briefing_is_printed_with_the_codebook(asfan: Path, done: Run) -> None:
    pages = [
        done("brief", asfan, "situation", "-o", asfan.with_name(f"{number}.pdf"), *words, "--json").data["pages"]
        for number, words in enumerate(([], ["--codebook"]))
    ]
    assert pages[1] > pages[0]
