"""Reported totals in the few words of a row: numbers, who is counted, and how a sum stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from casefiles.domain.certainty import Certainty
from casefiles.domain.status import Group
from ui.models.faces import Half, PillFace

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import LedgerView, LineView, PeopleView, Range

translate = QCoreApplication.translate

_SUMS: Final = {
    # whether the parts add up: tone and drawing
    True: (Group.HOME, "circle-check"),
    False: (Group.MISSING, "circle-alert"),
    None: (Group.NOT_KNOWN, "circle-help"),
}


def begun(words: str) -> str:
    """Begin with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


def number_of(number: Range, *, about: bool = False) -> str:
    """Say a number: "12", "8–11", "at least 8", "about 140"."""
    low, high = number
    if high is None and not low:
        return translate("Totals", "not known")
    if high is None:
        return translate("Totals", "at least {number}").format(number=f"{low:,}")
    plain = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return translate("Totals", "about {number}").format(number=plain) if about else plain


def measure_of(line: LineView) -> str:
    """Say what a total counts, told apart from its neighbours: "Dead, Punjab", "of these: missing"."""
    says_unit = line.unit == "people" or line.unit.casefold() in line.measure.split()
    unit = "" if says_unit else f" ({line.unit})"
    new = translate("Totals", "new") if line.mode == "new" else ""
    words = ", ".join(filter(None, (line.measure, line.breakdown, new))) + unit
    if line.nesting == "nested" and line.depth:
        return translate("Totals", "of these: {measure}").format(measure=words)
    return begun(words)


def heading_of(line: LineView) -> str:
    """Name a total: "126 total", "12 dead, Punjab"."""
    return f"{line.number} {', '.join(filter(None, (line.measure, line.breakdown)))}"


def who_of(line: LineView) -> str:
    """Say who is counted, and who says so."""
    return " · ".join(filter(None, (begun(line.population), line.speakers)))


def our_number(people: PeopleView) -> str:
    """Say how many of our people answer a total."""
    low, high = people.unnamed
    return number_of((people.named + low, None if high is None else people.named + high))


def our_parts(people: PeopleView) -> tuple[str, ...]:
    """Say what our number is made of, line by line."""
    named = translate("Totals", "{number} named").format(number=f"{people.named:,}")
    unnamed = translate("Totals", "{number} unnamed").format(number=number_of(people.unnamed))
    has_unnamed = people.unnamed != (0, 0)
    lines = [f"{named} + {unnamed}" if people.named and has_unnamed else unnamed if has_unnamed else ""]
    if people.named and not has_unnamed:
        lines = [translate("Totals", "all named")]
    if people.disputed != (0, 0):
        lines.append(translate("Totals", "{number} disputed").format(number=number_of(people.disputed)))
    return tuple(filter(None, lines))


def left_of(line: LineView) -> str:
    """Say how many of a total our people do not account for; empty where it cannot be told."""
    if line.people is None or line.people.left is None:
        return ""
    return number_of(line.people.left, about=line.people.about)


def sum_face(line: LineView) -> PillFace | None:
    """Return the chip that says how the sum stands that speaks for a total; None for a total without parts."""
    if not line.sum_text:
        return None
    tone, icon = _SUMS[line.closes]
    return PillFace(Certainty.CONFIRMED, (Half(tone.value, icon, begun(line.main_sum)),))


def gap_of(line: LineView) -> str:
    """Say what a total leaves open: of its parts, of our people, or both."""
    parts = line.main_sum if line.closes is False else ""
    left = line.people.left if line.people else None
    people = ""
    if left and left[0] > 0:
        people = translate("Totals", "{number} not among our people").format(number=left_of(line))
    return begun(" · ".join(filter(None, (parts, people)))) or begun(next(iter(line.flags), ""))


def trend_of(view: LedgerView, uuid: str) -> int | None:
    """Return the place of the trend that a total is a step of."""
    found = (place for place, trend in enumerate(view.trends) if any(step.uuid == uuid for step in trend.steps))
    return next(found, None)
