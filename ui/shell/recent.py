"""Recent searches: what somebody stayed with is kept in the casebook, and offered below the empty search box."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.recent_searches import RecentSearches

_RELEASE, _PRESS = QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress


class Recent(QObject):
    """The recent searches of the open casebook.

    Args:
        theme: the theme in force.
        session: the open casebook.
        box: the search box.
        owner: where the list of them stands, above all else.
    """

    def __init__(self, theme: Theme, session: Session, box: QLineEdit, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._box = box
        self._theme = theme
        self._owner = owner
        box.installEventFilter(self)
        box.returnPressed.connect(self.remember)

    @cached_property
    def offered(self) -> RecentSearches:
        """The list of them."""
        from ui.widgets.recent_searches import RecentSearches

        session = self._session
        self._box.removeEventFilter(self)
        offered = RecentSearches(self._theme, self._box, self._recall, self._owner)
        offered.chosen.connect(self._box.setText)
        offered.forget_requested.connect(lambda: session.edit(session.casebook.recent_searches.forget))
        return offered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the list when it may be wanted first, by a click or by Down, and let it see what was done."""
        kind = event.type()
        is_asked = kind == _RELEASE or (
            kind == _PRESS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        )
        return is_asked and self.offered.eventFilter(watched, event)

    def remember(self) -> None:
        """Keep what stands in the box: somebody stayed with it."""
        self._session.casebook.recent_searches.remember(self._box.text())

    def _recall(self) -> list[str]:
        return self._session.tasks.now(self._session.casebook.recent_searches.all) or []
