"""The page of sources: all of them, the words of one, and everything known about it."""

from __future__ import annotations

from ui.pages.sources.page import SourcesPage

__all__ = ["SourcesPage"]
