"""Saved searches from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefiles.workspace.casebook import Casebook
from tests.cli.running import Run


@pytest.fixture
def book(tmp_path: Path, done: Run) -> Path:
    path = tmp_path / "desk.casebook"
    done("new", path)
    done("case", "add", path, "--name", "Ram Thapa", "--status", "killed")
    done("case", "add", path, "--name", "Asha Rana", "--status", "missing")
    casebook = Casebook.open(path)
    casebook.saved_searches.add("Dead", "status:dead")
    casebook.saved_searches.add("Minus first", "-thapa")
    casebook.close()
    return path


def test_a_saved_search_is_run_by_its_name(book: Path, run: Run) -> None:
    found = run("search", book, "--saved", "dead", "--json").data
    assert [case["name"] for case in found["cases"]] == ["Ram Thapa"]
    assert [case["name"] for case in run("search", book, "--saved", "Minus first", "--json").data["cases"]] == [
        "Asha Rana"
    ]


def test_a_name_that_is_not_there_is_told_with_those_that_are(book: Path, run: Run) -> None:
    said = run("search", book, "--saved", "Alive")
    assert (said.code, said.out) == (1, "")
    assert said.err == "There is no saved search called “Alive”. There are: “Dead”, “Minus first”.\n"


def test_they_are_listed_with_the_people_each_finds(book: Path, run: Run, done: Run) -> None:
    given = book.with_name("given.json")
    given.write_text('{"casefiles":1,"saved_searches":[{"name":"Old","text":"colour:red","position":9}]}')
    assert done("apply", book, given).out == "New or changed: 1 saved search.\n"
    listed = run("search", book, "--list-saved", "--json").data["saved_searches"]
    assert [(one["name"], one["text"], one["people"]) for one in listed] == [
        ("Dead", "status:dead", 1),
        ("Minus first", "-thapa", 1),
        ("Old", "colour:red", None),
    ]
    lines = run("search", book, "--list-saved").out.splitlines()
    assert lines[0] == "Dead  1  (status:dead)"
    assert lines[2].startswith("Old  ?  (“colour:” is not a field to search by.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "There is nothing to search for."),
        (["x", "--saved", "Dead"], "There is more than one thing to search for."),
        (["--saved", "Dead", "--list-saved"], "There is more than one thing to search for."),
    ],
)
def test_what_to_look_for_is_said_in_one_way(book: Path, run: Run, words: list[str], says: str) -> None:
    said = run("search", book, *words)
    assert said.code == 2
    assert said.err == f"{says} Give one of QUERY, --saved NAME or --list-saved.\n"


def test_history_tells_of_them_and_undo_takes_them_back(book: Path, run: Run, done: Run) -> None:
    assert "Save the search “Minus first”  (Saved search: 2. Minus first: -thapa)" in run("history", book).out
    done("undo", book)
    assert run("search", book, "--list-saved").out == "Dead  1  (status:dead)\n"
