"""Reads a web page's main text with trafilatura; loaded by the worker only, because it is slow to load."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trafilatura
from lxml.etree import ParserError  # lxml ships no types
from lxml.html import HTMLParser, document_fromstring  # lxml ships no types
from trafilatura.settings import Document

from casefiles.domain.problems import CannotCapture
from casefiles.intake.extraction import Page
from casefiles.intake.page_details import Tree, describe_page

if TYPE_CHECKING:
    from collections.abc import Mapping

# These would log addresses and words of the page.
for _talker in ("trafilatura", "htmldate"):
    logging.getLogger(_talker).setLevel(logging.CRITICAL + 1)

# Trafilatura drops these as unprintable, but without joiners Indic and Persian words change,
# and marks of reading direction are evidence: they travel through it in disguise.
_UNSEEN = "\u200c\u200d\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_RARE = range(0x12000, 0x12399)
# No page can write these, but it can name them by number; trafilatura drops them too.
_UNWRITABLE = dict.fromkeys((*range(9), *range(14, 32), 0xFFFE, 0xFFFF)) | dict.fromkeys((11, 12), " ")


def read_page(html: str) -> Page:
    """Take the main text and the details of a page."""
    tree = _parsed(html)
    details = describe_page(tree)
    chars, notes = _main_text(tree)
    if not chars.strip():
        raise _wordless()
    return Page(chars, f"trafilatura {trafilatura.__version__}", notes, details)


def _parsed(html: str) -> Tree:
    """Parse a page of any quality."""
    try:
        return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    except ParserError:
        raise _wordless() from None


def _main_text(tree: Tree) -> tuple[str, tuple[str, ...]]:
    """Take the main text, or all the page's words where no main text stands out."""
    disguised = _disguises("".join(tree.itertext()))
    _rewrite(tree, {**_UNWRITABLE, **disguised})
    shown = {ord(rare): unseen for unseen, rare in disguised.items()}
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    if isinstance(found, Document) and found.text:
        return found.text.translate(shown), ()
    whole = trafilatura.html2txt(tree)
    return whole.translate(shown), ("No main text stood out; all words of the page were taken.",)


def _rewrite(tree: Tree, letters: Mapping[int, str | None]) -> None:
    """Exchange letters in all words of a page."""
    for element in tree.iter():
        if element.text:
            element.text = element.text.translate(letters)
        if element.tail:
            element.tail = element.tail.translate(letters)


def _disguises(words: str) -> dict[int, str]:
    """Pair each unseen character with a rare letter that the page does not use."""
    letters = (chr(code) for code in _RARE if chr(code) not in words)
    return dict(zip(map(ord, _UNSEEN), letters, strict=False))


def _wordless() -> CannotCapture:
    """Say that a page holds nothing to read."""
    return CannotCapture(
        "This page holds no readable words; many pages are filled in by scripts only when shown.",
        "Open it in a browser, copy the article's words and paste them.",
    )
