"""The command line as a test uses it: words in; exit code, answer and messages out."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from casefiles.cli import main

SEED = Path(__file__).parents[1] / "data" / "seed_article.txt"


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return the answer given as JSON."""
        return json.loads(self.out)


Run: TypeAlias = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands as one officer."""
    monkeypatch.setenv("CASEFILES_OFFICER", "Asha Bose")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    def run(*words: object, key: str = "") -> Said:
        given = [str(word) for word in words]
        capsys.readouterr()
        code = main([*given, *(["--key-fd", str(_pipe(key))] if key else [])])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def done(run: Run) -> Run:
    """Run commands that must do what they are asked."""

    def done(*words: object, key: str = "") -> Said:
        said = run(*words, key=key)
        assert said.code == 0, said.err
        return said

    return done


@pytest.fixture
def book(tmp_path: Path, done: Run) -> Path:
    """A casebook of an Indian ministry."""
    path = tmp_path / "desk.casebook"
    done("new", path, "--confirms", "Ministry of External Affairs (MEA)", "--time-zone", "Asia/Kolkata")
    return path


@pytest.fixture
def with_article(book: Path, done: Run) -> Path:
    """A casebook with the seed article as S-000001."""
    done("source", "add", book, SEED, "--published", "12 June 2024", "--publisher", "India Today")
    return book


def _pipe(text: str) -> int:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    return reader
