"""The head of a case's page: who it is, the status with its certainty, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casefiles.domain.certainty import Certainty
from ui.models.faces import PillFace
from ui.models.listed import pill_face
from ui.pages.people.avatar import Avatar
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.pill import Pill
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from casefiles.workspace.views import CaseView
    from ui.theme.theme import Theme

_NOBODY = PillFace(Certainty.DESK, ())


class CaseHeader(QWidget):
    """Initials, name, pill and subtitle; Edit, Print and More at the end.

    Signals:
        asked: the id of the action that was asked for, as in the window's table of actions.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(theme)
        self._name = Label(theme, "", Role.NAME, wrap=True)
        self._native = Label(theme, "", Role.LIST_TITLE, "muted", wrap=True)
        self._pill = Pill(theme, _NOBODY)
        self._subtitle = Label(theme, "", Role.BODY, "muted", wrap=True)
        self._edit = IconButton(theme, self.tr("Edit"), "pencil", shortcut="F2")
        self._print = IconButton(theme, self.tr("Print"), "printer")
        self._more = IconButton(theme, self.tr("More"), "ellipsis")
        self._edit.clicked.connect(lambda: self.asked.emit("edit"))
        self._print.clicked.connect(lambda: self.asked.emit("print"))
        self._more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("More"))
        self._identify = self._add("identify", self.tr("One of these is…"))
        self._add("add-status", self.tr("Add status…"))
        self._add("add-name", self.tr("Add a name…"))
        self._menu.addSeparator()
        self._add("remove", self.tr("Remove…"))
        self._arrange(theme)

    def show_case(self, view: CaseView) -> None:
        """Show whose page this is."""
        self._avatar.show_case(view)
        self._name.setText(view.heading)
        self._native.setText(view.native_name)
        self._native.setVisible(bool(view.native_name))
        self._pill.show_face(pill_face(view.pill))
        self._subtitle.setText(view.subtitle)
        self._identify.setVisible(view.is_group)

    def _arrange(self, theme: Theme) -> None:
        line = QHBoxLayout(self)
        Spacing(theme, line, gap=12)
        words = QVBoxLayout()
        Spacing(theme, words, gap=2)
        for part in (self._name, self._native, self._pill, self._subtitle):
            words.addWidget(part)
        line.addWidget(self._avatar, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        buttons = QHBoxLayout()
        Spacing(theme, buttons, gap=4)
        for button in (self._edit, self._print, self._more):
            buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(buttons)

    def _add(self, action: str, words: str) -> QAction:
        added = self._menu.addAction(words)
        added.triggered.connect(lambda: self.asked.emit(action))
        return added

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
