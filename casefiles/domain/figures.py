"""Reported totals: how many, of whom, on which day, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casefiles.domain.records import Passage, SourceFacts
from casefiles.domain.speakers import Speaker


class Relation(StrEnum):
    """How the number was said."""

    EXACTLY = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOUT = "~"


class Mode(StrEnum):
    """Whether a total counts everyone up to its day, or only those new in a period."""

    CUMULATIVE = "cumulative"
    NEW = "new"


class Nesting(StrEnum):
    """How a part stands to the other parts of its whole."""

    NOT_STATED = ""
    NESTED = "nested"
    """Inside another part, as in "of the 18, 16 missing": never added to it."""
    BESIDE = "beside"
    """Apart from the others: added to them."""


@dataclass(frozen=True)
class Figure:
    """One reported total.

    Attributes:
        number: the order of entry in this casebook.
        situation: the UUID of its situation, or empty.
        measure: what is counted, as in "dead" or "released and repatriated".
        unit: people, unless families, remains or something else is counted.
        population: who is counted, in prose.
        query: how we count them; empty where we cannot, "*" for everybody.
        breakdown_by, breakdown: what a part is told apart by, as "state" and "Punjab"; empty for none.
        high: None where it has no upper end.
        as_of: EDTF, or empty when not known.
        learned_on: our day, ISO.
        part_of: the UUID of the total it is part of, or empty.
        replaced_on: our day from which it no longer stands; empty while it does.
    """

    uuid: str
    number: int
    situation: str
    measure: str
    low: int
    high: int | None
    unit: str = "people"
    population: str = ""
    query: str = ""
    breakdown_by: str = ""
    breakdown: str = ""
    relation: Relation = Relation.EXACTLY
    as_of: str = ""
    mode: Mode = Mode.CUMULATIVE
    speakers: tuple[Speaker, ...] = ()
    said_on: str = ""
    learned_on: str = ""
    wording: str = ""
    release: int = 0
    source: SourceFacts | None = None
    part_of: str = ""
    nesting: Nesting = Nesting.NOT_STATED
    replaced_by: str = ""
    replaced_on: str = ""
    replaced_why: str = ""
    gap_owner: str = ""
    gap_note: str = ""
    passages: tuple[Passage, ...] = ()
    entered_at: str = ""
    entered_by: str = ""
