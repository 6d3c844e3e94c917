"""Recent searches: what somebody stayed with is kept in the casebook, and offered below the empty search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.widgets.recent_searches import RecentSearches

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from ui.session import Session
    from ui.theme.theme import Theme


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
        self.offered = RecentSearches(theme, box, self._recall, owner)
        self.offered.chosen.connect(box.setText)
        self.offered.forget_requested.connect(lambda: session.edit(session.casebook.recent_searches.forget))
        box.returnPressed.connect(self.remember)

    def remember(self) -> None:
        """Keep what stands in the box: somebody stayed with it."""
        self._session.casebook.recent_searches.remember(self._box.text())

    def _recall(self) -> list[str]:
        return self._session.tasks.now(self._session.casebook.recent_searches.all) or []
