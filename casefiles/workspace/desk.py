"""The desk an officer works at: one open casebook, who acts, what time it is, and where the program's data lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.domain.changes import ActKind
from casefiles.domain.dates import show_day
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, PastIsFixed
from casefiles.storage import lookups
from casefiles.storage.book import Book

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from casefiles.storage.act import Act

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Officer:
    """Who acts."""

    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean(self.name))

    @property
    def initials(self) -> str:
        """Return the first letters of the name's words."""
        return "".join(word[0].upper() for word in self.name.split()[:3])


@dataclass
class Desk:
    """What every use case is given.

    Attributes:
        moment: which knowledge is looked at; while it is of the past, nothing can be changed.
    """

    book: Book
    officer: Officer
    clock: Clock
    resources: Path
    moment: Moment = NOW

    @contextmanager
    def act(self, label: str, origin: str = "", kind: ActKind = ActKind.ACT) -> Iterator[Act]:
        """Open the write gate for one act of this officer.

        Raises:
            PastIsFixed: the past is looked at.
        """
        self.refuse_past()
        with self.book.gate.act(label, self.officer.name, origin=origin, kind=kind) as act:
            yield act

    def refuse_past(self) -> None:
        """Refuse a change while the past is looked at: it would not be seen, and might be taken for a part of it.

        Raises:
            PastIsFixed: the past is looked at.
        """
        if not self.moment.is_now:
            raise PastIsFixed("You look at the past, which cannot be changed.", "Go back to now first.")

    def zone(self) -> ZoneInfo:
        """Return the casebook's time zone, by which its days begin and end."""
        return lookups.zone(self.book.database)

    def today(self) -> date:
        """Return the day it is at the desk."""
        return self.clock().astimezone(self.zone()).date()

    def setting(self, key: str) -> str:
        """Return a setting of the casebook; empty when it was never set."""
        return lookups.setting(self.book.database, key)

    def at(self, stamp: str) -> str:
        """Say a moment of the journal in words, in the casebook's time zone."""
        return say_stamp(stamp, self.zone())


def say_stamp(stamp: str, zone: ZoneInfo) -> str:
    """Say a moment of the journal in words, in a time zone."""
    moment = datetime.fromisoformat(stamp).astimezone(zone)
    return f"{moment.day} {moment:%b %Y, %H:%M}"


def read_day(text: str) -> str:
    """Return a day of ours, ISO.

    Raises:
        BadInput: it is none.
    """
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as problem:
        raise BadInput(f"“{text[:40]}” is not a day.", "Write it as 2024-06-12.") from problem


def read_past_day(text: str, today: date) -> str:
    """Return a day of ours on which something was learned, ISO.

    Raises:
        BadInput: it is none, or still to come.
    """
    day = read_day(text)
    refuse_to_come(date.fromisoformat(day), today)
    return day


def refuse_to_come(day: date, today: date) -> None:
    """Refuse a day of which nothing can be known yet.

    Raises:
        BadInput: it is still to come.
    """
    if day > today:
        raise BadInput(f"{show_day(day)} is still to come.", "Type today or an earlier day.")


def system_clock() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)
