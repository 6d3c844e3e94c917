"""How quickly a casebook answers: keys, counts, facets, pages, search as one types; rebuilding and verifying.

PYTHONPATH=. python tests/benchmarks/storage_figures.py [--people 100000] [--reports 4] [--slow] [--locked]

`--slow` also rebuilds the derived rows and verifies the whole file.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from functools import partial

from casefiles.storage import derived
from casefiles.storage.asking import rows
from casefiles.storage.check import CHECKS
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.finding import Finding, Sort, Wanted, parse
from tests.benchmarks.books import PASSWORD, book
from tests.benchmarks.figures import Times, bar, table, timed

FIRST = 1001
"""How many keys a search asks for as one types, so that a list can say "1,000+"."""

SHOWN = 50


def typed_prefixes(names: list[str]) -> list[str]:
    """Return what the search box holds after each key while these names are typed, from two letters on."""
    return [name[:length] for name in names for length in range(2, len(name) + 1) if name[length - 1] != " "]


def some_names(casebook: Casebook, count: int, chance: random.Random) -> list[str]:
    """Draw names of people in the casebook."""
    sql = "SELECT heading FROM shown WHERE heading NOT LIKE '% not named' LIMIT 20000"
    found = rows(casebook.desk.book.database, sql)
    return [name for (name,) in chance.sample(found, min(count, len(found)))]


def repeat(times: int, work: Callable[[], object]) -> Times:
    """Time something several times."""
    return Times.of(timed(work) for _ in range(times))


def whole_lists(finding: Finding) -> list[tuple[str, Times]]:
    """Time what a list without a search asks for."""
    times = [(f"keys of all, by {sort}", repeat(3, partial(finding.ids, Wanted(sort=sort)))) for sort in Sort]
    first = [(f"first 64 keys, by {sort}", repeat(30, partial(finding.ids, Wanted(sort=sort), 64))) for sort in Sort]
    group = Wanted(parse("group:dead"))
    return [
        *times,
        *first,
        ("keys of one status group", repeat(3, partial(finding.ids, group))),
        ("first 64 keys of one status group", repeat(10, partial(finding.ids, group, 64))),
        ("count of one status group", repeat(3, partial(finding.count, group))),
        ("totals and facets of the sidebar", repeat(30, finding.totals)),
    ]


def pages(finding: Finding, chance: random.Random) -> Times:
    """Time pages of 64 rows from anywhere in the list."""
    keys = finding.ids(Wanted())
    starts = [chance.randrange(max(1, len(keys) - 64)) for _ in range(200)]
    return Times.of(timed(partial(finding.rows, keys[start : start + 64])) for start in starts)


def typing(finding: Finding, names: list[str]) -> list[tuple[str, Times]]:
    """Time what one key in the search box asks for, first the list with its capped total, then the rest."""
    wanted = [Wanted(parse(text)) for text in typed_prefixes(names)]

    def answer(one: Wanted) -> None:
        found = finding.ids(one, FIRST)
        finding.rows(found[:SHOWN])

    return [
        (f"search: {FIRST} keys", Times.of(timed(partial(finding.ids, one, FIRST)) for one in wanted)),
        (f"search: {FIRST} keys and {SHOWN} rows", Times.of(timed(partial(answer, one)) for one in wanted)),
        ("search: all keys", Times.of(timed(partial(finding.ids, one)) for one in wanted)),
        ("search: exact count", Times.of(timed(partial(finding.count, one)) for one in wanted)),
        ("search: articles", Times.of(timed(partial(finding.articles, one.query)) for one in wanted)),
    ]


def slow(casebook: Casebook) -> list[tuple[str, Times]]:
    """Time what touches every row once."""
    database = casebook.desk.book.database
    found = [
        (f"verify: {check.__name__.strip('_')}", repeat(1, lambda check=check: list(check(database))))  # type: ignore[misc]  # a default that binds
        for check in CHECKS
    ]
    return [("rebuild of the derived rows", repeat(1, partial(derived.rebuild, database))), *found]


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bar for search is held."""
    parser = argparse.ArgumentParser(description="Time what lists and search ask for.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--per-article", type=int, default=2)
    parser.add_argument("--names", type=int, default=20)
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--slow", action="store_true")
    given = parser.parse_args(words)
    password = PASSWORD if given.locked else ""
    casebook = Casebook.open(book(given.people, given.reports, given.per_article, password), password=password)
    chance = random.Random(3)
    searched = typing(casebook.finding, some_names(casebook, given.names, chance))
    lists = whole_lists(casebook.finding)
    page = pages(casebook.finding, chance)
    table(f"{given.people:,} people", [*lists, ("page of 64 rows, anywhere", page), *searched])
    if given.slow:
        table("Everything once", slow(casebook))
    casebook.close()
    _, searching = searched[1]
    return bar("search as you type, p95", searching.at(0.95), 8 if given.people <= 100_000 else 20)


if __name__ == "__main__":
    main()
