"""The sidebar: where to go, whom to show, and how many there are of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefiles.domain.span import Span
from casefiles.domain.status import GROUP_ICONS, GROUP_LABELS, Group
from ui.shell.nav import ROW_HEIGHT, NavList, NavRow
from ui.shell.pages import PAGES
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casefiles.workspace.finding import Totals
    from casefiles.workspace.saved_searches import Counted, SavedSearch
    from ui.theme.theme import Theme

WIDE: Final = 216
NARROW: Final = 56


class Sidebar(QWidget):
    """Pages, status groups and situations, with Settings at the foot.

    Signals:
        page_chosen: the name of a page.
        group_chosen: a status group's key.
        situation_chosen: a situation's UUID.
        saved_asked: something is to be done with a saved search: what ("show", "rename", "up" …), and its UUID.
        saved_menu_asked: a menu is wanted for a saved search: its UUID, and where.
        settings_requested: Settings was chosen.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    page_chosen = Signal(str)
    group_chosen = Signal(str)
    situation_chosen = Signal(str)
    saved_asked = Signal(str, str)
    saved_menu_asked = Signal(str, QPoint)
    settings_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._totals: Totals | None = None
        self._gaps = 0
        self._saved: Sequence[tuple[SavedSearch, Counted | None]] = ()
        self._on: set[tuple[str, str]] = set()
        self.setProperty("surface", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.places = NavList(theme, self.tr("Sidebar"), self)
        self.foot = NavList(theme, self.tr("Settings of the program"), self)
        self.foot.show_rows([NavRow("settings", "", self.tr("Settings"), "settings")])
        self._tell: dict[str, Callable[[str], object]] = {
            "page": self.page_chosen.emit,
            "group": self.group_chosen.emit,
            "situation": self.situation_chosen.emit,
            "saved": lambda uuid: self.saved_asked.emit("show", uuid),
            "settings": lambda _: self.settings_requested.emit(),
        }
        column = QVBoxLayout(self)
        Spacing(theme, column, (0, 4, 0, 8), 4)
        column.addWidget(self.places, 1)
        column.addWidget(self.foot)
        for part in (self.places, self.foot):
            part.setProperty("surface", "side")
            part.chosen.connect(lambda kind, key: self._tell[kind](key))
        self.places.act_asked.connect(self.saved_asked)
        self.places.menu_asked.connect(self.saved_menu_asked)
        theme.changed.connect(self._measure)
        self._measure()
        self._show()

    @property
    def narrow(self) -> bool:
        """Whether only the drawings are shown."""
        return self.places.narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show drawings only, or the words too."""
        for part in (self.places, self.foot):
            part.set_narrow(narrow)
        self._measure()

    def show_totals(self, totals: Totals) -> None:
        """Show other counts and situations."""
        self._totals = totals
        self._show()

    def show_gaps(self, number: int) -> None:
        """Show how many reported totals leave somebody out."""
        self._gaps = number
        self._show()

    def show_saved(self, saved: Sequence[tuple[SavedSearch, Counted | None]]) -> None:
        """Show the saved searches, each with the number of people it finds once that is known."""
        self._saved = saved
        self._show()

    @property
    def situations(self) -> list[tuple[str, str]]:
        """The UUID and the name of each situation shown."""
        return [(uuid, name) for uuid, name, _ in self._totals.by_situation] if self._totals else []

    def show_on(self, page: str, asked: set[tuple[str, str]]) -> None:
        """Mark what is shown now: a page, and what the search asks for, each by its kind and key."""
        shown = {("page", page), *asked}
        if shown == self._on:
            return
        self._on = shown
        self.places.model_of_rows.show_on(self._on)

    def _measure(self) -> None:
        self.setFixedWidth(self._theme.px(NARROW if self.narrow else WIDE))
        self.foot.setFixedHeight(self._theme.px(ROW_HEIGHT))

    def _show(self) -> None:
        self.places.show_rows([*self._pages(), *self._groups(), *self._saved_rows(), *self._situations()])
        self.places.model_of_rows.show_on(self._on)

    def _pages(self) -> list[NavRow]:
        totals = self._totals
        counts = {"people": totals.people, "sources": Span(totals.sources, totals.sources)} if totals else {}
        rows = [self._row("page", page.name, page.words, page.icon, "muted", counts.get(page.name)) for page in PAGES]
        gaps = self.tr("%n gap(s)", "", self._gaps) if self._gaps else ""
        rows = [
            replace(row, count=gaps, sentence=f"{row.text}, {gaps}") if gaps and row.key == "totals" else row
            for row in rows
        ]
        return [NavRow("head", "work", self.tr("Work")), *rows]

    def _groups(self) -> list[NavRow]:
        counts = self._totals.by_group if self._totals else {}
        rows = [
            self._disputed(
                group,
                self._row("group", group.value, words, GROUP_ICONS[group], group.value, counts.get(group, Span())),
            )
            for group, words in GROUP_LABELS.items()
        ]
        return [NavRow("head", "status", self.tr("Status")), *rows]

    def _disputed(self, group: Group, row: NavRow) -> NavRow:
        """Say of how many of a group the status is disputed, to the hovering hand and to screen readers."""
        disputed = self._totals.disputed.get(group, Span()) if self._totals else Span()
        if not disputed.high:
            return row
        of_which = self.tr("of which {number} disputed").format(number=disputed.words())
        return replace(row, sentence=f"{row.sentence}, {of_which}", tip=f"{row.text} {row.count}, {of_which}")

    def _saved_rows(self) -> list[NavRow]:
        rows = [self._saved_row(one, counted) for one, counted in self._saved]
        return [NavRow("head", "saved", self.tr("Saved searches")), *rows] if rows else []

    def _saved_row(self, one: SavedSearch, counted: Counted | None) -> NavRow:
        row = replace(self._row("saved", one.uuid, one.name, "bookmark", "muted", None), is_own=True)
        if counted is None:
            return row
        if counted.people is None:
            unreadable = self.tr("{name} cannot be read any more: {trouble}")
            told = unreadable.format(name=one.name, trouble=counted.trouble)
            return replace(row, count="?", sentence=told, tip=told)
        count = counted.people.words()
        return replace(row, count=count, sentence=f"{one.name}, {count}", tip=f"{one.name} {count} · {one.text}")

    def _situations(self) -> list[NavRow]:
        found = self._totals.by_situation if self._totals else ()
        rows = [self._row("situation", uuid, name, "flag", "muted", people) for uuid, name, people in found]
        return [NavRow("head", "situations", self.tr("Situations")), *rows] if rows else []

    def _row(self, kind: str, key: str, text: str, icon: str, ink: str, number: Span | None) -> NavRow:
        count = number.words() if number else ""
        return NavRow(kind, key, text, icon, ink, count, ", ".join(filter(None, (text, count))))
