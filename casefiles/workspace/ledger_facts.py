"""The reported totals of a situation as its briefing prints them, each number with the words it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from casefiles.briefing.facts import LedgerBlock, LedgerRow, Value
from casefiles.domain.certainty import Certainty
from casefiles.domain.figures import Figure
from casefiles.domain.records import Claim
from casefiles.domain.reported import with_inherited
from casefiles.workspace.desk import Desk
from casefiles.workspace.endnotes import Endnotes
from casefiles.workspace.figure_reading import known_figures, ledger
from casefiles.workspace.figure_views import BlockView, DayView, LedgerView, LineView
from casefiles.workspace.told_basis import worded_total


def ledger_facts(desk: Desk, situation: str, endnotes: Endnotes) -> tuple[LedgerBlock, ...]:
    """Return the totals that were known at the moment of the endnotes, newest first; none where none is reported."""
    moment = endnotes.moment
    view = ledger(desk, situation, moment)
    known = {one.uuid: one for one in known_figures(desk, moment)}
    endnotes.look_up(one.source.uuid for one in known.values() if one.source)
    return tuple(_block(day, block, view, known, endnotes) for day in view.days for block in day.blocks)


def _block(
    day: DayView, block: BlockView, view: LedgerView, known: Mapping[str, Figure], endnotes: Endnotes
) -> LedgerBlock:
    return LedgerBlock(day.text, block.title, tuple(_row(line, view, known, endnotes) for line in block.lines))


def _row(line: LineView, view: LedgerView, known: Mapping[str, Figure], endnotes: Endnotes) -> LedgerRow:
    claim = _as_claim(known[line.uuid], known)
    endnotes.use_total(worded_total(known[line.uuid]))
    mark = Certainty.DESK.value if claim.is_desk_entry else ""
    return LedgerRow(
        measure=_measure(line, view),
        population=line.population,
        said_by="" if mark else line.speakers,
        number=Value(line.number, notes=endnotes.notes([claim]), mark=mark),
        adds_up=line.sum_text,
        people=line.people_text,
        flags=line.flags,
    )


def _measure(line: LineView, view: LedgerView) -> str:
    """Say what is counted, of a part also of which whole."""
    if not line.depth:
        return f"{line.counted[0].upper()}{line.counted[1:]}"
    whole = view.line(line.part_of)
    lies = "inside" if line.nesting == "nested" else "of"
    return f"{lies} {whole.number} {whole.measure}: {line.counted}"


def _as_claim(figure: Figure, known: Mapping[str, Figure]) -> Claim:
    """Return a total as a report, whose notes are worded as those of any report; a part rests on its whole's source."""
    reported = with_inherited(figure, known)
    return Claim(
        figure.uuid,
        figure.number,
        "",
        "",
        reported.text,
        figure.wording,
        reported.speakers,
        figure.said_on,
        figure.learned_on,
        source=reported.source,
        passages=figure.passages,
        entered_at=figure.entered_at,
        entered_by=figure.entered_by,
    )
