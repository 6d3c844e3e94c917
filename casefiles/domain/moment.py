"""Which knowledge is asked for: as recorded here by a change, and as learned by a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


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
