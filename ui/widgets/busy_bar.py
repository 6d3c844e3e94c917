"""The thin bar that shows something is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent

    from ui.theme.theme import Theme

PATIENCE_MS: Final = 300
_FRAME_MS: Final = 33
_FRAMES: Final = 45
_LENGTH: Final = 0.3


class BusyBar(QWidget):
    """A short stretch running along a thin line, seen only when work takes longer than a moment.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frame = 0
        self._moving = False
        self.setFixedHeight(3)
        self.setAccessibleName(self.tr("Working"))
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._begin_to_move)
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._step)

    @property
    def is_moving(self) -> bool:
        """Whether the bar is seen."""
        return self._moving

    def start(self) -> None:
        """Work has begun; the bar shows itself if it is not over soon."""
        if not self._moving and not self._patience.isActive():
            self._patience.start()

    def stop(self) -> None:
        """Work is over."""
        self._moving = False
        self._patience.stop()
        self._clock.stop()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves where nobody looks."""
        self.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stretch where it has got to."""
        if not self._moving:
            return
        done = self._frame / _FRAMES
        start = (done * (1 + _LENGTH) - _LENGTH) * self.width()
        stretch = QRectF(start, 0, _LENGTH * self.width(), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            stretch.moveLeft(self.width() - stretch.right())
        painter = QPainter(self)
        painter.fillRect(stretch, self._theme.colour("accent"))
        painter.end()

    def _begin_to_move(self) -> None:
        self._moving = True
        self._clock.start()
        self.update()

    def _step(self) -> None:
        self._frame = (self._frame + 1) % (_FRAMES + 1)
        self.update()
