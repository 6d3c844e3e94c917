"""Casebooks as files: locked, copied, brought back, checked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from casefiles.workspace.casebook import RESOURCES
from tests.cli.running import Run

KEY = "correct horse, ਬੈਟਰੀ"


@pytest.fixture
def locked(tmp_path: Path, done: Run) -> Path:
    path = tmp_path / "locked.casebook"
    done("new", path, key=KEY)
    done("case", "add", path, "--name", "Ram Thapa", key=KEY)
    return path


def test_a_locked_casebook_opens_with_its_key_alone(locked: Path, run: Run) -> None:
    assert run("search", locked, "ram", "--json", key=KEY).data["total"] == 1
    without = run("search", locked, "ram")
    assert (without.code, without.out) == (1, "")
    assert without.err == "locked.casebook needs its password. Give it with --key-fd.\n"
    assert run("search", locked, "ram", key="another").err.startswith("The password does not open locked.casebook.")
    assert run("search", locked, "ram", "--key-fd", "5000").code == 2


def test_a_password_is_asked_for_on_a_terminal(locked: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("casefiles.cli.opening.getpass", lambda prompt: KEY)
    assert run("search", locked, "ram", "--json").data["total"] == 1
    assert run("search", locked, "ram", "--yes").code == 1
    assert run("new", locked.with_name("another"), "--encrypt").code == 0
    assert run("verify", locked.with_name("another")).code == 0


def test_a_backup_comes_back_whole_with_its_history(locked: Path, done: Run, run: Run) -> None:
    copy, back = locked.with_name("copy"), locked.with_name("back.casebook")
    done("backup", locked, copy, key=KEY)
    assert copy.stat().st_mode & 0o077 == 0
    assert run("backup", locked, copy, key=KEY).code == 1
    assert run("restore", copy, back).code == 1
    assert not back.exists()
    done("restore", copy, back, key=KEY)
    assert done("history", back, "--json", key=KEY).data == done("history", locked, "--json", key=KEY).data
    assert done("verify", back, "--json", key=KEY).data == {"ok": True, "wrong": []}
    assert run("restore", copy, back, key=KEY).err.startswith("There is already a file at back.casebook.")
    assert sorted(path.name for path in locked.parent.iterdir()) == ["back.casebook", "copy", "locked.casebook"]


def test_a_damaged_backup_is_not_restored(book: Path, run: Run, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa")
    copy, back = book.with_name("copy"), book.with_name("back.casebook")
    done("backup", book, copy)
    _alter(copy)
    said = run("restore", copy, back)
    assert (said.code, said.err[:23]) == (1, "The backup is damaged: ")
    assert not back.exists()


def test_verify_names_a_row_altered_outside(book: Path, run: Run, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa")
    _alter(book)
    said = run("verify", book, "--json")
    assert said.code == 1
    assert [(one["what"], one["where"].split()[0]) for one in said.data["wrong"]] == [
        ("records", "claim"),
        ("derived rows", "CF-0000001"),
    ]
    assert "altered outside Casefiles" in run("verify", book).out


def test_an_export_replaces_an_export_and_nothing_else(book: Path, run: Run, done: Run) -> None:
    out = book.with_name("out.json")
    done("export", book, out)
    assert out.stat().st_mode & 0o077 == 0
    done("case", "add", book, "--name", "Ram Thapa")
    done("export", book, out)
    assert "Ram Thapa" in out.read_text()
    before = book.read_bytes()
    assert run("export", book, book).code == 1
    assert book.read_bytes() == before
    assert run("export", book, book.with_name("missing") / "out.json").code == 1


def test_apply_tells_what_came_in_and_what_was_renumbered(book: Path, run: Run, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa", "--age", "30")
    out = book.with_name("out.json")
    done("export", book, out)
    other = book.with_name("other.casebook")
    done("new", other)
    done("case", "add", other, "--name", "Here Before")
    said = done("apply", other, out, "--json")
    assert said.data["records"] == {"bodies": 1, "cases": 1, "claims": 2}
    assert said.data["renumbered"] == [{"wanted": "CF-0000001", "given": "CF-0000002"}]
    assert said.err == "CF-0000001 was taken; it is CF-0000002 here.\n"
    assert done("apply", other, out).out == "Nothing was new; nothing was changed.\n"
    assert done("undo", other).out == "Undone: Apply out.json\n"
    assert done("search", other, "", "--json").data["total"] == 1


def _alter(book: Path) -> None:
    with sqlite3.connect(book) as database:
        database.execute("""UPDATE claim SET value = replace(value, 'Ram', 'Raj') WHERE field = 'name'""")
    database.close()


def test_what_was_taken_in_is_counted_whatever_it_is(tmp_path: Path, done: Run) -> None:
    done("new", tmp_path / "a.casebook")
    said = done("apply", tmp_path / "a.casebook", RESOURCES / "sample" / "sample.json")
    assert "2 saved searches" in said.out
    given = tmp_path / "given.json"
    codebook = '{"casefiles":1,"codebook":[{"section":"inclusion","text":"Everybody."}]}'
    given.write_text(codebook, encoding="utf-8")
    said = done("apply", tmp_path / "a.casebook", given)
    assert said.out == "New or changed: 1 paragraph of the codebook.\n"


def test_verify_names_what_the_past_would_show_wrongly(book: Path, run: Run, done: Run) -> None:
    done("case", "add", book, "--name", "Ram Thapa")
    done("case", "set", book, 1, "name", "Ram Bahadur Thapa")
    assert done("verify", book, "--json").data["ok"]
    with sqlite3.connect(book) as database:
        database.execute("UPDATE recorded_before SET heading = 'Somebody else'")
    database.close()
    assert run("verify", book).out.count("What was listed of CF-0000001 in the past differs from its records.") == 1
