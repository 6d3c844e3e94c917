"""What we told: every statement, how it stands, and what it rests on."""

from __future__ import annotations

from ui.pages.told.page import ToldPage

__all__ = ["ToldPage"]
