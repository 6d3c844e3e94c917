"""`search --to`: everybody found, in a file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Run


def test_a_search_is_written_to_a_file_and_never_over_another_unless_told(
    done: Run, run: Run, book: Path, tmp_path: Path
) -> None:
    for name in ("Asha Rana", "Ram Rai"):
        done("case", "add", book, "--name", name, "--origin", "Surkhet, Nepal")
    out = tmp_path / "list.csv"
    said = done("search", book, "surkhet", "--to", out, "--limit", 1, "--json")
    assert said.data == {"file": str(out), "rows": 2, "held_back": 0}
    assert said.err == "list.csv is written: 2 rows.\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Name"] for row in csv.DictReader(file)] == ["Ram Rai", "Asha Rana"]
    refused = run("search", book, "asha", "--to", out)
    assert refused.code == 1
    assert "There is already a file at list.csv." in refused.err
    assert "1 row." in done("search", book, "asha", "--to", out, "--yes").err
    assert run("search", book, "asha", "--to", tmp_path / "list.txt").code == 1
    assert run("search", book, "asha", "--to", tmp_path / "list.xlsx", "--columns", "some").code == 2
    done("search", book, "asha", "--to", tmp_path / "list.xlsx", "--columns", "all", "--private", "--mark", "OFFICIAL")
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
