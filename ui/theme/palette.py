"""Qt's own palette, from our colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from ui.theme.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES: Final = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "panel",
    _Role.AlternateBase: "bg",
    _Role.Text: "text",
    _Role.Button: "panel",
    _Role.ButtonText: "text",
    _Role.BrightText: "error",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "panel",
    _Role.PlaceholderText: "muted",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "panel",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "field_border",
}
_FAINT: Final = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette_of(look: Tokens) -> QPalette:
    """The palette that shows `look` in every widget Qt draws itself."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(look.colour(name)))
    for role in _FAINT:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.muted))
    return palette
