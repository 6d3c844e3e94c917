"""The four words for how sure a value is."""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """How sure a value is; only these four words are ever shown."""

    CONFIRMED = "Confirmed"
    REPORTED = "Reported"
    DISPUTED = "Disputed"
    DESK = "Desk entry, no source"
