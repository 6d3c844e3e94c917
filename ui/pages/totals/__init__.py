"""The page of reported totals: the ledger, what stands behind a total, and what is not accounted for."""

from __future__ import annotations

from ui.pages.totals.page import TotalsPage

__all__ = ["TotalsPage"]
