"""How quickly a list of the past is there, and how quickly one moves in it, for both questions.

PYTHONPATH=. python tests/benchmarks/as_of.py [--people 100000] [--reports 4] [--days 20] [--told 1000]

The casebook is a copy, kept beside the one it is of. On each of so many days after the last entry so many people,
drawn at random, are told a new status, in one act a day; half of it had been learned ten days before it was entered.
A moment early among those days then takes nearly all these people's rows from what was put away, a late one few.
"""

from __future__ import annotations

import argparse
import random
import shutil
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from casefiles.domain.moment import Moment
from casefiles.domain.speakers import read_speakers
from casefiles.storage import lookups
from casefiles.storage.asking import one
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import system_clock
from casefiles.workspace.entries import Entry, Report
from casefiles.workspace.finding import Finding, Sort, Wanted, parse
from tests.benchmarks.books import book
from tests.benchmarks.figures import Times, bar, data_folder, table, timed

FIRST, MOVE = 1000.0, 50.0
_PAGE = 64
_STATUSES = ("missing", "killed", "detained", "repatriated")
_BACKDATED = timedelta(days=10)
Row = tuple[str, Times]


def told_over_days(people: int, reports: int, days: int, told: int) -> Path:
    """Return the copy in which people are told something new over many days, made if there is none yet."""
    path = data_folder() / f"{people}x{reports}-{days}x{told}.casebook"
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        shutil.copyfile(book(people, reports), unfinished)
        _tell(unfinished, days, told)
        unfinished.rename(path)
    return path


def _tell(path: Path, days: int, told: int) -> None:
    now = [system_clock()]
    casebook = Casebook.open(path, clock=lambda: now[0])
    chance = random.Random(11)
    everyone = lookups.all_case_keys(casebook.desk.book.database)
    for _ in range(days):
        now[0] += timedelta(days=1)
        _tell_some(casebook, chance.sample(everyone, min(told, len(everyone))), chance)
    casebook.close()


def _tell_some(casebook: Casebook, people: list[int], chance: random.Random) -> None:
    today = casebook.desk.today()
    earlier = (today - _BACKDATED).isoformat()
    with casebook.desk.act("Tell what the morning brought") as act:
        entry = Entry(casebook.desk, act)
        for place, person in enumerate(people):
            report = Report(
                "status",
                typed=chance.choice(_STATUSES),
                speakers=read_speakers(["family"]),
                said_on=today.isoformat(),
                learned_on=earlier if place % 2 else "",
            )
            entry.report(person, report.checked(today))


def moments(casebook: Casebook, days: int) -> dict[str, Moment]:
    """Return an early and a late moment of both questions."""
    last = _last_day(casebook)
    early, late = last - timedelta(days=days - 1), last - timedelta(days=1)
    return {
        "learned, early": casebook.moment(learned=early.isoformat()),
        "learned, late": casebook.moment(learned=late.isoformat()),
        "recorded, early": casebook.moment(recorded=early.isoformat()),
        "recorded, late": casebook.moment(recorded=late.isoformat()),
    }


def _last_day(casebook: Casebook) -> date:
    stamp = one(casebook.desk.book.database, "SELECT at FROM change_set ORDER BY number DESC LIMIT 1")
    return datetime.fromisoformat(stamp).astimezone(casebook.desk.zone()).date()


def first(finding: Finding, wanted: Wanted, moment: Moment) -> None:
    """Do what the list does before it is painted."""
    finding.rows(finding.ids(wanted, _PAGE, moment), moment)


def lists(finding: Finding, name: str, moment: Moment) -> list[Row]:
    """Time the first page, and all that follows it."""
    asked = [(f"{name}: first page by {sort}", Wanted(sort=sort)) for sort in Sort]
    asked += [
        (f"{name}: first page of the dead", Wanted(parse("group:dead"))),
        (f"{name}: first page of a word", _WORD),
    ]
    rows = [
        (what, Times.of(timed(partial(first, finding, wanted, moment)) for _ in range(3))) for what, wanted in asked
    ]
    beside = (
        ("all keys", partial(finding.ids, Wanted(), -1, moment)),
        ("how many", partial(finding.count, Wanted(), moment)),
        ("the sidebar’s counts", partial(finding.totals, moment)),
    )
    return [*rows, *((f"{name}: {what}", Times.of(timed(work) for _ in range(3))) for what, work in beside)]


_DEAD = Wanted(parse("group:dead"))
_WORD = Wanted(parse("ra status:dead"))


def moves(finding: Finding, moment: Moment, chance: random.Random) -> Times:
    """Time pages of rows from anywhere in the list."""
    keys = finding.ids(Wanted(), moment=moment)
    starts = [chance.randrange(max(1, len(keys) - _PAGE)) for _ in range(200)]
    return Times.of(timed(partial(finding.rows, keys[start : start + _PAGE], moment)) for start in starts)


def main(words: list[str] | None = None) -> bool:
    """Measure and print; returns whether both bars are held."""
    parser = argparse.ArgumentParser(description="Time lists of the past.")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=4)
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--told", type=int, default=1_000)
    given = parser.parse_args(words)
    path = told_over_days(given.people, given.reports, given.days, given.told)
    later = system_clock() + timedelta(days=given.days + 1)
    casebook = Casebook.open(path, clock=lambda: later)
    finding, chance = casebook.finding, random.Random(4)
    found = moments(casebook, given.days)
    rows = [row for name, moment in found.items() for row in lists(finding, name, moment)]
    paged = [(f"{name}: a page of {_PAGE}", moves(finding, moment, chance)) for name, moment in found.items()]
    casebook.close()
    title = f"Lists of the past, {given.people:,} people, {given.told:,} told something on each of {given.days} days"
    table(title, [*rows, *paged])
    slowest = max(times.ms[-1] for what, times in rows if "first page" in what)
    held = [bar("first page of the past, slowest", slowest, FIRST)]
    held.append(bar("page moved to, p95, slowest", max(times.at(0.95) for _, times in paged), MOVE))
    return all(held)


if __name__ == "__main__":
    main()
