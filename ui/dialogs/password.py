"""Asking for the password of a casebook, until it opens or the officer thinks better of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.dialogs.sheet import Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from casefiles.domain.problems import CasefilesError
    from ui.theme.theme import Theme


class PasswordDialog(Sheet):
    """Stays open while passwords are wrong.

    Signals:
        tried: a password to try.

    Args:
        theme: the theme in force.
        path: the casebook.
        parent: the window.
    """

    tried = Signal(str)

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Password"), 420, parent)
        self._line = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._open = self.main(self.tr("Open"))
        self._open.clicked.connect(self._try)
        self.say(self.tr("{name} is locked with a password.").format(name=path.name))
        self._field = self.add_field(self.tr("Password of this casebook"), self._line)
        self.add_buttons(self.closing(self.tr("Cancel")), self._open)
        self._line.setFocus()

    def refuse(self, problem: CasefilesError) -> None:
        """Say that the password did not open it, and wait for another."""
        self._open.setEnabled(True)
        self._field.tell(str(problem))
        self._line.selectAll()

    def _try(self) -> None:
        if not self._line.text():
            self._field.tell(self.tr("Type the password."))
            return
        self._field.tell("")
        self._open.setEnabled(False)
        self.tried.emit(self._line.text())
