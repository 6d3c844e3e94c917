"""Bad input: one sentence, exit code 1, and nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import Run

ONE_MB = "x" * (1 << 20)

REFUSED_VALUES = {
    "a day that is not": (["--name", "N", "--status", "killed", "--date", "2024-02-31"], "2024-02-31 does not exist."),
    "a date in no language": (["--born", "soonish"], "This cannot be read as a date."),
    "an unknown status": (["--name", "N", "--status", "vanished"], "“vanished” is not a status."),
    "a date without a status": (["--name", "N", "--date", "2024"], "A date is given without a status."),
    "an age no one has": (["--age", "400"], "400 is outside 0–130."),
    "a name of 1 MB": (["--name", ONE_MB], "That is 1,048,576 characters; this field takes 200."),
    "a name of nothing": (["--name", "\u202e\x07"], "The name is empty."),
    "notes of 1 MB": (["--notes", ONE_MB], "That is 1,048,576 characters; notes take 10,000."),
    "an unknown choice": (["--mark", "cosmic"], "“cosmic” is not a choice here."),
    "a size that is none": (["--group", "many"], "“many” is not a number or a range."),
    "a source that is not there": (["--name", "N", "--source", "S-77"], "There is no source S-77 in this casebook."),
    "a quote from nowhere": (["--name", "N", "--quote", "words"], "Words are quoted without saying from which source."),
    "words that are not there": (
        ["--name", "N", "--source", "1", "--quote", "no such words"],
        "These words are not in 1: “no such words”.",
    ),
    "a quote for no value": (
        ["--name", "N", "--source", "1", "--quote", "age=30-year-old"],
        "Words are quoted for “age”, but no age is given.",
    ),
    "a new situation and a bad age": (["--situation", "New war", "--age", "x"], "“x” is not a number or a range."),
    "broken JSON": (["--name", '{"text"'], "The value is not well-formed JSON."),
    "an unknown part": (["--name", '{"text": "N", "colour": "red"}'], "A name has no part called “colour”."),
    "learned in a month": (["--name", "N", "--learned-on", "May 2024"], "The day we learned of it has to be one day."),
}


@pytest.mark.parametrize(("words", "says"), REFUSED_VALUES.values(), ids=REFUSED_VALUES.keys())
def test_a_value_that_is_refused(with_article: Path, run: Run, done: Run, words: list[str], says: str) -> None:
    before = _export(with_article, done)
    said = run("case", "add", with_article, *words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(says), said.err
    assert said.err.count("\n") == 1
    assert _export(with_article, done) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["set", "{}", "9", "age", "3"], "There is no case 9 in this casebook."),
        (["set", "{}", "1", "colour", "red"], "There is no field called “colour”."),
        (["set", "{}", "1", "status", "gone"], "“gone” is not a status."),
        (["set", "{}", "1", "age", "3", "--source", "1", "--quote", "?!"], "These words are not in 1: “?!”."),
        (["show", "{}", "CF-9"], "There is no case CF-9 in this casebook."),
        (["show", "{}", "1", "--as-of", "since 2024"], "That has no last day."),
    ],
)
def test_a_change_that_is_refused(with_article: Path, run: Run, done: Run, words: list[str], says: str) -> None:
    done("case", "add", with_article, "--name", "Ram Thapa")
    before = _export(with_article, done)
    said = run("case", *(word.format(with_article) for word in words))
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(says), said.err
    assert _export(with_article, done) == before


def test_control_and_direction_characters_are_left_out(book: Path, done: Run) -> None:
    done("case", "add", book, "--name", "Ram\u202e\x00\x1b[31m Thapa\udcff", "--role", "\u2067driver\u2069")
    case = done("case", "show", book, 1, "--json").data
    assert (case["name"], case["role"]) == ("Ram[31m Thapa", "driver")
    assert done("verify", book).code == 0


@pytest.mark.parametrize("command", ["verify", "history", "undo", "export"])
@pytest.mark.parametrize("content", [b"This is a letter.\n" * 400, b"%PDF-1.7\n" + bytes(range(256)) * 64, b""])
def test_not_a_casebook(tmp_path: Path, run: Run, command: str, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    said = run(command, path, *([tmp_path / "out"] if command == "export" else []))
    assert (said.code, said.out) == (1, "")
    assert "not a casebook" in said.err
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_and_a_folder(tmp_path: Path, run: Run) -> None:
    assert run("verify", tmp_path / "none").err.startswith("There is no file at ")
    assert run("verify", tmp_path).err.endswith("is a folder. Choose a .casebook file.\n")
    assert run("verify", "").code == 1
    assert run("verify", "a\0b").err.startswith("No file can be called that.")


def test_a_truncated_casebook(book: Path, run: Run) -> None:
    whole = book.read_bytes()
    book.write_bytes(whole[: len(whole) // 2])
    said = run("case", "add", book, "--name", "N")
    assert (said.code, said.out) == (1, "")
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_casebook(book: Path, run: Run) -> None:
    book.chmod(0o400)
    book.parent.chmod(0o500)
    try:
        said = run("case", "add", book, "--name", "N")
    finally:
        book.parent.chmod(0o700)
    assert (said.code, said.out) == (1, "")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(200), bytes(range(256)) * 40, b""])
def test_a_document_that_cannot_be_taken(book: Path, run: Run, done: Run, content: bytes) -> None:
    before = _export(book, done)
    document = book.with_name("photo.txt")
    document.write_bytes(content)
    said = run("source", "add", book, document)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert _export(book, done) == before


@pytest.mark.parametrize(
    "words", [["--published", "2024-02-31"], ["--kind", "rumour"], ["--reliability", "Z"], ["--title", ONE_MB]]
)
def test_a_source_described_wrongly(book: Path, run: Run, done: Run, words: list[str]) -> None:
    before = _export(book, done)
    document = book.with_name("note.txt")
    document.write_text("A letter from home.")
    assert run("source", "add", book, document, *words).code == 1
    assert _export(book, done) == before


@pytest.mark.parametrize("words", [["--time-zone", "Mars/Base"], ["--title", ONE_MB]])
def test_a_casebook_that_cannot_be_begun_leaves_no_file(tmp_path: Path, run: Run, words: list[str]) -> None:
    assert run("new", tmp_path / "a.casebook", *words).code == 1
    assert list(tmp_path.iterdir()) == []


def test_new_refuses_to_overwrite(book: Path, run: Run) -> None:
    before = book.read_bytes()
    assert run("new", book).code == 1
    assert book.read_bytes() == before


@pytest.mark.parametrize("query", ["colour:red", "status:vanished"])
def test_a_query_that_cannot_be_asked(book: Path, run: Run, query: str) -> None:
    said = run("search", book, query)
    assert (said.code, said.out) == (1, "")


@pytest.mark.parametrize("query", ["", "\0", "\udcff", '"', "NEAR( * ^ - : (", "𑀓", "'; DROP TABLE claim; --"])
def test_any_other_query_is_answered(book: Path, done: Run, query: str) -> None:
    assert done("search", book, query, "--json").data["total"] == 0


def test_a_query_with_a_slip_is_answered_and_the_slip_told(book: Path, done: Run) -> None:
    said = done("search", book, "owner:", "--json")
    assert said.data["total"] == 0
    assert said.err == "“owner:” needs a value after it. Write for example owner:word.\n"


def test_options_may_stand_before_the_query(book: Path, done: Run) -> None:
    assert done("search", book, "--limit", "1", "--json", "asha").data["total"] == 0
    assert "Means" in done("search", book, "--explain", "asha").out
    assert done("search", book, "--json", "--", "-asha").data["total"] == 0
    assert done("history", book, "--limit", "1").out


def _export(book: Path, done: Run) -> bytes:
    out = book.with_name("state.json")
    done("export", book, out)
    try:
        return out.read_bytes()
    finally:
        out.unlink()
