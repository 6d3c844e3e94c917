from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from ui.widgets.first_paint import FirstPaint
from ui.widgets.people_list import PeopleList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme


def test_it_tells_once_and_only_after_the_painting(theme: Theme, qtbot: QtBot) -> None:
    order: list[str] = []
    people = PeopleList(theme, lambda keys: [])
    qtbot.addWidget(people)
    people.painted.connect(lambda: order.append("painted"))
    people.show()
    FirstPaint(people).done.connect(lambda: order.append("told"))
    qtbot.waitUntil(lambda: "told" in order)
    assert order[0] == "painted"
    people.viewport().repaint()
    assert order[-1] == "painted"
    assert order.count("told") == 1


def test_where_nothing_is_painted_nobody_waits(theme: Theme, qtbot: QtBot) -> None:
    hidden = PeopleList(theme, lambda keys: [])
    qtbot.addWidget(hidden)
    hidden.show_ids(array("q"))
    with qtbot.waitSignal(FirstPaint(hidden).done):
        pass
