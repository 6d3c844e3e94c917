"""The details that describe a source, as a form: in the dialog all at once, on the page one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from casefiles.workspace.sources import DETAILS, Detail
from ui.dialogs.day_note import watch_day
from ui.theme.typography import Role
from ui.widgets.editors import ChoiceEditor, Editor, LineEditor
from ui.widgets.labels import Label, plain_tip
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from datetime import date

    from ui.theme.theme import Theme

LABEL_WIDTH: Final = 96


class SourceDetails(QWidget):
    """Some or all details of a source, each in its own line.

    Signals:
        committed: a detail's key and its value as typed, when it was changed and left.

    Args:
        theme: the theme in force.
        today: the day at the desk.
        keys: which details, all when not given.
        parent: the owner.
    """

    committed = Signal(str, str)

    def __init__(
        self, theme: Theme, today: date, keys: Iterable[str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        known = {detail.key: detail for detail in DETAILS}
        self._details = {key: known[key] for key in (known if keys is None else keys)}
        self._editors = {key: self._editor(theme, detail) for key, detail in self._details.items()}
        self._meanings = {key: Label(theme, "", Role.META, "muted", wrap=True) for key in self._details}
        self._found = {key: Label(theme, "", Role.META, "muted", wrap=True) for key in self._details}
        self._columns: dict[str, QVBoxLayout] = {}
        self._wrong: set[str] = set()
        grid = QGridLayout(self)
        Spacing(theme, grid, gap=8)
        grid.setColumnStretch(1, 1)
        for row, (key, detail) in enumerate(self._details.items()):
            label = Label(theme, _words(detail.label), ink="muted", wrap=True)
            label.setFixedWidth(theme.px(LABEL_WIDTH))
            label.setMinimumHeight(theme.px(30))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._line(theme, key), row, 1)

    def _editor(self, theme: Theme, detail: Detail) -> Editor:
        name = _words(detail.label)
        if detail.options:
            options = [(key, _words(words)) for key, words in detail.options]
            choice = ChoiceEditor(theme, name, options)
            combo = _narrow(choice, detail)
            combo.currentIndexChanged.connect(lambda: self._say_meaning(detail.key))
            return self._listened(choice, detail.key)
        line = LineEditor(theme, name, self.tr("such as 12 Jun 2024") if detail.is_date else _words(detail.hint))
        if detail.is_date:
            watch_day(line, self._today)
        return self._listened(line, detail.key)

    def _listened(self, editor: Editor, key: str) -> Editor:
        editor.committed.connect(lambda typed: self._tell(key, typed))
        return editor

    def _tell(self, key: str, typed: str) -> None:
        self._wrong.discard(key)
        self.committed.emit(key, typed)

    def _line(self, theme: Theme, key: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        Spacing(theme, column, gap=2)
        for part in (self._editors[key], self._meanings[key], self._found[key]):
            column.addWidget(part)
        self._say_meaning(key)
        self._found[key].hide()
        self._columns[key] = column
        return box

    # what is shown

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show details that are kept already, but leave alone lines that are typed in or hold a mistake."""
        for key, editor in self._editors.items():
            field = editor.focusProxy()
            if key not in self._wrong and (field is None or not field.hasFocus()):
                editor.set_value(details.get(key, ""))
                self._say_meaning(key)
                if isinstance(field, QLineEdit):
                    field.setCursorPosition(0)

    def _say_meaning(self, key: str) -> None:
        """Say under a detail what its value means, or what the detail is for."""
        about = self._details[key].about
        meaning = _words(about.get(self._editors[key].value(), about.get("", "")))
        self._meanings[key].setText(meaning)
        self._meanings[key].setVisible(bool(meaning))

    def say_where(self, where: Mapping[str, str]) -> None:
        """Say under each detail in which place of the document it was found."""
        for key, label in self._found.items():
            label.setText(self.tr("found in: {place}").format(place=where.get(key, "")))
            label.setVisible(bool(where.get(key)))

    def put_under(self, key: str, part: QWidget) -> None:
        """Put something under a detail's line."""
        self._columns[key].addWidget(part)

    def editor(self, key: str) -> Editor:
        """Return the editor of one detail."""
        return self._editors[key]

    def values(self) -> dict[str, str]:
        """Return what stands in all lines."""
        return {key: editor.value().strip() for key, editor in self._editors.items()}

    def show_error(self, key: str, sentence: str) -> None:
        """Say under a detail what is wrong with it."""
        self._wrong.add(key)
        self._editors[key].show_error(sentence)

    def forget_mistakes(self) -> None:
        """Let every line show what is kept again."""
        self._wrong.clear()
        for editor in self._editors.values():
            editor.clear_error()


def _narrow(editor: ChoiceEditor, detail: Detail) -> QComboBox:
    """Let a choice be narrower than the longest of its words, and say what each means to the hovering hand."""
    combo = editor.findChild(QComboBox)
    assert combo is not None
    for place, (value, _) in enumerate(detail.options):
        combo.setItemData(place, plain_tip(_words(detail.about.get(value, ""))), Qt.ItemDataRole.ToolTipRole)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def _words(label: str) -> str:
    return QCoreApplication.translate("SourceDetails", label) if label else ""
