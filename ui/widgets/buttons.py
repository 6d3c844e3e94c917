"""Buttons: one shape each for the main act, other acts, icons and links."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme.typography import Role
from ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

ICON_GAP: Final = 4


class Kind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"
    CHIP = "chip"
    FILTER = "filter"
    CHOSEN = "chosen"


_INKS: Final = {
    Kind.PRIMARY: "on_accent",
    Kind.LINK: "accent",
    Kind.CHIP: "warning",
    Kind.FILTER: "muted",
    Kind.CHOSEN: "muted",
}
_ROLES: Final = dict.fromkeys((Kind.LINK, Kind.CHIP, Kind.FILTER, Kind.CHOSEN), Role.META)
_DRAWING_AFTER: Final = frozenset({Kind.FILTER, Kind.CHOSEN})


class Button(QPushButton):
    """A button with words and perhaps a drawing before them.

    Args:
        theme: the theme in force.
        text: its words, which are also its accessible name.
        icon: the drawing, if any.
        kind: how much it asks for attention.
        strong: whether a link stands out as a card's action does.
        parent: the owner.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._role = Role.STRONG if strong or kind is Kind.PRIMARY else _ROLES.get(kind, Role.BODY)
        self.setProperty("kind", kind.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind in _DRAWING_AFTER:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if rtl else Qt.LayoutDirection.RightToLeft)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(self._role, self.text()))
        if self._icon:
            px = 13 if self._role is Role.META else 16
            self.setIcon(self._spaced(px))
            gap = 0 if self._kind in _DRAWING_AFTER else ICON_GAP
            self.setIconSize(QSize(self._theme.px(px + gap), self._theme.px(px)))

    def _spaced(self, px: int) -> QIcon:
        """The drawing with air on the side of the words: Qt's own gap is too narrow."""
        ink = _INKS.get(self._kind, "accent" if self._kind is Kind.PLAIN else "muted")
        if self._kind in _DRAWING_AFTER:
            return self._theme.icon(self._icon, ink, px)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._theme.icon(self._icon, ink, px, (ICON_GAP, 0) if rtl else (0, ICON_GAP))


class IconButton(QPushButton):
    """A button that is only a drawing; its name is told to screen readers and shown on hover.

    Args:
        theme: the theme in force.
        name: what it does, in words.
        icon: the drawing.
        shortcut: the key that does the same, shown on hover.
        mirrored: another drawing to use where writing runs from right to left.
        parent: the owner.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        icon: str,
        *,
        shortcut: str = "",
        mirrored: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._mirrored = mirrored or icon
        self.setProperty("kind", Kind.QUIET.value)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name} ({shortcut})" if shortcut else name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = self._theme.px(32)
        self.setFixedSize(side, side)
        self.setIcon(self._theme.icon(self._mirrored if rtl else self._icon))
        self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
