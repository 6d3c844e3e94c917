"""The note under a day that has not come yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from casefiles.workspace.not_yet import is_to_come

if TYPE_CHECKING:
    from datetime import date

    from ui.widgets.editors import LineEditor


def watch_day(editor: LineEditor, today: date) -> None:
    """Say under a line, while a day after today stands in it, that it has not come yet; it is taken all the same."""
    line = editor.findChild(QLineEdit)
    assert line is not None

    def look(typed: str) -> None:
        note = QCoreApplication.translate("DayNote", "That day has not come yet.")
        editor.show_note(note if is_to_come(typed, today) else "")

    line.textChanged.connect(look)
    look(line.text())
