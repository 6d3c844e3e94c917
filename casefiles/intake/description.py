"""What a document says of itself, each detail with the place where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One detail an officer may take over, and where in the document it stands."""

    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Suggested details of a source; what the document does not say is None."""

    title: Suggestion | None = None
    publisher: Suggestion | None = None
    author: Suggestion | None = None
    url: Suggestion | None = None
    published: Suggestion | None = None
    language: Suggestion | None = None

    @classmethod
    def from_dict(cls, details: Mapping[str, Mapping[str, str] | None]) -> Description:
        """Build from plain values, as they come out of the worker."""
        return cls(**{name: Suggestion(**found) for name, found in details.items() if found})


def describe(text: str) -> Description:
    """Suggest what plain text says of itself: its first line as the title, and nothing else."""
    lines = (line.strip() for line in text.splitlines())
    first = next(filter(None, lines), None)
    return Description(title=Suggestion(shortened(first), "first line") if first else None)


def shortened(value: str) -> str:
    """Write a detail on one line of bearable length."""
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
