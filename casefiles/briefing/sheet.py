"""The canvas pages are drawn on: reportlab's, with our own fonts, tags and links put in as plain objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas

from casefiles.briefing.packing import CompactDocument, Raw, RawStream
from casefiles.briefing.placing import Bookmark
from casefiles.briefing.style import PAGE_HEIGHT, PAGE_WIDTH


class Sheet(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """A canvas that adds nothing of its own: no default font, no clock, no name of a program's user."""

    def __init__(self, lang: str) -> None:
        self._out = BytesIO()
        super().__init__(self._out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=0)
        self._doc = CompactDocument(compression=0, invariant=1, lang=lang)

    def _make_preamble(self) -> None:
        """Leave out the built-in font that every page would otherwise name."""
        self._preamble = ""

    def add(self, raw: Raw) -> int:
        """Put an object into the file and give its number; its bytes may come later."""
        return int(self._doc.add(raw))

    def finish_page(self, code: str, tag_key: int, annotations: Sequence[int]) -> int:
        """Close the page, drawn by this code, and give its object number."""
        name = self._doc.thisPageName()
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = tag_key, PDFName("S")
        page.Contents = RawStream(code.encode("ascii"))
        if annotations:
            page.Annots = Raw(("[" + " ".join(f"{number} 0 R" for number in annotations) + "]").encode())
        return int(self._doc.idToObjectNumberAndVersion[name][0])

    def outline(self, bookmark: Bookmark, height: float) -> None:
        """Put an entry into the reader's outline that leads to this place on the page being drawn."""
        key = f"part-{len(self._destinations) + 1}"
        self.bookmarkPage(key, fit="XYZ", left=0, top=round(height, 2), zoom=0)
        self.addOutlineEntry(bookmark.title, key, self._next_level(bookmark.level), closed=False)
        self.showOutline()

    def close(self, fonts: Mapping[str, int], catalog: Mapping[str, Raw], info: Raw) -> bytes:
        """Save and give the bytes of the file."""
        for name, number in fonts.items():
            self._doc.idToObject["BasicFonts"].dict[name] = Raw(f"{number} 0 R".encode())
        root = self._doc.Catalog
        root.__NoDefault__ = [*root.__NoDefault__, "OutputIntents"]
        for key, entry in catalog.items():
            setattr(root, key, entry)
        self._doc.info = info
        self.save()
        return self._out.getvalue()

    def _next_level(self, wanted: int) -> int:
        """An outline may not skip a level on the way down."""
        return min(wanted - 1, int(self._doc.outline.currentlevel) + 1)
