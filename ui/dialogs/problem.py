"""Telling trouble that must not be overlooked: what happened, what was kept, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind

if TYPE_CHECKING:
    from ui.problems import Told
    from ui.theme.theme import Theme


class ProblemDialog(Sheet):
    """The sentence first; technical details only when asked for.

    Args:
        theme: the theme in force.
        told: the trouble.
        parent: the window.
    """

    def __init__(self, theme: Theme, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Something went wrong") if told.is_bug else self.tr("Please note"), 480, parent)
        self._report = told.report
        self.say(told.say, Role.CARD_TITLE)
        if told.hint:
            self.say(told.hint)
        self._details = QPlainTextEdit(told.report, readOnly=True, tabChangesFocus=True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMinimumHeight(theme.px(140))
        self._details.hide()
        self.body.addWidget(self._details)
        self._show = Button(theme, self.tr("Show details"), kind=Kind.LINK)
        self._show.clicked.connect(self._show_details)
        copy = Button(theme, self.tr("Copy details"), "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        close = self.main(self.tr("Go on"))
        close.clicked.connect(self.accept)
        self.add_buttons(copy, close, lead=self._show)

    def _show_details(self) -> None:
        self._details.show()
        self._show.hide()
