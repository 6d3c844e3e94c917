"""`search --explain`: what a search means, and how it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Run

QUERY = "thapa (kaski or age:<30) status:dead,home origin:nepal"


def test_a_search_is_explained_as_indented_text(done: Run, book: Path) -> None:
    said = done("search", book, QUERY, "--explain").out
    assert (
        "Means\n"
        "  All of\n"
        "    Found anywhere: “thapa…”\n"
        "    Any of\n"
        "      Found anywhere: “kaski…”\n"
        "      Age at the event [age]: <30\n"
        "    Status [status]: Dead or Home\n"
        "    Origin [origin]: “nepal…”\n"
    ) in said
    assert (
        "Answered by\n"
        "  thapa  – the word index\n"
        "  kaski or age:<30  – columns and the word index\n"
        "  status:dead,home  – columns\n"
        "  origin:nepal  – the word index, then columns\n"
    ) in said
    assert 'Asked of the word index\n  ("thapa"*) AND (origin_words : ("nepal"*))\n' in said
    assert "case_fts" in said.partition("Plan\n")[2]


def test_the_same_as_data(done: Run, book: Path) -> None:
    data = done("search", book, QUERY, "--explain", "--json").data
    assert data["query"] == QUERY
    assert [part["means"] for part in data["tree"]["parts"]] == ["Found anywhere", "Any of", "Status", "Origin"]
    assert data["tree"]["parts"][2] == {"means": "Status", "field": "status", "values": ["Dead", "Home"], "parts": []}
    assert data["answered"][0] == {"part": "thapa", "by": "the word index"}
    assert data["sql"].count("?") == len(data["values"]) + 1
    assert {"depth", "does"} == set(data["plan"][0])


@pytest.mark.parametrize(("query", "means"), [("*", "Everybody"), ("", "Everybody"), ("not held:yes", "Not")])
def test_every_kind_of_part_is_explained(done: Run, book: Path, query: str, means: str) -> None:
    assert done("search", book, query, "--explain", "--json").data["tree"]["means"] == means


def test_explaining_goes_with_no_file_and_no_day(run: Run, book: Path, tmp_path: Path) -> None:
    assert run("search", book, "x", "--explain", "--to", tmp_path / "a.csv").code == 2
    assert run("search", book, "x", "--explain", "--as-of", "12 June 2024").code == 2
    assert run("search", book, "height:3", "--explain").code == 1
