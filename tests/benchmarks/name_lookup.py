"""Looking a name up among very many people: how long it takes, and how often the right one is among the first.

PYTHONPATH=. python tests/benchmarks/name_lookup.py [--people 1000000] [--names 400]

The index alone is filled, without reports behind it. Names and their frequencies: `invented_names.py`; the spellings
looked up: `spelling_noise.py`. Found means among the first five names that sound different.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casefiles.names import KEYS_VERSION as VERSION
from casefiles.names.parts import read
from casefiles.storage import names_index
from casefiles.storage.book import Book
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer, system_clock
from tests.benchmarks.figures import HEAD, Times, bar, data_folder, timed
from tests.benchmarks.invented_names import COUNTRIES, Country, country, full_name, mean_namesakes
from tests.benchmarks.spelling_noise import respelt

_FIRST = 5
_BATCH = 20_000


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    name: str
    country: Country
    region: str
    age: int

    @property
    def origin(self) -> str:
        """Return where they are from."""
        return f"{self.region}, {self.country.name}"


def people(count: int) -> Iterator[Person]:
    """Give so many people, the same each time."""
    chance = random.Random(5)
    for _ in range(count):
        home = country(chance)
        yield Person(full_name(chance, home).text, home, chance.choice(home.regions), chance.randint(18, 55))


def filled(count: int) -> Path:
    """Return a casebook with the names of so many people, made if there is none yet."""
    path = data_folder() / f"names-{VERSION}-{count}.casebook"
    if not path.exists():
        unfinished = path.with_name(f"unfinished-{os.getpid()}.casebook")
        book = Book.new(unfinished, system_clock)
        _fill(book, count)
        book.close()
        unfinished.rename(path)
    return path


def _fill(book: Book, count: int) -> None:
    database = book.database
    database.execute_sql("PRAGMA synchronous = off")
    database.execute_sql("PRAGMA cache_size = -800000")
    start = time.perf_counter()
    batch = []
    for number, person in enumerate(people(count), 1):
        batch.append(
            (
                read(person.name)[0].folded,
                number,
                person.name,
                person.origin.lower().replace(",", ""),
                *(person.age,) * 2,
            )
        )
        if len(batch) == _BATCH or number == count:
            with database.atomic("IMMEDIATE"):
                names_index.add(database, batch)
                database.connection().executemany(
                    "INSERT INTO shown (case_id, ref, heading) VALUES (?, ?, ?)",
                    [(row[1], row[1], row[2]) for row in batch],
                )
            batch = []
            print(f"  {number:,} of {count:,} in {time.perf_counter() - start:,.0f} s", flush=True)
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@dataclass(frozen=True)
class Found:
    """What looking many names up gave."""

    times: Times
    processor: Times
    share: float


def look_up(casebook: Casebook, asked: list[tuple[str, Person]], *, origin: bool, age: bool) -> Found:
    """Look many spellings up, with origin or age or by name alone."""
    hits, seconds, processor = 0, [], []
    for spelling, person in asked:
        answer: list[str] = []

        def work(spelling: str = spelling, person: Person = person, answer: list[str] = answer) -> None:
            found = casebook.names.candidates(
                spelling, person.region if origin else "", str(person.age) if age else "", limit=_FIRST
            )
            answer.extend(one.spelling for one in found)

        before = time.process_time()
        seconds.append(timed(work))
        processor.append(time.process_time() - before)
        right = read(person.name)[0].folded
        hits += any(read(one)[0].folded == right for one in answer)
    return Found(Times.of(seconds), Times.of(processor), hits / len(asked))


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bars are held."""
    parser = argparse.ArgumentParser(description="Look names up among very many people.")
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=400)
    given = parser.parse_args(words)
    casebook = Casebook(Book.open(filled(given.people), system_clock), Officer(), system_clock, Path())
    chance = random.Random(9)
    drawn = sorted(chance.sample(range(given.people), min(given.names, given.people)))
    wanted = set(drawn)
    chosen = [person for number, person in enumerate(people(given.people)) if number in wanted]
    asked = [(respelt(person.name, chance), person) for person in chosen]
    chance.shuffle(asked)
    look_up(casebook, asked[: len(asked) // 4], origin=False, age=False)  # a desk that has been at work for a while
    ways = [
        ("by name alone", look_up(casebook, asked, origin=False, age=False), 0.8),
        ("with origin", look_up(casebook, asked, origin=True, age=False), 0.95),
        ("with age", look_up(casebook, asked, origin=False, age=True), 0.95),
        ("with both", look_up(casebook, asked, origin=True, age=True), 0.95),
    ]
    casebook.close()
    shares = {one.name: round(given.people * one.share / 100) for one in COUNTRIES}
    alike = sum(mean_namesakes(shares[one.name], one) * one.share / 100 for one in COUNTRIES)
    print(f"\n{given.people:,} people, each sharing a full name with {alike:.1f} others on average\n{HEAD}")
    for what, found, _ in ways:
        print(f"{what:44}{len(found.times.ms):7}{found.times.row}   found {found.share:.3f}")
        print(f"{'  processor time':44}{'':7}{found.processor.row}")
    held = [bar(f"missed {what}", 1 - found.share, 1 - allowed, "") for what, found, allowed in ways]
    slowest = max(found.times.at(0.95) for _, found, _ in ways)
    return all([*held, bar("look-up, p95", slowest, 20)])


if __name__ == "__main__":
    main()
