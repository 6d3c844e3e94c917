"""The content of one page: words under their tags, boxes and rules, and the areas that lead somewhere."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable
from dataclasses import dataclass

from casefiles.briefing.embedding import FontBook, Stroke, utf16
from casefiles.briefing.lines import Ink, Segment
from casefiles.briefing.placing import Box, Rule, Words
from casefiles.briefing.style import COLOURS, TINTS, Colour
from casefiles.briefing.tags import Content, Tag


def _operands(colour: Colour) -> str:
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in colour)


_CURVE = 0.5523
_FACE, _COMPOSED = operator.attrgetter("face"), operator.attrgetter("composed")
_COLOURS = {name: _operands(colour) for name, colour in COLOURS.items()}
_TINTS = {name: _operands(colour) for name, colour in TINTS.items()}
_ARTIFACT = "/Artifact BMC"


@dataclass(frozen=True, slots=True)
class Area:
    """A place on the page that leads to a target when it is chosen."""

    box: tuple[float, float, float, float]
    target: str
    tag: Tag | None


class Pen:
    """Writes the operators of one page; measures run up from the page's bottom left."""

    def __init__(self, page: int, fonts: FontBook) -> None:
        self.contents: list[Tag] = []
        self.areas: list[Area] = []
        self._page = page
        self._fonts = fonts
        self._code: list[str] = []
        self._tag: Tag | None = None
        self._marked = False
        self._link: tuple[Tag | None, str, Tag] | None = None

    def code(self) -> str:
        """Give the finished content of the page."""
        self._close()
        return "\n".join(self._code)

    def words(self, words: Words, x: float, y: float) -> None:
        """Draw a set line whose baseline begins here."""
        for segment in words.line.segments:
            tag = self._own_tag(words.tag, segment)
            left = x + segment.x
            self._mark(tag)
            self._text(segment, left, y)
            if segment.ink.target:
                size, base = segment.ink.size, y + segment.ink.rise
                box = (left - 0.5, base - 0.25 * size, left + segment.width + 0.5, base + 0.95 * size)
                self.areas.append(Area(box, segment.ink.target, self._link_tag(words.tag, segment.ink.target)))

    def box(self, box: Box, x: float, y: float) -> None:
        """Draw a box whose bottom left stands here."""
        self._mark(None)
        fill = _TINTS[box.tint] if box.tint else _COLOURS[box.fill] if box.fill else ""
        paint = "B" if fill and box.outline else "f" if fill else "S"
        dash = "[2.5 2]0 d" if box.dashed else "[]0 d"
        self._code.append(
            " ".join(
                part
                for part in (
                    "q",
                    f"{fill} rg" if fill else "",
                    f"{_COLOURS[box.outline]} RG 0.8 w {dash}" if box.outline else "",
                    _outline(x, y, box.width, box.height, box.radius),
                    paint,
                    "Q",
                )
                if part
            )
        )

    def rule(self, rule: Rule, x: float, y: float) -> None:
        """Draw a thin line to the right from here."""
        self._mark(None)
        self._code.append(
            f"q {_COLOURS[rule.colour]} RG {rule.weight:g} w {x:.2f} {y:.2f} m {x + rule.width:.2f} {y:.2f} l S Q"
        )

    def _text(self, segment: Segment, x: float, y: float) -> None:
        """Write the text object of a segment; its runs are joined while face and rise stay the same."""
        ink = segment.ink
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {_COLOURS[ink.tone]} rg"]
        for face, group in itertools.groupby(segment.runs, key=_FACE):
            embedded = self._fonts.embedded(face)
            code.append(f"/{embedded.name} {ink.size:g} Tf {ink.rise:.2f} Ts")
            for composed, runs in itertools.groupby(group, key=_COMPOSED):
                if composed:
                    code.extend(_composed(stroke, ink) for run in runs for stroke in embedded.strokes(run))
                else:
                    code.append(_shown(embedded.plain(runs)))
        code.append("ET")
        if ink.lang and not segment.spoken:
            code = [f"/Span<</Lang({ink.lang})>>BDC", *code, "EMC"]
        self._code.append(" ".join(code))

    def _own_tag(self, parent: Tag | None, segment: Segment) -> Tag | None:
        """Give text that leads somewhere its Link, and right-to-left text its words in reading order."""
        tag = self._link_tag(parent, segment.ink.target) if segment.ink.target else parent
        if tag is None or not segment.spoken:
            return tag
        lang = f"/Lang({segment.ink.lang})" if segment.ink.lang else ""
        return Tag("Span", tag, f"{lang}/ActualText<FEFF{utf16(segment.spoken)}>")

    def _link_tag(self, parent: Tag | None, target: str) -> Tag | None:
        """Give the Link element for this text; a link that runs on over lines stays one."""
        if parent is None:
            return None
        if self._link is None or self._link[:2] != (parent, target):
            self._link = (parent, target, Tag("Link", parent))
        return self._link[2]

    def _mark(self, tag: Tag | None) -> None:
        """Begin the marked content of a tag unless it is already being written."""
        if self._marked and tag is self._tag:
            return
        self._close()
        self._marked, self._tag = True, tag
        if tag is None:
            self._code.append(_ARTIFACT)
            return
        self._code.append(f"/{tag.role}<</MCID {len(self.contents)}>>BDC")
        tag.add(Content(self._page, len(self.contents)))
        self.contents.append(tag)

    def _close(self) -> None:
        if self._marked:
            self._code.append("EMC")
            self._marked = False


def _shown(codes: Iterable[str]) -> str:
    return "[" + "".join(codes).replace("><", "") + "]TJ"


def _composed(stroke: Stroke, ink: Ink) -> str:
    """Write one stroke of a composed run at its own height, under the words that the first one carries."""
    begins = f"/Span<</ActualText<FEFF{utf16(stroke.actual)}>>>BDC " if stroke.actual else ""
    height = f"{ink.rise + stroke.lift * ink.size / 1000:.2f} Ts"
    ends = f" EMC {ink.rise:.2f} Ts" if stroke.ends else ""
    return f"{begins}{height} {_shown([stroke.codes])}{ends}"


def _outline(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Give the path of a box, with round corners if it has a radius."""
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r, c = radius, radius * (1 - _CURVE)
    right, top = x + width, y + height
    points = [
        (x + r, y, "m"),
        (right - r, y, "l"),
        (right - c, y, right, y + c, right, y + r, "c"),
        (right, top - r, "l"),
        (right, top - c, right - c, top, right - r, top, "c"),
        (x + r, top, "l"),
        (x + c, top, x, top - c, x, top - r, "c"),
        (x, y + r, "l"),
        (x, y + c, x + c, y, x + r, y, "c"),
    ]
    return (
        " ".join(" ".join(f"{part:.2f}" if isinstance(part, float) else part for part in step) for step in points)
        + " h"
    )
