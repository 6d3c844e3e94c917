"""The head of the list: what is listed, how many, in which order, and the way back to everyone."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casefiles.domain.span import Span
from casefiles.workspace.finding import Sort
from ui.language import people_in_words
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme


class ListHeader(QWidget):
    """Title, count, sort menu, the button that clears filters, and the words of a wrong query.

    Signals:
        sort_chosen: the `Sort` that was chosen.
        clear_requested: everyone is wanted again.
        mend_requested: what was probably meant is to stand in the place of what is wrong.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    sort_chosen = Signal(object)
    clear_requested = Signal()
    mend_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._orders = {
            Sort.DATE: (self.tr("By date"), self.tr("newest event first")),
            Sort.NAME: (self.tr("By name"), self.tr("by name")),
            Sort.CHANGED: (self.tr("By last change"), self.tr("last changed first")),
        }
        self._title = Label(theme, self.tr("All people"), Role.LIST_TITLE)
        self._count = Label(theme, "", Role.META, "muted", wrap=True)
        self._clear = Button(theme, self.tr("Clear filters"), kind=Kind.LINK)
        self._clear.clicked.connect(self.clear_requested)
        self._clear.hide()
        self._sort = IconButton(theme, self.tr("Sort"), "arrow-down-up")
        self._sort.clicked.connect(self._open_menu)
        self._sign = Drawing(theme, "circle-alert", "error", 13)
        self._trouble = Label(theme, "", Role.META, "error", wrap=True)
        self._mend = Button(theme, "", kind=Kind.LINK)
        self._mend.clicked.connect(self.mend_requested)
        self._arrange(theme)
        self.show_trouble("")

    def show_title(self, title: str, *, is_filtered: bool) -> None:
        """Say what is listed."""
        self._title.setText(title)
        self._clear.setVisible(is_filtered)

    def show_at_least(self, cases: int, sort: Sort) -> None:
        """Say how many there are at least, until all are counted."""
        told = self.tr("{number}+ people").format(number=f"{cases:,}")
        self._count.setText(f"{told} · {self._orders[sort][1]}")

    def show_count(self, cases: int, people: Span, sort: Sort, disputed: Span) -> None:
        """Say how many people there are, in how many entries when groups are among them, and how many are disputed."""
        told = people_in_words(people)
        if people != (alone := Span(cases, cases)):
            many = self.tr("{figures} entries").format(figures=alone.words())
            entries = self.tr("1 entry") if cases == 1 else many
            told = self.tr("{people} in {entries}").format(people=told, entries=entries)
        if disputed.high:
            told = self.tr("{people}, of which {number} disputed").format(people=told, number=disputed.words())
        self._count.setText(f"{told} · {self._orders[sort][1]}")

    def show_trouble(self, sentence: str, instead: str = "", *, is_begun: bool = False) -> None:
        """Say what is wrong with the query; nothing for no trouble.

        Args:
            sentence: what is wrong.
            instead: what was probably meant, for the button that puts it right.
            is_begun: it is not wrong yet, but only not finished.
        """
        self._trouble.setText(sentence)
        self._trouble.set_ink("muted" if is_begun else "error")
        self._trouble.setVisible(bool(sentence))
        self._sign.setVisible(bool(sentence) and not is_begun)
        self._mend.setText(self.tr("Use {text}").format(text=instead.replace("&", "&&")))
        self._mend.setAccessibleDescription(sentence)
        self._mend.setVisible(bool(instead))

    @cached_property
    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Sort"))
        group = QActionGroup(menu)
        for sort, (words, _) in self._orders.items():
            action = QAction(words, menu, checkable=True, checked=sort is Sort.DATE)
            action.triggered.connect(partial(self._choose, sort))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _choose(self, sort: Sort) -> None:
        self.sort_chosen.emit(sort)

    def _open_menu(self) -> None:
        self._menu.popup(self._sort.mapToGlobal(QPoint(0, self._sort.height())))

    def _arrange(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        Spacing(theme, column, (16, 12, 12, 8), 2)
        top = QHBoxLayout()
        Spacing(theme, top, gap=4)
        top.addWidget(self._title, 1)
        top.addWidget(self._clear)
        top.addWidget(self._sort)
        mistake = QHBoxLayout()
        Spacing(theme, mistake, gap=4)
        mistake.addWidget(self._sign)
        mistake.addWidget(self._trouble, 1)
        column.addLayout(top)
        column.addWidget(self._count)
        column.addSpacing(theme.px(2))
        column.addLayout(mistake)
        column.addWidget(self._mend)
