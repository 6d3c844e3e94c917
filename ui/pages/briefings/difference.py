"""What changed between two editions, as cards to read out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn, scrolled
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from casefiles.workspace.edition_changes import Difference
    from ui.theme.theme import Theme

    Lines = Sequence[Callable[[], QWidget]]

_WIDEST: Final = 760


class DifferenceView(QWidget):
    """New people, people no longer in, statuses, totals and corrections.

    Signals:
        left: the officer goes back to the pages.
        case_requested: the reference number of a person.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    left = Signal()
    case_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        titles = {
            "totals": self.tr("Totals that moved"),
            "statuses": self.tr("Status changes"),
            "new": self.tr("New people"),
            "gone": self.tr("No longer in it"),
            "corrections": self.tr("Corrections of what we told"),
        }
        self._cards = {key: Card(theme, title, widest=_WIDEST) for key, title in titles.items()}
        self._columns = {key: GrowingColumn(theme, "", gap=8) for key in titles}
        self._title = Label(theme, "", Role.NAME, wrap=True)
        self._about = Label(theme, "", ink="muted", wrap=True)
        self._note = Banner(theme)
        self._nothing = Label(theme, self.tr("Nothing changed between the two."), ink="muted")
        self._back = IconButton(theme, self.tr("Back to the pages"), "arrow-left", mirrored="arrow-right")
        self._back.clicked.connect(self.left)
        self.setFocusProxy(self._back)
        inside = QWidget()
        column = QVBoxLayout(inside)
        Spacing(theme, column, gap=12)
        for part in (self._title, self._about, self._note, self._nothing):
            column.addWidget(part)
        for key, card in self._cards.items():
            card.add(self._columns[key])
            column.addWidget(card)
        whole = QHBoxLayout(self)
        Spacing(theme, whole, (12, 8, 8, 0), 8)
        whole.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addWidget(scrolled(theme, inside, self.tr("What changed")), 1)

    def show_difference(self, found: Difference) -> None:
        """Show what changed from one edition to a later one."""
        words = self.tr("What changed from edition {older} to edition {newer}")
        self._title.setText(words.format(older=found.older.number, newer=found.newer.number))
        lines = (f"{row.title}, {row.to_whom}, {row.issued}" for row in (found.older, found.newer))
        self._about.setText("\n".join(lines))
        self._note.say(found.note)
        self._note.setVisible(bool(found.note))
        self._nothing.setVisible(not found)
        parts: dict[str, Lines] = {
            "totals": [partial(self._move, one.label, one.before, one.after) for one in found.totals],
            "statuses": [partial(self._move, one.name, one.before, one.after, one.ref) for one in found.statuses],
            "new": [partial(self._person, one.ref, one.name, one.status) for one in found.new],
            "gone": [partial(self._person, one.ref, one.name, one.status) for one in found.gone],
            "corrections": [
                partial(self._line, one.title, f"{one.verdict.capitalize()}: {one.reason}", f"{one.to_whom} · {one.on}")
                for one in found.corrections
            ],
        }
        for key, lines_ in parts.items():
            self._columns[key].show_parts(lines_)
            self._cards[key].setVisible(bool(lines_))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the pages."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # rows

    def _move(self, name: str, before: str, after: str, ref: str = "") -> QWidget:
        part = QWidget()
        line = QHBoxLayout(part)
        Spacing(self._theme, line, gap=10)
        line.addWidget(self._name(ref, name), 1)
        line.addWidget(Label(self._theme, before, ink="muted", wrap=True), 1)
        line.addWidget(Label(self._theme, self.tr("now"), Role.META, "muted"))
        line.addWidget(Label(self._theme, after, Role.STRONG, wrap=True), 1)
        return part

    def _person(self, ref: str, name: str, status: str) -> QWidget:
        part = QWidget()
        line = QHBoxLayout(part)
        Spacing(self._theme, line, gap=10)
        line.addWidget(self._name(ref, name), 1)
        line.addWidget(Label(self._theme, status, wrap=True), 2)
        return part

    def _line(self, title: str, words: str, meta: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        Spacing(self._theme, column, gap=2)
        column.addWidget(Label(self._theme, title, Role.STRONG, wrap=True))
        column.addWidget(Label(self._theme, words, wrap=True))
        column.addWidget(Label(self._theme, meta, Role.META, "muted", wrap=True))
        return part

    def _name(self, ref: str, name: str) -> QWidget:
        if not ref:
            return Label(self._theme, name, wrap=True)
        link = Button(self._theme, name, kind=Kind.LINK, strong=True)
        link.setAccessibleName(self.tr("{person}, {ref}: open").format(person=name, ref=ref))
        link.clicked.connect(lambda: self.case_requested.emit(ref))
        return link
