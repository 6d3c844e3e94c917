"""The head of a case's page: who it is, the status with its certainty, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from casefiles.domain.certainty import Certainty
from ui.models.faces import PillFace
from ui.models.listed import pill_face
from ui.pages.people.avatar import Avatar
from ui.theme.typography import Role
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.pill import Pill
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from casefiles.workspace.views import CaseView
    from ui.theme.theme import Theme

_NOBODY: Final = PillFace(Certainty.DESK, ())
_FILL: Final = 3
_BUTTONS: Final = 4


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
        self._pill = Pill(theme, _NOBODY)
        self._subtitle = Label(theme, "", Role.BODY, "muted", wrap=True)
        self._edit = IconButton(theme, self.tr("Edit"), "pencil", shortcut="F2")
        self._print = IconButton(theme, self.tr("Print"), "printer")
        self._more = IconButton(theme, self.tr("More"), "ellipsis")
        only_now(self._edit, self._more)
        self._edit.clicked.connect(lambda: self.asked.emit("edit"))
        self._print.clicked.connect(lambda: self.asked.emit("print"))
        self._more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("More"))
        self._identify = self._add("identify", self.tr("One of these is…"))
        self._add("add-status", self.tr("Add status…"))
        self._add("add-name", self.tr("Add a name…"))
        self._hold = self._add("hold", self.tr("Hold…"))
        self._menu.addSeparator()
        self._add("remove", self.tr("Remove…"))
        self._arrange(theme)

    def show_case(self, view: CaseView) -> None:
        """Show whose page this is."""
        self._avatar.show_case(view)
        self._name.setText(view.heading)
        self._pill.show_face(pill_face(view.pill))
        self._subtitle.setText(view.subtitle)
        self._identify.setVisible(view.is_group)
        self._hold.setText(self.tr("Lift the hold…") if view.hold else self.tr("Hold…"))
        self._place_pill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pill beside the name where there is room, and below it where there is not."""
        super().resizeEvent(event)
        self._place_pill()

    def _arrange(self, theme: Theme) -> None:
        self._grid = QGridLayout(self)
        Spacing(theme, self._grid, gap=8)
        self._grid.setColumnStretch(_FILL, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._avatar, 0, 0, 3, 1, top)
        self._grid.addWidget(self._subtitle, 2, 1, 1, _BUTTONS)
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        Spacing(theme, line, gap=4)
        for button in (self._edit, self._print, self._more):
            line.addWidget(button)
        self._grid.addWidget(self._buttons, 0, _BUTTONS, top)
        self._place_pill()

    def _place_pill(self) -> None:
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        gaps = 4 * self._grid.horizontalSpacing()
        taken = self._avatar.width() + self._buttons.sizeHint().width() + self._pill.sizeHint().width() + gaps
        beside = name + taken <= self.width()
        self._name.setWordWrap(not beside)
        self._grid.addWidget(self._name, 0, 1, 1, 1 if beside else _FILL)
        if beside:
            self._grid.addWidget(self._pill, 0, 2)
        else:
            self._grid.addWidget(self._pill, 1, 1, 1, _BUTTONS)

    def _add(self, action: str, words: str) -> QAction:
        added = self._menu.addAction(words)
        added.triggered.connect(lambda: self.asked.emit(action))
        return added

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
