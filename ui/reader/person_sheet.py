"""The person sheet: one sentence, one person, one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casefiles.domain.records import CaseKind, Role
from casefiles.workspace.entries import Report, Words
from ui.reader.last_entry import last_entry
from ui.reader.proposing import read_day
from ui.reader.said import Said
from ui.reader.same_name import SameName
from ui.reader.sheet_fields import SheetField, slots
from ui.reader.sheet_head import SheetHead
from ui.theme.typography import Role as Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from casefiles.domain.speakers import Speaker
    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.source_reader import Stretch

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PARTS: Final = {Role.DATE: "date", Role.PLACE: "place", Role.CAUSE: "cause"}


class PersonSheet(QFrame):
    """Everything one sentence says of one person or group, beside the text.

    Signals:
        left: it was closed.
        text_wanted: the keyboard is to go to the text, to select words for the field in hand.
        sentence_wanted: the quote is to be the next sentence (1) or the one before (-1).

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    left = Signal()
    text_wanted = Signal()
    sentence_wanted = Signal(int)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._last = last_entry(session)
        self._today = session.casebook.desk.today()
        self._source = 0
        self._quote: Stretch = (0, 0)
        self._leaving = False
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("Person sheet"))
        self._make_parts()
        self._lay_out()
        self._make_shortcuts()
        self._tell("")
        self._active = self._fields[0]

    def _make_parts(self) -> None:
        theme = self._theme
        self._head = SheetHead(theme, self._session, self._last)
        self._fields = [SheetField(theme, slot, self._today) for slot in slots()]
        self._same = SameName(theme, self._session)
        self._said = Said(theme, self._last, self._today)
        self._told = Label(theme, "", Type.META, wrap=True)
        self._head.left.connect(self.leave)
        self._head.kind_changed.connect(self._show_fields)
        self._same.target_changed.connect(self._head.set_target)
        for field in self._fields:
            field.entered.connect(lambda field=field: self._enter(field))
            if field.slot.field.key == "name":
                field.editor.committed.connect(self._same.look_for)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        rows = QVBoxLayout(inside)
        Spacing(self._theme, rows, (0, 0, 8, 0), 6)
        rows.addWidget(self._head)
        for field in self._fields:
            rows.addWidget(field)
            if field is self._fields[0]:
                rows.addWidget(self._same)
        rows.addWidget(Label(self._theme, self.tr("Said by, and on which day"), Type.META, "muted"))
        rows.addWidget(self._said)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        column = QVBoxLayout(self)
        Spacing(self._theme, column, (16, 12, 8, 12), 8)
        column.addWidget(scroll, 1)
        column.addWidget(self._told)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        Spacing(self._theme, line, (0, 0, 8, 0), 8)
        add = Button(self._theme, self.tr("Add"), "plus", Kind.PRIMARY)
        more = Button(self._theme, self.tr("Add, then next"))
        add.setToolTip(self.tr("Add and close the sheet (Enter)"))
        more.setToolTip(self.tr("Add and begin the next person (Ctrl+Enter)"))
        add.clicked.connect(lambda: self.add(close=True))
        more.clicked.connect(lambda: self.add(close=False))
        line.addStretch(1)
        line.addWidget(more)
        line.addWidget(add)
        return line

    # the quote that all fields share

    @property
    def source_id(self) -> int:
        """Return the source its words stand in."""
        return self._source

    @property
    def is_filled(self) -> bool:
        """Tell whether anything is typed that is not added yet."""
        return any(field.value() for field in self._shown())

    @property
    def quote(self) -> Stretch:
        """Return where the words stand that all fields share."""
        return self._quote

    def begin(self, source_id: int, start: int, end: int, words: str) -> None:
        """Ask about these words; what is typed already stays, resting on them."""
        self._source, self._quote = source_id, (start, end)
        self._head.show_quote(words)
        for field in self._fields:
            field.widen()
        self.show()
        self._fields[0].editor.setFocus()

    def words_selected(self, start: int, end: int, words: str) -> None:
        """Let the field in hand rest on words within the quote; the whole quote widens it again."""
        first, last = self._quote
        if (start, end) == (first, last):
            self._active.widen()
        elif first <= start and end <= last:
            self._active.narrow(start, end, words, self._today)

    def back_to_field(self) -> None:
        """Bring the keyboard back to the field in hand."""
        self._active.editor.setFocus()

    def _enter(self, field: SheetField) -> None:
        self._active = field
        self._leaving = False
        self._scroll.ensureWidgetVisible(field, 0, self._theme.px(24))

    def _show_fields(self) -> None:
        is_group = self._head.kind is CaseKind.GROUP
        for field in self._fields:
            field.setVisible(field.slot.for_group or not is_group)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Ctrl+Enter adds and goes on, Esc leaves."""
        if event.key() in _ENTER:
            self.add(close=not event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave_gently()
        else:
            super().keyPressEvent(event)

    def _make_shortcuts(self) -> None:
        """Reach the text without leaving the field; as shortcuts, because lines swallow these keys."""
        acts = {
            "Ctrl+L": self.text_wanted.emit,
            "Ctrl+Down": lambda: self.sentence_wanted.emit(1),
            "Ctrl+Up": lambda: self.sentence_wanted.emit(-1),
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _leave_gently(self) -> None:
        if self._leaving or not self.is_filled:
            self.leave()
            return
        self._leaving = True
        self._tell(self.tr("Nothing is added yet. Esc again leaves, Enter adds."), "error")

    def leave(self) -> None:
        """Close the sheet; what was typed in it is given up."""
        self._clear()
        self._tell("")
        self.hide()
        self.left.emit()

    # adding

    def add(self, *, close: bool) -> None:
        """Add what is typed as one act, if all of it can be taken."""
        wrong = [field for field in self._shown() if not field.check(self._today)]
        if wrong:
            wrong[0].editor.setFocus()
            return
        said = self._said.read()
        if said is None or not self._head.check() or not self._is_complete():
            return
        reports = self._reports(*said)
        done: list[int] = []
        if self._session.edit(lambda: done.append(self._write(reports))):
            self._tell_added(done[0], close=close)

    def _is_complete(self) -> bool:
        filled = [field for field in self._shown() if field.value()]
        status = next(field for field in self._fields if field.slot.field.key == "status")
        parts = [field for field in filled if field.slot.role is not Role.VALUE]
        if parts and not status.value():
            missing = self.tr("Choose the status that this {part} belongs to.")
            status.editor.show_error(missing.format(part=parts[0].slot.label.lower()))
            status.editor.setFocus()
            return False
        if not filled and self._head.kind is CaseKind.PERSON:
            self._tell(self.tr("Type at least one value."), "error")
            return False
        return True

    def _reports(self, speakers: tuple[Speaker, ...], said_on: str) -> list[Report]:
        filled = [field for field in self._shown() if field.value()]
        reports = self._head.size_report(self._words(None))
        for field in filled:
            if field.slot.role is Role.VALUE:
                parts = [one for one in filled if one.slot.field is field.slot.field and one is not field]
                reports.append(self._report(field, parts))
        return [Report(one.field, one.value, one.typed, one.words, None, speakers, said_on) for one in reports]

    def _report(self, field: SheetField, parts: list[SheetField]) -> Report:
        words = tuple(self._words(one) for one in (field, *parts))
        if field.slot.field.key != "status":
            return Report(field.slot.field.key, typed=field.value(), words=words)
        value = {"status": field.value()} | {_PARTS[one.slot.role]: self._part(one) for one in parts}
        return Report("status", value, words=words)

    def _part(self, field: SheetField) -> str:
        return read_day(field.value(), self._today) if field.slot.role is Role.DATE else field.value()

    def _words(self, field: SheetField | None) -> Words:
        start, end = (field.narrowed if field else None) or self._quote
        return Words(self._source, start, end, field.slot.role if field else Role.VALUE)

    def _write(self, reports: list[Report]) -> int:
        people, target = self._session.casebook.people, self._same.target
        if target is not None:
            people.report(target, reports)
            return target
        situation = self._head.situation()
        return people.add(self._head.kind, reports, [situation] if situation else [])

    def _tell_added(self, case_id: int, *, close: bool) -> None:
        view = self._session.casebook.people.view(case_id)
        self._said.keep()
        self._head.keep()
        self._last.case_id = case_id
        if close:
            self.leave()
        else:
            self._clear()
            self._tell(self.tr("Added {person} ({ref})").format(person=view.heading, ref=view.ref), "good")
            self._fields[0].editor.setFocus()

    def _tell(self, sentence: str, ink: str = "text") -> None:
        self._told.setText(sentence)
        self._told.set_ink(ink)
        self._told.setVisible(bool(sentence))

    def _clear(self) -> None:
        for field in self._fields:
            field.clear()
        self._same.forget()
        self._leaving = False

    def _shown(self) -> list[SheetField]:
        is_group = self._head.kind is CaseKind.GROUP
        return [field for field in self._fields if field.slot.for_group or not is_group]
