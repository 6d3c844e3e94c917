"""The ledger in words: days, blocks of one kind of speaker, trends, and our people beside each total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casefiles.domain.dates import PartialDate
from casefiles.domain.figures import Figure
from casefiles.domain.ledger import Ledger, Line, ledger_of
from casefiles.domain.moment import Moment
from casefiles.domain.problems import NotFound
from casefiles.domain.reconciled import Counted
from casefiles.domain.reported import Reported, with_inherited
from casefiles.domain.speakers import SpeakerKind
from casefiles.names.fold import fold
from casefiles.storage import figures as stored
from casefiles.storage import lookups, tables
from casefiles.storage.past_figures import figures_at
from casefiles.workspace import figure_people, list_words
from casefiles.workspace.desk import Desk
from casefiles.workspace.figure_views import (
    BlockView,
    BreakdownView,
    DayView,
    FigureQuote,
    LedgerView,
    LineView,
    StepView,
    TotalFound,
    TrendView,
)
from casefiles.workspace.figure_words import breakdown_view, line_view, row_of, source_words, told
from casefiles.workspace.moments import say_moment
from casefiles.workspace.shown_cases import situation_names
from casefiles.workspace.views import QuoteView

_TITLES: dict[SpeakerKind, str] = {
    SpeakerKind.OFFICIAL: "Official",
    SpeakerKind.PRESS: "Press",
    SpeakerKind.FAMILY: "Family",
    SpeakerKind.OTHER: "Others",
    SpeakerKind.NOT_STATED: "Kind of speaker not stated",
}
"""The blocks of a day, in their order."""


def ledger(desk: Desk, situation: str, moment: Moment) -> LedgerView:
    """Return the ledger of one situation, or of all."""
    figures = known_figures(desk, moment)
    whole = ledger_of(figures, moment.learned)
    shown = {uuid: one for uuid, one in whole.lines.items() if situation in {"", one.reported.situation}}
    counted = figure_people.counted(desk, [one.reported for one in shown.values()], moment)
    page = _Page(desk, whole, counted, situation_names(desk, moment))
    over = [one for one in figures if one.uuid not in whole.lines and (not situation or one.situation == situation)]
    lines = {uuid: page.line(uuid) for uuid in shown}
    return LedgerView(
        tuple(page.days(lines)),
        tuple(_trend(page, series) for series in whole.trends if series[0].uuid in shown),
        tuple(page.ended(figure, figures) for figure in over),
        tuple(uuid for uuid, line in lines.items() if _has_gap(line)),
        "" if lines else _nothing(desk, moment),
    )


def people(desk: Desk, uuid: str, moment: Moment, part: str, row: tuple[str, str]) -> list[int]:
    """Return the keys of the cases behind our number for a total, or behind one row of its breakdown."""
    found = figure_people.behind(desk, _reported(desk, uuid, moment), moment, part)
    by, label = row
    return [one.key for one in found if not by or row_of(by, one.part, one.happened, one.origin)[-1] == label]


def breakdown(desk: Desk, uuid: str, by: str, moment: Moment) -> BreakdownView:
    """Return our people behind a total, told apart by state or month."""
    return breakdown_view(by, figure_people.told_apart(desk, _reported(desk, uuid, moment), moment))


def of_source(desk: Desk, source_id: int, moment: Moment) -> list[FigureQuote]:
    """Return the quotes of a source that say a total."""
    quotes = stored.quotes_of_source(desk.book.database, source_id)
    if not quotes:
        return []
    lines = {one.uuid: one for one in known_figures(desk, moment)}
    found = [row for row in quotes if row.figure in lines]
    return [
        FigureQuote(
            row.figure, _short(lines, row.figure), QuoteView(source_id, row.start, row.end, row.quote, row.role)
        )
        for row in found
    ]


def find(desk: Desk, typed: str) -> list[TotalFound]:
    """Return the totals that stand and whose sentence has the words typed, the last entered first."""
    known = {one.uuid: one for one in stored.load_figures(desk.book.database)}
    wanted = fold(typed).split()
    standing = [one for one in reversed(known.values()) if not one.replaced_on]
    sentences = [TotalFound(one.uuid, told(with_inherited(one, known))) for one in standing]
    return [one for one in sentences if all(f" {word}" in f" {fold(one.text)}" for word in wanted)]


def known_figures(desk: Desk, moment: Moment) -> list[Figure]:
    """Return all totals that were known at a moment, those that no longer stood then as well."""
    database = desk.book.database
    here = stored.load_figures(database) if moment.recorded is None else figures_at(database, moment.recorded)
    day = moment.learned.isoformat() if moment.learned else ""
    return [one for one in here if not day or one.learned_on <= day]


def _reported(desk: Desk, uuid: str, moment: Moment) -> Reported:
    figures = {one.uuid: one for one in known_figures(desk, moment)}
    if uuid not in figures:
        raise NotFound("That total is not in this casebook.", "Look again.")
    return with_inherited(figures[uuid], figures)


def _short(figures: Mapping[str, Figure], uuid: str) -> str:
    one = with_inherited(figures[uuid], figures)
    return f"{one.text} {one.measure.text}"


def _has_gap(line: LineView) -> bool:
    left = [found for found in (line.left, line.people.left if line.people else None) if found]
    return any(low > 0 for low, _ in left) or any(
        flag.startswith(("parts exceed", "more people")) for flag in line.flags
    )


def _nothing(desk: Desk, moment: Moment) -> str:
    if moment.is_now:
        return "No totals are reported yet."
    if moment.learned is None:
        return f"No totals had been {say_moment(desk, moment).removeprefix('as ')}."
    day = list_words.say_day(moment.learned.isoformat())
    first = min((one.learned_on for one in stored.load_figures(desk.book.database)), default="")
    after = f"; the first was learned on {list_words.say_day(first)}" if first > moment.learned.isoformat() else ""
    return f"No totals had been learned by {day}{after}."


@dataclass(frozen=True)
class _Page:
    """What the lines of one ledger are put into words from."""

    desk: Desk
    whole: Ledger
    counted: Mapping[str, Counted]
    situations: Mapping[str, str]

    def line(self, uuid: str) -> LineView:
        """Return one total in words."""
        line = self.whole.lines[uuid]
        return line_view(self.desk, line, self._situation(line), self.counted.get(uuid), self._depth(line))

    def ended(self, figure: Figure, figures: Iterable[Figure]) -> LineView:
        """Return a total that no longer stands in words."""
        known = {one.uuid: one for one in figures}
        line = Line(with_inherited(figure, known))
        return line_view(self.desk, line, self._situation(line), None, 0)

    def days(self, lines: Mapping[str, LineView]) -> Iterable[DayView]:
        """Gather lines by day, newest first, and then by who says them."""
        by_day: dict[str, list[LineView]] = {}
        for line in lines.values():
            by_day.setdefault(line.as_of, []).append(line)
        for as_of in sorted(by_day, key=_day_order, reverse=True):
            blocks = [_block(kind, [line for line in by_day[as_of] if line.kind is kind]) for kind in _TITLES]
            text = list_words.say_day(as_of) or "Day not known"
            yield DayView(as_of, text, tuple(block for block in blocks if block.lines))

    def _situation(self, line: Line) -> str:
        return self.situations.get(line.reported.situation, "")

    def _depth(self, line: Line) -> int:
        depth, at = 0, line
        while self._is_below(at):
            depth, at = depth + 1, self.whole.lines[at.reported.whole]
        return depth

    def _is_below(self, line: Line) -> bool:
        """Tell whether a total is shown below its whole: on the same day, by the same kind of speaker."""
        whole = self.whole.lines.get(line.reported.whole)
        return whole is not None and _place(whole.reported) == _place(line.reported)


def _place(one: Reported) -> tuple[str, SpeakerKind, str]:
    return one.as_of, one.kind, one.situation


def _day_order(as_of: str) -> tuple[bool, tuple[object, ...]]:
    return (bool(as_of), PartialDate.parse_edtf(as_of).sort_key if as_of else ())


def _block(kind: SpeakerKind, lines: Sequence[LineView]) -> BlockView:
    """Put parts below their wholes."""
    below: dict[str, list[LineView]] = {}
    for line in lines:
        below.setdefault(line.part_of if line.depth else "", []).append(line)
    ordered: list[LineView] = []
    waiting = below.get("", [])[::-1]
    while waiting:
        line = waiting.pop()
        ordered.append(line)
        waiting += below.get(line.uuid, [])[::-1]
    return BlockView(kind, _TITLES[kind], tuple(ordered))


def _trend(page: _Page, series: Sequence[Reported]) -> TrendView:
    first = series[0]
    steps = tuple(
        StepView(
            one.uuid,
            one.as_of,
            list_words.say_day(one.as_of),
            one.text,
            one.bounds.low,
            one.bounds.high,
            one.number.is_about,
            one.said_by,
            _source_key(page.desk, one),
            source_words(one),
        )
        for one in series
    )
    return TrendView(first.measure.text, first.population, first.kind, first.figure.unit, first.figure.breakdown, steps)


def _source_key(desk: Desk, one: Reported) -> int | None:
    """Return the key of the source that a total rests on."""
    return lookups.key_of(desk.book.database, tables.Source, one.source.uuid) if one.source else None
