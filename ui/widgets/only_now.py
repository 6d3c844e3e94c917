"""What changes something can be pressed only while now is looked at, and says so where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_IS_PAST: Final = "past"
_OWN_TIP: Final = "tip now"


class _Follower(QObject):
    """Lets a part be used or not whenever it comes into view, for it may be made while the past is looked at."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when a part is shown; the event goes on."""
        if event.type() == QEvent.Type.Show:
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Shut a part that stands where the past is shown, and open it elsewhere."""
        part = self._part
        is_past = any(one.property(_IS_PAST) for one in _around(part))
        own_tip = part.property(_OWN_TIP)
        if is_past == (own_tip is not None):
            return
        part.setEnabled(not is_past)
        part.setProperty(_OWN_TIP, part.toolTip() if is_past else None)
        part.setToolTip(QCoreApplication.translate("OnlyNow", "Back to now to change anything") if is_past else own_tip)


def only_now(*parts: QWidget) -> None:
    """Say of parts that change something that they are of no use while the past is looked at."""
    for part in parts:
        _Follower(part)


def show_past(whole: QWidget, *, is_past: bool) -> None:
    """Shut all parts of a whole that change something, also those still to come, or open them again."""
    whole.setProperty(_IS_PAST, is_past)
    for follower in whole.findChildren(_Follower):
        follower.follow()


def _around(part: QWidget) -> Iterator[QWidget]:
    above = part.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
