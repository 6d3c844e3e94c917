"""What is told of a figure sheet while it is typed: each row, and whether it adds up. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from casefiles.domain.figure_numbers import read_number, say_number
from casefiles.domain.figures import Figure, Mode, Nesting
from casefiles.domain.ledger import Line, ledger_of
from casefiles.domain.problems import BadInput
from casefiles.workspace.figure_entries import FigureEntry, refuse_unlike
from casefiles.workspace.figure_views import RowCheck, SheetCheck
from casefiles.workspace.figure_writing import Sheet


def check(entries: Sequence[FigureEntry], today: date, known: Iterable[Figure] = ()) -> SheetCheck:
    """Check a sheet: what each row is read as, what is wrong with it, and how its sums stand.

    Args:
        entries: the rows, as typed.
        today: the day it is at the desk.
        known: the totals that are here already.
    """
    by_uuid = {one.uuid: one for one in known}
    problems = [_problem(entry, today) for entry in entries]
    good = {row: entry.checked(today) for row, entry in enumerate(entries) if not problems[row]}
    problems = [problem or _unlike(good[row], good, by_uuid) for row, problem in enumerate(problems)]
    good = {row: entry for row, entry in good.items() if not problems[row]}
    whole_problem = "" if any(problems) or not entries else _sheet_problem(entries, today)
    typed = [] if whole_problem else [_figure(row, entry, good) for row, entry in good.items()]
    lines = ledger_of([*_beside(typed, by_uuid), *typed]).lines
    rows = tuple(
        _bad_row(problem) if problem else _row(good[row], lines.get(str(row))) for row, problem in enumerate(problems)
    )
    concerned = {one.uuid for one in typed} | {one.part_of for one in typed}
    sums = [line for uuid, line in lines.items() if uuid in concerned and line.sums]
    return SheetCheck(
        rows,
        bool(entries) and not any(problems) and not whole_problem,
        _closes([line.closes for line in sums]),
        whole_problem or " ".join(_sum(line) for line in sums),
    )


def _beside(typed: Sequence[Figure], by_uuid: Mapping[str, Figure]) -> list[Figure]:
    """Return the totals that the typed ones are part of, with what those are part of, and the parts they have."""
    wholes = {one.part_of for one in typed if one.part_of in by_uuid}
    above = set(wholes)
    waiting = list(wholes)
    while waiting:
        whole = by_uuid[waiting.pop()].part_of
        if whole in by_uuid and whole not in above:
            above.add(whole)
            waiting.append(whole)
    return [one for one in by_uuid.values() if one.uuid in above or one.part_of in wholes]


def _problem(entry: FigureEntry, today: date) -> str:
    try:
        entry.checked(today)
    except BadInput as problem:
        return problem.say
    return ""


def _unlike(entry: FigureEntry, typed: Mapping[int, FigureEntry], known: Mapping[str, Figure]) -> str:
    part_of = entry.part_of
    whole = typed.get(part_of) if isinstance(part_of, int) else known.get(part_of)
    try:
        refuse_unlike(entry, whole.unit if whole else entry.unit)
    except BadInput as problem:
        return problem.say
    return ""


def _sheet_problem(entries: Sequence[FigureEntry], today: date) -> str:
    try:
        Sheet.checked(entries, today)
    except BadInput as problem:
        return problem.say
    return ""


def _figure(row: int, entry: FigureEntry, good: dict[int, FigureEntry]) -> Figure:
    number = read_number(entry.number)
    return Figure(
        str(row),
        row,
        "",
        entry.measure,
        number.low,
        number.high,
        entry.unit,
        entry.population,
        breakdown_by=entry.breakdown_by,
        breakdown=entry.breakdown,
        relation=number.relation,
        as_of=entry.as_of,
        mode=Mode(entry.mode),
        speakers=entry.speakers,
        part_of=str(entry.part_of) if isinstance(entry.part_of, str) or entry.part_of in good else "",
        nesting=Nesting(entry.nesting),
    )


def _bad_row(problem: str) -> RowCheck:
    return RowCheck("", None, None, problem, problem)


def _row(entry: FigureEntry, line: Line | None) -> RowCheck:
    number = read_number(entry.number)
    text = f"{say_number(number)} {entry.measure}"
    if line and line.sums:
        text = f"{text}: {line.why}"
    main = line.main if line else None
    return RowCheck(
        say_number(number),
        number.low,
        number.high,
        "",
        text,
        line.flags if line else (),
        main.closes if main else None,
        line.text if line else "",
    )


def _closes(sums: Sequence[bool | None]) -> bool | None:
    if not sums:
        return None
    return False if False in sums else None if None in sums else True


def _sum(line: Line) -> str:
    return f"{line.reported.text} {line.reported.measure.text}: {line.why}"
