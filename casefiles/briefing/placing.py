"""What layout hands to drawing: marks at their places, gathered in strips, stacked on pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from casefiles.briefing.lines import Line
from casefiles.briefing.style import DEPTH
from casefiles.briefing.tags import Tag


@dataclass(frozen=True, slots=True)
class Words:
    """A set line at a place; without a tag it is furniture."""

    x: float
    y: float
    line: Line
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Box:
    """A filled or outlined box."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    tint: str = ""
    outline: str = ""
    dashed: bool = False
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""

    x: float
    y: float
    width: float
    weight: float
    colour: str


Mark = Words | Box | Rule


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry in the reader's outline."""

    title: str
    level: int


@dataclass(slots=True)
class Strip:
    """A slice of the column that is never cut; measures run down from its top left."""

    height: float
    marks: list[Mark] = field(default_factory=list)
    above: float = 0.0
    below: float = 0.0
    keep: bool = False
    header: Sequence[Strip] = ()
    anchor: str = ""
    bookmark: Bookmark | None = None
    new_page: bool = False


@dataclass(slots=True)
class Page:
    """The strips of one page with the depth of each below the top of the column."""

    strips: list[tuple[float, Strip]] = field(default_factory=list)
    annex: bool = False


def paginate(strips: Sequence[Strip]) -> list[Page]:
    """Stack strips on pages: kept ones stay with the next, and tables repeat their header."""
    pages = [Page()]
    depth = owed = 0.0
    for at, strip in enumerate(strips):
        page = pages[-1]
        gap = max(strip.above, owed) if page.strips else 0.0
        full = depth + gap + _needed(strips, at) > DEPTH
        if page.strips and (full or strip.new_page):
            page = Page()
            pages.append(page)
            depth = gap = 0.0
            for head in strip.header if full else ():
                page.strips.append((depth, head))
                depth += head.height
        page.strips.append((depth + gap, strip))
        depth += gap + strip.height
        owed = strip.below
    return pages


def _needed(strips: Sequence[Strip], at: int) -> float:
    """Give the depth of a strip and all it is kept with; a chain longer than a page is not kept."""
    total = strips[at].height
    last = at
    while strips[last].keep and last + 1 < len(strips):
        gap = max(strips[last].below, strips[last + 1].above)
        last += 1
        total += gap + strips[last].height
    return total if total <= DEPTH else strips[at].height
