"""The search box: what each key asks for, beside the least that any answer needs; fields, exact totals, articles.

PYTHONPATH=. python tests/benchmarks/search.py [--people 100000] [--reports 4] [--names 20] [--locked]
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from casefiles.search.query import parse
from casefiles.storage import conditions
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.finding import Finding, Wanted
from tests.benchmarks.books import PASSWORD, book
from tests.benchmarks.figures import Times, bar, table, timed
from tests.benchmarks.storage_figures import SHOWN, some_names, typed_prefixes

REFERENCE = Path(__file__).with_name("reference.sql")

FIELDS = (
    "status:killed", "group:dead", "status:killed,missing", "origin:nepal", "name:singh", "age:<25",
    "certainty:confirmed", "date:2024-03", "since:2024-06 status:killed", "said-by:ministry", "source:courier",
    "sources:<2", "missing:age", "silent:>30d", "unnamed:yes", "kind:group", "killed -nepal", "singh or kumar",
    '"killed in"', "role:cook status:dead",
)  # fmt: skip
"""Searches by field, and such as put parts together."""


KEYS, ORDER, ROWS, _ = REFERENCE.read_text(encoding="utf-8").split(";")
_CAPPED = 1000


def reference(cursor: Any, text: str) -> list[Any]:
    """Answer one key with the reference alone."""
    words, _ = conditions.split(parse(text).asked)
    found = [row[0] for row in cursor.execute(KEYS, {"words": words}).fetchall()]
    if len(found) <= _CAPPED:
        found = [row[0] for row in cursor.execute(ORDER, {"keys": json.dumps(found)}).fetchall()]
    return list(cursor.execute(ROWS, {"keys": json.dumps(found[:SHOWN])}).fetchall())


def answer(finding: Finding, text: str) -> None:
    """Answer one key as the window does: read it, the keys with their capped total, and the first rows."""
    finding.rows(finding.first(Wanted(parse(text))).ids[:SHOWN])


def timed_each(texts: list[str], work: Callable[[str], object]) -> Times:
    """Time some work for each of some texts."""
    return Times.of(timed(partial(work, text)) for text in texts)


def quickest(text: str, *sides: Callable[[str], object]) -> tuple[float, ...]:
    """Time several ways turn and turn about, and keep the quickest of each: a busy machine burdens some only."""
    rounds = [[timed(partial(side, text)) for side in sides] for _ in range(5)]
    return tuple(map(min, zip(*rounds, strict=True)))


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether the bars are held."""
    parser = argparse.ArgumentParser(description="Time the search box.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--per-article", type=int, default=2)
    parser.add_argument("--names", type=int, default=20)
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--each", action="store_true", help="print each search by field")
    given = parser.parse_args(words)
    password = PASSWORD if given.locked else ""
    casebook = Casebook.open(book(given.people, given.reports, given.per_article, password), password=password)
    finding, cursor = casebook.finding, casebook.desk.book.database.connection().cursor()
    typed = typed_prefixes(some_names(casebook, given.names, random.Random(3)))
    fields = list(FIELDS)
    ours = timed_each(typed, partial(answer, finding))
    both = [quickest(text, partial(reference, cursor), partial(answer, finding)) for text in typed]
    least, beside = (Times.of(side) for side in zip(*both, strict=True))
    exact = timed_each(typed, lambda text: finding.count(Wanted(parse(text))))
    table(
        f"{given.people:,} people, each key of {given.names} names",
        [
            ("list and capped total", ours),
            ("the same, quickest of five", beside),
            ("reference, quickest of five", least),
            ("exact total", exact),
            ("all keys in order", timed_each(typed, lambda text: finding.ids(Wanted(parse(text))))),
            ("articles", timed_each(typed, lambda text: finding.articles(parse(text)))),
            ("by field: list and capped total", timed_each(fields, partial(answer, finding))),
            ("by field: exact total", timed_each(fields, lambda text: finding.count(Wanted(parse(text))))),
        ],
    )
    if given.each:
        table("Each search by field", [(text, timed_each([text], partial(answer, finding))) for text in fields])
    casebook.close()
    few = given.people <= 100_000
    return all(
        [
            bar("list and capped total, p95", ours.at(0.95), 8 if few else 20),
            bar("list and capped total beside the reference, p95", beside.at(0.95) / least.at(0.95), 1.5, "times"),
            bar("exact total, p95", exact.at(0.95), 300 if few else 1000),
        ]
    )


if __name__ == "__main__":
    main()
