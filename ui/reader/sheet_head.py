"""The head of the person sheet: the quote, person or group, and the situation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain import kinds
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report, Words
from ui.reader.picker import Choice, Picker, among
from ui.theme.typography import Role as Type
from ui.widgets.banner import Banner
from ui.widgets.buttons import IconButton
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from ui.reader.last_entry import LastEntry
    from ui.session import Session
    from ui.theme.theme import Theme

_SHORT: Final = 150
_NEW: Final = "new:"


class SheetHead(QWidget):
    """What is asked before the fields.

    Signals:
        left: the sheet is to be closed.
        kind_changed: it is about a person now, or about a group.

    Args:
        theme: the theme in force.
        session: the open casebook.
        last: what was entered last, shown to begin with.
        parent: the owner.
    """

    left = Signal()
    kind_changed = Signal()

    def __init__(self, theme: Theme, session: Session, last: LastEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._last = last
        self._target = ""
        self._title = Label(theme, "", Type.CARD_TITLE, wrap=True)
        self._quote = Banner(theme, kind="quote", icon="quote")
        kinds_shown = [(CaseKind.PERSON.value, self.tr("Person")), (CaseKind.GROUP.value, self.tr("Group"))]
        self._kind = ChoiceEditor(theme, self.tr("Person or group"), kinds_shown)
        self._size = LineEditor(theme, self.tr("Number of people"), self.tr("2 or 2–5"))
        self._situation = Picker(theme, self.tr("Situation"), self._find_situation, self.tr("Situation, or none"))
        combo = self._kind.findChild(QComboBox)
        assert combo is not None
        combo.currentIndexChanged.connect(self._change_kind)
        self._lay_out()
        self._recall()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, (0, 0, 0, 4), 8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        close = IconButton(self._theme, self.tr("Close the sheet"), "x", shortcut="Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.left)
        head.addWidget(close)
        about = QHBoxLayout()
        Spacing(self._theme, about, gap=8)
        self._size_box = self._labelled(self.tr("Number of people"), self._size)
        about.addWidget(self._labelled(self.tr("Person or group"), self._kind), 3)
        about.addWidget(self._size_box, 3)
        about.addWidget(self._labelled(self.tr("Situation"), self._situation), 4)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addLayout(about)

    def _labelled(self, words: str, editor: QWidget) -> QWidget:
        """Put a label above an editor."""
        box = QWidget()
        column = QVBoxLayout(box)
        Spacing(self._theme, column, gap=4)
        column.addWidget(Label(self._theme, words, Type.META, "muted", wrap=True))
        column.addWidget(editor)
        column.addStretch(1)
        return box

    # what the sheet is about

    @property
    def kind(self) -> CaseKind:
        """Return whether it is about a person or a group."""
        return CaseKind(self._kind.value())

    def show_quote(self, words: str) -> None:
        """Show the words that all fields share."""
        plain = " ".join(words.split())
        self._quote.say(plain if len(plain) <= _SHORT else plain[: _SHORT - 1].rstrip() + "…")

    def set_target(self, person: str) -> None:
        """Say who is added to; empty for somebody new."""
        self._target = person
        self._kind.setDisabled(bool(person))
        self._say_title()

    def check(self) -> bool:
        """Say what is wrong with the number of people; true if nothing is."""
        try:
            if self.kind is CaseKind.GROUP:
                kinds.SIZE.read(self._size.value(), self._session.casebook.desk.today())
        except BadInput as problem:
            self._size.show_error(str(problem))
            self._size.setFocus()
            return False
        self._size.clear_error()
        return self._situation.settle()

    def size_report(self, words: Words) -> list[Report]:
        """Return the report of the number of people, for a group."""
        if self.kind is CaseKind.PERSON or self._target:
            return []
        return [Report("size", typed=self._size.value(), words=(words,))]

    def situation(self) -> str:
        """Return the UUID of the situation, which is added if it is new; empty for none."""
        key = self._situation.value()
        if key.startswith(_NEW):
            uuid = self._session.casebook.settings.situation(key.removeprefix(_NEW))
            self._situation.choose(Choice(uuid, key.removeprefix(_NEW)))
            return uuid
        return key

    def keep(self) -> None:
        """Keep what was chosen for the next time, and ask for the next number of people."""
        self._last.kind = self.kind
        self._last.situation = self._situation.value()
        self._size.set_value("")

    def _recall(self) -> None:
        known = self._session.casebook.settings.situations()
        only = known[0].uuid if len(known) == 1 else ""
        wanted = self._last.situation or only
        self._situation.choose(next((Choice(one.uuid, one.name) for one in known if one.uuid == wanted), None))
        self._kind.set_value(self._last.kind.value)
        self._change_kind()

    def _find_situation(self, typed: str) -> Sequence[Choice]:
        known = [Choice(one.uuid, one.name) for one in self._session.casebook.settings.situations()]
        name = typed.strip()
        if not name or any(one.words.casefold() == name.casefold() for one in known):
            return among(known)(typed)
        return [*among(known)(typed), Choice(_NEW + name, name, self.tr("new situation"))]

    def _change_kind(self) -> None:
        self._size_box.setVisible(self.kind is CaseKind.GROUP)
        self._say_title()
        self.kind_changed.emit()

    def _say_title(self) -> None:
        new = self.tr("New group") if self.kind is CaseKind.GROUP else self.tr("New person")
        self._title.setText(self.tr("Add to {person}").format(person=self._target) if self._target else new)
