"""The Overview tab: status, details, names, what the case belongs to, and the latest of the timeline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefiles.domain.catalogue import In
from ui.pages.people.acts import CaseActs
from ui.pages.people.belonging import GroupCard, SituationsCard
from ui.pages.people.details import DetailsCard
from ui.pages.people.names_card import NamesCard
from ui.pages.people.status_card import StatusCard
from ui.pages.people.timeline import TimelineRow
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from casefiles.domain.changes import Changes
    from casefiles.workspace.views import CaseView, TimelineLine
    from ui.session import Session
    from ui.theme.theme import Theme

_LATEST: Final = 5


class Overview(QWidget):
    """The cards of one case, below each other.

    Signals:
        case_opened: the key of another case.
        all_requested: the whole timeline is wanted.

    Args:
        session: the open casebook.
        theme: the theme in force.
        acts: what is done to the case.
        parent: the owner.
    """

    case_opened = Signal(int)
    all_requested = Signal()

    def __init__(self, session: Session, theme: Theme, acts: CaseActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._acts = acts
        self._details: dict[bool, DetailsCard] = {}
        self._status = StatusCard(theme)
        self._names = NamesCard(theme)
        self._group = GroupCard(theme)
        self._situations = SituationsCard(theme)
        self._latest = Card(theme, self.tr("Timeline"), QCoreApplication.translate("Overview", "Show all"))
        self._lines = GrowingColumn(theme, self.tr("No status has been reported yet."), gap=6)
        self._latest.add(self._lines)
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=12)
        for card in (self._status, self._names, self._group, self._situations, self._latest):
            self._column.addWidget(card)
        self._view: CaseView | None = None
        # what each card shows, so that only a card whose facts changed is shown afresh
        self._cards: tuple[tuple[Callable[[CaseView], object], Callable[[CaseView], None]], ...] = (
            (lambda view: (view.timeline, view.pill, view.field("status"), view.argument), self._status.show_case),
            (lambda view: view.names, self._names.show_case),
            (lambda view: (view.members, view.member_of, view.size, view.people), self._group.show_case),
            (lambda view: view.situations, self._situations.show_case),
            (lambda view: view.timeline, self._show_latest),
        )
        self._wire()

    def show_case(self, view: CaseView, changes: Changes | None = None) -> None:
        """Show a case, or the same one after a change."""
        self._details_of(is_group=view.is_group).show_case(view, changes)
        for is_group, card in self._details.items():
            card.setVisible(is_group == view.is_group)
        before, self._view = self._view, view
        for facts, show in self._cards:
            if before is None or before.id != view.id or facts(before) != facts(view):
                show(view)

    def make_ready(self) -> None:
        """Build the largest card before a person is shown on it."""
        self._details_of(is_group=False)

    @property
    def details(self) -> DetailsCard | None:
        """The Details card on the page."""
        return next((card for card in self._details.values() if not card.isHidden()), None)

    # inside

    def _show_latest(self, view: CaseView) -> None:
        self._lines.show_parts([partial(self._row, line) for line in view.timeline[:_LATEST]])
        self._latest.setVisible(len(view.timeline) > 1)

    def _wire(self) -> None:
        acts, session = self._acts, self._session
        self._status.action_requested.connect(acts.add_status)
        self._status.sources_requested.connect(acts.show_sources)
        self._status.versions_requested.connect(acts.choose)
        self._status.why_requested.connect(self.all_requested)
        self._status.unpin_requested.connect(partial(acts.decide, "unpin"))
        self._names.action_requested.connect(acts.add_name)
        self._names.quote_requested.connect(acts.show_words)
        self._names.set_aside_requested.connect(acts.set_aside)
        self._group.action_requested.connect(acts.identify)
        self._group.opened.connect(self.case_opened)
        self._group.take_back_requested.connect(acts.take_back)
        self._situations.known_requested.connect(
            lambda: self._situations.show_known(session.casebook.settings.situations())
        )
        self._situations.wanted.connect(acts.set_situations)
        self._situations.new_requested.connect(acts.new_situation)
        self._latest.action_requested.connect(self.all_requested)

    def _details_of(self, *, is_group: bool) -> DetailsCard:
        if is_group not in self._details:
            card = DetailsCard(self._session, self._theme, In.GROUP if is_group else In.PERSON)
            card.sources_requested.connect(self._acts.show_sources)
            card.versions_requested.connect(self._acts.choose)
            self._column.insertWidget(1, card)
            self._details[is_group] = card
        return self._details[is_group]

    def _row(self, line: TimelineLine) -> TimelineRow:
        row = TimelineRow(self._theme, line)
        row.quote_requested.connect(self._acts.show_words)
        return row
