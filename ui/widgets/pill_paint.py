"""How a status pill is drawn: one hand for the widget and for the rows of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from casefiles.domain.certainty import Certainty
from casefiles.domain.status import Group
from ui.theme.tokens import PILL_HEIGHT
from ui.theme.typography import Role
from ui.widgets.text_paint import paint_text

if TYPE_CHECKING:
    from ui.models.faces import PillFace
    from ui.theme.theme import Theme

_PADDING: Final = 8
_ICON: Final = 13
_GAP: Final = 4
_CUT: Final = 2
_DASHES: Final = (3.0, 2.0)


class _Part(NamedTuple):
    """One stretch of a pill: the leading word of a dispute, or a status."""

    tone: str
    icon: str
    text: str
    bare: int
    words: int

    @property
    def width(self) -> int:
        return self.bare + self.words


def pill_height(theme: Theme) -> int:
    """How tall every pill is."""
    return theme.px(PILL_HEIGHT)


def pill_width(theme: Theme, face: PillFace) -> int:
    """How wide a pill is when nothing is cut off."""
    parts = _parts(theme, face)
    return sum(part.width for part in parts) + _CUT * (len(parts) - 1)


def paint_pill(painter: QPainter, theme: Theme, face: PillFace, room: QRect, direction: Qt.LayoutDirection) -> int:
    """Draw a pill at the leading edge of `room`, shortened to fit in it; returns the width it took."""
    parts = _fitted(theme, _parts(theme, face), room.width())
    width = sum(part.width for part in parts) + _CUT * (len(parts) - 1)
    height = pill_height(theme)
    whole = QRect(room.left(), room.center().y() - height // 2 + 1, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    start = whole.left()
    for part in parts:
        logical = QRect(start, whole.top(), part.width, height)
        _paint_part(painter, theme, face, part, _Place(room, whole, logical, direction))
        start += part.width + _CUT
    painter.restore()
    return width


class _Place(NamedTuple):
    """Where a part is drawn, told from the leading edge and turned for the direction of writing."""

    room: QRect
    whole: QRect
    part: QRect
    direction: Qt.LayoutDirection

    def turned(self, logical: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.room, logical)


def _parts(theme: Theme, face: PillFace) -> list[_Part]:
    shown = [(half.tone, half.icon, half.text) for half in face.halves]
    if face.lead:
        shown.insert(0, (Group.NOT_KNOWN.value, "split", face.lead))
    bare = theme.px(2 * _PADDING + _ICON + _GAP)
    return [_Part(*each, bare, _advance(theme, each[2])) for each in shown]


def _advance(theme: Theme, text: str) -> int:
    return int(theme.metrics(Role.PILL, text).horizontalAdvance(text)) + 2


def _fitted(theme: Theme, parts: list[_Part], room: int) -> list[_Part]:
    """The parts with their words shortened alike until they fit."""
    words = sum(part.words for part in parts)
    spare = room - sum(part.bare for part in parts) - _CUT * (len(parts) - 1)
    if words <= spare:
        return parts
    return [_shortened(theme, part, max(0, part.words * spare // words)) for part in parts]


def _shortened(theme: Theme, part: _Part, room: int) -> _Part:
    metrics = theme.metrics(Role.PILL, part.text)
    text = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, room)
    return _Part(part.tone, part.icon, text, part.bare, room)


def _paint_part(painter: QPainter, theme: Theme, face: PillFace, part: _Part, place: _Place) -> None:
    outline = _outline(place, theme.look.border)
    if face.certainty is not Certainty.DESK:
        painter.fillPath(outline, theme.fill(part.tone))
    painter.strokePath(outline, _pen(theme, face.certainty, part.tone))
    box = place.part
    icon = QRect(box.left() + theme.px(_PADDING - 1), 0, theme.px(_ICON), theme.px(_ICON))
    icon.moveTop(box.center().y() - icon.height() // 2 + 1)
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(place.turned(icon).topLeft(), theme.pixmap(part.icon, part.tone, _ICON, ratio))
    words = QRect(icon.right() + 1 + theme.px(_GAP), box.top(), part.words, box.height())
    paint_text(painter, theme, part.text, place.turned(words), place.direction, role=Role.PILL, ink=part.tone)


def _outline(place: _Place, line: int) -> QPainterPath:
    """The pill's rounded shape, cut straight where another part follows."""
    inset = line / 2
    whole = QRectF(place.turned(place.whole)).adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    path.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
    if place.part == place.whole:
        return path
    stretch = QPainterPath()
    stretch.addRect(QRectF(place.turned(place.part)).adjusted(inset, 0, -inset, 0))
    return path.intersected(stretch)


def _pen(theme: Theme, certainty: Certainty, tone: str) -> QPen:
    ink = theme.colour("field_border" if certainty is Certainty.DESK else tone)
    pen = QPen(ink, theme.look.border)
    if certainty is Certainty.REPORTED:
        pen.setDashPattern(_DASHES)
    return pen
