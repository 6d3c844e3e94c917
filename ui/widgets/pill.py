"""The status pill: what a case's status is, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from ui.widgets.focus_ring import paint_focus_ring
from ui.widgets.labels import plain_tip
from ui.widgets.pill_paint import paint_pill, pill_height, pill_width

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.models.faces import PillFace
    from ui.theme.theme import Theme

_RING_ROOM: Final = 3
_BY_KEYBOARD: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Pill(QLabel):
    """A status pill; who said it is told on hover, on focus and to screen readers.

    It is a label whose text is the pill's words, so screen readers and tests read it as such.
    """

    def __init__(self, theme: Theme, face: PillFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_face(face)
        theme.changed.connect(self.updateGeometry)

    @property
    def face(self) -> PillFace:
        """What the pill shows."""
        return self._face

    def show_face(self, face: PillFace) -> None:
        """Show another status."""
        self._face = face
        self.setText(face.words)
        self.setToolTip(plain_tip(face.details))
        self.setAccessibleDescription(face.details)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if face.details else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole pill and the ring around it."""
        return QSize(pill_width(self._theme, self._face) + 2 * _RING_ROOM, pill_height(self._theme) + 2 * _RING_ROOM)

    def minimumSizeHint(self) -> QSize:
        """A pill may be shortened, not squeezed in height."""
        return QSize(self.sizeHint().height() * 2, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show on arrival by keyboard what the mouse shows on hover."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the details away again."""
        super().focusOutEvent(event)
        QToolTip.hideText()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill as lists do, and the ring when the keyboard is here."""
        painter = QPainter(self)
        room = self.rect().adjusted(_RING_ROOM, _RING_ROOM, -_RING_ROOM, -_RING_ROOM)
        width = paint_pill(painter, self._theme, self._face, room, self.layoutDirection())
        if self.hasFocus():
            ring = QRect(0, 0, width + 2 * _RING_ROOM, self.height())
            turned = self.style().visualRect(self.layoutDirection(), self.rect(), ring)
            paint_focus_ring(painter, self._theme, turned, self.height() / 2)
        painter.end()
