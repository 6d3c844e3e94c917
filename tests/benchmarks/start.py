"""From the start of the process to the first painted row and a typed character accepted, beside a bare window.

PYTHONPATH=. python tests/benchmarks/start.py [--people 100000] [--reports 4] [--per-article 2] [--rounds 7]
"""

from __future__ import annotations

import argparse

from tests.benchmarks.books import book
from tests.benchmarks.figures import Times, bar, table
from tests.benchmarks.window import BARE, moment, watched

_MILLION = 1_000_000


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bar is held."""
    parser = argparse.ArgumentParser(description="Time the start of the window.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--per-article", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args(words)
    path = str(book(given.people, given.reports, given.per_article))
    for what in (BARE, path):
        watched(what, "start")  # the first of each reads the disk
    seen = {BARE: [watched(BARE, "start")], path: [watched(path, "start")]}
    for _ in range(given.rounds - 1):  # turn and turn about, so that a busy machine burdens both
        for what, times in seen.items():
            times.append(watched(what, "start"))
    rows = [
        (f"{'bare window' if what == BARE else 'casebook'}, {event}", Times.of(moment(one, event) for one in times))
        for what, times in seen.items()
        for event in ("painted", "typed")
    ]
    table(f"Start, {given.people:,} people", rows)
    ratio = rows[3][1].at(0.5) / rows[1][1].at(0.5)
    return bar("start beside a bare window", ratio, 2.5 if given.people >= _MILLION else 2.0, "times")


if __name__ == "__main__":
    main()
