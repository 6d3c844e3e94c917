"""The past in words: the days an officer types become a moment, and a moment is said again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from casefiles.domain.dates import read_date, show_day
from casefiles.domain.moment import Moment, day_in
from casefiles.domain.problems import BadInput
from casefiles.storage import past
from casefiles.workspace.desk import Desk, refuse_to_come


def read_moment(desk: Desk, learned: str = "", recorded: str = "") -> Moment:
    """Return the moment that two days ask for, as typed; an empty one asks nothing.

    A bare day ends at midnight in the casebook's time zone.

    Raises:
        BadInput: one is not a day, or is still to come, or nothing had been recorded by then.
    """
    known, stood = (_read(desk, text) for text in (learned, recorded))
    return Moment(known, None if stood is None else _last_change(desk, stood), stood)


def read_day(text: str, today: date) -> date:
    """Return the day an officer typed; a bare day ends at midnight in the casebook's time zone.

    Raises:
        BadInput: it is not a day.
    """
    typed = read_date(text, today=today)
    if typed.latest is None:
        raise BadInput("That has no last day.", "Type a day such as 12 June 2024.")
    return typed.latest


def say_moment(desk: Desk, moment: Moment) -> str:
    """Say which question a moment asks, as in "as learned by 12 Jun 2024 (Asia/Kolkata)"."""
    if moment.is_now:
        return f"as of {desk.at(desk.clock().isoformat())}"
    learned = f"learned by {show_day(moment.learned)}" if moment.learned else ""
    recorded = "" if moment.recorded is None else f"recorded here by {_say_recorded(moment)}"
    return f"as {' and '.join(filter(None, (learned, recorded)))} ({desk.zone().key})"


def end_of(desk: Desk, day: date) -> str:
    """Return the midnight that ends a day in the casebook's time zone, as the journal stamps it."""
    midnight = datetime.combine(day + timedelta(days=1), time(), desk.zone())
    return midnight.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def entered_later(desk: Desk, moment: Moment, stamp: str) -> str:
    """Say when something was entered, if that was after the day by which it is told as learned."""
    if moment.learned is None:
        return ""
    entered = day_in(desk.zone(), stamp)
    return f"entered {show_day(entered)}" if entered > moment.learned else ""


def _read(desk: Desk, text: str) -> date | None:
    if not text.strip():
        return None
    day = read_day(text, desk.today())
    refuse_to_come(day, desk.today())
    return day


def _last_change(desk: Desk, day: date) -> int:
    database = desk.book.database
    number = past.number_by(database, end_of(desk, day))
    if number is None:
        first = day_in(desk.zone(), past.first_stamp(database))
        raise BadInput(
            f"Nothing had been recorded here by {show_day(day)}: the first entry is of {show_day(first)}.",
            "Ask for a later day, or ask what had been learned by it.",
        )
    return number


def _say_recorded(moment: Moment) -> str:
    return show_day(moment.recorded_by) if moment.recorded_by else f"change {moment.recorded:,}"
