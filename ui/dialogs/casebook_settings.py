"""The settings of one casebook: its title, who may confirm, and its situations."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casefiles.domain.dates import PartialDate, read_date, show
from casefiles.domain.problems import BadInput
from ui.dialogs.time_zones import complete_zones
from ui.theme.typography import Role
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.editors import Editor, LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casefiles.workspace.settings import Body, Situation
    from ui.session import Session
    from ui.theme.theme import Theme

_LABEL_WIDTH: Final = 120
_DATE_WIDTH: Final = 130


def named_field(theme: Theme, name: str, editor: Editor) -> QWidget:
    """Return an editor with its name before it."""
    row = QWidget()
    line = QHBoxLayout(row)
    Spacing(theme, line, gap=8)
    label = Label(theme, name, ink="muted")
    label.setFixedWidth(theme.px(_LABEL_WIDTH))
    label.setBuddy(editor)
    line.addWidget(label)
    line.addWidget(editor, 1)
    return row


def attempt(editor: Editor, act: Callable[[], object]) -> bool:
    """Do an edit; what is wrong with the value is said under its field."""
    try:
        act()
    except BadInput as problem:
        editor.show_error(str(problem))
        return False
    return True


class CasebookCard(Card):
    """Title and time zone.

    Args:
        theme: the theme in force.
        session: the open casebook.
    """

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, self.tr("This casebook"))
        self._session = session
        self._editors = {
            "title": LineEditor(theme, self.tr("Title"), self.tr("Printed on briefings")),
            "time_zone": LineEditor(theme, self.tr("Time zone"), "Asia/Kolkata"),
        }
        names = {"title": self.tr("Title"), "time_zone": self.tr("Time zone")}
        for key, editor in self._editors.items():
            self.add(named_field(theme, names[key], editor))
            editor.committed.connect(lambda value, key=key: self._set(key, value))
        zone = self._editors["time_zone"].focusProxy()
        assert isinstance(zone, QLineEdit)
        complete_zones(zone)
        session.changed.connect(self._show)
        self._show()

    def _set(self, key: str, value: str) -> None:
        settings = self._session.casebook.settings
        self._session.edit(lambda: attempt(self._editors[key], lambda: settings.set(key, value)))

    def _show(self) -> None:
        for key, editor in self._editors.items():
            if not editor.isAncestorOf(self.focusWidget() or self):
                editor.set_value(self._session.casebook.desk.setting(key))


class ListCard(Card):
    """A card with a row for each of some records, and a line to add one more.

    Args:
        theme: the theme in force.
        session: the open casebook.
        title: what the records are.
        about: a sentence about them.
        adding: the inputs of the line that adds one, the name first.
    """

    def __init__(self, theme: Theme, session: Session, title: str, about: str, adding: Sequence[LineEditor]) -> None:
        super().__init__(theme, title)
        self.theme = theme
        self.session = session
        self._shown: list[str] = []
        self._lines: dict[str, LineEditor] = {}
        self._adding = adding
        self.add(Label(theme, about, Role.META, "muted", wrap=True))
        self._rows = QVBoxLayout()
        Spacing(theme, self._rows, gap=6)
        self.body.addLayout(self._rows)
        self.body.addLayout(self._adding_line())
        session.changed.connect(self.show_records)
        self.show_records()

    def show_records(self) -> None:
        """Show the records as they stand; rows are made anew only when others are there."""
        records = self.records()
        if [record.uuid for record in records] != self._shown:
            self._shown = [record.uuid for record in records]
            self._make_rows(records)
        for record in records:
            self.show_record(record, self._lines[record.uuid])

    def records(self) -> Sequence[Body | Situation]:
        """Return the records."""
        raise NotImplementedError

    def make_row(self, record: Body | Situation, line: QHBoxLayout) -> LineEditor:
        """Fill a row, and return the editor in it."""
        raise NotImplementedError

    def show_record(self, record: Body | Situation, editor: LineEditor) -> None:
        """Show a record in its row's editor."""
        raise NotImplementedError

    def add_record(self, values: Sequence[str]) -> None:
        """Add a record from what was typed."""
        raise NotImplementedError

    def _make_rows(self, records: Sequence[Body | Situation]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for record in records:
            row = QWidget()
            line = QHBoxLayout(row)
            Spacing(self.theme, line, gap=8)
            self._lines[record.uuid] = self.make_row(record, line)
            self._rows.addWidget(row)

    def _adding_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        Spacing(self.theme, line, gap=8)
        for place, editor in enumerate(self._adding):
            line.addWidget(editor, 1 if place == 0 else 0)
        button = Button(self.theme, self.tr("Add"), "plus")
        button.setAccessibleName(self.tr("Add: {title}").format(title=self.accessibleName()))
        button.setAutoDefault(False)
        button.clicked.connect(self._add)
        line.addWidget(button)
        return line

    def _add(self) -> None:
        values = [editor.value().strip() for editor in self._adding]
        done: list[bool] = []
        self.session.edit(lambda: done.append(attempt(self._adding[0], lambda: self.add_record(values))))
        if done == [True]:
            for editor in self._adding:
                editor.set_value("")


class BodiesCard(ListCard):
    """The bodies able to confirm, each with the days between which it could.

    Args:
        theme: the theme in force.
        session: the open casebook.
    """

    def __init__(self, theme: Theme, session: Session) -> None:
        since = LineEditor(theme, self.tr("Able to confirm since"), self.tr("Since (optional)"))
        since.setFixedWidth(theme.px(_DATE_WIDTH))
        self._days: dict[str, tuple[LineEditor, LineEditor]] = {}
        name = LineEditor(theme, self.tr("Name of the body to add"), self.tr("Ministry, mission or other body"))
        super().__init__(
            theme,
            session,
            self.tr("Able to confirm"),
            self.tr("What these bodies say counts as confirmed; anything else with a source is reported."),
            (name, since),
        )

    def records(self) -> Sequence[Body | Situation]:
        """Return the bodies."""
        return self.session.casebook.settings.confirming()

    def make_row(self, record: Body | Situation, line: QHBoxLayout) -> LineEditor:
        """Let the name and the days be typed over; nothing is removed, only ended on a day."""
        names = {
            "name": (self.tr("Name of {body}"), ""),
            "since": (self.tr("{body}: since"), self.tr("Since (always)")),
            "until": (self.tr("{body}: until"), self.tr("Until (still able)")),
        }
        editors = {
            key: LineEditor(self.theme, name.format(body=record.name), hint) for key, (name, hint) in names.items()
        }
        for key, editor in editors.items():
            editor.committed.connect(partial(self._change, record.uuid, key, editor))
            line.addWidget(editor, 1 if key == "name" else 0)
            if key != "name":
                editor.setFixedWidth(self.theme.px(_DATE_WIDTH))
        self._days[record.uuid] = (editors["since"], editors["until"])
        return editors["name"]

    def show_record(self, record: Body | Situation, editor: LineEditor) -> None:
        """Show the name, the first day and the last."""
        editor.set_value(record.name)
        for day, key in zip(self._days[record.uuid], ("since", "until"), strict=True):
            day.set_value(_shown(getattr(record, key)))

    def add_record(self, values: Sequence[str]) -> None:
        """List one more body."""
        self.session.casebook.settings.add_confirming(values[0], self._read(values[1]))

    def _change(self, uuid: str, key: str, editor: LineEditor, typed: str) -> None:
        settings = self.session.casebook.settings
        read = self._read if key != "name" else str
        self.session.edit(lambda: attempt(editor, lambda: settings.change_confirming(uuid, **{key: read(typed)})))

    def _read(self, typed: str) -> str:
        return read_date(typed, today=self.session.casebook.desk.today()).edtf if typed.strip() else ""


class SituationsCard(ListCard):
    """The situations, each under a name that can be changed.

    Args:
        theme: the theme in force.
        session: the open casebook.
    """

    def __init__(self, theme: Theme, session: Session) -> None:
        name = LineEditor(theme, self.tr("Name of the situation to add"), self.tr("A war, a crisis"))
        super().__init__(theme, session, self.tr("Situations"), self.tr("The crises that people belong to."), (name,))

    def records(self) -> Sequence[Body | Situation]:
        """Return the situations."""
        return self.session.casebook.settings.situations()

    def make_row(self, record: Body | Situation, line: QHBoxLayout) -> LineEditor:
        """Let the name be typed over."""
        name = LineEditor(self.theme, self.tr("Name of {situation}").format(situation=record.name))
        name.committed.connect(lambda value: self._rename(record.uuid, name, value))
        line.addWidget(name)
        return name

    def show_record(self, record: Body | Situation, editor: LineEditor) -> None:
        """Show the name."""
        editor.set_value(record.name)

    def add_record(self, values: Sequence[str]) -> None:
        """Add one more situation."""
        self.session.casebook.settings.situation(values[0])

    def _rename(self, uuid: str, editor: LineEditor, name: str) -> None:
        if not name.strip():
            editor.show_error(self.tr("The situation has no name. Type one, or press Esc for the old one."))
            return
        settings = self.session.casebook.settings
        self.session.edit(lambda: attempt(editor, lambda: settings.rename_situation(uuid, name)))


def _shown(edtf: str) -> str:
    return show(PartialDate.parse_edtf(edtf)) if edtf else ""
