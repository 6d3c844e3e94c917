"""Casebooks full of invented people: through the public door for some thousands, in bulk for a million.

PYTHONPATH=. python tests/benchmarks/books.py PEOPLE [--reports 10] [--per-article 2] [--locked]

builds a casebook once and keeps it under the folder that CASEFILES_BENCH_DATA names.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from casefiles.domain.canonical import canonical, sha256
from casefiles.domain.passages import passage
from casefiles.storage import derived, journal, tables
from casefiles.storage.act import Act, Touched
from casefiles.storage.asking import one, rows
from casefiles.storage.book import Book
from casefiles.storage.images import columns, name_of, to_image
from casefiles.storage.tables import RECORDS, Record
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer, system_clock
from casefiles.workspace.entries import Report, Words
from tests.benchmarks.figures import data_folder
from tests.benchmarks.invented import MINISTRY, SITUATION, Article, Person, Told, articles

PASSWORD = "a password for figures only"
_OFFICER = Officer("Bench Officer")
_ARTICLES_AN_ACT = 250
_LEARNED = "2025-08-01"


# ---- through the public door


def enter(casebook: Casebook, told: Iterable[Article]) -> list[int]:
    """Enter articles and their people as an officer would; returns the keys of the cases."""
    situation = casebook.settings.situation(SITUATION)
    return [case for article in told for case in _enter_article(casebook, situation, article)]


def _enter_article(casebook: Casebook, situation: str, article: Article) -> Iterator[int]:
    details = {
        "title": article.title,
        "publisher": article.publisher,
        "published_on": article.published.isoformat(),
        "received_on": _LEARNED,
    }
    source = casebook.sources.add(casebook.sources.take_paste(article.text), details)
    for person in article.people:
        yield casebook.people.add(person.kind, [report(told, source) for told in person.told], [situation])


def report(told: Told, source: int) -> Report:
    """Return what an officer would enter, with its quote."""
    words = (Words(source, told.start, told.end),)
    return Report(told.field, told.value, words=words, speakers=told.speakers, said_on=told.said_on)


# ---- in bulk


def _uuids() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield str(UUID(sha256(f"row {number}")[:32], version=4))


@dataclass
class Batch(Act):
    """One act of very many new rows, which go to the database together.

    Attributes:
        about: the UUID of the case or source whose history the next rows belong to.
    """

    about: str = ""
    waiting: dict[type[Record], list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    next_key: dict[type[Record], int] = field(default_factory=dict)
    uuids: Iterator[str] = field(default_factory=_uuids)

    def add(self, table: type[Record], row_id: int | None = None, /, **values: Any) -> int:
        """Keep a row for later and return the key it will have."""
        key = row_id or self.coming(table)
        self.next_key[table] = key + 1
        row = {**_defaults(table), "uuid": next(self.uuids), **values}
        self.keys.learn(table, key, row["uuid"])
        if table in (tables.Case, tables.Source):
            self.about = row["uuid"]
            if table is tables.Case:
                self.cases[key] = ""
            else:
                self.sources.add(key)
        self.waiting[table].append((key, *row.values()))
        image = to_image(self.keys, table, row)
        self.touched[name_of(table), key] = Touched(table, key, row["uuid"], self.about, None, image)
        return key

    def finish(self) -> None:
        """Write the rows, what is derived from them, and the journal's one entry for all of them."""
        for table in RECORDS:
            if waiting := self.waiting.pop(table, None):
                names = ", ".join(f'"{name}"' for name in ("id", *columns(table)))
                marks = ", ".join("?" * len(waiting[0]))
                sql = f'INSERT INTO "{name_of(table)}" ({names}) VALUES ({marks})'
                self.database.connection().executemany(sql, waiting)
        for name, table in (("case", tables.Case), ("source", tables.Source)):
            self.next_ref(name, self.next_key.get(table, 1) - 1)
        self.changes = journal.record(self)
        derived.refresh(self.database, self.cases, self.changes.number)
        derived.refresh_texts(self.database, self.sources)

    def coming(self, table: type[Record]) -> int:
        """Return the key that the next row of a table will have."""
        if table not in self.next_key:
            self.next_key[table] = int(one(self.database, f'SELECT coalesce(max(id), 0) FROM "{name_of(table)}"')) + 1
        return self.next_key[table]


@cache
def _defaults(table: type[Record]) -> dict[str, Any]:
    """Return a row of a table with nothing in it; its columns in their order."""
    return {one.column_name: one.default for one in table._meta.sorted_fields if one.column_name != "id"}


def fill(casebook: Casebook, told: Iterable[Article], progress: Callable[[int], None] = lambda done: None) -> int:
    """Fill an empty casebook as fast as the disk takes it; returns how many cases it then has."""
    casebook.settings.situation(SITUATION)
    book = casebook.desk.book
    situation = int(rows(book.database, "SELECT id FROM situation")[0][0])
    uuids = _uuids()
    waiting = iter(told)
    done = 0
    book.database.execute_sql("PRAGMA synchronous = off")  # what is lost is made again
    book.database.execute_sql("PRAGMA cache_size = -400000")
    while some := list(islice(waiting, _ARTICLES_AN_ACT)):
        at = system_clock().isoformat(timespec="microseconds").replace("+00:00", "Z")
        batch = Batch(book.database, f"Take in {len(some)} articles", _OFFICER.name, at, uuids=uuids)
        with book.database.atomic("IMMEDIATE"):
            for article in some:
                _add_article(batch, article, situation)
            batch.finish()
        done += len(batch.cases)
        progress(done)
    book.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return done


def _add_article(batch: Batch, article: Article, situation: int) -> None:
    data = article.text.encode()
    entered = {"entered_at": batch.at, "entered_by": batch.officer}
    source = batch.add(
        tables.Source,
        ref=batch.coming(tables.Source),
        title=article.title,
        publisher=article.publisher,
        published_on=article.published.isoformat(),
        received_on=_LEARNED,
        **entered,
    )
    digest = sha256(article.text)
    batch.keep_bytes(digest, data)
    capture = batch.add(
        tables.Capture,
        source_id=source,
        sha256=digest,
        size=len(data),
        media_type="text/plain",
        taken_at=batch.at,
        tool="invented",
    )
    text = batch.add(
        tables.Text,
        source_id=source,
        capture_id=capture,
        chars=article.text,
        sha256=digest,
        encoding="utf-8",
        tool="invented",
    )
    for person in article.people:
        _add_person(batch, person, article, (source, text, situation))


def _add_person(batch: Batch, person: Person, article: Article, at: tuple[int, int, int]) -> None:
    source, text, situation = at
    entered = {"entered_at": batch.at, "entered_by": batch.officer}
    case = batch.add(tables.Case, ref=batch.coming(tables.Case), kind=person.kind.value, **entered)
    batch.add(tables.CaseSituation, case_id=case, situation_id=situation)
    for told in person.told:
        cut = passage(article.text, told.start, told.end)
        claim = batch.add(
            tables.Claim,
            case_id=case,
            field=told.field,
            value=canonical(told.value),
            wording=cut.quote,
            speakers=canonical([{"name": one.name, "kind": one.kind.value} for one in told.speakers]),
            said_on=told.said_on,
            learned_on=_LEARNED,
            source_id=source,
            **entered,
        )
        batch.add(
            tables.Passage,
            claim_id=claim,
            text_id=text,
            start=cut.start,
            end=cut.end,
            quote=cut.quote,
            before=cut.before,
            after=cut.after,
            role="value",
        )


# ---- kept from run to run


def book(people: int, reports: int = 10, per_article: int = 2, password: str = "") -> Path:
    """Return a casebook of so many invented people, built if there is none yet."""
    name = f"{people}x{reports}{'-locked' if password else ''}.casebook"
    path = data_folder() / name
    if not path.exists():
        unfinished = path.with_name(f"unfinished-{os.getpid()}-{name}")
        _build(unfinished, articles(people, reports, per_article), people, password)
        unfinished.rename(path)
    return path


def _build(path: Path, told: Iterable[Article], people: int, password: str) -> None:
    start = time.perf_counter()

    def progress(done: int) -> None:
        if done % 10_000 < 2 * _ARTICLES_AN_ACT or done == people:
            print(f"  {done:,} of {people:,} in {time.perf_counter() - start:,.0f} s", flush=True)

    casebook = Casebook(
        Book.new(path, system_clock, password), _OFFICER, system_clock, Path(__file__).parents[2] / "resources"
    )
    casebook.settings.begin("Invented people", "UTC", [MINISTRY])
    fill(casebook, told, progress)
    casebook.close()


def main() -> None:
    """Build a casebook from the command line."""
    parser = argparse.ArgumentParser(description="Build a casebook of invented people.")
    parser.add_argument("people", type=int)
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--per-article", type=int, default=2)
    parser.add_argument("--locked", action="store_true", help="encrypt it")
    given = parser.parse_args()
    path = book(given.people, given.reports, given.per_article, PASSWORD if given.locked else "")
    print(f"{path}: {path.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
