"""The ledger as rows of a list: a card for each day, a table in it for each kind of speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.pages.totals import wording

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import BlockView, LedgerView, LineView
    from ui.models.faces import PillFace


class Kind(StrEnum):
    """What a row is."""

    DAY = "day"
    BLOCK = "block"
    TOTAL = "total"
    OVER = "over"
    """A total that no longer stands."""
    GAP = "gap"
    """A total that leaves somebody out, on the work list."""


@dataclass(frozen=True)
class LedgerRow:
    """One row.

    Attributes:
        key: the UUID of a total; what tells a heading from the others.
        text: what is counted, or the words of a heading.
        sentence: all of it for a screen reader.
        who: who is counted and who says so; empty where the row above says it already.
        theirs, ours, left: the numbers, in words.
        parts: what our number is made of, line by line.
        has_gap: people are missing in it for certain.
        face: the chip that says how its parts stand.
        flags: what does not fit.
        ends_card: nothing follows it on its card.
        begins_card: what it heads comes first on its card.
    """

    kind: Kind
    key: str
    text: str
    sentence: str = ""
    depth: int = 0
    who: str = ""
    theirs: str = ""
    ours: str = ""
    parts: tuple[str, ...] = ()
    left: str = ""
    has_gap: bool = False
    face: PillFace | None = None
    flags: tuple[str, ...] = ()
    ends_card: bool = False
    begins_card: bool = False

    @property
    def is_total(self) -> bool:
        """Tell whether it is a total, not a heading."""
        return self.kind not in {Kind.DAY, Kind.BLOCK}


def rows_of(view: LedgerView, *, several_situations: bool = False) -> list[LedgerRow]:
    """Return the rows of a ledger, those that no longer stand in a last card of their own."""
    rows: list[LedgerRow] = []
    for day in view.days:
        tables = [row for block in day.blocks for row in _block(day.as_of, block, several=several_situations)]
        heading = LedgerRow(Kind.DAY, day.as_of, wording.begun(day.text))
        rows += _ended([heading, replace(tables[0], begins_card=True), *tables[1:]])
    if view.replaced:
        title = QCoreApplication.translate("Totals", "Replaced or set aside")
        rows += _ended([LedgerRow(Kind.DAY, "over", title), *(_over(line) for line in view.replaced)])
    return rows


def _ended(card: list[LedgerRow]) -> Sequence[LedgerRow]:
    return [*card[:-1], replace(card[-1], ends_card=True)]


def _block(as_of: str, block: BlockView, *, several: bool) -> list[LedgerRow]:
    """Return a table for each voice, those of one voice together."""
    voices: dict[str, list[LineView]] = {}
    of_whole = ""
    for line in block.lines:
        of_whole = of_whole if line.depth else line.speakers
        voices.setdefault(of_whole, []).append(line)
    rows: list[LedgerRow] = []
    for voice, lines in voices.items():
        rows.append(LedgerRow(Kind.BLOCK, f"{as_of} {block.kind} {voice}", block.title, who=voice))
        said = ""
        for line in lines:
            own = line.speakers if line.speakers != voice else ""
            told = (wording.begun(line.population), own, line.situation_name if several else "")
            who = " · ".join(filter(None, told))
            rows.append(_total(line, "" if line.depth and who == said else who))
            said = who
    return rows


def _total(line: LineView, who: str) -> LedgerRow:
    left = line.people.left if line.people else None
    return LedgerRow(
        Kind.TOTAL,
        line.uuid,
        wording.measure_of(line),
        line.sentence,
        line.depth,
        who,
        line.number,
        wording.our_number(line.people) if line.people else "",
        wording.our_parts(line.people) if line.people else (),
        wording.left_of(line),
        bool(left and left[0] > 0),
        wording.sum_face(line),
        tuple(wording.begun(flag) for flag in line.flags),
    )


def _over(line: LineView) -> LedgerRow:
    who = " · ".join(filter(None, (line.day, wording.who_of(line))))
    sentence = f"{line.sentence}; {line.replaced}"
    return LedgerRow(
        Kind.OVER, line.uuid, wording.measure_of(line), sentence, who=who, theirs=line.number, flags=(line.replaced,)
    )
