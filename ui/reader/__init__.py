"""The source reader beside a person or on the page of sources: quotes, linking words, entering people."""

from __future__ import annotations

from ui.reader.pane import ReaderPane

__all__ = ["ReaderPane"]
