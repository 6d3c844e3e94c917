"""What the dialogs about people share: fields one below the other, and mistakes told where they are."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout

from casefiles.domain.problems import CasefilesError
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.editors import Editor

WIDTH: Final = 480
AnyEditor = TypeVar("AnyEditor", bound="Editor")


class CaseForm(QDialog):
    """A few fields with one act and Cancel; what was typed stays until the act is done.

    Args:
        session: the open casebook.
        theme: the theme in force.
        title: what is asked, as the window's title and at its top.
        accept: the words of the act's button; empty when the content has buttons of its own.
        width: at 100 %.
        parent: the owner.
    """

    def __init__(
        self,
        session: Session,
        theme: Theme,
        title: str,
        accept: str,
        *,
        width: int = WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self._fields: dict[str, Editor] = {}
        self._at = ""
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(width))
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, (24, 20, 24, 20), 12)
        self._column.addWidget(Label(theme, title, Role.LIST_TITLE, wrap=True))
        self._grid = QGridLayout()
        Spacing(theme, self._grid, gap=8)
        self._grid.setColumnStretch(1, 1)
        self._trouble = Label(theme, "", ink="error", wrap=True)
        self._trouble.hide()
        self._column.addLayout(self._grid)
        self._column.addWidget(self._trouble)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons(accept))

    # for the dialogs

    def act(self) -> None:
        """Do what the dialog is for.

        Raises:
            CasefilesError: it cannot be done as it stands.
        """
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say something below the title."""
        self._column.insertWidget(1, Label(self.theme, words, ink="muted", wrap=True))

    def add_part(self, part: QWidget, stretch: int = 0) -> None:
        """Put something other than a field above the mistakes and the buttons."""
        self._column.insertWidget(self._column.indexOf(self._trouble), part, stretch)

    def add_field(self, key: str, label: str, editor: AnyEditor) -> AnyEditor:
        """Put a field below the others."""
        words = Label(self.theme, label, ink="muted")
        words.setBuddy(editor)
        words.setMinimumHeight(self.theme.px(32))
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, row, 1)
        self._fields[key] = editor
        return editor

    @contextmanager
    def about(self, key: str) -> Iterator[str]:
        """Tell under this field what goes wrong inside; gives what is typed in it."""
        self._at = key
        yield self._fields[key].value().strip()
        self._at = ""

    def accept(self) -> None:
        """Do the act and close; or tell what is wrong and stay open."""
        self._at = ""
        self._clear_mistakes()
        try:
            self.act()
        except CasefilesError as problem:
            self._tell(problem)
        else:
            super().accept()

    # inside

    def _buttons(self, accept: str) -> QHBoxLayout:
        line = QHBoxLayout()
        Spacing(self.theme, line, (0, 8, 0, 0), 8)
        line.addStretch(1)
        cancel = Button(self.theme, self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        line.addWidget(cancel)
        if accept:
            button = Button(self.theme, accept, kind=Kind.PRIMARY)
            button.setDefault(True)
            button.clicked.connect(self.accept)
            line.addWidget(button)
        return line

    def _clear_mistakes(self) -> None:
        self._trouble.hide()
        for editor in self._fields.values():
            editor.clear_error()

    def _tell(self, problem: CasefilesError) -> None:
        if self._at:
            self._fields[self._at].show_error(str(problem))
            self._fields[self._at].setFocus()
            return
        self._trouble.setText(str(problem))
        self._trouble.show()
