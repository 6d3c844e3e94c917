"""Which knowledge is asked for: as recorded here by a change, and as learned by a day; and whose days those are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from casefiles.domain.problems import BadInput

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Moment:
    """The two questions about the past; each may be asked alone, or both at once.

    Attributes:
        learned: only what had been learned by the end of this day, also if it was entered later; None for all.
        recorded: only what stood in this casebook after this change set; None for all.
        recorded_by: the day by whose end that change set was the last, for words; None where no day was asked for.
    """

    learned: date | None = None
    recorded: int | None = None
    recorded_by: date | None = field(default=None, compare=False)

    @property
    def is_now(self) -> bool:
        """Tell whether nothing of the past is asked."""
        return self.learned is None and self.recorded is None

    @property
    def asks_both(self) -> bool:
        """Tell whether both questions are asked at once."""
        return self.learned is not None and self.recorded is not None

    @property
    def day(self) -> date | None:
        """Return the last day that it can know of; None when that is today."""
        return min((day for day in (self.learned, self.recorded_by) if day is not None), default=None)


NOW = Moment()


def day_in(zone: tzinfo, stamp: str) -> date:
    """Return the day that a moment of the journal (ISO) fell on in a time zone; a moment without a zone is UTC."""
    moment = datetime.fromisoformat(stamp)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()


def read_zone(name: str) -> ZoneInfo:
    """Return a time zone by its name.

    Raises:
        BadInput: there is none of that name.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as problem:
        raise BadInput(
            f"There is no time zone called “{name[:40]}”.", "Use a name such as Asia/Kolkata or UTC."
        ) from problem
