"""What comes alone goes through at once; of what comes fast, only the last, once it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REST_MS: Final = 150


class Resting(QObject):
    """Keeps a page from building every case that typing or a held arrow key passes by.

    Signals:
        went: the case to show, or None.

    Args:
        parent: the owner.
    """

    went = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: list[int | None] = []
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.settle)

    def go(self, case_id: int | None) -> None:
        """Go to a case: now if nothing came just before, else when nothing came for a while."""
        self._waiting = [case_id]
        if not self._rest.isActive():
            self.settle()
        self._rest.start()

    def hold(self) -> None:
        """Wait a while: more is coming, such as the next letter of a search."""
        self._rest.start()

    def settle(self) -> None:
        """Go at last, if anything waits."""
        waiting, self._waiting = self._waiting, []
        for case_id in waiting:
            self.went.emit(case_id)

    def forget(self) -> None:
        """Go nowhere: a case was chosen otherwise."""
        self._waiting = []
