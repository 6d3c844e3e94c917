"""How long the ledger of reported totals takes, each compared with the people of a large casebook.

PYTHONPATH=. python tests/benchmarks/ledger.py [--people 100000] [--reports 4] [--totals 500] [--rounds 10]

The totals stay in the casebook under CASEFILES_BENCH_DATA, and are used again the next time.
"""

from __future__ import annotations

import argparse
import time
from datetime import date, timedelta

from casefiles.domain.moment import Moment
from casefiles.domain.speakers import read_speakers
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.figures import FigureEntry
from tests.benchmarks.books import PASSWORD, book
from tests.benchmarks.figures import Times, bar, table, timed

BAR = 1_000.0
_MEASURES = ("dead", "missing", "held", "still there", "out", "home", "killed", "dead or missing", "released")
_FIRST = date(2022, 1, 15)


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bar is held."""
    parser = argparse.ArgumentParser(description="Time the ledger.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--totals", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--slow", action="store_true", help="also as it had been learned by a day")
    given = parser.parse_args(words)
    password = PASSWORD if given.locked else ""
    casebook = Casebook.open(book(given.people, given.reports, password=password), password=password)
    if not casebook.figures.ledger().lines:
        _fill(casebook, given.totals)
    took = [timed(casebook.figures.ledger) for _ in range(given.rounds)]
    began = time.process_time()
    ledger = casebook.figures.ledger()
    worked = (time.process_time() - began) * 1e3
    counted = sum(1 for line in ledger.lines if line.people)
    table(f"{len(ledger.lines)} totals, {counted} beside {given.people:,} people", [("the ledger", Times.of(took))])
    print(f"        processor time of one: {worked:,.0f} ms")
    if given.slow:
        print(f"        as learned by a day: {timed(lambda: _learned(casebook)):,.1f} s")
    casebook.close()
    return bar("the ledger, p95", Times.of(took).at(0.95), BAR)


def _fill(casebook: Casebook, totals: int) -> None:
    """Enter answers of one total and its parts, each with its query, a month apart."""
    said = read_speakers(["Ministry of External Affairs"])
    situation = next(iter(casebook.settings.situations())).uuid
    rows = len(_MEASURES) + 1
    for answer in range(totals // rows):
        day = (_FIRST + timedelta(days=30 * answer)).isoformat()
        parts = [FigureEntry(one, "12", query=casebook.figures.suggested_query(one), part_of=0) for one in _MEASURES]
        casebook.figures.add([FigureEntry("total", "150", query="*", as_of=day, speakers=said), *parts], situation)


def _learned(casebook: Casebook) -> None:
    casebook.figures.ledger(moment=Moment(learned=date(2031, 1, 1)))


if __name__ == "__main__":
    main()
