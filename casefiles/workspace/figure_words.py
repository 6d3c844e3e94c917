"""Reported totals put into words: one line of the ledger, and our people told apart."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence

from casefiles.domain.dates import PartialDate
from casefiles.domain.intervals import NOTHING, Interval
from casefiles.domain.kinds import is_blank
from casefiles.domain.ledger import Line
from casefiles.domain.periods import NAMED
from casefiles.domain.problems import BadInput
from casefiles.domain.reconciled import Counted, left_over, say_counted, too_many, why_not_comparable
from casefiles.domain.refs import show_source_ref
from casefiles.domain.reported import Reported, on_day
from casefiles.storage import lookups, past, tables
from casefiles.workspace import list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.entries import Words
from casefiles.workspace.figure_entries import FigureEntry
from casefiles.workspace.figure_people import Apart
from casefiles.workspace.figure_views import BreakdownRow, BreakdownView, LineView, PartitionView, PeopleView, Range
from casefiles.workspace.figure_writing import seen_of
from casefiles.workspace.views import QuoteView

_NOT_KNOWN, _UNNAMED = "Not known", "Unnamed"


def line_view(desk: Desk, line: Line, situation: str, counted: Counted | None, depth: int) -> LineView:
    """Return one total in words, with the name of its situation."""
    reported, figure = line.reported, line.reported.figure
    flags = (*line.flags, *filter(None, [too_many(reported, counted) if counted else ""]))
    people = _people(reported, counted) if counted else None
    people_text = people.text if people else why_not_comparable(reported)
    entry = _entry(desk, reported)
    sum_text = line.text
    return LineView(
        uuid=figure.uuid,
        situation=reported.situation,
        situation_name=situation,
        measure=reported.measure.text,
        unit=figure.unit,
        population=reported.population,
        query=figure.query,
        breakdown_by=figure.breakdown_by,
        breakdown=figure.breakdown,
        number=reported.text,
        low=figure.low,
        high=figure.high,
        relation=figure.relation.value,
        as_of=reported.as_of,
        day=list_words.say_day(reported.as_of) or "day not known",
        mode=figure.mode.value,
        kind=reported.kind,
        speakers=reported.said_by,
        chain=tuple(one.name for one in reported.speakers),
        said=list_words.say_day(figure.said_on),
        learned=list_words.say_day(figure.learned_on),
        wording=figure.wording,
        source_id=entry.source_id,
        source=source_words(reported),
        quotes=_quotes(desk, reported),
        part_of=reported.whole or figure.part_of,
        nesting=figure.nesting.value,
        parts=tuple(part.uuid for part in line.parts),
        depth=depth,
        closes=line.closes,
        left=_range(line.left),
        about=bool(line.main and line.main.about),
        sum_text=sum_text,
        why=line.why,
        partitions=_partitions(line),
        flags=flags,
        people=people,
        people_text=people_text,
        gap_owner=figure.gap_owner,
        gap_note=figure.gap_note,
        replaced=_replaced(reported),
        replaced_by=figure.replaced_by,
        entry=entry,
        seen=seen_of(figure),
        sentence="; ".join(filter(None, (told(reported), sum_text, people_text, *flags))),
    )


def told(reported: Reported) -> str:
    """Say what was reported: how many, of whom, on which day, and by whom."""
    parts = (
        f"{reported.text} {reported.measure.text}",
        reported.figure.breakdown,
        reported.population,
        on_day(reported.as_of),
        f"said by {reported.said_by}",
    )
    return ", ".join(filter(None, parts))


def source_words(one: Reported) -> str:
    """Say which source a total rests on."""
    if one.source is None:
        return ""
    title = one.source.title or show_source_ref(one.source.ref)
    return ", ".join(filter(None, (one.source.publisher, title, list_words.say_day(one.source.published_on))))


def breakdown_view(by: str, found: Sequence[Apart]) -> BreakdownView:
    """Return our people told apart by state or month, those of whom it is not known last.

    Raises:
        BadInput: they cannot be told apart so.
    """
    title, *_ = _way(by)
    sums: dict[tuple[int, str, str], Interval] = defaultdict(lambda: NOTHING)
    for part, low, high, happened, origin in found:
        sums[row_of(by, part, happened, origin)] += Interval(low, high)
    rows = tuple(
        BreakdownRow(label, str(number), (number.low, number.high))
        for (_, _, label), number in sorted(sums.items(), key=lambda one: one[0])
    )
    total = sum(sums.values(), NOTHING)
    return BreakdownView(title, rows, (total.low, total.high), str(total))


def row_of(by: str, part: str, happened: str, origin: str) -> tuple[int, str, str]:
    """Return the row of a breakdown that some people stand in: its place among others, and its label last."""
    _, label_of, order = _way(by)
    if label := label_of(happened, origin):
        return 0, order(happened, label), label
    return (1, "", _NOT_KNOWN) if part == NAMED else (2, "", _UNNAMED)


# ---- inside


def _people(reported: Reported, counted: Counted) -> PeopleView:
    left, about = left_over(reported, counted), reported.number.is_about
    unnamed, disputed = counted.unnamed, counted.disputed
    return PeopleView(
        say_counted(counted, left, about=about),
        counted.named,
        (unnamed.low, unnamed.high),
        (disputed.low, disputed.high),
        counted.groups,
        (counted.grouped.low, counted.grouped.high),
        (left.low, left.high),
        about,
    )


def _entry(desk: Desk, reported: Reported) -> FigureEntry:
    figure = reported.figure
    database = desk.book.database
    cited = [*(one.source for one in figure.passages), *([figure.source.uuid] if figure.source else [])]
    keys = past.keys_of(database, cited)
    return FigureEntry(
        measure=figure.measure,
        number=reported.text,
        population=figure.population,
        query=figure.query,
        breakdown_by=figure.breakdown_by,
        breakdown=figure.breakdown,
        as_of=figure.as_of,
        mode=figure.mode.value,
        speakers=figure.speakers,
        said_on=figure.said_on,
        words=tuple(Words(keys[one.source], one.start, one.end, one.role) for one in figure.passages),
        source_id=keys[figure.source.uuid] if figure.source else None,
        part_of=figure.part_of,
        nesting=figure.nesting.value,
        learned_on=figure.learned_on,
        unit=figure.unit,
        wording=figure.wording,
        release=figure.release,
    )


def _quotes(desk: Desk, reported: Reported) -> tuple[QuoteView, ...]:
    database = desk.book.database
    return tuple(
        QuoteView(
            lookups.key_of(database, tables.Source, one.source) or 0, one.start, one.end, one.quote, one.role.value
        )
        for one in reported.figure.passages
    )


def _partitions(line: Line) -> tuple[PartitionView, ...]:
    return tuple(
        PartitionView(
            one.by,
            tuple(part.uuid for part in one.added),
            one.closes,
            _range(one.left),
            one.about,
            one.text,
        )
        for one in line.sums
    )


def _range(number: Interval | None) -> Range | None:
    return (number.low, number.high) if number else None


def _replaced(reported: Reported) -> str:
    figure = reported.figure
    if not figure.replaced_on:
        return ""
    what = "Replaced" if figure.replaced_by else "Set aside"
    return f"{what} {list_words.say_day(figure.replaced_on)}: {figure.replaced_why}"


def _state(happened: str, origin: str) -> str:  # noqa: ARG001 - ways of telling apart are called alike
    value = json.loads(origin) if origin else {}
    return "" if is_blank(value) else str(value.get("state", ""))


def _month(happened: str, origin: str) -> str:  # noqa: ARG001 - ways of telling apart are called alike
    if not happened:
        return ""
    day = PartialDate.parse_edtf(happened)
    first, last = day.earliest, day.latest
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return ""
    return list_words.say_day(f"{first:%Y-%m}")


def _way(by: str) -> tuple[str, Callable[[str, str], str], Callable[[str, str], str]]:
    if by not in _WAYS:
        raise BadInput(f"People are not told apart by “{by[:40]}”.", f"Use one of: {', '.join(_WAYS)}.")
    return _WAYS[by]


_WAYS: dict[str, tuple[str, Callable[[str, str], str], Callable[[str, str], str]]] = {
    "state": ("By state of origin", _state, lambda happened, label: label),
    "month": ("By month of the event", _month, lambda happened, label: happened[:7]),
}
"""How people are told apart: the title, the label of a row, and its place."""
