"""The ledger: every reported total with its parts, whether they add up, and whatever does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casefiles.domain.figures import Figure
from casefiles.domain.intervals import Interval
from casefiles.domain.ledger_flags import Flagged, by_series, clashes, counted_twice, falls, not_restated
from casefiles.domain.reported import Reported, standing
from casefiles.domain.sums import Partition, is_larger, partitions


@dataclass(frozen=True)
class Line:
    """One total of the ledger.

    Attributes:
        reported: the total, with what it takes from its whole.
        parts: its direct parts, nested ones too, in the order of entry.
        sums: how its parts add up, one for each way in which they are told apart.
        flags: what does not fit; each begins with a stable word, as in "clash: …".
    """

    reported: Reported
    parts: tuple[Reported, ...] = ()
    sums: tuple[Partition, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def main(self) -> Partition | None:
        """Return the sum that speaks for the total: parts that come to more, or else the first that can be told."""
        exceeds = [one for one in self.sums if one.exceeds]
        can_be_told = [one for one in self.sums if one.closes is not None]
        return next(iter((*exceeds, *can_be_told, *self.sums)), None)

    @property
    def closes(self) -> bool | None:
        """Tell whether the parts add up; None where that cannot be told."""
        return self.main.closes if self.main else None

    @property
    def left(self) -> Interval | None:
        """Return what is left over; None where that cannot be told."""
        return self.main.left if self.main else None

    @property
    def text(self) -> str:
        """Say in a few words how its sums stand, first the one that speaks for it; empty without any."""
        ways: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.sums, key=lambda one: one is not self.main):
            ways[one.text].append(one.by or "measure")
        return "; ".join(f"{text} by {' and by '.join(by)}" if len(ways) > 1 else text for text, by in ways.items())

    @property
    def why(self) -> str:
        """Say how the sums stand."""
        if not self.parts:
            return "No parts are given."
        if not self.sums:
            return "Its parts lie inside other parts; nothing is added."
        return " ".join(_told(one, several=len(self.sums) > 1) for one in self.sums)


@dataclass(frozen=True)
class Ledger:
    """All totals that stand, and the trends they make.

    Attributes:
        lines: by UUID, in the order of entry.
        trends: the totals of one series, in the order of their days.
    """

    lines: Mapping[str, Line]
    trends: tuple[tuple[Reported, ...], ...]


def ledger_of(figures: Iterable[Figure], day: date | None = None) -> Ledger:
    """Work out the ledger, as it is now or was at the end of one of our days."""
    lines = standing(figures, day)
    parts: dict[str, list[Reported]] = defaultdict(list)
    for line in lines.values():
        if line.whole:
            parts[line.whole].append(line)
    sums = {uuid: partitions(line, parts[uuid]) for uuid, line in lines.items()}
    flags: dict[str, list[str]] = defaultdict(list)
    for uuid, told in _flags(lines, parts, sums):
        flags[uuid].append(told)
    return Ledger(
        {
            uuid: Line(line, tuple(parts[uuid]), sums[uuid], tuple(dict.fromkeys(flags[uuid])))
            for uuid, line in lines.items()
        },
        tuple(tuple(series) for series in by_series(lines.values()).values()),
    )


def _flags(
    lines: Mapping[str, Reported], parts: Mapping[str, Sequence[Reported]], sums: Mapping[str, Sequence[Partition]]
) -> Iterator[Flagged]:
    yield from clashes(lines)
    yield from falls(lines.values())
    for uuid, line in lines.items():
        yield from not_restated(line, sums[uuid], lines)
        for part in parts.get(uuid, ()):
            if is_larger(part, line):
                told = f"part larger than its whole: {part.named} of {line.named}"
                yield from ((part.uuid, told), (uuid, told))
        for partition in sums[uuid]:
            yield from _flags_of_sum(line, partition)
            yield from counted_twice(line, partition)


def _flags_of_sum(line: Reported, partition: Partition) -> Iterator[Flagged]:
    uuid = line.uuid
    for part, why in partition.not_added:
        yield part.uuid, f"cannot be added: {why}"
        yield uuid, f"cannot be added: {part.named}: {why}"
    if partition.exceeds:
        by = f" by {partition.by}" if partition.by else ""
        yield uuid, f"parts exceed their whole: the parts{by} come to {partition.summed}, the total is {line.text}"


def _told(one: Partition, *, several: bool) -> str:
    by = f"By {one.by or 'measure'}: " if several else ""
    kept_out = [f"{part.named} cannot be added: {why}." for part, why in one.not_added]
    return " ".join([f"{by}{one.why}", *kept_out])
