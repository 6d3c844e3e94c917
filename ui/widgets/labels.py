"""Text on the screen: always plain, in the face that draws its writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from ui.theme.typography import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme


class Label(QLabel):
    """A run of plain text in one of our type roles and colours.

    Args:
        theme: the theme in force.
        text: what it says; never read as HTML.
        role: its size and weight.
        ink: the name of its colour.
        wrap: whether it may take several lines.
        centred: whether it stands in the middle rather than at the leading edge.
        parent: the owner.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = Role.BODY,
        ink: str = "text",
        *,
        wrap: bool = False,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._centred = centred
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("ink", ink)
        self.setText(text)
        self._align()
        theme.changed.connect(self._restyle)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._restyle()

    def set_ink(self, ink: str) -> None:
        """Use another of our colours."""
        self.setProperty("ink", ink)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        """Keep to the leading edge when the screen is turned round."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Stand at the screen's leading edge; left to itself, Qt goes by the direction of the text."""
        edge = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft
        visual = QStyle.visualAlignment(self.layoutDirection(), edge)
        self.setAlignment(visual | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role, self.text()))


class Drawing(QLabel):
    """One line drawing beside a text that says the same in words.

    Args:
        theme: the theme in force.
        name: which drawing.
        ink: the name of its colour.
        px: its side at 100 %.
        parent: the owner.
    """

    def __init__(
        self, theme: Theme, name: str, ink: str = "muted", px: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._ink = ink
        self._px = px
        theme.changed.connect(self._redraw)
        self._redraw()

    def show_drawing(self, name: str, ink: str) -> None:
        """Show another drawing, in another colour."""
        self._name = name
        self._ink = ink
        self._redraw()

    def _redraw(self) -> None:
        self.setFixedSize(self._theme.px(self._px), self._theme.px(self._px))
        self.setPixmap(self._theme.pixmap(self._name, self._ink, self._px, self.devicePixelRatioF()))


_WRITTEN: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>"))


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it stands, whatever signs it holds."""
    for sign, written in _WRITTEN:
        text = text.replace(sign, written)
    return f"<p>{text}</p>" if text else ""
