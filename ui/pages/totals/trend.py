"""A measure day after day, drawn as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casefiles.domain.dates import PartialDate
from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from casefiles.workspace.figure_views import StepView, TrendView
    from ui.theme.theme import Theme

_HEIGHT: Final = 132
_SIDE: Final = 30
_TOP: Final = 24
_FOOT: Final = 24
_DOT: Final = 4


class TrendChart(QWidget):
    """Steps from day to day; ranges as bars, “about” as an empty dot, the chosen day filled.

    Args:
        theme: the theme in force.
        trend: the steps.
        chosen: the UUID of the step that is looked at.
        parent: the owner.
    """

    def __init__(self, theme: Theme, trend: TrendView, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = trend.steps
        self._chosen = chosen
        self._days = [_ordinal(step) for step in trend.steps]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("{measure}, day by day").format(measure=trend.measure))
        told = (self.tr("{number} as of {day}").format(number=step.number, day=step.day) for step in trend.steps)
        self.setAccessibleDescription("; ".join(told))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as there is room, and always equally high."""
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground line, the steps, and their numbers and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._y(0)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        places = [QPointF(self._x(day), self._y(step.low)) for day, step in zip(self._days, self._steps, strict=True)]
        self._paint_path(painter, places)
        for step, place in zip(self._steps, places, strict=True):
            self._paint_step(painter, step, place)
        self._paint_words(painter, places)
        painter.end()

    def _paint_path(self, painter: QPainter, places: list[QPointF]) -> None:
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(QPointF(place.x(), path.currentPosition().y()))
            path.lineTo(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawPath(path)

    def _paint_step(self, painter: QPainter, step: StepView, place: QPointF) -> None:
        accent, dot = self._theme.colour("accent"), self._theme.px(_DOT)
        if step.high is not None and step.high != step.low:
            painter.setPen(QPen(accent, 4))
            painter.drawLine(place, QPointF(place.x(), self._y(step.high)))
        is_full = step.uuid == self._chosen and not step.about
        painter.setPen(QPen(accent, 2))
        painter.setBrush(accent if is_full else self._theme.colour("panel"))
        painter.drawEllipse(place, dot, dot)

    def _paint_words(self, painter: QPainter, places: list[QPointF]) -> None:
        """Write numbers above and days below, leaving out what would run into its neighbour; the chosen one stays."""
        chosen = next((at for at, step in enumerate(self._steps) if step.uuid == self._chosen), 0)
        order = dict.fromkeys([chosen, len(places) - 1, 0, *range(len(places))])
        taken: dict[Role, list[QRectF]] = {Role.STRONG: [], Role.META: []}
        for at in order:
            step, place = self._steps[at], places[at]
            above = self._y(step.high if step.high is not None else step.low) - self._theme.px(_TOP - 2)
            ink = "text" if at == chosen else "muted"
            for words, top, role in ((step.number, above, Role.STRONG), (step.day, self._y(0) + 3, Role.META)):
                width = self._theme.metrics(role, words).horizontalAdvance(words) + 4
                left = min(max(0.0, place.x() - width / 2), self.width() - width)
                box = QRectF(left, top, width, self._theme.px(18))
                if not any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken[role]):
                    taken[role].append(box)
                    painter.setFont(self._theme.font(role, words))
                    painter.setPen(self._theme.colour(ink))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)

    def _x(self, day: int) -> float:
        side = self._theme.px(_SIDE)
        share = (day - self._days[0]) / ((self._days[-1] - self._days[0]) or 1)
        start = side + share * (self.width() - 2 * side)
        return self.width() - start if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else start

    def _y(self, number: int) -> float:
        ends = [step.high if step.high is not None else step.low for step in self._steps]
        top, foot = self._theme.px(_TOP), self.height() - self._theme.px(_FOOT)
        return foot - number / (max(ends) or 1) * (foot - top - self._theme.px(_DOT))


def _ordinal(step: StepView) -> int:
    day = PartialDate.parse_edtf(step.as_of)
    known = day.earliest or day.latest
    return known.toordinal() if known else 0
