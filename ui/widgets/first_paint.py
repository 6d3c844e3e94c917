"""The one place to wait for a first paint: what need not be there before it is made after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from ui.widgets.people_list import PeopleList

_PAUSE_MS: Final = 20
"""Keys that were pressed meanwhile go first."""


class FirstPaint(QObject):
    """Tells once that a list has been painted; at once if it is hidden, for then there is nothing to wait for.

    Signals:
        done: the list has been painted.

    Args:
        people: what is to be painted; it tells so itself, for Qt takes long to look for the widget inside it.
    """

    done = Signal()

    def __init__(self, people: PeopleList) -> None:
        super().__init__(people)
        self._people = people
        if people.isVisible():
            people.painted.connect(self._painted)
        else:
            QTimer.singleShot(0, self, self.done.emit)

    def _painted(self) -> None:
        """Look no more after the first painting, and tell of it a moment after it is over."""
        self._people.painted.disconnect(self._painted)
        QTimer.singleShot(_PAUSE_MS, self, self.done.emit)
