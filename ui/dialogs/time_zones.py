"""Time zones by name, completed while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ui.widgets.completing import complete

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


def complete_zones(line: QLineEdit) -> None:
    """Offer the names that hold what is typed."""
    complete(line, sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))


def is_zone(name: str) -> bool:
    """Tell whether there is a time zone of that name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
