"""The saved searches in the sidebar: how many people each finds, and what an officer does with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.saved_searches import Counted, SavedSearch
    from ui.session import Session
    from ui.shell.sidebar import Sidebar
    from ui.theme.theme import Theme


class Saved(QObject):
    """The saved searches of the open casebook.

    Signals:
        listed: they are others than before.

    Attributes:
        all: the saved searches, in their order.

    Args:
        theme: the theme in force.
        session: the open casebook.
        sidebar: where they are shown.
        searched: returns what is searched now, as a text.
        owner: over which dialogs open.
    """

    listed = Signal()

    def __init__(
        self, theme: Theme, session: Session, sidebar: Sidebar, searched: Callable[[], str], owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._theme = theme
        self._session = session
        self._sidebar = sidebar
        self._searched = searched
        self._owner = owner
        self.all: list[SavedSearch] = []
        self._counts: dict[str, Counted] = {}
        self._uncounted: list[str] = []
        self._acts: dict[str, Callable[[SavedSearch], None]] = {
            "show": lambda one: session.show_found.emit(one.text, ""),
            "rename": self._rename,
            "change": self._change,
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "remove": self._remove,
        }
        session.changed.connect(lambda _: self.look())
        session.moment_changed.connect(self._forget_counts)
        sidebar.saved_asked.connect(self._do)
        sidebar.saved_menu_asked.connect(self._offer)

    def look(self) -> None:
        """Read which searches there are, and count anew whom each finds."""
        self._session.tasks.search("saved", self._session.casebook.saved_searches.all, self._take)

    def save(self) -> None:
        """Ask for the name under which to keep what is searched now."""
        from ui.dialogs.save_search import SaveSearchDialog

        SaveSearchDialog(self._session, self._theme, self._searched(), self._owner).open()

    def shown_by(self, text: str) -> str:
        """Return the UUID of the first saved search with a text; empty for none."""
        return next((one.uuid for one in self.all if one.text == text.strip()), "")

    # counting

    def _take(self, found: list[SavedSearch]) -> None:
        self.all = found
        self._counts = {one.text: self._counts[one.text] for one in found if one.text in self._counts}
        self._uncounted = list(dict.fromkeys(one.text for one in found))
        self._show()
        self.listed.emit()
        self._count_next()

    def _count_next(self) -> None:
        """Count one after the other, each asked for when the last is known: somebody who types comes in between."""
        moment = self._session.moment
        if self._uncounted and not moment.asks_both:  # to ask both is to read every case: too slow beside a list
            text, count = self._uncounted.pop(0), self._session.casebook.saved_searches.count
            work, then = partial(count, text, moment), partial(self._take_count, text)
            self._session.tasks.search("saved, how many", work, then)

    def _take_count(self, text: str, counted: Counted) -> None:
        self._counts[text] = counted
        self._show()
        self._count_next()

    def _forget_counts(self) -> None:
        self._counts.clear()
        self.look()

    def _show(self) -> None:
        self._sidebar.show_saved([(one, self._counts.get(one.text)) for one in self.all])

    # acts

    def _do(self, act: str, uuid: str) -> None:
        found = next((one for one in self.all if one.uuid == uuid), None)
        if found is not None and (act == "show" or self._session.may_edit()):
            self._acts[act](found)

    def _offer(self, uuid: str, place: QPoint) -> None:
        """Offer in a menu what can be done with a saved search."""
        text = self._searched().strip()
        order = [one.uuid for one in self.all]
        may = self._session.moment.is_now
        differs = bool(text) and self.shown_by(text) != uuid
        offered = (
            ("show", self.tr("Show"), "", True),
            ("rename", self.tr("Rename…"), "F2", may),
            ("change", self.tr("Change to what is searched now"), "", may and differs),
            ("up", self.tr("Move up"), "Alt+Up", may and order[:1] != [uuid]),
            ("down", self.tr("Move down"), "Alt+Down", may and order[-1:] != [uuid]),
            ("remove", self.tr("Remove"), "Del", may),
        )
        menu = QMenu(self._owner)
        menu.setAccessibleName(self.tr("Saved search"))
        menu.aboutToHide.connect(menu.deleteLater)
        for act, words, keys, can_be in offered:
            action = menu.addAction(words)
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(can_be)
            action.triggered.connect(partial(self._do, act, uuid))
        menu.popup(place)

    def _rename(self, one: SavedSearch) -> None:
        from ui.dialogs.save_search import RenameSearchDialog

        RenameSearchDialog(self._session, self._theme, one, self._owner).open()

    def _change(self, one: SavedSearch) -> None:
        text = self._searched()
        self._session.edit(lambda: self._session.casebook.saved_searches.change(one.uuid, text))

    def _move(self, steps: int, one: SavedSearch) -> None:
        self._session.edit(lambda: self._session.casebook.saved_searches.move(one.uuid, steps))

    def _remove(self, one: SavedSearch) -> None:
        self._session.edit(lambda: self._session.casebook.saved_searches.remove(one.uuid))
