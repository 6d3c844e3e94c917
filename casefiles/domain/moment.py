"""Which knowledge is asked for: as recorded here by a change, and as learned by a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Moment:
    """The two questions about the past; each may be asked alone, or both at once.

    Attributes:
        learned: only what had been learned by the end of this day, also if it was entered later; None for all.
        recorded: only what stood in this casebook after this change set; None for all.
    """

    learned: date | None = None
    recorded: int | None = None

    @property
    def is_now(self) -> bool:
        """Tell whether nothing of the past is asked."""
        return self.learned is None and self.recorded is None


NOW = Moment()
