"""A count on the terminal, and nothing where nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casefiles.workspace.casebook import Casebook

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.running import Run


def age_index(book: Path) -> None:
    """Make a casebook's search index one of an older kind."""
    casebook = Casebook.open(book)
    casebook.desk.book.database.execute_sql("UPDATE derived_shape SET shape = 'older'")
    casebook.close()


def test_a_search_index_made_anew_is_counted_on_a_terminal_only(
    done: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("case", "add", book, "--name", "Asha Rana")
    age_index(book)
    assert done("search", book, "asha").err == ""
    age_index(book)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    said = done("search", book, "asha").err
    line = "Preparing the search index: 1 of 1"
    assert said == f"\r{line}\r{'':{len(line)}}\r"
    assert done("search", book, "asha").err == ""
