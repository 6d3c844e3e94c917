"""Reported totals as the ledger compares them: what a part leaves unsaid is its whole's; voices are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from casefiles.domain.dates import PartialDate, show
from casefiles.domain.figure_numbers import Number, say_number
from casefiles.domain.figures import Figure, Mode, Nesting
from casefiles.domain.intervals import Interval
from casefiles.domain.measures import Measure, read_measure
from casefiles.domain.records import SourceFacts
from casefiles.domain.speakers import Speaker, SpeakerKind, guess_kind, same_words, show_chain, voice

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Reported:
    """One total that stands, with what it takes from its whole.

    Attributes:
        figure: as it was entered.
        measure: what it counts.
        situation, population, as_of, speakers: its own, or else its whole's.
        kind: what sort of voice says it.
        whole: the UUID of the standing total it is part of, or empty.
    """

    figure: Figure
    measure: Measure
    situation: str
    population: str
    as_of: str
    speakers: tuple[Speaker, ...]
    source: SourceFacts | None
    kind: SpeakerKind
    whole: str = ""

    @property
    def uuid(self) -> str:
        """Return the UUID of the total."""
        return self.figure.uuid

    @cached_property
    def number(self) -> Number:
        """Return its number, with how it was said."""
        return Number(self.figure.low, self.figure.high, self.figure.relation)

    @property
    def bounds(self) -> Interval:
        """Return between which ends its number lies."""
        return self.number.bounds

    @property
    def text(self) -> str:
        """Say its number."""
        return say_number(self.number)

    @property
    def named(self) -> str:
        """Say its number and what it counts, as in "9 dead (Punjab)"."""
        which = f" ({self.figure.breakdown})" if self.figure.breakdown else ""
        return f"{self.text} {self.measure.text}{which}"

    @cached_property
    def day(self) -> PartialDate | None:
        """Return the day it holds for, if that is known."""
        return PartialDate.parse_edtf(self.as_of) if self.as_of else None

    @property
    def is_cumulative(self) -> bool:
        """Tell whether it counts everyone up to its day."""
        return self.figure.mode is Mode.CUMULATIVE

    @cached_property
    def counted(self) -> str:
        """Return who is counted, as two populations are compared."""
        return same_words(self.population)

    @cached_property
    def part(self) -> Key:
        """Return which part of a breakdown it is, as two are compared."""
        return (same_words(self.figure.breakdown_by), same_words(self.figure.breakdown))

    @cached_property
    def kept_apart(self) -> Key:
        """Return what two totals must share to be added or compared: situation, unit and mode."""
        return (self.situation, same_words(self.figure.unit), self.figure.mode.value)

    @cached_property
    def series(self) -> Key:
        """Return what makes totals steps of one trend."""
        return (*self.kept_apart, self.measure.key, self.counted, self.kind.value, *self.part)

    @cached_property
    def voice(self) -> str:
        """Name whose word it is."""
        speaker = voice(self.speakers)
        if speaker is not None:
            return same_words(speaker.name)
        if self.source is not None:
            return self.source.voice_key
        return same_words(self.speakers[-1].name) if self.speakers else ""

    @property
    def said_by(self) -> str:
        """Say who says it."""
        if self.speakers:
            return show_chain(self.speakers)
        return (self.source.publisher or self.source.title) if self.source else "a speaker not stated"

    def lies_beside(self, other: Reported) -> bool:
        """Tell whether it is a part beside another, and not a second word on the same number.

        Unless that is said, only one voice is taken to tell two parts apart that go by the same name.
        """
        nesting = {self.figure.nesting, other.figure.nesting}
        if not self.whole or self.whole != other.whole or Nesting.NESTED in nesting:
            return False
        return Nesting.BESIDE in nesting or self.voice == other.voice

    def comes_before(self, other: Reported) -> bool:
        """Tell whether its day certainly lies before another's."""
        if self.day is None or other.day is None:
            return False
        return (self.day.latest or date.max) < (other.day.earliest or date.min)


def kind_of(speakers: Sequence[Speaker], source: SourceFacts | None) -> SpeakerKind:
    """Return what sort of voice says a total: that of its chain, or where there is none, of its publisher."""
    speaker = voice(speakers)
    if speaker is not None:
        return speaker.kind
    if speakers:
        return SpeakerKind.PRESS
    return guess_kind(source.publisher) if source else SpeakerKind.NOT_STATED


def standing(figures: Iterable[Figure], day: date | None = None) -> dict[str, Reported]:
    """Return the totals that stand, by UUID: now, or at the end of one of our days."""
    known = {one.uuid: one for one in figures if day is None or one.learned_on <= day.isoformat()}
    stand = {uuid for uuid, one in known.items() if not _is_over(one, day)}
    return {uuid: _reported(known[uuid], known, stand, day) for uuid in known if uuid in stand}


def with_inherited(figure: Figure, known: Mapping[str, Figure]) -> Reported:
    """Return a total that no longer stands as it stood."""
    return _reported(figure, known, set(), None)


def on_day(edtf: str) -> str:
    """Say a day in the middle of a sentence: "on 17 Jan 2025", "as of Mar 2025"."""
    if not edtf:
        return "on a day not known"
    day = PartialDate.parse_edtf(edtf)
    return f"{'on' if day.precision == 'day' else 'as of'} {show(day)}"


def _is_over(figure: Figure, day: date | None) -> bool:
    return bool(figure.replaced_on) and (day is None or figure.replaced_on <= day.isoformat())


def _reported(figure: Figure, known: Mapping[str, Figure], stand: set[str], day: date | None) -> Reported:
    line = [figure, *_wholes(figure, known)]
    speakers, source = _who_says(line)
    return Reported(
        figure,
        read_measure(figure.measure),
        next((one.situation for one in line if one.situation), ""),
        next((one.population for one in line if one.population), ""),
        next((one.as_of for one in line if one.as_of), ""),
        speakers,
        source,
        kind_of(speakers, source),
        _standing_whole(figure, known, stand, day),
    )


def _wholes(figure: Figure, known: Mapping[str, Figure]) -> list[Figure]:
    found: list[Figure] = []
    seen, at = {figure.uuid}, figure.part_of
    while at in known and at not in seen:
        seen.add(at)
        found.append(known[at])
        at = known[at].part_of
    return found


def _who_says(line: Sequence[Figure]) -> tuple[tuple[Speaker, ...], SourceFacts | None]:
    """Return the speakers of a total or else its whole's, as long as the two do not come from different sources."""
    own = line[0].source
    for one in line:
        if own is not None and one.source is not None and one.source.uuid != own.uuid:
            break
        own = own or one.source
        if one.speakers:
            return one.speakers, own
    return (), own


def _standing_whole(figure: Figure, known: Mapping[str, Figure], stand: set[str], day: date | None) -> str:
    """Return the whole, or what has taken its place by now."""
    seen, at = {figure.uuid}, figure.part_of
    while at in known and at not in seen:
        if at in stand:
            return at
        seen.add(at)
        at = known[at].replaced_by if _is_over(known[at], day) else ""
    return ""
