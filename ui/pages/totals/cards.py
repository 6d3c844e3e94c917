"""What the detail tells of a total besides our people: its words, its parts, what does not fit, its trend."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.totals.section import Section, in_line, link
from ui.pages.totals.trend import TrendChart
from ui.pages.totals.wording import begun, heading_of, sum_face
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.labels import Drawing, Label
from ui.widgets.pill import Pill
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import LedgerView, LineView, TrendView
    from ui.theme.theme import Theme

_TOP = Qt.AlignmentFlag.AlignTop


class WordsCard(Section):
    """The words that say a total; each quote leads to its place in the source.

    Signals:
        quote_requested: the total and which of its quotes.
    """

    quote_requested = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "The words that say it"))
        self._theme = theme

    def show_line(self, line: LineView) -> None:
        """Show the words of a total."""
        self.show_content((line.uuid, line.quotes, line.source, line.wording), lambda: self._parts(line))

    def _parts(self, line: LineView) -> Iterator[QWidget]:
        for place, quote in enumerate(line.quotes):
            yield Banner(self._theme, quote.quote, "quote")
            name = self.tr("Open at the quote: {words}").format(words=quote.quote)
            yield self._source(line, place, self.tr("Open at the quote"), name)
        if not line.quotes and line.wording:
            yield Label(self._theme, f"“{line.wording}”", wrap=True)
        if not line.quotes and line.source_id is not None:
            yield self._source(line, 0, self.tr("Open the source"), self.tr("Open the source"))
        if line.source_id is None:
            yield Label(self._theme, self.tr("Desk entry, no source"), ink="muted", wrap=True)

    def _source(self, line: LineView, place: int, words: str, name: str) -> QWidget:
        source = Label(self._theme, line.source, Role.META, "muted", wrap=True)
        act = link(self._theme, words, name, partial(self.quote_requested.emit, line, place), "quote")
        return in_line(self._theme, source, act, stretch=0)


class PartsCard(Section):
    """The parts of a total with their sum spelled out, and the total it is part of itself.

    Signals:
        total_requested: the UUID of another total.
    """

    total_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "Its parts"))
        self._theme = theme

    def show_line(self, line: LineView, view: LedgerView) -> None:
        """Show the parts of a total."""
        known = {one.uuid: one for one in view.lines}
        parts = [known[uuid] for uuid in line.parts if uuid in known]
        whole = known.get(line.part_of)
        content = (
            line.uuid,
            line.why,
            line.sum_text,
            line.closes,
            [_named(one) for one in parts],
            whole and whole.uuid,
        )
        self.show_content(content, lambda: self._parts(line, parts, whole))
        self.set_title(self.tr("Its parts") if parts else self.tr("Where it belongs"))

    def _parts(self, line: LineView, parts: list[LineView], whole: LineView | None) -> Iterator[QWidget]:
        if parts:
            face = sum_face(line)
            if face is not None:
                yield Pill(self._theme, face)
            yield Label(self._theme, line.why, wrap=True)
        for part in parts:
            yield self._link(part, _named(part))
        if whole is not None:
            yield self._link(whole, self.tr("Part of {total}").format(total=heading_of(whole)))

    def _link(self, line: LineView, words: str) -> QWidget:
        return in_line(self._theme, link(self._theme, words, words, partial(self.total_requested.emit, line.uuid)))


def _named(line: LineView) -> str:
    inside = QCoreApplication.translate("Totals", ", inside another part") if line.nesting == "nested" else ""
    return f"{heading_of(line)}{inside}"


class FlagsCard(Section):
    """What does not fit, in sentences; shown and never mended."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "What does not fit"))
        self._theme = theme

    def show_line(self, line: LineView) -> None:
        """Show the flags of a total."""
        self.show_content((line.uuid, line.flags), lambda: (self._flag(flag) for flag in line.flags))

    def _flag(self, flag: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        Spacing(self._theme, row, gap=8)
        row.addWidget(Drawing(self._theme, "triangle-alert", "warning"), alignment=_TOP)
        row.addWidget(Label(self._theme, f"{begun(flag)}.", wrap=True), 1, _TOP)
        return box


class TrendCard(Section):
    """The same total day after day, drawn as steps, each with its source.

    Signals:
        total_requested: the UUID of a step.
    """

    total_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "Day by day"))
        self._theme = theme

    def show_trend(self, uuid: str, trend: TrendView | None) -> None:
        """Show the trend a total is a step of; nothing for a single step."""
        several = trend is not None and len(trend.steps) > 1
        self.show_content((uuid, trend), lambda: self._parts(uuid, trend) if trend and several else ())

    def _parts(self, uuid: str, trend: TrendView) -> Iterator[QWidget]:
        yield TrendChart(self._theme, trend, uuid)
        for step in reversed(trend.steps):
            words = self.tr("{number} as of {day}").format(number=step.number, day=step.day)
            source = Label(self._theme, step.source or step.speakers, Role.META, "muted", wrap=True)
            act = link(self._theme, words, f"{words}: {step.speakers}", partial(self.total_requested.emit, step.uuid))
            yield in_line(self._theme, act, source, stretch=1)
