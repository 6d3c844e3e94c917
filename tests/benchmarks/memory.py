"""What the window weighs with many people in it, once it was looked about and searched in.

PYTHONPATH=. python tests/benchmarks/memory.py [--people 100000] [--reports 4] [--per-article 2]
"""

from __future__ import annotations

import argparse

from tests.benchmarks.books import book
from tests.benchmarks.figures import bar
from tests.benchmarks.keystrokes import names_in
from tests.benchmarks.window import BARE, watched

ALLOWED_MB = 250.0


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bar is held."""
    parser = argparse.ArgumentParser(description="Weigh the window.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--per-article", type=int, default=2)
    given = parser.parse_args(words)
    path = book(given.people, given.reports, given.per_article)
    names = names_in(path, 3)
    weights = {what: watched(what, "weigh", *names)[-1] for what in (BARE, str(path))}
    print(f"\nResident memory, {given.people:,} people")
    for what, weight in weights.items():
        told = "bare window" if what == BARE else "casebook"
        print(f"{told:44} now {weight['now']:7.1f} MB, at its most {weight['most']:7.1f} MB")
    return bar("memory of the window", weights[str(path)]["now"], ALLOWED_MB, "MB")


if __name__ == "__main__":
    main()
