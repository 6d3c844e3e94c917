"""Whether the parts of a total add up to it: only like is added to like, and what is left over is told as a range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from casefiles.domain.figures import Mode, Nesting
from casefiles.domain.intervals import ANYTHING, NOTHING, Interval, total
from casefiles.domain.reported import Key, Reported, on_day

_SPOKEN = {"official": "officials", "press": "the press", "family": "the family"}
_COUNTING = {Mode.CUMULATIVE: "all up to a day", Mode.NEW: "only those new in a period"}


@dataclass(frozen=True)
class Partition:
    """The parts of a total that are told apart in one way.

    Attributes:
        by: what they are told apart by; empty where only their measures do.
        added: those that were added.
        not_added: those that were not, each with why.
        closes: True when nothing is left, False when that is certain not to be so, None when it cannot be told.
        left: what is left over; None where it cannot be told, or the parts come to more than the whole.
        about: some number was said as about so many, and so is what is left.
        exceeds: the parts come to more than the whole.
        summed: what those added come to.
        why: in a sentence.
    """

    by: str
    added: tuple[Reported, ...] = ()
    not_added: tuple[tuple[Reported, str], ...] = ()
    closes: bool | None = None
    left: Interval | None = None
    about: bool = False
    exceeds: bool = False
    summed: Interval = NOTHING
    why: str = ""

    @property
    def text(self) -> str:
        """Say in a few words how the sum stands."""
        if self.closes:
            return "closes"
        if self.exceeds:
            return "the parts come to more"
        if self.left is None:
            return "cannot be told"
        if self.closes is False or (self.about and self.left not in {NOTHING, ANYTHING}):
            return f"{'about ' if self.about else ''}{self.left} not accounted for"
        if self.left.high is None or self.about:
            return "cannot be told"
        return f"at most {self.left.high:,} not accounted for" if self.left.high else "the parts may come to more"


def partitions(whole: Reported, parts: Sequence[Reported]) -> tuple[Partition, ...]:
    """Check each way in which a total is parted, that by measure first; parts inside other parts are in none."""
    beside = [part for part in parts if part.figure.nesting is not Nesting.NESTED]
    ways = dict.fromkeys(part.part[0] for part in beside)
    return tuple(_checked(whole, [part for part in beside if part.part[0] == way]) for way in sorted(ways, key=bool))


def is_larger(part: Reported, whole: Reported) -> bool:
    """Tell whether a part is certainly larger than its whole; "about" is never certain."""
    alike = part.kept_apart == whole.kept_apart and not (part.number.is_about or whole.number.is_about)
    return alike and part.bounds.is_over(whole.bounds)


def why_not(part: Reported, whole: Reported) -> str:
    """Say why a part cannot be added to the others of a whole; empty when it can."""
    for differs, why in _DIFFERENCES:
        if differs(part, whole):
            return why(part, whole)
    return ""


def _checked(whole: Reported, parts: Sequence[Reported]) -> Partition:
    why = {part.uuid: why_not(part, whole) for part in parts}
    added = tuple(part for part in parts if not why[part.uuid])
    not_added = tuple((part, why[part.uuid]) for part in parts if why[part.uuid])
    label = next(part.figure.breakdown_by for part in parts)
    if not added:
        return Partition(label, added, not_added, why="None of its parts can be added.")
    about = any(one.number.is_about for one in (whole, *added))
    terms = [*_terms(added)]
    summed = total(number for _, number in terms)
    left = whole.bounds.less(summed)
    told = _told(whole, added, terms, summed, left)
    closes, exceeds = _closes(whole.bounds, summed, left, about=about), left is None and not about
    return Partition(label, added, not_added, closes, left, about, exceeds, summed, told)


def _terms(added: Sequence[Reported]) -> Iterator[tuple[str, Interval]]:
    """Return what is added: one number told by several voices is added once, from the least to the most of them."""
    same: dict[Key, list[Reported]] = defaultdict(list)
    for part in added:
        key = (part.measure.key, *part.part)
        lies_beside = any(one.lies_beside(part) for one in same[key])
        same[(*key, part.uuid) if lies_beside else key].append(part)
    for several in same.values():
        first, *others = several
        number = first.bounds
        for other in others:
            number = number.hull(other.bounds)
        yield " or ".join(dict.fromkeys(part.text for part in several)), number


def _closes(whole: Interval, summed: Interval, left: Interval | None, *, about: bool) -> bool | None:
    if about:
        return None
    if left is None or left.low > 0:
        return False
    return True if whole.exact is not None and whole.exact == summed.exact else None


def _told(
    whole: Reported,
    added: Sequence[Reported],
    terms: Sequence[tuple[str, Interval]],
    summed: Interval,
    left: Interval | None,
) -> str:
    about_parts = any(part.number.is_about for part in added)
    sum_ = " + ".join(text for text, _ in terms)
    if len(terms) > 1:
        sum_ += f" = {'about ' if about_parts else ''}{summed}"
    if left is None:
        return f"{sum_}, which is more than {whole.text}.{_may_lie_inside(added)}"
    about = about_parts or whole.number.is_about
    if not about and whole.bounds.exact is not None and whole.bounds.exact == summed.exact:
        return f"{sum_}: the parts add up."
    over = f"{sum_} of {whole.text}: {'about ' if about and left not in {NOTHING, ANYTHING} else ''}{left} left over"
    if not about and left.low > 0:
        return f"{over}."
    if not about and left == NOTHING:
        return f"{over}, but the parts may come to more."
    return f"{over}, so it cannot be told whether the parts add up."


def _may_lie_inside(added: Sequence[Reported]) -> str:
    """Say what may be the reason that parts come to more: nobody said that they lie beside each other."""
    unsaid = [part for part in added if part.figure.nesting is Nesting.NOT_STATED and not part.part[0]]
    return " One of them may lie inside another." if unsaid and len(added) > 1 else ""


def _who(one: Reported) -> str:
    return f"“{one.population}”" if one.population else "people not said who"


_DIFFERENCES: tuple[tuple[Callable[[Reported, Reported], bool], Callable[[Reported, Reported], str]], ...] = (
    (
        lambda part, whole: part.situation != whole.situation,
        lambda part, whole: "it is of another situation",
    ),
    (
        lambda part, whole: part.figure.unit.casefold() != whole.figure.unit.casefold(),
        lambda part, whole: f"it counts {part.figure.unit}, the total {whole.figure.unit}",
    ),
    (
        lambda part, whole: part.figure.mode is not whole.figure.mode,
        lambda part, whole: f"it counts {_COUNTING[part.figure.mode]}, the total {_COUNTING[whole.figure.mode]}",
    ),
    (
        lambda part, whole: part.counted != whole.counted,
        lambda part, whole: f"it counts {_who(part)}, the total {_who(whole)}",
    ),
    (
        lambda part, whole: part.as_of != whole.as_of,
        lambda part, whole: f"it holds {on_day(part.as_of)}, the total {on_day(whole.as_of)}",
    ),
    (
        lambda part, whole: part.kind is not whole.kind,
        lambda part, whole: f"{_speaker(part)} said it, the total is by {_speaker(whole)}",
    ),
)
"""What keeps a part from being added, and how that is said; the first that holds is told."""


def _speaker(one: Reported) -> str:
    return _SPOKEN.get(one.kind.value, one.said_by)
