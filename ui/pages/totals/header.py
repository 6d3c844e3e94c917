"""The head of the detail: the total, who says it of whom, how it stands, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.totals.wording import begun, heading_of, sum_face
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.pill import Pill
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casefiles.workspace.figure_views import LineView
    from ui.theme.theme import Theme


class TotalHeader(QWidget):
    """The name of a total and the acts on it.

    Signals:
        asked: the id of an act: "edit", "replace", "set-aside", "take-back" or "remove".

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(theme, "", Role.NAME, wrap=True)
        self._who = Label(theme, "", wrap=True)
        self._when = Label(theme, "", Role.META, "muted", wrap=True)
        self._over = Label(theme, "", ink="warning", wrap=True)
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=4)
        for part in (self._title, self._who, self._when, self._over):
            self._column.addWidget(part)
        self._pill: Pill | None = None
        self._column.addLayout(self._acts())

    def _acts(self) -> QBoxLayout:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        Spacing(self._theme, self._lines, (0, 4, 0, 0), 4)
        acts = (
            ("edit", self.tr("Edit"), "pencil"),
            ("replace", self.tr("Replace with…"), "arrow-right"),
            ("set-aside", self.tr("Set aside…"), "x"),
            ("take-back", self.tr("Let it stand again"), "rotate-ccw"),
            ("remove", self.tr("Remove"), "trash-2"),
        )
        self._buttons = {act: Button(self._theme, words, icon, Kind.LINK) for act, words, icon in acts}
        only_now(*self._buttons.values())
        halves = (QHBoxLayout(), QHBoxLayout())
        for place, (act, button) in enumerate(self._buttons.items()):
            button.clicked.connect(partial(self.asked.emit, act))
            halves[place > 1].addWidget(button)
        for half in halves:
            Spacing(self._theme, half, gap=4)
            half.addStretch(1)
            self._lines.addLayout(half)
        self._lines.setStretch(1, 1)
        return self._lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the acts on two lines where one is too short."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        shown = [button.sizeHint().width() for button in self._buttons.values() if not button.isHidden()]
        fits = sum(shown) + self._theme.px(4) * len(shown) <= self.width()
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    @property
    def first_act(self) -> QWidget:
        """Return where the keyboard comes in."""
        return next(button for button in self._buttons.values() if not button.isHidden())

    def show_line(self, line: LineView) -> None:
        """Show another total."""
        self._title.setText(begun(heading_of(line)))
        self._who.setText(" · ".join(filter(None, (begun(line.population), line.speakers))))
        said = self.tr("said {day}").format(day=line.said) if line.said else ""
        learned = self.tr("learned {day}").format(day=line.learned) if line.learned else ""
        as_of = self.tr("as of {day}").format(day=line.day)
        self._when.setText(" · ".join(filter(None, (begun(line.kind.value), as_of, said, learned))))
        self._over.setText(line.replaced)
        self._over.setVisible(bool(line.replaced))
        self._show_pill(line)
        standing = not line.replaced
        for act, button in self._buttons.items():
            button.setVisible(act == "remove" or (act == "take-back") != standing)
        self._stand()

    def _show_pill(self, line: LineView) -> None:
        face = sum_face(line)
        if face is None:
            if self._pill is not None:
                self._pill.hide()
            return
        if self._pill is None:
            self._pill = Pill(self._theme, face)
            self._column.insertWidget(4, self._pill)
        self._pill.show_face(face)
        self._pill.show()
