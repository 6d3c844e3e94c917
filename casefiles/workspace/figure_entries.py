"""What an officer types of a reported total, and what it comes to once it is checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from casefiles.domain.dates import PartialDate, read_date
from casefiles.domain.figure_numbers import read_number, say_number
from casefiles.domain.figures import Mode, Nesting
from casefiles.domain.measures import read_measure, read_unit
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput
from casefiles.domain.speakers import Speaker
from casefiles.search.query import refuse_empty
from casefiles.workspace.desk import read_past_day
from casefiles.workspace.entries import Words


@dataclass(frozen=True)
class FigureEntry:
    """One reported total to be entered.

    Attributes:
        number: as typed: "35–50", "about 200", "at least 4", "20-odd".
        population: who is counted, in prose; a part that leaves it empty counts its whole's.
        query: how we count them, as in the search box; "*" for everybody; empty where we cannot.
        breakdown_by, breakdown: what a part is told apart by, as "state" and "Punjab".
        as_of: the day it holds for, EDTF or in words.
        said_on: EDTF or in words; empty when not known.
        words: the words of a source that say so.
        part_of: the UUID of the total it is part of, or its place in the sheet; empty for none.
        nesting: "nested" when it lies inside another part, "beside" or empty when it is added to them.
        learned_on: ISO; empty for the day the source was received, or else today.
    """

    measure: str
    number: str
    population: str = ""
    query: str = ""
    breakdown_by: str = ""
    breakdown: str = ""
    as_of: str = ""
    mode: str = "cumulative"
    speakers: tuple[Speaker, ...] = ()
    said_on: str = ""
    words: tuple[Words, ...] = ()
    source_id: int | None = None
    part_of: str | int = ""
    nesting: str = ""
    learned_on: str = ""
    unit: str = "people"
    wording: str = ""
    release: int = 0

    def checked(self, today: date) -> FigureEntry:
        """Return the entry in its one form.

        Raises:
            BadInput: something in it cannot be taken.
        """
        if bool(self.breakdown_by.strip()) != bool(self.breakdown.strip()):
            raise BadInput("A breakdown needs both what it is by and which part.", "As in “state” and “Punjab”.")
        refuse_empty(self.query)
        return replace(
            self,
            measure=read_measure(self.measure).text,
            number=say_number(read_number(self.number)),
            unit=read_unit(self.unit),
            population=clean(self.population, 500),
            query=clean(self.query, 500),
            breakdown_by=clean(self.breakdown_by),
            breakdown=clean(self.breakdown),
            as_of=_day(self.as_of, today),
            mode=Mode(_one_of(self.mode, Mode, "cumulative")).value,
            said_on=_day(self.said_on, today),
            nesting=Nesting(_one_of(self.nesting, Nesting, "")).value,
            learned_on=read_past_day(self.learned_on, today) if self.learned_on else "",
            wording=clean(self.wording, 2000),
        )


def refuse_unlike(part: FigureEntry, unit: str) -> None:
    """Refuse a part that does not count what its whole counts, unless it lies inside another and is never added.

    Raises:
        BadInput: it would be added to what counts something else.
    """
    if part.nesting != Nesting.NESTED and part.unit.casefold() != unit.casefold():
        raise BadInput(
            f"It counts {part.unit}, and what it is part of {unit}: the two cannot be added.",
            "Count both in the same, or say that it lies inside and is not added.",
        )


def _day(typed: str, today: date) -> str:
    if not typed.strip():
        return ""
    try:
        return PartialDate.parse_edtf(typed.strip()).edtf
    except BadInput:
        return read_date(typed, today=today).edtf


def _one_of(typed: str, choices: type[Mode | Nesting], otherwise: str) -> str:
    known = [choice.value for choice in choices]
    plain = typed.strip().casefold() or otherwise
    if plain not in known:
        raise BadInput(
            f"“{clean(typed)[:40]}” is not one of the choices.", f"Use one of: {', '.join(filter(None, known))}."
        )
    return plain
