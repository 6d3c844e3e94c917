"""Reported totals in one line each, for tests of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from casefiles.domain.figure_numbers import read_number
from casefiles.domain.figures import Figure, Nesting
from casefiles.domain.ledger import Ledger, Line, ledger_of
from casefiles.domain.speakers import read_speakers

_numbers = count(1)
JANUARY = "2025-01-17"


def total(number: str, measure: str = "total", by: object = ("MEA",), as_of: str = JANUARY, **more: Any) -> Figure:
    """Return a total, as a ministry says it."""
    at, read = next(_numbers), read_number(number)
    given = {"situation": "war", "speakers": read_speakers(by), "as_of": as_of, "learned_on": "2025-06-01"}
    return Figure(
        f"total {at}", at, measure=measure, low=read.low, high=read.high, relation=read.relation, **given | more
    )


def part(number: str, measure: str, of: Figure, **more: Any) -> Figure:
    """Return a part that leaves unsaid what its whole says."""
    unsaid: dict[str, Any] = {"situation": "", "by": (), "as_of": "", "part_of": of.uuid}
    return total(number, measure, **unsaid | more)


def nested(number: str, measure: str, of: Figure, **more: Any) -> Figure:
    """Return a part that lies inside another part."""
    return part(number, measure, of, nesting=Nesting.NESTED, **more)


def ledger(*figures: Figure) -> Ledger:
    """Return the ledger of some totals."""
    return ledger_of(figures)


def line(of: Figure, figures: Sequence[Figure]) -> Line:
    """Return one total of a ledger."""
    return ledger_of(figures).lines[of.uuid]
