from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage

from ui.theme.icons import Drawings
from ui.theme.theme import Choice, Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ICONS = Path(__file__).parents[3] / "resources" / "icons"
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))


def ink_of(image: QImage) -> QColor:
    """The colour of the most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=QColor.alpha)


def test_the_manifest_tells_of_every_drawing_as_it_is() -> None:
    listed = dict(re.findall(r"^\| ([\w-]+) \| ([0-9a-f]{16}) \|$", (ICONS / "MANIFEST.md").read_text(), re.MULTILINE))
    assert listed == {name: hashlib.sha256((ICONS / f"{name}.svg").read_bytes()).hexdigest()[:16] for name in NAMES}
    assert "ISC License" in (ICONS / "LICENSE").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_can_be_recoloured_and_drawn(theme: Theme, name: str) -> None:
    assert "currentColor" in (ICONS / f"{name}.svg").read_text()
    assert ink_of(theme.pixmap(name, "error", 16, 2).toImage()).name() == QColor(theme.look.error).name()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_drawings_are_made_for_the_pixels_of_the_screen(theme: Theme, ratio: float) -> None:
    pixmap = theme.pixmap("lock", "text", 16, ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_icons_are_drawn_for_the_screens_there_are_and_anew_for_another(theme: Theme, qtbot: QtBot) -> None:
    (screen,) = QGuiApplication.screens()
    icon = theme.icon("lock")
    assert icon.pixmap(QSize(16, 16), screen.devicePixelRatio()).width() == round(16 * screen.devicePixelRatio())
    assert theme.icon("lock") is icon
    for news, given in ((theme._app.screenAdded, screen), (screen.geometryChanged, screen.geometry())):
        with qtbot.waitSignal(theme.changed):
            news.emit(given)
        assert theme.icon("lock") is not icon
        icon = theme.icon("lock")


def test_a_drawing_is_drawn_once(theme: Theme) -> None:
    drawings = Drawings(ICONS)
    first = drawings.pixmap("lock", "#112233", 16, 1)
    assert drawings.pixmap("lock", "#112233", 16, 1) is first
    assert drawings.pixmap("lock", "#332211", 16, 1) is not first


def test_a_disabled_icon_is_fainter_and_follows_the_look(theme: Theme) -> None:
    for choice in (Choice.LIGHT, Choice.DARK):
        theme.choose(choice)
        icon = theme.icon("lock", "text")
        faint = icon.pixmap(QSize(16, 16), 1, QIcon.Mode.Disabled).toImage()
        assert ink_of(faint).name() == QColor(theme.look.field_border).name()
        assert ink_of(icon.pixmap(QSize(16, 16), 1).toImage()).name() == QColor(theme.look.text).name()
