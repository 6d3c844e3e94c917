"""How long one edit through the gate takes, in a large encrypted casebook that is synchronous in full.

PYTHONPATH=. python tests/benchmarks/edits.py [--people 100000] [--reports 10] [--rounds 300]

The edits stay in the casebook under CASEFILES_BENCH_DATA; a few hundred do not change its size to speak of.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial

from casefiles.storage import lookups
from casefiles.storage.asking import one
from casefiles.storage.reading import text_of
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Report, Words
from tests.benchmarks.books import PASSWORD, book
from tests.benchmarks.figures import Times, bar, data_folder, disk, table, timed

P95, P99 = 10.0, 30.0
_FIELDS = ("occupation", "last_seen", "age", "owner", "notes")


class Edits:
    """Acts on cases drawn at random, each timed whole: checks, reading, writing, commit and notice.

    Attributes:
        took: seconds on the clock, by act.
        worked: seconds of processor time, which a busy machine does not lengthen.
    """

    def __init__(self, casebook: Casebook, chance: random.Random) -> None:
        self._casebook = casebook
        self._chance = chance
        self._cases = lookups.all_case_keys(casebook.desk.book.database)
        self.took: dict[str, list[float]] = defaultdict(list)
        self.worked: list[float] = []

    def round(self) -> None:
        """Type a value, report another with its quote, set that aside, and take the last back."""
        case = self._chance.choice(self._cases)
        people = self._casebook.people
        typed = str(self._chance.randint(18, 60))  # any field takes a number
        self._time("set a field", partial(people.set_field, case, self._chance.choice(_FIELDS), typed))
        added: list[str] = []
        told = self._told(case)
        self._time("report with a quote", lambda: added.extend(people.report(case, [told])))
        self._time("set aside", partial(people.set_aside, added[0], "Not the same person"))
        self._time("undo", self._casebook.journal.undo)

    def _told(self, case: int) -> Report:
        database = self._casebook.desk.book.database
        source = int(one(database, "SELECT source_id FROM claim WHERE case_id = ? AND source_id IS NOT NULL", case))
        text = text_of(database, source)
        assert text is not None
        start = self._chance.randrange(len(text.chars) - 20)
        return Report("role", typed="digger", words=(Words(source, start, start + 20),), said_on="2024-06")

    def _time(self, what: str, work: Callable[[], object]) -> None:
        began = time.process_time()
        self.took[what].append(timed(work))
        self.worked.append(time.process_time() - began)


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether both bars are held."""
    parser = argparse.ArgumentParser(description="Time single edits.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=300)
    given = parser.parse_args(words)
    casebook = Casebook.open(book(given.people, given.reports, password=PASSWORD), password=PASSWORD)
    edits = Edits(casebook, random.Random())  # each run other cases: the same again would change nothing
    before = disk(data_folder())
    for _ in range(given.rounds):
        edits.round()
    casebook.close()
    together = Times.of(one for times in edits.took.values() for one in times)
    rows = [(what, Times.of(times)) for what, times in edits.took.items()]
    beside = [("this disk: 4 KB written for good, before", before), ("the same, after", disk(data_folder()))]
    title = f"One edit, {given.people:,} people of {given.reports} reports, encrypted"
    table(title, [*rows, ("all", together), ("all, processor time alone", Times.of(edits.worked)), *beside])
    return all([bar("one edit, p95", together.at(0.95), P95), bar("one edit, p99", together.at(0.99), P99)])


if __name__ == "__main__":
    main()
