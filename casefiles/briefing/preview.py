"""Pictures of the pages of a finished file, for the screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2

from casefiles.domain.problems import CannotPrint, NotFound

_WIDEST = 4000
_PDFIUM = threading.Lock()
"""The library serves one thread at a time."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as rows of red, green and blue bytes, without padding."""

    width: int
    height: int
    rgb: bytes


def page_count(file: Path | bytes) -> int:
    """Give the number of pages."""
    with _opened(file) as pdf:
        return len(pdf)


def page_image(file: Path | bytes, page: int, width: int) -> PageImage:
    """Give one page (the first is 0) as wide as asked."""
    with _opened(file) as pdf:
        if not 0 <= page < len(pdf):
            raise NotFound(f"There is no page {page + 1}.", f"The document has {len(pdf)}.")
        sheet = pdf[page]
        bitmap = sheet.render(scale=min(max(width, 1), _WIDEST) / sheet.get_width(), rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        line = bitmap.width * bitmap.n_channels
        packed = b"".join(rows[at : at + line] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        return PageImage(bitmap.width, bitmap.height, packed)


@contextmanager
def _opened(file: Path | bytes) -> Iterator[Any]:
    """Open a PDF and close it again; what is not a PDF is told in a sentence."""
    with _PDFIUM:
        yield from _open(file)


def _open(file: Path | bytes) -> Iterator[Any]:
    try:
        content = file if isinstance(file, bytes) else file.read_bytes()
        pdf = pypdfium2.PdfDocument(BytesIO(content))
    except (OSError, pypdfium2.PdfiumError) as trouble:
        raise CannotPrint("The pages cannot be shown.", "Make the briefing again.") from trouble
    try:
        yield pdf
    finally:
        pdf.close()
