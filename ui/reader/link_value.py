"""The small window at the selected words: they support this value of this person."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.catalogue import BY_KEY, FIELDS, In
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind
from casefiles.workspace.entries import Report, Words
from ui.dialogs.day_note import watch_day
from ui.reader.last_entry import last_entry
from ui.reader.people_choices import find_people, person_choice
from ui.reader.picker import Choice, Picker, among, has_keyboard
from ui.reader.proposing import propose, read_day
from ui.reader.said import Said
from ui.reader.value_box import ValueBox
from ui.theme.typography import Role as Type
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.editors import Editor, LineEditor
from ui.widgets.floating import Floating
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from casefiles.domain.kinds import Value
    from casefiles.domain.speakers import Speaker
    from ui.session import Session
    from ui.theme.theme import Theme

NEW: Final = "new"
WIDTH: Final = 400
_SHORT: Final = 60
_FOOT: Final = 36  # the window's status line, which stays in sight
_PARTS: Final = ("date", "place", "cause")


class LinkValue(Floating):
    """Links words to one field of one person; Enter saves, Esc leaves.

    Signals:
        saved: the UUIDs of the reports added to somebody known, and what was done in words.
        left: it was closed, saved or not.

    Args:
        theme: the theme in force.
        session: the open casebook.
        words: where the selected words stand.
        quote: the selected words.
        person: the person to begin with, or None for the last one.
        parent: the window it stands in.
    """

    saved = Signal(object, str)
    left = Signal()

    def __init__(
        self, theme: Theme, session: Session, words: Words, quote: str, person: int | None, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._window = parent
        self._session = session
        self._has_left = False
        self._words = words
        self._quote = quote
        self._last = last_entry(session)
        self._today = session.casebook.desk.today()
        self.setAccessibleName(self.tr("Link the selected words"))
        self._make_parts()
        self._lay_out()
        known = person_choice(session.casebook, person if person is not None else self._last.case_id)
        self._person.choose(known)
        self._begin_at: Editor = self._field if known else self._person
        self._ask_field("")

    def _make_parts(self) -> None:
        theme = self._theme
        hint = self.tr("Type a name")
        self._person = Picker(theme, self.tr("Person"), self._find_person, hint, self._look_for_person)
        self._field = Picker(theme, self.tr("Field"), self._find_field, self.tr("Type a field, such as age"))
        self._value = ValueBox(theme)
        self._said = Said(theme, self._last, self._today)
        self._parts = {
            "date": LineEditor(theme, self.tr("When"), self.tr("such as March 2024")),
            "place": LineEditor(theme, self.tr("Where")),
            "cause": LineEditor(theme, self.tr("How")),
        }
        for day in (self._parts["date"], self._said.on):
            watch_day(day, self._today)
            day.noted.connect(self._grow)
        self._field.picked.connect(self._ask_field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column, (16, 10, 12, 14), 8)
        column.addLayout(self._head())
        self._form = QFormLayout()
        Spacing(self._theme, self._form, gap=8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Person"), self._person),
            (self.tr("Field"), self._field),
            (self.tr("Value"), self._value),
            (self.tr("When"), self._parts["date"]),
            (self.tr("Where"), self._parts["place"]),
            (self.tr("How"), self._parts["cause"]),
            (self.tr("Said by"), self._said),
        )
        for label, editor in rows:
            self._form.addRow(Label(self._theme, label, ink="muted"), editor)
        column.addLayout(self._form)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        short = " ".join(self._quote.split())
        shown = shorten(short, _SHORT, placeholder="…") if " " in short[:_SHORT] else short[:_SHORT]
        line.addWidget(Label(self._theme, f"“{shown}”", Type.CARD_TITLE, wrap=True), 1)
        close = IconButton(self._theme, self.tr("Close without linking"), "x", shortcut="Esc")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.leave)
        line.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(Label(self._theme, self.tr("Enter links · Esc leaves"), Type.META, "muted"), 1)
        link = Button(self._theme, self.tr("Link"), "link", Kind.PRIMARY)
        link.clicked.connect(self.save)
        line.addWidget(link)
        return line

    # opening and leaving

    def open_beside(self, words: QRect) -> None:
        """Show it below the words, a place in the window, or above them, and so that all of it can be seen."""
        window, edge = self._window, self._theme.px(8)
        self._about = words.adjusted(0, -edge, 0, edge)
        self.setFixedWidth(min(self._theme.px(WIDTH), window.width() - 2 * edge))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._begin_at.setFocus()

    def leave(self) -> None:
        """Close it; what was typed in it is given up."""
        self._has_left = True
        self.hide()
        self.left.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves and Esc leaves, wherever the keyboard is."""
        acts = {Qt.Key.Key_Return: self.save, Qt.Key.Key_Enter: self.save, Qt.Key.Key_Escape: self.leave}
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    # what is chosen

    def _find_person(self, typed: str) -> Sequence[Choice]:
        return self._or_new(find_people(self._session.casebook, typed))

    def _look_for_person(self, typed: str) -> None:
        casebook = self._session.casebook
        self._session.tasks.search(
            "link person", lambda: find_people(casebook, typed), lambda found: self._offer_people(typed, found)
        )

    def _offer_people(self, typed: str, found: Sequence[Choice]) -> None:
        if not self._has_left:
            self._person.offer(typed, self._or_new(found))

    def _or_new(self, found: Sequence[Choice]) -> list[Choice]:
        return [*found, Choice(NEW, self.tr("New person"))]

    def _find_field(self, typed: str) -> Sequence[Choice]:
        chosen = self._person.value()
        is_group = chosen not in {"", NEW} and self._session.casebook.finding.is_group(int(chosen))
        view = In.GROUP if is_group else In.PERSON
        return among([Choice(one.key, one.label) for one in FIELDS if view in one.views and one.sourced])(typed)

    def _ask_field(self, key: str) -> None:
        if key:
            self._value.ask(BY_KEY[key], propose(BY_KEY[key].kind, self._quote, self._today))
        self._form.setRowVisible(self._value, bool(key))
        for editor in self._parts.values():
            self._form.setRowVisible(editor, key == "status")
        self._grow()

    def _grow(self) -> None:
        if self.isVisible():
            self.adjustSize()
            self._place()

    def _place(self) -> None:
        """Stand below the words; where the window ends too soon above them, or else as low as it can."""
        about, edge = self._about, self._theme.px(8)
        lowest = self._window.height() - self._theme.px(_FOOT) - self.height()
        above = about.top() - self.height()
        top = about.bottom() if about.bottom() <= lowest else above if above >= edge else max(edge, lowest)
        rightmost = self._window.width() - self.width() - edge
        self.move(max(edge, min(about.x(), rightmost)), top)

    # saving

    def save(self) -> None:
        """Save the report, if all of it can be taken; else say under the field what is missing."""
        problem = self.tr("Choose someone from the list, or New person at its end.")
        if not self._chosen(self._person, problem) or not self._chosen(self._field, self.tr("Choose a field.")):
            return
        value = self._read_value()
        said = self._said.read() if value is not None else None
        if value is not None and said is not None:
            self._write(value, *said)

    def _chosen(self, picker: Picker, missing: str) -> bool:
        if picker.settle() and picker.value():
            return True
        if has_keyboard(picker) or picker.typed:
            picker.show_error(missing)
        picker.setFocus()
        return False

    def _read_value(self) -> Value:
        field, typed = BY_KEY[self._field.value()], self._value.value()
        if not typed and not has_keyboard(self._value.editor):
            self._value.editor.setFocus()  # the words do not say it by themselves: ask
            return None
        editor: Editor = self._value.editor
        try:
            value = field.kind.read(typed, self._today)
            if field.key == "status":
                editor = self._parts["date"]
                value = value | self._read_parts()
        except BadInput as problem:
            editor.show_error(str(problem))
            editor.setFocus()
            self._grow()
            return None
        return value

    def _read_parts(self) -> dict[str, str]:
        typed = {key: self._parts[key].value().strip() for key in _PARTS}
        read = typed | {"date": read_day(typed["date"], self._today)}
        return {key: part for key, part in read.items() if part}

    def _write(self, value: Value, speakers: tuple[Speaker, ...], said_on: str) -> None:
        report = Report(self._field.value(), value, words=(self._words,), speakers=speakers, said_on=said_on)
        label = BY_KEY[report.field].label.lower()
        chosen, people = self._person.value(), self._session.casebook.people
        done: list[tuple[int, list[str]]] = []

        def write() -> None:
            if chosen == NEW:
                here = [self._last.situation] if self._last.situation else []
                done.append((people.add(CaseKind.PERSON, [report], here), []))
            else:
                done.append((int(chosen), people.report(int(chosen), [report])))

        if self._session.edit(write):
            case_id, claims = done[0]
            self._last.case_id = case_id
            self._said.keep()
            named = person_choice(self._session.casebook, case_id)
            self.leave()
            told = self.tr("Linked {field} of {person}").format(field=label, person=named.words if named else "")
            self.saved.emit(claims, told)
