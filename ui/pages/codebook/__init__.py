"""The page of the codebook."""

from __future__ import annotations

from ui.pages.codebook.page import CodebookPage

__all__ = ["CodebookPage"]
