"""Right and wrong use: help, names mistyped, where answers and messages go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casefiles import __version__
from casefiles.cli.commands import COMMANDS
from casefiles.domain.catalogue import FIELDS
from tests.cli.running import Run

ROOT = Path(__file__).parents[2]


def test_every_command_explains_itself(run: Run) -> None:
    overview = run("--help")
    assert overview.code == 0
    for name in COMMANDS:
        assert name in overview.out
        said = run(*name.split(), "--help")
        assert said.code == 0
        assert "--json" in said.out


def test_later_commands_are_absent() -> None:
    assert {name.split()[0] for name in COMMANDS} == set(
        (
            "new case source search match figures codebook brief edition statement export apply history undo redo"
            " verify backup restore"
        ).split()
    )


def test_every_field_is_an_option_by_key_and_search_word(run: Run) -> None:
    said = run("case", "add", "--help")
    for field in FIELDS:
        assert f"--{field.word}" in said.out
        assert f"--{field.key}" in said.out


@pytest.mark.parametrize("words", [["--version"], ["new", "--version"]])
def test_version(run: Run, words: list[str]) -> None:
    assert run(*words).out == f"Casefiles {__version__}\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], ""),
        (["serch", "x"], "There is no command “serch”. Did you mean search?"),
        (
            ["case"],
            "“case” needs a second word. Say one of: case add, case show, case set, case grade, case hold,",
        ),
        (
            ["case", "edit"],
            "“case” needs a second word. Say one of: case add, case show, case set, case grade, case hold,",
        ),
        (["search"], "casefiles search: the following arguments are required: BOOK."),
        (
            ["case", "add", "x", "--nmae", "N"],
            "“--nmae” is not something casefiles case add takes. Did you mean --name?",
        ),
        (["search", "x", "y", "--limit", "many"], "casefiles search: argument --limit: “many” is not a whole number."),
        (["verify", "x", "--key-fd", "77"], "Nothing can be read from file descriptor 77."),
    ],
)
def test_wrong_use_is_told_in_a_sentence_with_exit_code_2(run: Run, words: list[str], says: str) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.err.startswith(says)
    assert "Traceback" not in said.err


def test_flags_may_stand_before_the_command(book: Path, run: Run) -> None:
    assert run("--json", "verify", book).data == {"ok": True, "wrong": []}


def test_a_server_is_for_later(run: Run) -> None:
    said = run("verify", "postgresql://localhost/desk")
    assert (said.code, said.out) == (1, "")
    assert said.err == "Casebooks on a server come in a later version. Use a .casebook file.\n"


def test_answers_go_to_stdout_and_messages_to_stderr(book: Path, done: Run) -> None:
    assert done("case", "add", book, "--name", "Ram Thapa").out == "CF-0000001\n"
    said = done("backup", book, book.with_name("copy"))
    assert (said.out, said.err) == ("", "copy is written.\n")


def test_the_clock_can_be_stopped(tmp_path: Path, done: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718200000")
    done("new", tmp_path / "a")
    assert {line["when"] for line in done("history", tmp_path / "a", "--json").data} == {"12 Jun 2024, 13:46"}


@pytest.mark.parametrize("seconds", ["soon", "9" * 30])
def test_a_clock_that_is_none(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    said = run("new", tmp_path / "a")
    assert (said.code, said.err[:17]) == (1, "SOURCE_DATE_EPOCH")
    assert not (tmp_path / "a").exists()


def test_ctrl_c_leaves_cleanly(book: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("casefiles.workspace.files.verify", stopped)
    assert run("verify", book).code == 130


def test_a_reader_that_leaves_early_sees_no_traceback(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--notes", "a long note " * 800)
    command = [sys.executable, "-m", "casefiles.cli", "case", "show", str(book), "1", "--json"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as out:
        finished = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, cwd=ROOT, env={}, check=False)
    assert finished.stderr == b""
    assert finished.returncode == 1


def test_light_commands_load_nothing_heavy(book: Path) -> None:
    heavy = ["PySide6", "reportlab", "trafilatura", "pypdfium2", "pycountry", "jsonschema", "pikepdf", "xlsxwriter"]
    code = (
        "import sys, json; from casefiles.cli import main; main(['search', sys.argv[1], 'x']);"
        f"print(json.dumps([name for name in {heavy!r} if name in sys.modules]))"
    )
    finished = subprocess.run([sys.executable, "-c", code, str(book)], capture_output=True, cwd=ROOT, check=True)
    assert json.loads(finished.stdout.splitlines()[-1]) == []


def test_a_search_says_how_many_entries_and_how_many_people(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--status", "killed")
    assert done("search", book, "status:dead").out.splitlines()[0] == "1 entry, 1 person: Dead 1"
    done("case", "add", book, "--group", "3", "--status", "killed")
    assert done("search", book, "status:dead").out.splitlines()[0] == "2 entries, 4 people: Dead 4"
    assert done("search", book, "status:held").out.splitlines()[0] == "Nobody found"
