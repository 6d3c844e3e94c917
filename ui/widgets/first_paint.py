"""The one place to wait for a first paint: what need not be there before it is made after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PAUSE_MS: Final = 20
"""Keys that were pressed meanwhile go first."""


class FirstPaint(QObject):
    """Tells once that a widget has been painted; at once if it is hidden, for then there is nothing to wait for.

    Signals:
        done: the widget has been painted.

    Args:
        widget: what is to be painted.
    """

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        if widget.isVisible():
            widget.installEventFilter(self)
        else:
            QTimer.singleShot(0, self, self.done.emit)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look no more after the first painting, and tell of it a moment after it is over."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(_PAUSE_MS, self, self.done.emit)
        return False
