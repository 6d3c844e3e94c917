"""Ending when the system or a terminal asks for it, as if the window had been closed."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Ending(QObject):
    """Brings the signals to the event loop: Qt would not let Python hear them.

    Args:
        close: closes everything, asking nothing.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        super().__init__()
        self._close = close
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)  # noqa: FBT003 - the socket takes no name for it
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before = {number: signal.signal(number, lambda *_: None) for number in _SIGNALS}
        self._before_fd = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)

    def stop(self) -> None:
        """Leave the signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in (self._here, self._there):
            end.close()

    def _heard(self) -> None:
        if set(self._here.recv(64)) & {int(number) for number in _SIGNALS}:
            self._close()
