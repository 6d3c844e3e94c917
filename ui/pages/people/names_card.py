"""The Names card: every spelling of a name, with its kind and language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casefiles.domain.kinds import NAME_KINDS
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.views import CaseView, ReportView
    from ui.theme.theme import Theme

_KINDS: Final = dict(NAME_KINDS)


class NamesCard(Card):
    """The names of a case.

    Signals:
        quote_requested: the `ReportView` whose words are asked for.
        set_aside_requested: the `ReportView` of a name that is not to be used any more.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    quote_requested = Signal(object)
    set_aside_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", QCoreApplication.translate("NamesCard", "Add a name"), writes=True, parent=parent)
        self.set_title(self.tr("Names"))
        self._names = GrowingColumn(theme, self.tr("No name is known yet."), gap=4)
        self.add(self._names)

    def show_case(self, view: CaseView) -> None:
        """Show the names of a case."""
        self._names.show_parts([partial(self._line, name) for name in view.names])

    def _line(self, name: ReportView) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        Spacing(self._theme, row, gap=8)
        row.addWidget(Label(self._theme, name.text, Role.BODY, wrap=True), 1)
        kind = " · ".join(filter(None, (_KINDS.get(name.value.get("kind", ""), ""), name.value.get("language", ""))))
        row.addWidget(Label(self._theme, kind, Role.META, "muted"))
        if name.source_id is not None:
            quote = Button(self._theme, self.tr("1 source"), "link", Kind.LINK)
            quote.setAccessibleName(self.tr("Show the words: {name}").format(name=name.text))
            quote.clicked.connect(lambda: self.quote_requested.emit(name))
            row.addWidget(quote)
        aside = IconButton(self._theme, self.tr("Set aside {name}").format(name=name.text), "x")
        only_now(aside)
        aside.clicked.connect(lambda: self.set_aside_requested.emit(name))
        row.addWidget(aside, alignment=Qt.AlignmentFlag.AlignTop)
        return part
