"""The reported totals on paper: a table for each day and each kind of speaker, so that none are added by eye."""

from __future__ import annotations

from collections.abc import Iterator

from casefiles.briefing.blocks import Block, Cell, Column, Heading, Para, Span, Table, text
from casefiles.briefing.endnotes import Numbering
from casefiles.briefing.facts import LedgerBlock, LedgerRow
from casefiles.briefing.parts import NOT_STATED

_TITLE = "Reported totals"
_EXPLAINED = "As others said it. Only numbers of one day, one kind of speaker and the same people are added up."
_COLUMNS = (
    Column("What is counted", 2.6),
    Column("Who is counted", 1.9),
    Column("Said by", 2.0),
    Column("Number", 1.3, figure=True),
    Column("Parts", 2.2),
    Column("Our people", 2.6),
)


def ledger_tables(blocks: tuple[LedgerBlock, ...], numbering: Numbering) -> Iterator[Block]:
    """Give the section; nothing where no totals are reported."""
    if not blocks:
        return
    yield Heading(2, (Span(_TITLE),), _TITLE)
    yield Para((Span(_EXPLAINED, tone="muted"),), "small", leads=True)
    for block in blocks:
        title = f"{block.day}: {block.title.lower()}"
        yield Heading(3, (Span(title),))
        yield Table(_COLUMNS, tuple(_row(row, numbering) for row in block.rows), f"Reported totals, {title}")


def _row(row: LedgerRow, numbering: Numbering) -> tuple[Cell, ...]:
    number = Para((Span(row.number.text, "bold", notes=numbering.numbers(row.number.notes)),), "small")
    flags = tuple(text(flag, "fine") for flag in row.flags)
    return (
        Cell((text(row.measure, "small"),)),
        Cell((text(row.population or NOT_STATED, "small"),)),
        Cell((text(row.said_by or row.number.mark or NOT_STATED, "small"),)),
        Cell((number,), figure=True),
        Cell((text(row.adds_up or NOT_STATED, "small"), *flags)),
        Cell((text(row.people or NOT_STATED, "small"),)),
    )
