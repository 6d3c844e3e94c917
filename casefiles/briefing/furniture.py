"""What stands on every page: the handling mark, page x of y, the times and the journal's head."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.briefing.blocks import Document
from casefiles.briefing.lines import Typesetter
from casefiles.briefing.placing import Mark, Rule, Words
from casefiles.briefing.style import BOTTOM, COLUMN, LEFT, PAGE_HEIGHT, PAGE_WIDTH, STYLES

_HEAD_BASELINE = 38.0
_FOOT = PAGE_HEIGHT - BOTTOM + 20


def furniture(document: Document, page: int, pages: int, type_: Typesetter) -> Iterator[Mark]:
    """Give the marks of one page's head and foot; measures run from the page's top left."""
    if page > 1:
        yield _words(document.running_title, type_, _HEAD_BASELINE, "left", COLUMN * 0.36)
    if document.mark:
        yield _mark(document.mark, type_, _HEAD_BASELINE)
        yield _mark(document.mark, type_, PAGE_HEIGHT - 24)
    yield _words(f"Page {page} of {pages}", type_, _FOOT + 11, "right", COLUMN * 0.2)
    yield _words(f"{document.as_of} · {document.generated}", type_, _FOOT + 11, "left", COLUMN * 0.8)
    yield _words(document.record, type_, _FOOT + 20.5, "left", COLUMN)
    yield Rule(LEFT, _FOOT, COLUMN, 0.4, "line")


def _mark(words: str, type_: Typesetter, baseline: float) -> Words:
    line = type_.cut_to(words.upper(), STYLES["mark"], COLUMN * 0.6)
    return Words((PAGE_WIDTH - line.width) / 2, baseline, line, None)


def _words(words: str, type_: Typesetter, baseline: float, side: str, width: float) -> Words:
    line = type_.cut_to(words, STYLES["furniture"], width)
    x = LEFT if side == "left" else LEFT + COLUMN - line.width
    return Words(x, baseline, line, None)
