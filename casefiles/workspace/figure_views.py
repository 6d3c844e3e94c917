"""Reported totals as the screen, the command line and print are given them: words and numbers, ready to show."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.speakers import SpeakerKind
from casefiles.workspace.figure_entries import FigureEntry
from casefiles.workspace.views import QuoteView

_BETWEEN = "; "
"""What stands between the sums of a total that is parted in several ways."""

Range = tuple[int, int | None]
"""The ends of a number; the second is None where it is open."""


@dataclass(frozen=True)
class PeopleView:
    """Our people who answer a reported total, on its day.

    Attributes:
        text: as in "2 named, 2 unnamed in one group, 0 not accounted for".
        unnamed: unnamed persons, and what is left of groups.
        disputed: of those counted, how many are so only by one side.
        groups: how many groups the unnamed stand in.
        grouped: what is left of those groups; the other unnamed are persons alone.
        left: how many are not accounted for; None where it cannot be told.
        about: the total was said as about so many, and so is what is left.
    """

    text: str
    named: int
    unnamed: Range
    disputed: Range
    groups: int
    grouped: Range
    left: Range | None
    about: bool = False


@dataclass(frozen=True)
class PartitionView:
    """The parts of a total that are told apart in one way, and whether they add up.

    Attributes:
        by: what they are told apart by, as "state"; empty for the measures themselves.
        parts: the UUIDs of those that were added.
        closes: None where it cannot be told.
        left: what is left over; None where it cannot be told, or the parts come to more.
    """

    by: str
    parts: tuple[str, ...]
    closes: bool | None
    left: Range | None
    about: bool
    text: str


@dataclass(frozen=True)
class LineView:
    """One reported total, with everything known of it.

    What a part leaves unsaid (who is counted, the day, who says it) is that of its whole.

    Attributes:
        measure: in its one form, as "dead".
        number: as it was said: "35–50", "about 200".
        as_of: EDTF.
        day: `as_of` in words.
        kind: official, press, family, other or not stated; official and press never share a column.
        chain: the speakers one by one.
        parts: the UUIDs of its direct parts, nested ones too.
        depth: how far down it stands below a total that is part of nothing.
        closes: whether its parts add up to it; None where that cannot be told.
        left: what is left over; None where that cannot be told.
        sum_text: "closes", "23 not accounted for", "cannot be told", or empty for a total without parts; of several
            ways of parting it "closes by measure; 4 not accounted for by state".
        why: in a sentence or two.
        flags: each begins with a stable word, as in "clash: …".
        people: None where it cannot be compared with people.
        people_text: that of `people`, or why there is none.
        replaced: why it no longer stands; empty while it does.
        entry: as it was typed, to be edited.
        seen: hand this back with an edit, so that nobody else's change is overwritten.
        sentence: all of it for a screen reader.
    """

    uuid: str
    situation: str
    situation_name: str
    measure: str
    unit: str
    population: str
    query: str
    breakdown_by: str
    breakdown: str
    number: str
    low: int
    high: int | None
    relation: str
    as_of: str
    day: str
    mode: str
    kind: SpeakerKind
    speakers: str
    chain: tuple[str, ...]
    said: str
    learned: str
    wording: str
    source_id: int | None
    source: str
    quotes: tuple[QuoteView, ...]
    part_of: str
    nesting: str
    parts: tuple[str, ...]
    depth: int
    closes: bool | None
    left: Range | None
    about: bool
    sum_text: str
    why: str
    partitions: tuple[PartitionView, ...]
    flags: tuple[str, ...]
    people: PeopleView | None
    people_text: str
    gap_owner: str
    gap_note: str
    replaced: str
    replaced_by: str
    entry: FigureEntry
    seen: str
    sentence: str

    @property
    def main_sum(self) -> str:
        """Say how the sum stands that speaks for the total, without those of other ways of parting it."""
        return self.sum_text.partition(_BETWEEN)[0]

    @property
    def counted(self) -> str:
        """Say what is counted, told apart from other totals of a day: "evacuated, North, new", "told (families)"."""
        says_unit = self.unit == "people" or self.unit.casefold() in self.measure.split()
        unit = "" if says_unit else f" ({self.unit})"
        return ", ".join(filter(None, (self.measure, self.breakdown, "new" if self.mode == "new" else ""))) + unit


@dataclass(frozen=True)
class BlockView:
    """The totals of one day and one kind of speaker, parts below their wholes."""

    kind: SpeakerKind
    title: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class DayView:
    """The totals of one day."""

    as_of: str
    text: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True)
class StepView:
    """One step of a trend."""

    uuid: str
    as_of: str
    day: str
    number: str
    low: int
    high: int | None
    about: bool
    speakers: str
    source_id: int | None
    source: str


@dataclass(frozen=True)
class TrendView:
    """One measure of one population, by one kind of speaker, day after day."""

    measure: str
    population: str
    kind: SpeakerKind
    unit: str
    breakdown: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class LedgerView:
    """The ledger of reported totals, newest day first.

    Attributes:
        days: the totals that stand; those whose day is not known come last.
        replaced: those that no longer stand.
        gaps: the UUIDs of totals with people not accounted for or parts that do not add up: the work list.
        note: one sentence where there is nothing to show, or only part of it.
    """

    days: tuple[DayView, ...]
    trends: tuple[TrendView, ...]
    replaced: tuple[LineView, ...]
    gaps: tuple[str, ...]
    note: str = ""

    @property
    def lines(self) -> tuple[LineView, ...]:
        """Return the totals that stand, in the order they are shown."""
        return tuple(line for day in self.days for block in day.blocks for line in block.lines)

    def line(self, uuid: str) -> LineView:
        """Return one total, standing or replaced."""
        return next(line for line in (*self.lines, *self.replaced) if line.uuid == uuid)


@dataclass(frozen=True)
class FigureQuote:
    """Words of a source that say a total.

    Attributes:
        figure: the UUID of the total.
        text: the total in words, as "12 dead".
    """

    figure: str
    text: str
    quote: QuoteView


@dataclass(frozen=True)
class TotalFound:
    """A total that stands, in one sentence, to be chosen."""

    uuid: str
    text: str


@dataclass(frozen=True)
class RowCheck:
    """What is told of one row of a figure sheet while it is typed.

    Attributes:
        number: as it was read; empty where it could not be.
        problem: why it cannot be taken; empty when it can.
        text: one sentence.
        closes: whether its parts add up to it; None where that cannot be told, or it has none.
        sum_text: "closes", "4 not accounted for", "cannot be told", or empty for a total without parts.
    """

    number: str
    low: int | None
    high: int | None
    problem: str
    text: str
    flags: tuple[str, ...] = ()
    closes: bool | None = None
    sum_text: str = ""


@dataclass(frozen=True)
class SheetCheck:
    """What is told of a whole figure sheet while it is typed.

    Attributes:
        ready: every row can be taken.
        closes: whether every total with parts adds up; None where it cannot be told, or there are none.
        text: one sentence, as "126: the parts add up." or "217: 23 are not accounted for."
    """

    rows: tuple[RowCheck, ...]
    ready: bool
    closes: bool | None
    text: str


@dataclass(frozen=True)
class BreakdownRow:
    """One row of a breakdown: a state, a month, "Not known" or "Unnamed"."""

    label: str
    text: str
    number: Range


@dataclass(frozen=True)
class BreakdownView:
    """Our people behind a total, told apart by state or month; the rows always sum to `total`."""

    title: str
    rows: tuple[BreakdownRow, ...]
    total: Range
    total_text: str
