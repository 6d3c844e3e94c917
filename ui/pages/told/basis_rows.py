"""What a statement rests on: what was said then, what is known now, and the way to each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.statements import BasisKind
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.labels import Drawing, Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.statement_views import BasisView
    from ui.theme.theme import Theme

_TOP: Final = Qt.AlignmentFlag.AlignTop
_SAID: Final = 64
_LABEL: Final = 150
_AIR: Final = 7  # words stand level with the buttons beside them


class BasisWays(QWidget):
    """The ways from one basis: to the person, the quote in its source, the people counted, the total; and unlinking it.

    Signals:
        person_requested: the key of a case.
        quote_requested: the `QuoteView` to be shown in its source.
        people_requested: the query and the situation of a count.
        total_requested: the UUID of a reported total, which shows the people beside it on its day.
        unlink_requested: the UUID of the basis.

    Args:
        theme: the theme in force.
        basis: what is rested on.
        with_person: offer the way to the person too.
        nth: which of several that say the same.
    """

    person_requested = Signal(int)
    quote_requested = Signal(object)
    people_requested = Signal(str, str)
    total_requested = Signal(str)
    unlink_requested = Signal(str)

    def __init__(self, theme: Theme, basis: BasisView, *, with_person: bool, nth: int = 1) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        said = f"{basis.label}: {basis.then}"
        self._about = ", ".join(filter(None, (basis.person, said, str(nth) if nth > 1 else "")))
        self._theme = theme
        Spacing(theme, self._line, gap=8)
        self._line.addStretch(1)
        if with_person and basis.case_id:
            open_person = self._add(self.tr("Person"), "user", self.tr("Open the person: {what}"))
            open_person.clicked.connect(partial(self._emit_person, basis.case_id))
        if basis.quotes:
            quote = self._add(self.tr("Quote"), "quote", self.tr("Show the words: {what}"))
            quote.clicked.connect(lambda: self.quote_requested.emit(basis.quotes[0]))
        if basis.total:
            total = self._add(self.tr("Total"), "scale", self.tr("Open the reported total: {what}"))
            total.clicked.connect(lambda: self.total_requested.emit(basis.total))
        elif basis.kind is BasisKind.COUNT:
            people = self._add(self.tr("People"), "users", self.tr("Show the people counted: {what}"))
            people.clicked.connect(lambda: self.people_requested.emit(basis.query, basis.situation))
        unlink = IconButton(theme, self.tr("Unlink: {what}").format(what=self._about), "link-2-off")
        only_now(unlink)
        unlink.clicked.connect(lambda: self.unlink_requested.emit(basis.uuid))
        self._line.addWidget(unlink)

    def _emit_person(self, case_id: int) -> None:
        self.person_requested.emit(case_id)

    def _add(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._theme, words, icon, Kind.LINK)
        button.setAccessibleName(name.format(what=self._about))
        self._line.addWidget(button)
        return button


class MovedRow(QWidget):
    """Something that moved: then and now, one above the other, and why.

    Args:
        theme: the theme in force.
        basis: what moved.
        ways: the ways from it.
    """

    def __init__(self, theme: Theme, basis: BasisView, ways: BasisWays) -> None:
        super().__init__()
        self.setAccessibleDescription(basis.sentence)
        title = " · ".join(filter(None, (basis.person or self._kind(basis), basis.label)))
        grid = QGridLayout()
        Spacing(theme, grid, gap=4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.px(_SAID))
        lines = ((self.tr("We said"), basis.then, "text"), (self.tr("Now"), basis.now, "warning"))
        for row, (name, words, ink) in enumerate(lines):
            grid.addWidget(Label(theme, name, ink="muted"), row, 0, _TOP)
            grid.addWidget(Label(theme, words, Role.STRONG if row else Role.BODY, ink, wrap=True), row, 1)
        words_column = QVBoxLayout()
        Spacing(theme, words_column, gap=4)
        words_column.addWidget(Label(theme, title, Role.STRONG, wrap=True))
        words_column.addLayout(grid)
        if basis.why:
            words_column.addWidget(Label(theme, _sentence(basis.why), Role.META, "muted", wrap=True))
        words_column.addWidget(ways)
        line = QHBoxLayout(self)
        Spacing(theme, line, (0, 4, 0, 4), 10)
        line.addWidget(Drawing(theme, "history", "warning"), alignment=_TOP)
        line.addLayout(words_column, 1)

    def _kind(self, basis: BasisView) -> str:
        if basis.kind is BasisKind.COUNT:
            return self.tr("Counted")
        return self.tr("Reported total") if basis.kind is BasisKind.FIGURE else ""


class StandingRow(QWidget):
    """Something that stands as it was said.

    Args:
        theme: the theme in force.
        basis: what stands.
        ways: the ways from it.
    """

    def __init__(self, theme: Theme, basis: BasisView, ways: BasisWays) -> None:
        super().__init__()
        label = Label(theme, basis.label, ink="muted", wrap=True)
        label.setFixedWidth(theme.px(_LABEL))
        value = Label(theme, basis.then, wrap=True)
        value.setAlignment(_TOP)
        for words in (label, value):
            words.setContentsMargins(0, theme.px(_AIR), 0, theme.px(_AIR))
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=10)
        line.addWidget(label, alignment=_TOP)
        line.addWidget(value, 1)
        line.addWidget(ways, alignment=_TOP)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}" + ("" if words.endswith(".") else ".")
