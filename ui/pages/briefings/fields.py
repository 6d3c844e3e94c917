"""The fields of the form: a label above each, words read as they are typed, days when they are left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casefiles.domain.dates import show_day
from casefiles.domain.problems import CasefilesError
from casefiles.workspace.moments import read_day
from ui.theme.typography import Role
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.theme import Theme


class Labelled(QWidget):
    """One or more parts below a label.

    Args:
        theme: the theme in force.
        label: what the part is for.
        parts: what stands below it.
        parent: the owner.
    """

    def __init__(self, theme: Theme, label: str, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=4)
        column.addWidget(Label(theme, label, Role.META, "muted"))
        for part in parts:
            column.addWidget(part)


class WordsField(LineEditor):
    """A line that tells of each change while it is typed.

    Signals:
        changed: the words are others now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, hint, parent)
        line = self.focusProxy()
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self.changed)


class SituationField(ChoiceEditor):
    """A choice among the situations of the casebook, which may become others."""

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the one chosen stays if it is among them, or else the first is taken."""
        chosen = self.value()
        self._combo.clear()
        for value, words in choices:
            self._combo.addItem(words, value)
        self.set_value(chosen if chosen in dict(choices) else choices[0][0])


class DayField(LineEditor):
    """A day typed in words, read when it is left; what cannot be read is told under it.

    Signals:
        changed: the day is another now.

    Args:
        theme: the theme in force.
        name: what a screen reader calls it.
        today: the day it is at the desk; later ones are refused.
        hint: shown faintly while it is empty.
        parent: the owner.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, today: Callable[[], date], hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, hint, parent)
        self._today = today
        self.day: date | None = None
        self.is_wrong = False
        self.committed.connect(self._read)

    def take(self) -> None:
        """Read what is being typed now."""
        self._commit()

    def refuse(self, sentence: str) -> None:
        """Say under the field why this day cannot be taken."""
        self.is_wrong = True
        self.show_error(sentence)

    def accept(self) -> None:
        """Take the words of a mistake away."""
        if self.is_wrong:
            self.is_wrong = False
            self.clear_error()

    def _read(self, typed: str) -> None:
        self.is_wrong = False
        try:
            self.day = self._day(typed.strip())
        except CasefilesError as problem:
            self.refuse(str(problem))
        else:
            self.set_value(show_day(self.day) if self.day else "")
        self.changed.emit()

    def _day(self, typed: str) -> date | None:
        if not typed:
            return None
        day, today = read_day(typed, self._today()), self._today()
        if day > today:
            sentence = self.tr("That day is after today. Use {today} or leave it empty.")
            raise CasefilesError(sentence.format(today=show_day(today)))
        return day
