"""The fields of the person sheet, each with the words that support it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain import kinds
from casefiles.domain.catalogue import Field, In, Section, fields_in
from casefiles.domain.problems import BadInput
from casefiles.domain.records import Role
from ui.dialogs.day_note import watch_day
from ui.reader.picker import Choice, Picker, among
from ui.reader.proposing import propose
from ui.reader.value_box import choices_of
from ui.theme.typography import Role as Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.editors import Editor, LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.theme.theme import Theme
    from ui.widgets.source_reader import Stretch

LABEL_WIDTH: Final = 104
_SHORT: Final = 44
_NONE: Final = Choice("", "")
# who it is, what happened, then the rest
_ORDER: Final = (Section.IDENTITY, Section.ORIGIN, Section.STATUS, Section.WORK, Section.JOURNEY, Section.DESK)
_STATUS_PARTS: Final = (
    (Role.DATE, "When", kinds.DATE),
    (Role.PLACE, "Where", kinds.TEXT),
    (Role.CAUSE, "How", kinds.TEXT),
)


@dataclass(frozen=True)
class Slot:
    """One line of the sheet: a field, or a part of the status report.

    Attributes:
        role: what part of the field's report its words support.
    """

    field: Field
    label: str
    kind: kinds.Kind
    role: Role = Role.VALUE

    @property
    def for_group(self) -> bool:
        """Tell whether it is asked of a group."""
        return In.GROUP in self.field.views


def slots() -> list[Slot]:
    """Return the lines of the sheet, in the order in which they are typed."""
    lines: list[Slot] = []
    for field in sorted(fields_in(In.SHEET), key=lambda field: _ORDER.index(field.section)):
        lines.append(Slot(field, field.label, field.kind))
        if field.kind is kinds.STATUS:
            lines += [Slot(field, label, kind, role) for role, label, kind in _STATUS_PARTS]
    return lines


class SheetField(QWidget):
    """One line of the sheet; it shares the sheet's quote until it is narrowed to words of its own.

    Signals:
        entered: the keyboard came to it.

    Attributes:
        slot: what it asks.
        narrowed: where its own words stand; None while it shares the quote.

    Args:
        theme: the theme in force.
        slot: what it asks.
        today: the day at the desk.
        parent: the owner.
    """

    entered = Signal()

    def __init__(self, theme: Theme, slot: Slot, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self.narrowed: Stretch | None = None
        name = QCoreApplication.translate("Fields", slot.label)
        choices = choices_of(slot.kind)
        self.editor: Editor = Picker(theme, name, among(choices)) if choices else LineEditor(theme, name)
        if slot.kind is kinds.DATE and isinstance(self.editor, LineEditor):
            watch_day(self.editor, today)
        self._input = self.editor.focusProxy() or self.editor
        self._input.installEventFilter(self)
        self._own = Label(theme, "", Type.META, "muted", wrap=True)
        self._widen = Button(theme, self.tr("Whole quote"), kind=Kind.LINK)
        self._widen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widen.setAccessibleName(self.tr("{field}: use the whole quote").format(field=name))
        self._widen.clicked.connect(self.widen)
        self._words = QWidget()
        self._lay_out(theme, name)
        self.widen()

    def _lay_out(self, theme: Theme, name: str) -> None:
        label = Label(theme, name, ink="muted", wrap=True)
        label.setFixedWidth(theme.px(LABEL_WIDTH))
        label.setMinimumHeight(theme.px(30))
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=8)
        line.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        Spacing(theme, column, gap=0)
        own = QHBoxLayout(self._words)
        Spacing(theme, own, gap=4)
        own.addWidget(self._own, 1)
        own.addWidget(self._widen)
        column.addWidget(self.editor)
        column.addWidget(self._words)
        line.addLayout(column, 1)

    # what is typed

    def value(self) -> str:
        """Return what is typed, or the key of the choice."""
        if isinstance(self.editor, Picker):
            self.editor.settle()
        return self.editor.value().strip()

    def clear(self) -> None:
        """Begin again."""
        if isinstance(self.editor, Picker):
            self.editor.choose(None)
        else:
            self.editor.set_value("")
        self.widen()

    def check(self, today: date) -> bool:
        """Say under the field what is wrong with it; true if nothing is."""
        mistaken = isinstance(self.editor, Picker) and not self.editor.settle()
        try:
            if mistaken or self.value():
                self.slot.kind.read(self.editor.typed if isinstance(self.editor, Picker) else self.value(), today)
        except BadInput as problem:
            self.editor.show_error(str(problem))
            return False
        self.editor.clear_error()
        return True

    # the words that support it

    def narrow(self, start: int, end: int, words: str, today: date) -> None:
        """Rest on these words alone; an empty field takes them as its value, if it can read them."""
        self.narrowed = (start, end)
        plain = " ".join(words.split())
        self._own.setText(f"“{plain if len(plain) <= _SHORT else plain[: _SHORT - 1].rstrip() + '…'}”")
        self._words.show()
        if not self.value() and isinstance(self.editor, LineEditor):
            self.editor.set_value(propose(self.slot.kind, plain, today))

    def widen(self) -> None:
        """Share the sheet's quote again."""
        self.narrowed = None
        self._words.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the keyboard coming."""
        if watched is self._input and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
