"""The theme in force: widgets ask it for colours, fonts, measures and drawings."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from ui.theme import tokens
from ui.theme.fonts import Families, load_fonts, writing_of
from ui.theme.icons import Drawings
from ui.theme.palette import palette_of
from ui.theme.sheet import style_sheet
from ui.theme.typography import LARGEST_SCALE, SCALE, SMALLEST_SCALE, Role

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QIcon, QPixmap, QScreen
    from PySide6.QtWidgets import QApplication


class Choice(StrEnum):
    """What the officer chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_SCHEMES: Final = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
    Choice.CONTRAST: Qt.ColorScheme.Unknown,
}
_LOOKS: Final = {
    # choice and "is the system dark?"
    (Choice.SYSTEM, False): tokens.LIGHT,
    (Choice.SYSTEM, True): tokens.DARK,
    (Choice.LIGHT, False): tokens.LIGHT,
    (Choice.LIGHT, True): tokens.LIGHT,
    (Choice.DARK, False): tokens.DARK,
    (Choice.DARK, True): tokens.DARK,
    (Choice.CONTRAST, False): tokens.CONTRAST_LIGHT,
    (Choice.CONTRAST, True): tokens.CONTRAST_DARK,
}


class Theme(QObject):
    """The look and the scale in force, for one application.

    Signals:
        changed: the look or the scale is another; widgets that draw themselves draw again.

    Args:
        app: the application that wears it.
        resources: where the faces and the drawings are.
        choice: the look to begin with.
        percent: the size of type and spacing to begin with.
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, choice: Choice = Choice.SYSTEM, percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._drawings = Drawings(resources / "icons")
        self._percent = _held(percent)
        self._fonts: dict[tuple[Role, int | None], QFont] = {}
        self._metrics: dict[tuple[Role, int | None], QFontMetricsF] = {}
        self._colours: dict[str, QColor] = {}
        load_fonts(resources / "fonts")
        self._families = Families()
        app.setStyle("Fusion")
        self._wear(choice)
        self._put_on()
        app.styleHints().colorSchemeChanged.connect(self._put_on)
        app.screenAdded.connect(self._meet)
        for screen in app.screens():
            screen.geometryChanged.connect(self._draw_anew)

    @property
    def look(self) -> tokens.Tokens:
        """The colours in force."""
        return self._look

    @property
    def choice(self) -> Choice:
        """What was chosen, which may be to follow the system."""
        return self._choice

    @property
    def percent(self) -> int:
        """The size of type and spacing, 100 being the usual one."""
        return self._percent

    def choose(self, choice: Choice) -> None:
        """Show the look that was chosen, or the one the system asks for."""
        self._wear(choice)
        self._put_on()

    def set_percent(self, percent: int) -> None:
        """Make type and spacing larger or smaller, between 80 and 200 percent."""
        self._percent = _held(percent)
        self._put_on()

    def px(self, pixels: float) -> int:
        """So many pixels at the present scale."""
        return round(pixels * self._percent / 100)

    def font(self, role: Role, text: str = "") -> QFont:
        """The font for a role, with the face for the writing of `text` first."""
        return self._font(role, writing_of(text))

    def families(self, writing: int) -> list[str]:
        """The families for one writing, as `fonts.stretches` tells it."""
        return self._families.for_writing(writing)

    def metrics(self, role: Role, text: str = "") -> QFontMetricsF:
        """The measures of the font that `font` gives."""
        key = (role, writing_of(text))
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self._font(*key))
        return self._metrics[key]

    def colour(self, name: str) -> QColor:
        """The colour called `name` in the tokens; a tone's name gives its text colour."""
        if name not in self._colours:
            self._colours[name] = QColor(self._look.colour(name))
        return self._colours[name]

    def fill(self, tone: str) -> QColor:
        """The fill of a tone."""
        return QColor(self._look.tones[tone].fill)

    def icon(self, name: str, colour: str = "muted", px: float = 16, air: tuple[float, float] = (0, 0)) -> QIcon:
        """A button's icon in one of our colours, with air to its left and right."""
        ink, faint = self._look.colour(colour), self._look.field_border
        return self._drawings.icon(name, ink, faint, self.px(px), (self.px(air[0]), self.px(air[1])))

    def pixmap(self, name: str, colour: str, px: float, ratio: float) -> QPixmap:
        """A drawing in one of our colours, for a screen of that device pixel ratio."""
        return self._drawings.pixmap(name, self._look.colour(colour), self.px(px), ratio)

    def _font(self, role: Role, writing: int | None) -> QFont:
        key = (role, writing)
        if key not in self._fonts:
            style = SCALE[role]
            font = QFont(self._families.for_writing(writing))
            font.setPixelSize(self.px(style.px))
            font.setWeight(QFont.Weight(style.weight))
            self._fonts[key] = font
        return self._fonts[key]

    def _wear(self, choice: Choice) -> None:
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])

    def _meet(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._draw_anew)
        self._draw_anew()

    def _draw_anew(self) -> None:
        """Draw the icons for the screens there are now: one may have been plugged in, or be scaled otherwise."""
        self._drawings.forget_icons()
        self.changed.emit()

    def _put_on(self) -> None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._look = _LOOKS[self._choice, dark]
        for kept in (self._fonts, self._metrics, self._colours):
            kept.clear()
        self._app.setFont(self.font(Role.BODY))
        self._app.setPalette(palette_of(self._look))
        self._app.setStyleSheet(style_sheet(self._look, self._percent / 100))
        self.changed.emit()


def _held(percent: int) -> int:
    return min(max(percent, SMALLEST_SCALE), LARGEST_SCALE)
