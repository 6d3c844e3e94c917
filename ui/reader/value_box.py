"""Where a value is typed: a line, or a choice for fields that have choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from casefiles.domain import kinds
from casefiles.domain.status import STATUSES
from ui.reader.picker import Choice, Picker, among
from ui.widgets.editors import LineEditor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.domain.catalogue import Field
    from ui.theme.theme import Theme
    from ui.widgets.editors import Editor


def choices_of(kind: kinds.Kind) -> list[Choice]:
    """Return the choices a kind of field has; none where any words will do."""
    if kind is kinds.STATUS:
        return [Choice(status.key, status.label) for status in STATUSES.values()]
    options = kind.options if isinstance(kind, kinds.Choice) else ()
    return [Choice(key, words) for key, words in options]


class ValueBox(QStackedWidget):
    """The value of whichever field is chosen.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._line = LineEditor(theme, self.tr("Value"))
        self._picker = Picker(theme, self.tr("Value"), self._find)
        self.addWidget(self._line)
        self.addWidget(self._picker)

    def ask(self, field: Field, proposed: str) -> None:
        """Take values of a field from now on, beginning with a proposal."""
        self._choices = choices_of(field.kind)
        self.setCurrentWidget(self._picker if self._choices else self._line)
        hint = field.kind.example
        self._line.setToolTip(self.tr("Such as {example}").format(example=hint) if hint else "")
        self._line.set_value("" if self._choices else proposed)
        wanted = proposed.casefold()
        known = (one for one in self._choices if wanted and wanted in (one.key, one.words.casefold()))
        self._picker.choose(next(known, None))

    @property
    def editor(self) -> Editor:
        """Return the line or the choice, whichever is shown."""
        return self._picker if self.currentWidget() is self._picker else self._line

    def value(self) -> str:
        """Return the value as typed, or the key of the choice."""
        if self.currentWidget() is self._picker:
            self._picker.settle()
        return self.editor.value().strip()

    def _find(self, typed: str) -> Sequence[Choice]:
        return among(self._choices)(typed)
