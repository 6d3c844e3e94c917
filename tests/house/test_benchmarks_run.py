"""The benchmarks still run, on a few people each; what they measure here says nothing."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from casefiles.storage.asking import rows
from casefiles.storage.check import verify
from casefiles.workspace.casebook import Casebook
from tests.benchmarks import books, invented

FEW = ["--people", "60"]
OF_THE_STORE = {
    "edits": [*FEW, "--reports", "6", "--rounds", "3"],
    "as_of": [*FEW, "--days", "3", "--told", "20"],
    "ledger": [*FEW, "--reports", "6", "--totals", "20", "--rounds", "2", "--slow"],
    "storage_figures": [*FEW, "--names", "2", "--slow"],
    "search": [*FEW, "--names", "2"],
}
OF_THE_WINDOW = {
    "start": [*FEW, "--rounds", "1"],
    "keystrokes": [*FEW, "--names", "1"],
    "memory": FEW,
}
NO_LIST = importlib.util.find_spec("ui.pages.people") is None


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEFILES_BENCH_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CASEFILES_BENCH_PACE", "0.1")


def run(name: str, words: list[str]) -> bool:
    return bool(importlib.import_module(f"tests.benchmarks.{name}").main(words))


@pytest.mark.parametrize("name", OF_THE_STORE)
def test_the_store_is_measured(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(name, OF_THE_STORE[name])
    assert "p95" in capsys.readouterr().out


@pytest.mark.skipif(NO_LIST, reason="the window has no list of people yet")
@pytest.mark.parametrize("name", OF_THE_WINDOW)
def test_the_window_is_measured(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(name, OF_THE_WINDOW[name])
    assert "(bar " in capsys.readouterr().out


@pytest.mark.skipif(NO_LIST, reason="the window has no list of people yet")
def test_opening_a_person_is_measured() -> None:
    words = [sys.executable, "-m", "tests.benchmarks.person", "--reports", "20", "--rounds", "2"]
    root = Path(__file__).parents[2]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)
    assert "(bar 50 ms)" in done.stdout


def test_names_are_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    run("name_lookup", ["--people", "300", "--names", "20"])
    assert "missed by name alone" in capsys.readouterr().out


def test_matching_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    run("names", [])
    assert "comparisons a second" in capsys.readouterr().out


def test_a_killed_writer_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("kill", ["--rounds", "1"])
    assert "people acknowledged 0," not in capsys.readouterr().out


def listed(casebook: Casebook) -> list[tuple[Any, ...]]:
    """What lists show of every case, without when it was entered."""
    names = "ref, kind, heading, native_name, status, certainty, against, happened, said_on, origin, names, words"
    more = "s_age_low, sources, versions, people_high"
    return rows(casebook.desk.book.database, f"SELECT {names}, {more} FROM shown ORDER BY ref")


def test_filling_in_bulk_gives_what_entering_gives(tmp_path: Path) -> None:
    told = list(invented.articles(52, reports=invented.MOST_REPORTS, per_article=2))
    entered, filled = (
        Casebook.new(tmp_path / f"{how}.casebook", confirming=[invented.MINISTRY]) for how in ("entered", "filled")
    )
    books.enter(entered, told)
    books.fill(filled, told)
    assert listed(filled) == listed(entered)
    assert len(listed(filled)) == 52
    assert verify(filled.desk.book.database) == []
    filled.people.set_field(1, "age", "44")
    filled.journal.undo()
    assert verify(filled.desk.book.database) == []
    for casebook in (entered, filled):
        casebook.close()


def test_people_are_the_same_each_time_and_quotes_stand_in_their_articles() -> None:
    once, again = (list(invented.articles(60, seed=3)) for _ in range(2))
    assert once == again
    quotes = [
        article.text[told.start : told.end] for article in once for person in article.people for told in person.told
    ]
    assert all(quote.strip() for quote in quotes)
    heads = {
        told.value["text"]: told
        for article in once
        for person in article.people
        for told in person.told[:1]
        if told.field == "name"
    }
    assert len(heads) > 50
