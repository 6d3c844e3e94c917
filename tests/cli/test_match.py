"""The command that finds who may be meant by a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.fixture
def with_people(book: Path, done: Run) -> Path:
    """A casebook of two namesakes and somebody else."""
    for name, origin, age in (
        ("Ram Thapa", "Surkhet", "30"),
        ("Ram Thapa", "Ilam", "41"),
        ("Kasun Perera", "Galle", "25"),
    ):
        done("case", "add", book, "--name", name, "--origin", origin, "--age", age)
    return book


def test_candidates_come_best_first_with_the_reason(with_people: Path, done: Run) -> None:
    found = done("match", with_people, "Raam Tapa", "--json").data
    assert [one["ref"] for one in found] == ["CF-0000001", "CF-0000002"]
    assert set(found[0]) == {"ref", "name", "spelling", "score", "why"}
    assert found[0]["name"] == found[0]["spelling"] == "Ram Thapa"
    assert 0.75 < found[0]["score"] < 1
    assert found[0]["why"] == "sounds the same: Raam ~ Ram; sounds the same: Tapa ~ Thapa"


def test_origin_and_age_move_the_right_one_up(with_people: Path, done: Run) -> None:
    assert done("match", with_people, "Ram Thapa", "--origin", "Ilam", "--json").data[0]["ref"] == "CF-0000002"
    assert done("match", with_people, "Ram Thapa", "--age", "40", "--json").data[0]["ref"] == "CF-0000002"


def test_it_reads_well(with_people: Path, done: Run) -> None:
    said = done("match", with_people, "K. Perera", "--limit", "1")
    assert said.out == "CF-0000003  0.85  Kasun Perera  (initial: K ~ Kasun; same: Perera; little to go by)\n"


def test_nobody_is_said_beside_the_answer(with_people: Path, done: Run) -> None:
    said = done("match", with_people, "Zzyzx")
    assert (said.out, said.err) == ("", "Nobody in the casebook has a name like that.\n")
    assert done("match", with_people, "Zzyzx", "--json").data == []


def test_an_age_that_is_none(with_people: Path, run: Run) -> None:
    said = run("match", with_people, "Ram", "--age", "old")
    assert (said.code, said.out) == (1, "")


@pytest.mark.parametrize("name", ["", "\0", "\udcff", '"', "'; DROP TABLE name_form; --", "𑀓" * 300, "ا" * 5000])
def test_any_name_is_answered(with_people: Path, done: Run, name: str) -> None:
    assert done("match", with_people, name, "--json").data == []
