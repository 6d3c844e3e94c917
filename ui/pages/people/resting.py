"""When a case is opened, and what is built before: never in the way of typing or of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

REST_MS: Final = 150


class Resting(QObject):
    """What comes alone goes through at once; of what comes fast, only the last, once it rests.

    Keeps a page from building every case that typing or a held arrow key passes by. Nothing goes through before
    `settle` was called for the first time: there is nothing yet to show a case on.

    Signals:
        went: the case to show, or None.

    Args:
        parent: the owner.
    """

    went = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: list[int | None] = []
        self._is_ready = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._go_if_ready)

    def go(self, case_id: int | None) -> None:
        """Go to a case: now if nothing came just before, else when nothing came for a while."""
        self._waiting = [case_id]
        if self._is_ready and not self._rest.isActive():
            self.settle()
        self._rest.start()

    def hold(self) -> None:
        """Wait a while: more is coming, such as the next letter of a search."""
        self._rest.start()

    def settle(self) -> None:
        """Go at last, if anything waits."""
        self._is_ready = True
        waiting, self._waiting = self._waiting, []
        for case_id in waiting:
            self.went.emit(case_id)

    def _go_if_ready(self) -> None:
        if self._is_ready:
            self.settle()

    def forget(self) -> None:
        """Go nowhere: a case was chosen otherwise."""
        self._waiting = []


def in_turn(owner: QObject, steps: Sequence[Callable[[], object]], after_ms: int) -> None:
    """Do each step after a pause, in which keys and painting go first."""

    def go_on() -> None:
        steps[0]()
        in_turn(owner, steps[1:], after_ms)

    if steps:
        QTimer.singleShot(after_ms, owner, go_on)
