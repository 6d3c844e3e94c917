from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.busy_bar import BusyBar
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]
Key = Qt.Key


def page(colour: str) -> bytes:
    image = QImage(100, 141, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs leave out devices
    return bytes(buffer.data().data())


@pytest.fixture
def preview(theme: Theme, qtbot: QtBot) -> PagePreview:
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(300, 400)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def colours_of(preview: PagePreview) -> set[str]:
    image = preview.pages.viewport().grab().toImage()
    across = image.width() // 2
    return {image.pixelColor(across, y).name() for y in range(image.height())}


def test_pages_are_gone_through_with_the_keys(preview: PagePreview, seen: Seen) -> None:
    assert "No pages yet" in seen(preview)
    preview.show_pages([page("red"), page("green"), page("blue")])
    told = []
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_End, Key.Key_Home):
        QTest.keyClick(preview.pages, key)
        told.append(seen(preview)[0])
    assert told == ["Page 2 of 3", "Page 1 of 3", "Page 3 of 3", "Page 1 of 3"]


def test_a_page_fills_the_width_and_grows_with_the_zoom(preview: PagePreview, press: Press) -> None:
    preview.show_pages([page("red")])
    image = preview.pages.viewport().grab().toImage()
    red = [x for x in range(image.width()) if image.pixelColor(x, 40).name() == "#ff0000"]
    assert len(red) == image.width() - 24
    assert preview.pages.horizontalScrollBar().maximum() == 0
    press(preview, "Larger")
    assert preview.pages.horizontalScrollBar().maximum() > 0
    press(preview, "Fit the width")
    assert preview.pages.horizontalScrollBar().maximum() == 0


def test_the_old_pages_stay_until_the_new_ones_are_there(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_pages([page("red")])
    bar = preview.findChild(BusyBar)
    assert isinstance(bar, BusyBar)
    preview.show_busy()
    qtbot.waitUntil(lambda: bar.is_moving)
    assert "#ff0000" in colours_of(preview)
    preview.show_pages([page("blue")])
    assert not bar.is_moving
    assert "#ff0000" not in colours_of(preview)
    assert "#0000ff" in colours_of(preview)


def test_new_pages_are_shown_at_the_same_place(preview: PagePreview, seen: Seen) -> None:
    preview.show_pages([page("red"), page("green"), page("blue")])
    QTest.keyClick(preview.pages, Key.Key_PageDown)
    preview.show_pages([page("red"), page("yellow"), page("blue")])
    assert "Page 2 of 3" in seen(preview)
    assert "#ffff00" in colours_of(preview)


def test_the_zoom_stops_at_its_ends(preview: PagePreview, press: Press) -> None:
    preview.show_pages([page("red")])
    for _ in range(9):
        press(preview, "Smaller")
    assert preview.pages.horizontalScrollBar().maximum() == 0
    press(preview, "Fit the width")
    assert "#ff0000" in colours_of(preview)


def test_bytes_that_are_no_page_do_no_harm(preview: PagePreview, seen: Seen) -> None:
    preview.show_pages([page("red"), b"not a page"])
    assert not preview.grab().isNull()
