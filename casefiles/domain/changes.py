"""The one notice: which rows an act changed, for every view to hear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActKind(StrEnum):
    """What a change set did to the ones before it."""

    BEGIN = "begin"
    """The casebook itself was set up; nothing is left to undo before it."""
    ACT = "act"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True)
class Changes:
    """One committed change.

    Attributes:
        number: its place in the journal.
        label: what was done, as the Undo menu says it.
        at: UTC, ISO.
        origin: who asked for it, so that an editor can tell its own echo; empty when another program did.
        rows: table and uuid of every row that differs.
        cases: local keys of the cases whose shown values may differ.
        sources: local keys of the sources that may differ.
    """

    number: int
    label: str
    officer: str
    at: str
    kind: ActKind = ActKind.ACT
    origin: str = ""
    rows: frozenset[tuple[str, str]] = frozenset()
    cases: frozenset[int] = frozenset()
    sources: frozenset[int] = frozenset()
