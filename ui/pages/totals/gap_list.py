"""The work list: every total that leaves somebody out, with who follows it up and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.pages.totals import wording
from ui.pages.totals.rows import Kind, LedgerRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.figure_views import LedgerView, LineView


def gap_rows(view: LedgerView) -> Sequence[LedgerRow]:
    """Return the gaps of a ledger as rows, those that nobody follows up first."""
    lines = [line for line in view.lines if line.uuid in view.gaps]
    nobody = QCoreApplication.translate("Totals", "Nobody follows these up yet")
    groups: dict[str, list[LineView]] = {}
    for line in sorted(lines, key=lambda one: one.gap_owner.casefold()):
        groups.setdefault(line.gap_owner, []).append(line)
    rows: list[LedgerRow] = []
    for owner, owned in groups.items():
        title = QCoreApplication.translate("Totals", "Followed up by {name}").format(name=owner)
        rows.append(LedgerRow(Kind.DAY, owner, title if owner else nobody))
        rows += [_gap(line, ends_card=line is owned[-1]) for line in owned]
    return rows


def _gap(line: LineView, *, ends_card: bool) -> LedgerRow:
    who = " · ".join(filter(None, (line.day, wording.who_of(line))))
    gap = wording.gap_of(line)
    owner = line.gap_owner or QCoreApplication.translate("Totals", "nobody follows it up")
    return LedgerRow(
        Kind.GAP,
        line.uuid,
        wording.heading_of(line),
        "; ".join(filter(None, (wording.heading_of(line), who, gap, owner, line.gap_note))),
        who=who,
        left=gap,
        has_gap=True,
        flags=(line.gap_note,) if line.gap_note else (),
        ends_card=ends_card,
    )
