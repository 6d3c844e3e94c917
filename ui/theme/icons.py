"""The line drawings, recoloured and drawn sharply for every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from pathlib import Path

Air = tuple[int, int]
"""Empty pixels before and after a drawing."""


class Drawings:
    """The drawings of one folder, each kept once drawn in a colour and size."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, int, Air], QIcon] = {}

    def pixmap(self, name: str, colour: str, px: int, ratio: float) -> QPixmap:
        """The drawing `name`, `px` logical pixels square, for a screen of that device pixel ratio."""
        key = (name, colour, px, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, colour, px, ratio)
        return self._pixmaps[key]

    def forget_icons(self) -> None:
        """Draw every icon anew when it is next asked for: a screen of another sharpness may be there."""
        self._icons.clear()

    def icon(self, name: str, colour: str, faint: str, px: int, air: Air = (0, 0)) -> QIcon:
        """The drawing as a button's icon, in the colour `faint` while the button is disabled."""
        key = (name, colour, faint, px, air)
        if key not in self._icons:
            self._icons[key] = self._assemble(*key)
        return self._icons[key]

    def _assemble(self, name: str, colour: str, faint: str, px: int, air: Air) -> QIcon:
        """Draw it for each screen there is; Qt takes the one that fits the screen it is shown on."""
        icon = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            icon.addPixmap(_aired(self.pixmap(name, colour, px, ratio), air))
            icon.addPixmap(_aired(self.pixmap(name, faint, px, ratio), air), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, colour: str, px: int, ratio: float) -> QPixmap:
        side = round(px * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        drawing = self._source(name).replace("currentColor", colour)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]


def _aired(drawing: QPixmap, air: Air) -> QPixmap:
    if not any(air):
        return drawing
    ratio = drawing.devicePixelRatio()
    canvas = QPixmap(drawing.width() + round(sum(air) * ratio), drawing.height())
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.drawPixmap(air[0], 0, drawing)
    painter.end()
    return canvas
