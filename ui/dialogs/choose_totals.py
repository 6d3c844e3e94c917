"""Finding reported totals by words, and ticking some of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.choices import wide_tick
from ui.widgets.editors import LineEditor
from ui.widgets.growing import GrowingColumn, scrolled
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.figure_views import TotalFound
    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.choices import YesNo

_OFFERED: Final = 100


class ChooseTotals(QWidget):
    """Finds totals as words are typed; what is ticked stays ticked.

    Args:
        session: the open casebook.
        theme: the theme in force.

    Attributes:
        chosen: the UUIDs of those ticked, in the order of ticking.
    """

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.chosen: dict[str, None] = {}
        self._session = session
        self._theme = theme
        words = LineEditor(theme, self.tr("Total"), self.tr("Type what, who, where or by whom"))
        self._totals = GrowingColumn(theme, self.tr("No total that stands says this."), gap=4)
        column = QVBoxLayout(self)
        Spacing(theme, column, (0, 12, 0, 0), 8)
        column.addWidget(words)
        column.addWidget(scrolled(theme, self._totals, self.tr("Totals found")), 1)
        line = words.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self._search)
        self._search("")

    def _search(self, typed: str) -> None:
        figures = self._session.casebook.figures
        self._session.tasks.search("choose-totals", partial(figures.find, typed), self._show, self)

    def _show(self, found: Sequence[TotalFound]) -> None:
        self._totals.show_parts([partial(self._choice, one) for one in found[:_OFFERED]])

    def _choice(self, total: TotalFound) -> YesNo:
        return wide_tick(self._theme, total.text, total.uuid, self.chosen)
