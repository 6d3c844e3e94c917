"""A casebook at a desk whose clock moves only when told to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casefiles.workspace.casebook import Casebook
from casefiles.workspace.desk import Officer


class Clock:
    """The desk's time."""

    def __init__(self) -> None:
        self.now = datetime(2024, 6, 12, 9, 0, tzinfo=UTC)
        self.step = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now

    def later(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Casebook]:
    made = Casebook.new(
        tmp_path / "desk.casebook",
        officer=Officer("Test Officer"),
        time_zone="Asia/Kolkata",
        confirming=["Ministry of External Affairs (MEA)"],
        clock=clock,
    )
    yield made
    made.close()
