"""An editor for any field of the catalogue, by the kind of its values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from casefiles.domain.dates import PartialDate, hint, read_date, show
from casefiles.domain.kinds import BLANKS, Choice
from casefiles.domain.problems import BadInput
from ui.dialogs.day_note import watch_day
from ui.theme.typography import Role
from ui.widgets.editors import ChoiceEditor, Editor, LineEditor, TextEditor
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from casefiles.domain.catalogue import Field
    from ui.theme.theme import Theme

    Make = Callable[[Theme, Field, date], Editor]

DATE_EXAMPLE: Final = "21 Feb 2024, March 2024, before 11 June"
_TEXT_HEIGHT: Final = 96


class DateEditor(LineEditor):
    """A date in words, with the exact form that it will be kept in underneath.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        today: the day at the desk, which "last March" is reckoned from.
        parent: the owner.
        planned: it is a day that the desk sets itself, which may well lie ahead.
    """

    def __init__(
        self, theme: Theme, name: str, today: date, parent: QWidget | None = None, *, planned: bool = False
    ) -> None:
        super().__init__(theme, name, DATE_EXAMPLE, parent)
        self._today = today
        self._exact = Label(theme, "", Role.META, "muted")
        self._exact.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(self._exact)
        line = self.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.textChanged.connect(self._show_exact)
        if not planned:
            watch_day(self, today)

    def edtf(self) -> str:
        """Return the date as it is kept; empty for none.

        Raises:
            BadInput: it is not a date.
        """
        return hint(read_date(self.value(), today=self._today)) if self.value().strip() else ""

    def day(self) -> date | None:
        """Return the one day the date stands for; None when it is less exact.

        Raises:
            BadInput: it is not a date.
        """
        read = read_date(self.value(), today=self._today)
        return read.earliest if read.earliest == read.latest else None

    def _show_exact(self) -> None:
        try:
            exact = self.edtf()
        except BadInput:
            exact = ""
        self._exact.setText(exact)
        self._exact.setVisible(bool(exact) and exact != self.value().strip())


class NationalityEditor(LineEditor):
    """A country, and below it who verified it and when; without those it is not verified.

    Its value is the country, or a JSON object of the parts when there is more to it.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        today: the day at the desk.
        parent: the owner.
    """

    def __init__(self, theme: Theme, name: str, today: date, parent: QWidget | None = None) -> None:
        self._by, self._on = QLineEdit(), QLineEdit()
        super().__init__(theme, name, QCoreApplication.translate("NationalityEditor", "Country"), parent)
        self._today = today
        self._add_part(self._by, self.tr("Verified by"))
        self._add_part(self._on, self.tr("Verified on"))

    def value(self) -> str:
        """Return the country, or all parts."""
        parts = {"verified_by": self._by.text().strip(), "verified_on": self._exact(self._on.text().strip())}
        given = {key: part for key, part in parts.items() if part}
        country = super().value()
        return json.dumps({"country": country.strip(), **given}, ensure_ascii=False) if given else country

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving any part, or Enter in it, commits."""
        if watched in {self._by, self._on}:
            is_enter = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._confirms(event)
            if is_enter or event.type() == QEvent.Type.FocusOut:
                self._commit()
        return super().eventFilter(watched, event)

    def _put(self, value: str) -> None:
        parts = json.loads(value) if value.startswith("{") else {"country": value}
        super()._put(parts.get("country", ""))
        self._by.setText(parts.get("verified_by", ""))
        verified_on = parts.get("verified_on", "")
        self._on.setText(show(PartialDate.parse_edtf(verified_on)) if verified_on else "")

    def _add_part(self, line: QLineEdit, name: str) -> None:
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.installEventFilter(self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, line)

    def _exact(self, typed: str) -> str:
        """Return a date as it is kept; one that cannot be read stays as typed, to be refused with its sentence."""
        try:
            return hint(read_date(typed, today=self._today)) if typed else ""
        except BadInput:
            return typed


def editor_for(theme: Theme, field: Field, today: date) -> Editor:
    """Return an empty editor for a field, named by the field's label."""
    return _MAKERS.get(field.kind.key, _line)(theme, field, today)


def typed_value(field: Field, typed: str) -> str:
    """Return what an editor of the field shows for a value as an officer would type it."""
    if not isinstance(field.kind, Choice):
        return typed
    keys = {words: key for key, words in _choices(field.kind)}
    return keys.get(typed, typed)


def _line(theme: Theme, field: Field, today: date) -> Editor:  # noqa: ARG001 - all makers have one shape
    return LineEditor(theme, field.label, field.kind.example)


def _text(theme: Theme, field: Field, today: date) -> Editor:  # noqa: ARG001 - all makers have one shape
    editor = TextEditor(theme, field.label)
    editor.setFixedHeight(theme.px(_TEXT_HEIGHT))
    return editor


def _choice(theme: Theme, field: Field, today: date) -> Editor:  # noqa: ARG001 - all makers have one shape
    assert isinstance(field.kind, Choice)
    return ChoiceEditor(theme, field.label, _choices(field.kind))


def _date(theme: Theme, field: Field, today: date) -> Editor:
    return DateEditor(theme, field.label, today, planned=not field.sourced)


def _choices(kind: Choice) -> list[tuple[str, str]]:
    return [("", QCoreApplication.translate("Fields", "Not asked yet")), *kind.options, *BLANKS.items()]


def _nationality(theme: Theme, field: Field, today: date) -> Editor:
    return NationalityEditor(theme, field.label, today)


_MAKERS: dict[str, Make] = {"long text": _text, "choice": _choice, "date": _date, "nationality": _nationality}
"""How values of a kind are typed; all other kinds on one line."""
