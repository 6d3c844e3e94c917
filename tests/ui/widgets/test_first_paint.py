from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.first_paint import FirstPaint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_tells_once_and_only_after_the_painting(qtbot: QtBot) -> None:
    order: list[str] = []

    class Canvas(QWidget):
        def paintEvent(self, _event: object) -> None:
            order.append("painted")

    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show()
    FirstPaint(canvas).done.connect(lambda: order.append("told"))
    qtbot.waitUntil(lambda: "told" in order)
    assert order[0] == "painted"
    canvas.repaint()
    qtbot.waitUntil(lambda: order[-1] == "painted")
    assert order.count("told") == 1


def test_where_nothing_is_painted_nobody_waits(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    with qtbot.waitSignal(FirstPaint(hidden).done):
        pass
