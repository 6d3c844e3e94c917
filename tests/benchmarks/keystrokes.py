"""The longest gap of the event loop after each key typed into the search box, beside a bare window.

PYTHONPATH=. python tests/benchmarks/keystrokes.py [--people 100000] [--reports 4] [--names 8]

What the read lane takes for each such search is in `storage_figures.py`.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from casefiles.workspace.casebook import Casebook
from tests.benchmarks.books import book
from tests.benchmarks.figures import Times, bar, table
from tests.benchmarks.storage_figures import some_names
from tests.benchmarks.window import BARE, watched

P99, MOST = 16.0, 50.0


def names_in(path: Path, count: int) -> list[str]:
    """Draw names to type."""
    casebook = Casebook.open(path)
    names = some_names(casebook, count, random.Random(9))
    casebook.close()
    return names


def gaps(what: str, names: list[str]) -> Times:
    """Return the longest gap after each key."""
    seen = watched(what, "type", *names)
    return Times.of(seen[-1]["gaps"])


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether both bars are held."""
    parser = argparse.ArgumentParser(description="Measure the event loop while somebody types.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--per-article", type=int, default=2)
    parser.add_argument("--names", type=int, default=8)
    given = parser.parse_args(words)
    path = book(given.people, given.reports, given.per_article)
    names = names_in(path, given.names)
    noise, ours = gaps(BARE, names), gaps(str(path), names)
    table(f"Longest gap after a key, {given.people:,} people", [("bare window", noise), ("casebook", ours)])
    return all([bar("gap, p99", ours.at(0.99), P99), bar("gap, longest", ours.ms[-1], MOST)])


if __name__ == "__main__":
    main()
