"""The reported totals that a source says: their quotes in the text, and entering more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casefiles.workspace.entries import Words
from ui.reader.proposing import propose_totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casefiles.domain.changes import Changes
    from casefiles.workspace.figure_views import FigureQuote
    from casefiles.workspace.views import SourceView
    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.source_reader import Stretch


class TotalsSaid(QObject):
    """The totals of the source that is read.

    Args:
        session: the open casebook.
        theme: the theme in force.
        pane: the reader, over which the sheet opens.
    """

    def __init__(self, session: Session, theme: Theme, pane: QWidget) -> None:
        super().__init__(pane)
        self._session = session
        self._theme = theme
        self._pane = pane
        self._view: SourceView | None = None
        self._quotes: Sequence[FigureQuote] = ()

    def load(self, view: SourceView, case_id: int | None) -> None:
        """Find the totals a source says; none while only one person's quotes are looked at."""
        self._view = view
        self._quotes = (
            () if case_id is not None else self._session.casebook.figures.of_source(view.id, self._session.moment)
        )

    def stretches(self) -> list[Stretch]:
        """Return where their quotes stand, as far as the text has their words."""
        text = self._view.text if self._view is not None else ""
        quotes = (one.quote for one in self._quotes)
        return [(one.start, one.end) for one in quotes if text[one.start : one.end] == one.quote]

    def told(self, start: int, end: int) -> str:
        """Say which totals these words say; empty for none."""
        found = [one.text for one in self._quotes if (one.quote.start, one.quote.end) == (start, end)]
        if not found:
            return ""
        return self.tr("These words say: {totals}.").format(totals="; ".join(dict.fromkeys(found)))

    def concerned(self, changes: Changes) -> bool:
        """Tell whether a change may be about totals."""
        return any(table.startswith("figure") for table, _ in changes.rows)

    def open_sheet(self, start: int, end: int) -> None:
        """Ask for the totals that these words say."""
        if self._view is None or not self._session.may_edit():
            return
        from ui.dialogs.figure_sheet import FigureSheet

        words, proposed = Words(self._view.id, start, end), propose_totals(self._view.text[start:end])
        FigureSheet(self._session, self._theme, words=words, proposed=proposed, parent=self._pane).open()
