"""What does not fit in a ledger: falls, clashes of one day, and measures not said again. Shown, never mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from casefiles.domain.figures import Nesting
from casefiles.domain.intervals import NOTHING, Interval
from casefiles.domain.reported import Key, Reported, on_day
from casefiles.domain.sums import Partition

Flagged = tuple[str, str]
"""The UUID of a total, and what is to be said of it."""


def falls(lines: Iterable[Reported]) -> Iterator[Flagged]:
    """Flag totals that are lower than the same one was before, though such a number cannot fall."""
    for series in by_series(lines).values():
        steps = [one for one in series if not one.number.is_about]
        if steps[:1] and (steps[0].measure.can_fall or not steps[0].is_cumulative):
            continue
        since = 0
        for at, step in enumerate(steps):
            higher = [one for one in steps[since:at] if one.comes_before(step) and one.bounds.is_over(step.bounds)]
            if higher:
                before = max(higher, key=lambda one: one.bounds.low)
                yield step.uuid, _fell(before, step)
                since = at


def _fell(before: Reported, step: Reported) -> str:
    voices = ("", "") if before.voice == step.voice else (f" by {before.said_by}", f" by {step.said_by}")
    was, is_ = (f"{one.text}{by} {on_day(one.as_of)}" for one, by in zip((before, step), voices, strict=True))
    return f"fall: {step.measure.text} was {was} and is {is_}"


def by_series(lines: Iterable[Reported]) -> dict[Key, list[Reported]]:
    """Gather the totals whose day is known into trends, each in the order of its days."""
    found: dict[Key, list[Reported]] = defaultdict(list)
    for line in lines:
        if line.day is not None:
            found[line.series].append(line)
    for series in found.values():
        series.sort(key=lambda one: (one.day.sort_key if one.day else (), one.figure.number))
    return dict(found)


def clashes(lines: Mapping[str, Reported]) -> Iterator[Flagged]:
    """Flag totals of one day that cannot both be right: of one population, or of a smaller and a larger one."""
    same_day: dict[Key, list[Reported]] = defaultdict(list)
    for line in lines.values():
        if line.as_of and not line.number.is_about:
            same_day[(*line.kept_apart, line.measure.key, *line.part, line.as_of)].append(line)
    sizes = _Sizes(lines)
    for together in same_day.values():
        against: dict[str, list[Reported]] = defaultdict(list)
        for one, other in combinations(together, 2):
            if one.bounds.may_equal(other.bounds) or _is_within(one, other, lines) or one.lies_beside(other):
                continue
            more, fewer = (one, other) if one.bounds.is_over(other.bounds) else (other, one)
            if one.counted == other.counted:
                against[one.uuid].append(other)
                against[other.uuid].append(one)
            elif sizes.is_smaller(more, fewer):
                told = _smaller_has_more(more, fewer)
                yield from ((one.uuid, told), (other.uuid, told))
        yield from ((one.uuid, _differing(one, against[one.uuid])) for one in together if against[one.uuid])


def _differing(one: Reported, others: Sequence[Reported]) -> str:
    """Say a number beside all that cannot be right if it is, in the order of entry, each voice once."""
    ordered = sorted((one, *others), key=lambda each: each.figure.number)
    if len({each.voice for each in ordered}) == 1:
        said = [each.text for each in ordered]
        said[-1] += f" by {one.said_by}"
    else:
        said = [f"{each.text} by {each.said_by}" for each in ordered]
    said = list(dict.fromkeys(said))
    return f"clash: {one.measure.text} is {', '.join(said[:-1])} and {said[-1]}, {on_day(one.as_of)}"


def _smaller_has_more(more: Reported, fewer: Reported) -> str:
    return (
        f"clash: {more.text} > {fewer.text}: more {more.measure.text} among {_who(more)}, who are fewer, than among"
        f" {_who(fewer)}, {on_day(more.as_of)}"
    )


def _who(one: Reported) -> str:
    return f"“{one.population}”" if one.population else "people not said who"


def _is_within(one: Reported, other: Reported, lines: Mapping[str, Reported]) -> bool:
    """Tell whether one is a part of the other and of the same people, so that it may well be smaller."""
    alike = one.counted == other.counted
    return alike and (other.uuid in _wholes(one, lines) or one.uuid in _wholes(other, lines))


def _wholes(one: Reported, lines: Mapping[str, Reported]) -> list[str]:
    found: list[str] = []
    at = one.whole
    while at in lines and at not in found:
        found.append(at)
        at = lines[at].whole
    return found


class _Sizes:
    """How many each population is on each day, as far as some total says so."""

    def __init__(self, lines: Mapping[str, Reported]) -> None:
        self._lines = lines
        self._totals: dict[Key, list[Reported]] = defaultdict(list)
        for line in lines.values():
            if line.measure.is_total and not line.part[0] and not line.number.is_about:
                self._totals[self._key(line)].append(line)

    def is_smaller(self, one: Reported, other: Reported) -> bool:
        """Tell whether one's population is certainly a smaller one than the other's, or a part of it."""
        return self._is_part(one, other) or any(
            large.bounds.is_over(small.bounds) for small in self._sizes(one) for large in self._sizes(other)
        )

    def _is_part(self, one: Reported, other: Reported) -> bool:
        above = [self._lines[uuid] for uuid in _wholes(one, self._lines)]
        return any(whole.counted == other.counted for whole in above)

    def _sizes(self, one: Reported) -> list[Reported]:
        above = [self._lines[uuid] for uuid in _wholes(one, self._lines)]
        tops = [whole for whole in above if whole.counted == one.counted and not whole.number.is_about]
        return [*tops[-1:], *self._totals[self._key(one)]]

    def _key(self, one: Reported) -> Key:
        return (*one.kept_apart, one.counted, one.as_of)


def not_restated(whole: Reported, sums: Sequence[Partition], lines: Mapping[str, Reported]) -> Iterator[Flagged]:
    """Flag what an earlier day gave beside the parts of a total, and its own day does not say again."""
    by_measure = next((one for one in sums if not one.by and one.added), None)
    if by_measure is None or by_measure.closes or by_measure.left is None or not whole.is_cumulative:
        return
    said = [one for one in lines.values() if one.as_of == whole.as_of and _is_comparable(one, whole)]
    earlier = [one for one in lines.values() if _could_be_missing(one, whole, said, lines)]
    left = by_measure.left
    for one in _latest_apart(earlier):
        rest = left.less(one.bounds)
        left = rest if rest is not None else left
        with_it = _with_it(rest)
        yield whole.uuid, f"not restated: {one.measure.text}, {one.text} {on_day(one.as_of)}; {with_it}"


def counted_twice(whole: Reported, partition: Partition) -> Iterator[Flagged]:
    """Flag an added part that counts what another does, or some of it, where nobody said that they lie apart."""
    for pair in combinations(partition.added, 2):
        one, other = sorted(pair, key=lambda part: len(part.measure.statuses))
        if one.part == other.part and Nesting.BESIDE not in {one.figure.nesting, other.figure.nesting}:
            yield from ((uuid, told) for told in _twice(one, other) for uuid in (one.uuid, other.uuid, whole.uuid))


def _twice(one: Reported, other: Reported) -> Iterator[str]:
    if one.measure.key == other.measure.key and one.voice == other.voice:
        yield f"perhaps counted twice: {one.named} and {other.named} are both added"
    elif one.measure.statuses and one.measure.statuses < other.measure.statuses and not other.measure.is_total:
        yield f"perhaps counted twice: {one.named} may be among {other.named}"


def _with_it(left: Interval | None) -> str:
    if left is None:
        return "with it the parts come to more"
    if left == NOTHING:
        return "with it nothing is left over"
    return f"with it {left} {'is' if left.exact == 1 else 'are'} not accounted for"


def _latest_apart(earlier: Iterable[Reported]) -> list[Reported]:
    """Return the last word on each measure; of two that count some people twice, the later one."""
    found: list[Reported] = []
    for one in sorted(earlier, key=lambda one: one.day.sort_key if one.day else (), reverse=True):
        again = [other for other in found if _counts_the_same(one, other)]
        if not again:
            found.append(one)
    return found


def _counts_the_same(one: Reported, other: Reported) -> bool:
    return one.measure.key == other.measure.key or bool(one.measure.statuses & other.measure.statuses)


def _is_comparable(one: Reported, whole: Reported) -> bool:
    alike = one.kept_apart == whole.kept_apart and one.counted == whole.counted and one.kind is whole.kind
    return alike and not one.part[0]


def _could_be_missing(one: Reported, whole: Reported, said: Sequence[Reported], lines: Mapping[str, Reported]) -> bool:
    if not (one.comes_before(whole) and _is_comparable(one, whole)) or one.measure.can_fall or one.number.is_about:
        return False
    if any(again.measure.key == one.measure.key for again in said):
        return False
    if not one.measure.is_known or not whole.measure.is_known:
        return one.whole in lines and lines[one.whole].measure.key == whole.measure.key
    beside = [again for again in said if again.measure.statuses != whole.measure.statuses]
    within = one.measure.statuses < whole.measure.statuses
    return within and not any(again.measure.statuses & one.measure.statuses for again in beside)
