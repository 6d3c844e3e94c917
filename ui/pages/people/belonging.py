"""What a case belongs to: situations, and the group that a person is one of or the members of a group."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.language import people_in_words
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.settings import Situation
    from casefiles.workspace.views import CaseView, Other
    from ui.theme.theme import Theme


class SituationsCard(Card):
    """The situations of a case, to add to and take from.

    Signals:
        wanted: the UUIDs of the situations the case is to belong to.
        new_requested: a situation that is not there yet is wanted.
        known_requested: the menu is about to open; `show_known` is to be called.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    wanted = Signal(object)
    new_requested = Signal()
    known_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, "", QCoreApplication.translate("SituationsCard", "Add to a situation"), writes=True, parent=parent
        )
        self.set_title(self.tr("Situations"))
        self._mine: list[str] = []
        self._lines = GrowingColumn(theme, self.tr("No situation yet."), gap=2)
        self.add(self._lines)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("Situations"))
        self.action_requested.connect(self.known_requested)

    def show_case(self, view: CaseView) -> None:
        """Show the situations of a case."""
        self._mine = [uuid for uuid, _ in view.situations]
        self._lines.show_parts([partial(self._line, uuid, name) for uuid, name in view.situations])

    def show_known(self, known: Sequence[Situation]) -> None:
        """Open the menu of the situations that the case is not in yet."""
        self._menu.clear()
        for one in known:
            if one.uuid not in self._mine:
                self._menu.addAction(one.name).triggered.connect(partial(self._add, one.uuid))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New situation…")).triggered.connect(self.new_requested)
        self._menu.popup(self.mapToGlobal(QPoint(self._theme.px(16), self._theme.px(40))))

    def _line(self, uuid: str, name: str) -> QWidget:
        remove = IconButton(self._theme, self.tr("Take out of {situation}").format(situation=name), "x")
        only_now(remove)
        remove.clicked.connect(lambda: self.wanted.emit([one for one in self._mine if one != uuid]))
        return _row(self._theme, Label(self._theme, name, wrap=True), remove)

    def _add(self, uuid: str) -> None:
        self.wanted.emit([*self._mine, uuid])


class GroupCard(Card):
    """The members of a group with what is left unnamed, or the groups that a person is one of.

    Signals:
        opened: the key of the other case.
        take_back_requested: the `Other` whose identification is to be taken back.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    opened = Signal(int)
    take_back_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, "", QCoreApplication.translate("GroupCard", "One of these is…"), writes=True, parent=parent
        )
        self._action = self.findChild(Button)
        self._left = Label(theme, "", Role.META, "muted", wrap=True)
        self._others = GrowingColumn(theme, self.tr("Nobody is identified yet."), gap=2)
        self.add(self._left)
        self.add(self._others)

    def show_case(self, view: CaseView) -> None:
        """Show the other cases that this one is tied to; a person in no group has no such card."""
        self.set_title(self.tr("People of this group") if view.is_group else self.tr("One of a group"))
        self.setVisible(view.is_group or bool(view.member_of))
        if self._action is not None:
            self._action.setVisible(view.is_group)
        self._left.setVisible(view.is_group)
        self._left.setText(remainder(self, view))
        others = view.members if view.is_group else view.member_of
        self._others.show_parts([partial(self._line, other) for other in others])

    def _line(self, other: Other) -> QWidget:
        link = Button(self._theme, other.heading, "user", Kind.LINK)
        link.setAccessibleName(self.tr("Open {name}").format(name=other.heading))
        link.clicked.connect(lambda: self.opened.emit(other.id))
        since = self.tr("{ref}, since {day}").format(ref=other.ref, day=other.since)
        back = IconButton(self._theme, self.tr("Take back: {name}").format(name=other.heading), "undo-2")
        only_now(back)
        back.clicked.connect(lambda: self.take_back_requested.emit(other))
        return _row(self._theme, link, Label(self._theme, since, Role.META, "muted", wrap=True), back)


def remainder(card: QWidget, view: CaseView) -> str:
    """Say how many of a group are named and how many are not, as in "2 people, 1 identified, 1 not named"."""
    return card.tr("{people}, {known} identified, {left} not named").format(
        people=people_in_words(view.size), known=len(view.members), left=view.people.words()
    )


def _row(theme: Theme, *parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    Spacing(theme, line, gap=8)
    for part in parts:
        line.addWidget(part, 1 if isinstance(part, Label) else 0)
    return whole
