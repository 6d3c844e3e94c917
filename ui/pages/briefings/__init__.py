"""The briefings page: what is to be printed at one side, its real pages at the other."""

from __future__ import annotations

from ui.pages.briefings.page import BriefingsPage

__all__ = ["BriefingsPage"]
