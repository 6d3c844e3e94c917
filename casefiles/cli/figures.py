"""The command that shows the ledger of reported totals."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.workspace.figure_views import DayView, LedgerView, LineView, PeopleView, Range


def figures(arguments: Namespace) -> Answer:
    """Show the ledger, as it is known now or was at a moment of the past."""
    with opening.opened(arguments) as casebook:
        moment = opening.moment(arguments, casebook)
        ledger = casebook.figures.ledger(opening.situation(casebook, arguments.situation), moment)
    data = {"figures": [_figure(line) for line in ledger.lines]} | ({"note": ledger.note} if ledger.note else {})
    return Answer(data, "\n".join(_lines(ledger)))


def _figure(line: LineView) -> dict[str, object]:
    return {
        "id": line.uuid,
        "situation": line.situation_name,
        "measure": line.measure,
        "unit": line.unit,
        "population": line.population,
        "query": line.query,
        "breakdown_by": line.breakdown_by,
        "breakdown": line.breakdown,
        "low": line.low,
        "high": line.high,
        "relation": line.relation,
        "as_of": line.as_of,
        "mode": line.mode,
        "speakers": list(line.chain),
        "kind": line.kind.value,
        "part_of": line.part_of or None,
        "nesting": line.nesting,
        "closes": line.closes,
        "left_over": _ends(line.left),
        "why": line.why,
        "people": _people(line.people) if line.people else None,
        "flags": list(line.flags),
        "words": {"number": line.number, "day": line.day, "sum": line.sum_text, "people": line.people_text},
        "sums": [
            {"by": one.by, "parts": list(one.parts), "closes": one.closes, "left_over": _ends(one.left)}
            for one in line.partitions
        ],
        "quotes": [{"quote": one.quote, "start": one.start, "end": one.end} for one in line.quotes],
    }


def _people(people: PeopleView) -> dict[str, object]:
    return {
        "named": people.named,
        "unnamed": _number(people.unnamed),
        "disputed": _number(people.disputed),
        "not_accounted_for": _number(people.left) if people.left else None,
        "groups": people.groups,
    }


def _number(number: Range) -> int | list[int | None]:
    """Return a number known exactly as it is, another by its two ends."""
    return number[0] if number[0] == number[1] else [*number]


def _ends(number: Range | None) -> list[int | None] | None:
    return [*number] if number else None


# ---- for a person


def _lines(ledger: LedgerView) -> Iterator[str]:
    if ledger.note:
        yield ledger.note
    width = max((len(_what(line)) for line in ledger.lines), default=0)
    for day in ledger.days:
        yield day.text
        yield from _day(day, width)
        yield ""
    for line in ledger.replaced:
        yield f"No longer stands: {_what(line).strip()}, {line.day}, {line.speakers}. {line.replaced}"


def _day(day: DayView, width: int) -> Iterator[str]:
    for block in day.blocks:
        yield f"  {block.title}"
        for line in block.lines:
            told = (line.speakers, line.sum_text, line.people_text)
            yield f"    {_what(line):{width}}  {'  |  '.join(filter(None, told))}"
            yield from (f"    {'':{width}}  ! {flag}" for flag in line.flags)


def _what(line: LineView) -> str:
    lies = "inside it: " if line.nesting == "nested" and line.depth else ""
    parts = (f"{lies}{line.number} {line.counted}", line.population if not line.depth else "")
    return "  " * line.depth + ", ".join(filter(None, parts))
