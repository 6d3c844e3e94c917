"""Which totals point at which: none at itself in the end, and each put after those it points at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from casefiles.domain.problems import BadInput

PointsAt: TypeAlias = Mapping[str, Collection[str]]
"""For each total, its whole and the one that took its place; empty names point at nothing."""


def refuse_circle(uuid: str, points_at: PointsAt) -> None:
    """Let a total be part of another, or be replaced by it, only if that does not in the end point back at it.

    Raises:
        BadInput: it does.
    """
    seen: set[str] = set()
    waiting = list(points_at.get(uuid, ()))
    while waiting:
        at = waiting.pop()
        if at == uuid:
            raise BadInput("A total would be part of itself, or stand in its own place.", "Choose another total.")
        if at not in seen:
            seen.add(at)
            waiting += points_at.get(at, ())


def wholes_first(points_at: PointsAt) -> list[str]:
    """Return all in an order in which each comes after those it points at; what is so ordered stays as it is."""
    ordered: dict[str, None] = {}
    for first in points_at:
        waiting = [first]
        opened: set[str] = set()
        while waiting:
            at = waiting[-1]
            before = [one for one in points_at[at] if one in points_at and one not in ordered and one not in opened]
            if at in opened or not before:
                ordered[waiting.pop()] = None
            else:
                opened.add(at)
                waiting += reversed(before)
    return list(ordered)
