"""Placed pages to a tagged PDF: words under their tags, links, outline, and furniture on every page."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.briefing.about import catalog, information
from casefiles.briefing.blocks import Document
from casefiles.briefing.embedding import FontBook
from casefiles.briefing.furniture import furniture
from casefiles.briefing.layout import Laid
from casefiles.briefing.lines import Typesetter
from casefiles.briefing.packing import Raw
from casefiles.briefing.pen import Area, Pen
from casefiles.briefing.placing import Box, Mark, Page, Strip, Words
from casefiles.briefing.plaintext import language
from casefiles.briefing.sheet import Sheet
from casefiles.briefing.structure import Structure
from casefiles.briefing.style import LEFT, PAGE_HEIGHT, TOP
from casefiles.briefing.tags import Annotation, Tag
from casefiles.briefing.targets import came_from, is_internal

_ABOVE_ANCHOR = 8.0


@dataclass(frozen=True, slots=True)
class _Link:
    """A link area waiting to be told where its target stands."""

    raw: Raw
    area: Area
    key: int


class Press:
    """Draws one laid-out document."""

    def __init__(self, document: Document, laid: Laid, typesetter: Typesetter) -> None:
        self._document, self._laid, self._type = document, laid, typesetter
        self._sheet = Sheet(language(document.lang))
        self._fonts = FontBook()
        self._links: list[_Link] = []
        self._linked: list[tuple[int, Tag]] = []
        self._places: dict[str, tuple[int, float]] = {}

    def draw(self) -> bytes:
        """Give the bytes of the file."""
        pages: list[int] = []
        contents: list[list[Tag]] = []
        for index, page in enumerate(self._laid.pages):
            pen = Pen(index, self._fonts)
            self._draw_page(page, index, pen)
            code = pen.code()
            annotations = [self._annotation(area, index) for area in pen.areas]
            pages.append(self._sheet.finish_page(code, index, annotations))
            contents.append(pen.contents)
        for link in self._links:
            link.raw.body = self._link_body(link, pages)
        tree = Structure(self._sheet, pages).objects(self._laid.root, contents, self._linked)
        entries = {**catalog(self._document, self._sheet), "StructTreeRoot": tree}
        info = information(self._document)
        self._sheet.add(info)
        return self._sheet.close(self._fonts.objects(self._sheet.add), entries, info)

    def _draw_page(self, page: Page, index: int, pen: Pen) -> None:
        for depth, strip in page.strips:
            self._draw_strip(strip, TOP + depth, index, pen)
        for mark in furniture(self._document, index + 1, len(self._laid.pages), self._type):
            _draw_mark(mark, 0.0, 0.0, pen)

    def _draw_strip(self, strip: Strip, depth: float, index: int, pen: Pen) -> None:
        height = PAGE_HEIGHT - depth + _ABOVE_ANCHOR
        if strip.bookmark:
            self._sheet.outline(strip.bookmark, height)
        if strip.anchor:
            self._places[strip.anchor] = (index, height)
        before = len(pen.areas)
        for mark in strip.marks:
            _draw_mark(mark, LEFT, depth, pen)
        for area in pen.areas[before:]:
            if back := came_from(area.target):
                self._places.setdefault(back, (index, height))

    def _annotation(self, area: Area, page: int) -> int:
        """Reserve the annotation of an area and put it under the area's tag."""
        key = len(self._laid.pages) + len(self._links)
        raw = Raw()
        number = self._sheet.add(raw)
        self._links.append(_Link(raw, area, key))
        if area.tag is not None:
            area.tag.add(Annotation(page, number))
            self._linked.append((key, area.tag))
        return number

    def _link_body(self, link: _Link, pages: list[int]) -> bytes:
        box = " ".join(f"{side:.2f}" for side in link.area.box)
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {link.key}"
            f"{self._leads_to(link.area.target, pages)}>>"
        ).encode()

    def _leads_to(self, target: str, pages: list[int]) -> str:
        if not is_internal(target):
            address = target.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
            return f"/Contents({address})/A<</S/URI/URI({address})>>"
        page, height = self._places[target]
        words = target.strip("#").replace("from-", "Back to the text from note ").replace("note-", "Note ")
        return f"/Contents({words})/Dest[{pages[page]} 0 R/XYZ 0 {height:.2f} null]"


def _draw_mark(mark: Mark, dx: float, dy: float, pen: Pen) -> None:
    x, y = mark.x + dx, PAGE_HEIGHT - dy - mark.y
    if isinstance(mark, Words):
        pen.words(mark, x, y)
    elif isinstance(mark, Box):
        pen.box(mark, x, y - mark.height)
    else:
        pen.rule(mark, x, y)
