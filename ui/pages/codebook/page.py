"""The codebook: what the words mean, and by which rules this casebook is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from casefiles.domain.codebook import Own
from ui.dialogs.casebook_settings import BodiesCard
from ui.pages.codebook.cards import EntriesCard, SectionCard, TextCard
from ui.theme.typography import Role
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.domain.changes import Changes
    from ui.session import Session
    from ui.theme.theme import Theme

_CARDS: Final = {Own.NOTHING: SectionCard, Own.TEXT: TextCard, Own.TERMS: EntriesCard, Own.DATED: EntriesCard}
_CONFIRMING: Final = "confirming"


class CodebookPage(QWidget):
    """All sections below each other.

    Attributes:
        title: what the window calls the page.
        handlers: what the window's actions do here.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title: str = self.tr("Codebook")
        self.handlers: dict[str, Callable[[], None]] = {"edit": self._edit}
        sections = session.casebook.codebook.sections()
        self._cards = {
            one.section.key: _CARDS[one.section.own](theme, session, one)
            for one in sections
            if one.section.key != _CONFIRMING
        }
        self._bodies = BodiesCard(theme, session)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        Spacing(theme, column, (24, 20, 24, 24), 12)
        column.addWidget(Label(theme, self.title, Role.LIST_TITLE))
        about = self.tr(
            "What the words mean, and by which rules this casebook is kept. It can be printed with a briefing."
        )
        column.addWidget(Label(theme, about, ink="muted", wrap=True))
        for one in sections:
            column.addWidget(self._cards.get(one.section.key, self._bodies))
        column.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setAccessibleName(self.title)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        session.changed.connect(self._hear)

    # the page's contract

    def panes(self) -> list[QWidget]:
        """Return the places F6 goes to: the first field of each card that can be written in."""
        return [proxy for card in self._cards.values() for one in card.editors[:1] if (proxy := one.focusProxy())]

    def save_now(self) -> None:
        """Save what is being typed."""
        line = self.focusWidget()
        if line is not None:
            line.clearFocus()

    def state(self) -> dict[str, Any]:
        """Return what is to be as it was, the next time."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Make it as it was."""

    # inside

    def _hear(self, changes: Changes) -> None:
        if any(table == "codebook_entry" for table, _ in changes.rows):
            for written in self._session.casebook.codebook.sections():
                if written.section.key in self._cards:
                    self._cards[written.section.key].show_section(written)

    def _edit(self) -> None:
        self.panes()[0].setFocus()
