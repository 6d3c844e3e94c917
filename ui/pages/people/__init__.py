"""The people page: the list, a case with its tabs, and the reader beside it."""

from __future__ import annotations

from ui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
