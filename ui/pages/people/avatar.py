"""The round picture before a name: initials, or a drawing where there is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from casefiles.workspace.views import CaseView
    from ui.theme.theme import Theme

_SIDE: Final = 48
_DRAWING: Final = 22


class Avatar(QWidget):
    """A circle with up to two initials; screen readers pass it by.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._initials = ""
        self._drawing = "user"
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_case(self, view: CaseView) -> None:
        """Show whose page this is."""
        self._initials = initials(view.heading) if view.named else ""
        self._drawing = "users-round" if view.is_group else "user"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle and what is in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("selection"))
        painter.setPen(self._theme.colour("accent") if self._theme.look.border > 1 else Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._initials:
            painter.setPen(self._theme.colour("accent"))
            painter.setFont(self._theme.font(Role.LIST_TITLE, self._initials))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        else:
            drawing = self._theme.pixmap(self._drawing, "accent", _DRAWING, self.devicePixelRatioF())
            corner = (self.width() - self._theme.px(_DRAWING)) // 2
            painter.drawPixmap(corner, corner, drawing)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedSize(self._theme.px(_SIDE), self._theme.px(_SIDE))
        self.update()


def initials(name: str) -> str:
    """Return the first letters of the first and last words of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))
