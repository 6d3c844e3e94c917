"""Looking at the past: asking for a day, the band that says which one is looked at, and the way back to now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from casefiles.domain.moment import NOW

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from ui.session import Session
    from ui.shell.past_band import PastBand
    from ui.theme.theme import Theme


class Past(QObject):
    """The way to another moment and back, which Esc takes too wherever nothing else wants it.

    Signals:
        left: now is looked at again.

    Args:
        theme: the theme in force.
        session: the open casebook.
        place: where the band comes, above what is last in it.
        owner: over which the dialog opens.
    """

    left = Signal()

    def __init__(self, theme: Theme, session: Session, place: QVBoxLayout, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._session = session
        self._place = place
        self._owner = owner
        session.moment_changed.connect(self._follow)

    def turn(self) -> None:
        """Ask for a day; while one is looked at, go back to now."""
        if self._session.moment.is_now:
            from ui.dialogs.as_of import AsOfDialog

            AsOfDialog(self._session, self._theme, self._owner).open()
        else:
            self.leave()

    def leave(self) -> None:
        """Look at now again."""
        self._session.look_at(NOW)
        self.left.emit()

    @cached_property
    def _band(self) -> PastBand:
        from ui.shell.past_band import PastBand

        band = PastBand(self._theme, self._session, self._owner)
        band.left.connect(self.leave)
        self._place.insertWidget(self._place.count() - 1, band)
        return band

    def _follow(self) -> None:
        window = self._owner.window()
        window.removeEventFilter(self)
        if not self._session.moment.is_now:
            self._band.show()
            window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Go back to now with an Esc that reaches the window: nothing took it, or nothing has the keyboard."""
        is_pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        is_esc = is_pressed and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape
        if is_esc:
            self.leave()
        return is_esc
