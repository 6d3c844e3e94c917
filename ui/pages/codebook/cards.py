"""The sections of the codebook as cards: what the program says, and what is written here, saved when it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.codebook import Own
from casefiles.domain.dates import PartialDate, read_date, show
from ui.dialogs.casebook_settings import attempt
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.editors import Editor, LineEditor, TextEditor
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.domain.codebook import Paragraph
    from casefiles.workspace.codebook import Written
    from ui.session import Session
    from ui.theme.theme import Theme

WIDEST: Final = 760
_TERM_WIDTH: Final = 150
_TEXT_HEIGHT: Final = 110


class SectionCard(Card):
    """One section: its paragraphs that the program says.

    Args:
        theme: the theme in force.
        session: the open casebook.
        written: the section.
    """

    def __init__(self, theme: Theme, session: Session, written: Written) -> None:
        super().__init__(theme, written.section.title, widest=WIDEST)
        self.theme = theme
        self.session = session
        self.key = written.section.key
        self.add(Label(theme, written.section.about, Role.META, "muted", wrap=True))
        self.add(self._said(written))
        self.editors: list[Editor] = []

    def show_section(self, written: Written) -> None:
        """Show the section as it stands now."""

    def _said(self, written: Written) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        Spacing(self.theme, grid, gap=6)
        grid.setColumnStretch(1, 1)
        said = [one for one in written.paragraphs if not one.uuid and not one.is_default]
        for row, one in enumerate(said):
            term = Label(self.theme, one.term, Role.STRONG, wrap=True)
            term.setFixedWidth(self.theme.px(_TERM_WIDTH if len(one.term) > 3 else 24))
            grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self.theme, one.text, wrap=True), row, 1)
        part.setVisible(bool(said))
        return part


class TextCard(SectionCard):
    """A section of one text, which the default fills until something else is written."""

    def __init__(self, theme: Theme, session: Session, written: Written) -> None:
        super().__init__(theme, session, written)
        self._default = Label(theme, self.tr("This applies unless it is changed."), Role.META, "accent", wrap=True)
        self._text = TextEditor(theme, written.section.title)
        self._text.setFixedHeight(theme.px(_TEXT_HEIGHT))
        only_now(self._text)
        self._text.committed.connect(self._save)
        self.editors.append(self._text)
        self.add(self._text)
        self.add(self._default)
        self.show_section(written)

    def show_section(self, written: Written) -> None:
        """Show what applies; text being typed stays."""
        one = written.paragraphs[0]
        self._default.setVisible(one.is_default)
        box = self._text.focusProxy()
        if box is None or not box.hasFocus():
            self._text.set_value(one.text)

    def _save(self, typed: str) -> None:
        codebook = self.session.casebook.codebook
        self.session.edit(lambda: attempt(self._text, lambda: codebook.set_text(self.key, typed)))


class EntriesCard(SectionCard):
    """A section of several paragraphs, each with the word or the day it is about, and a line to add one."""

    def __init__(self, theme: Theme, session: Session, written: Written) -> None:
        super().__init__(theme, session, written)
        self._is_dated = written.section.own is Own.DATED
        self._about = self.tr("Day") if self._is_dated else self.tr("Word")
        self._shown: list[str] = []
        self._lines: dict[str, tuple[LineEditor, LineEditor]] = {}
        self._rows = QVBoxLayout()
        Spacing(theme, self._rows, gap=6)
        self.body.addLayout(self._rows)
        self._new = self._pair("", "")
        self.editors += self._new
        self._add_line()
        self.show_section(written)

    def show_section(self, written: Written) -> None:
        """Show the paragraphs; rows are made anew only when others are there."""
        if [one.uuid for one in written.own] != self._shown:
            self._shown = [one.uuid for one in written.own]
            self._make_rows(written.own)
        for one in written.own:
            for editor, value in zip(self._lines[one.uuid], (self._about_of(one), one.text), strict=True):
                editor.set_value(value)

    def _pair(self, about: str, text: str) -> tuple[LineEditor, LineEditor]:
        words = about or self.tr("new")
        hint = self.tr("12 June 2024") if self._is_dated else self.tr("Such as recruiter")
        first = LineEditor(self.theme, self.tr("{what}: {which}").format(what=self._about, which=words), hint)
        first.setFixedWidth(self.theme.px(_TERM_WIDTH))
        name = self.tr("What changed: {which}") if self._is_dated else self.tr("Meaning: {which}")
        second = LineEditor(self.theme, name.format(which=words), self.tr("In a sentence"))
        only_now(first, second)
        for editor, value in ((first, about), (second, text)):
            editor.set_value(value)
        return first, second

    def _make_rows(self, own: Sequence[Paragraph]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in own:
            about, text = self._lines[one.uuid] = self._pair(self._about_of(one), one.text)
            about.committed.connect(partial(self._change_about, one.uuid, about))
            text.committed.connect(partial(self._change_text, one.uuid, text))
            remove = IconButton(self.theme, self.tr("Take out: {which}").format(which=self._about_of(one)), "x")
            only_now(remove)
            remove.clicked.connect(partial(self._remove, one.uuid))
            row = QWidget()
            line = QHBoxLayout(row)
            Spacing(self.theme, line, gap=8)
            for part, stretch in ((about, 0), (text, 1), (remove, 0)):
                line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)
            row.show()  # now, so that it can take the keyboard at once

    def _add_line(self) -> None:
        line = QHBoxLayout()
        Spacing(self.theme, line, gap=8)
        button = Button(self.theme, self.tr("Add"), "plus")
        button.setAccessibleName(self.tr("Add: {title}").format(title=self.accessibleName()))
        only_now(button)
        button.clicked.connect(self._add)
        for part, stretch in ((self._new[0], 0), (self._new[1], 1), (button, 0)):
            line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _about_of(self, one: Paragraph) -> str:
        return show(PartialDate.parse_edtf(one.effective_on)) if self._is_dated else one.term

    def _read(self, typed: str) -> dict[str, str]:
        if not self._is_dated:
            return {"term": typed}
        today = self.session.casebook.desk.today()
        return {"effective_on": read_date(typed, today=today).edtf if typed.strip() else ""}

    def _add(self) -> None:
        about, text = self._new
        codebook = self.session.casebook.codebook
        done: list[bool] = []

        def add() -> None:
            codebook.add(self.key, text.value(), **self._read(about.value()))

        self.session.edit(lambda: done.append(attempt(about, add)))
        if done == [True]:
            for editor in self._new:
                editor.set_value("")
            about.setFocus()

    def _change_about(self, uuid: str, editor: LineEditor, typed: str) -> None:
        codebook = self.session.casebook.codebook
        self.session.edit(lambda: attempt(editor, lambda: codebook.change(uuid, **self._read(typed))))

    def _change_text(self, uuid: str, editor: LineEditor, typed: str) -> None:
        codebook = self.session.casebook.codebook
        self.session.edit(lambda: attempt(editor, lambda: codebook.change(uuid, text=typed)))

    def _remove(self, uuid: str) -> None:
        self.session.edit(lambda: self.session.casebook.codebook.remove(uuid))
