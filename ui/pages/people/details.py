"""The Details card: every field of the catalogue that fits the case, read and edited in place."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from casefiles.domain.catalogue import Field, In, Section, fields_in
from casefiles.domain.problems import BadInput, CasefilesError, StaleEdit
from ui.pages.people.field_line import FieldLine
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.fields import FieldRows
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from casefiles.domain.changes import Changes
    from casefiles.workspace.views import CaseView
    from ui.session import Session
    from ui.theme.theme import Theme

ORIGIN: Final = "details:"


class Lines(FieldRows):
    """Field lines under the headings of the catalogue, their values aligned.

    Args:
        theme: the theme in force.
        fields: the fields, in the catalogue's order.
        parent: the owner.
    """

    def __init__(self, theme: Theme, fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.lines: list[FieldLine] = []
        self._heads: dict[Section, Label] = {}
        for section, together in groupby(fields, key=lambda field: field.section):
            head = Label(theme, section.value, Role.GROUP_HEAD, "muted")
            head.setContentsMargins(0, theme.px(6), 0, 0)
            self._heads[section] = head
            self._column.addWidget(head)
            for field in together:
                line = FieldLine(theme, field, self)
                self.lines.append(line)
                self._rows.append(line)
                self._column.addWidget(line)
        self._align()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Change many lines out of view: in view, each of them would lay out the whole page again."""
        was_hidden = self.isHidden()
        self.hide()
        yield
        self.setHidden(was_hidden)

    def show_lines(self, wanted: set[str]) -> None:
        """Show only these fields, and only the headings that have one."""
        for line in self.lines:
            line.setVisible(line.field.key in wanted)
        shown = {line.field.section for line in self.lines if line.field.key in wanted}
        for section, head in self._heads.items():
            head.setVisible(section in shown)


class DetailsCard(Card):
    """The fields of one case; each is saved when it is left.

    Signals:
        sources_requested: a `FieldView` whose quotes are asked for.
        versions_requested: a `FieldView` whose versions are asked for.
        editing_changed: whether the fields can be typed in now.

    Args:
        session: the open casebook.
        theme: the theme in force.
        view: In.PERSON or In.GROUP.
        parent: the owner.
    """

    sources_requested = Signal(object)
    versions_requested = Signal(object)
    editing_changed = Signal(bool)

    def __init__(self, session: Session, theme: Theme, view: In, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._session = session
        self._case: CaseView | None = None
        self._all_shown = False
        self.editing = False
        self.set_title(self.tr("Details"))
        self._toggle = Button(theme, self.tr("Edit"), kind=Kind.LINK, strong=True)
        self._toggle.setAccessibleName(self.tr("Edit details"))
        only_now(self._toggle)
        self._toggle.clicked.connect(self._switch)
        head = self.body.itemAt(0)
        assert isinstance(head, QHBoxLayout)
        head.addWidget(self._toggle)
        self._lines = Lines(theme, tuple(field for field in fields_in(view) if field.key != "status"))
        for line in self._lines.lines:
            line.typed.connect(partial(self._save, line))
            line.sources_requested.connect(partial(self._ask_sources, line))
            line.versions_requested.connect(partial(self._ask_versions, line))
        self.add(self._lines)
        self._more = Button(theme, "", kind=Kind.LINK)
        self._more.clicked.connect(self._toggle_empty)
        self.add(self._more)

    # what is shown

    def show_case(self, view: CaseView, changes: Changes | None = None) -> None:
        """Show a case, or the same one after a change."""
        if self._case is None or self._case.id != view.id:
            self._open_another()
            with self._lines.held():
                self._show(view, changes)
        else:
            self._show(view, changes)

    def _show(self, view: CaseView, changes: Changes | None) -> None:
        self._case = view
        for line in self._lines.lines:
            is_echo = changes is not None and changes.origin == ORIGIN + line.field.key
            line.show_view(view.field(line.field.key), is_echo=is_echo)
        self._choose_lines()

    def _switch(self) -> None:
        if self.editing or self._session.may_edit():
            self.set_editing(not self.editing)

    def set_editing(self, editing: bool) -> None:
        """Let every field be typed in, or show them all again."""
        if self._case is None or editing == self.editing:
            return
        self.save_now()
        self.editing = editing
        self._toggle.setText(self.tr("Done") if editing else self.tr("Edit"))
        self._toggle.setAccessibleName(self.tr("Finish editing") if editing else self.tr("Edit details"))
        today = self._session.casebook.desk.today()
        with self._lines.held():
            for line in self._lines.lines:
                line.edit(today) if editing else line.read()
            self._show(self._case, None)
        self.editing_changed.emit(editing)

    def focus_first(self) -> None:
        """Go to the first field that can be typed in."""
        next((line for line in self._lines.lines if line.focus_editor()), None)

    def save_now(self) -> None:
        """Commit whatever is typed and not yet committed."""
        for line in self._lines.lines:
            line.commit_now()

    # inside

    def _open_another(self) -> None:
        self.set_editing(editing=False)
        for line in self._lines.lines:
            line.show_case_afresh()

    def _save(self, line: FieldLine, typed: str) -> None:
        assert self._case is not None
        key, people = line.field.key, self._session.casebook.people
        try:
            people.set_field(self._case.id, key, typed, seen=line.seen, origin=ORIGIN + key)
        except StaleEdit as problem:
            fresh = people.view(self._case.id).field(key)
            line.seen = fresh.seen
            line.tell(self.tr("{say} It is now: {value}.").format(say=problem.say, value=fresh.text or "–"))
        except BadInput as problem:
            line.tell(str(problem))
        except CasefilesError as problem:
            line.tell(str(problem))
            self._session.problems.tell(problem)

    def _choose_lines(self) -> None:
        everything = self.editing or self._all_shown
        wanted = {line.field.key for line in self._lines.lines if everything or not line.is_empty}
        hidden = len(self._lines.lines) - len(wanted)
        self._lines.show_lines(wanted)
        self._more.setVisible(not self.editing and bool(hidden or self._all_shown))
        self._more.setText(
            self.tr("Hide empty fields") if self._all_shown else self.tr("Show %n empty field(s)", "", hidden)
        )

    def _toggle_empty(self) -> None:
        self._all_shown = not self._all_shown
        self._choose_lines()

    def _ask_sources(self, line: FieldLine) -> None:
        self.sources_requested.emit(line.view)

    def _ask_versions(self, line: FieldLine) -> None:
        self.versions_requested.emit(line.view)
