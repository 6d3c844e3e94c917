"""What an officer does with reported totals: each act opens its dialog, or is done at once and can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.totals.wording import heading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from casefiles.workspace.figure_views import LineView
    from ui.session import Session
    from ui.theme.theme import Theme


class TotalActs(QObject):
    """The acts on reported totals.

    Signals:
        added: the UUID of a total that was entered just now, the first of a sheet.

    Args:
        session: the open casebook.
        theme: the theme in force.
        page: over which dialogs open.
    """

    added = Signal(str)

    def __init__(self, session: Session, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._page = page

    def add(self, situation: str) -> None:
        """Ask for a whole answer."""
        from ui.dialogs.figure_sheet import FigureSheet

        sheet = FigureSheet(self._session, self._theme, situation, parent=self._page)
        sheet.added.connect(self._tell)
        sheet.open()

    def edit(self, line: LineView) -> None:
        """Ask how a total should have been entered."""
        from ui.dialogs.figure_sheet import EditTotal

        EditTotal(self._session, self._theme, line, self._page).open()

    def replace(self, line: LineView) -> None:
        """Ask for the total that takes another's place, and why."""
        from ui.dialogs.figure_sheet import ReplaceTotal

        sheet = ReplaceTotal(self._session, self._theme, line, self._page)
        sheet.added.connect(self._tell)
        sheet.open()

    def set_aside(self, line: LineView) -> None:
        """Ask why a total is to stand no longer."""
        figures = self._session.casebook.figures
        title = self.tr("Set aside: {what}").format(what=heading_of(line))
        self._ask(title, self.tr("Set aside"), partial(figures.withdraw, line.uuid))

    def take_back(self, line: LineView) -> None:
        """Let a total stand again."""
        self._session.edit(partial(self._session.casebook.figures.take_back, line.uuid))

    def remove(self, line: LineView) -> None:
        """Take out a total that was entered by mistake; undo brings it back."""
        self._session.edit(partial(self._session.casebook.figures.remove, line.uuid))

    def note_gap(self, uuid: str, owner: str, note: str) -> None:
        """Keep who follows up a gap, and what was found."""
        self._session.edit(partial(self._session.casebook.figures.note_gap, uuid, owner, note))

    def show_words(self, line: LineView, place: int = 0) -> None:
        """Show a total's quote in its source, or the source where there is no quote."""
        if line.quotes:
            quote = line.quotes[place]
            self._session.show_source.emit(quote.source_id, quote.start, quote.end)
        elif line.source_id is not None:
            self._session.show_source.emit(line.source_id, -1, -1)

    def _ask(self, title: str, accept: str, act: Callable[[str], object]) -> None:
        from ui.dialogs.reason import ReasonDialog

        ReasonDialog(self._session, self._theme, title, accept, act, parent=self._page).open()

    def _tell(self, uuids: Sequence[str]) -> None:
        self.added.emit(next(iter(uuids), ""))
