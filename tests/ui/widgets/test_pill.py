from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from casefiles.domain.certainty import Certainty
from ui.models.faces import Half, PillFace
from ui.theme.theme import Choice, Theme
from ui.widgets.pill import Pill
from ui.widgets.pill_paint import paint_pill, pill_height, pill_width

KILLED = Half("dead", "circle-x", "Killed", "the ministry, 4 Jan 2026")
MISSING = Half("missing", "circle-help", "Missing", "the family, <b>12 Dec</b>")
CONFIRMED = PillFace(Certainty.CONFIRMED, (Half("dead", "circle-x", "Killed"),))
REPORTED = PillFace(Certainty.REPORTED, (Half("dead", "circle-x", "Killed"),))
DESK = PillFace(Certainty.DESK, (Half("dead", "circle-x", "Killed"),))
DISPUTED = PillFace(Certainty.DISPUTED, (KILLED, MISSING), "Disputed:")
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def drawn(theme: Theme, face: PillFace, room: int = 300, direction: Qt.LayoutDirection = LTR) -> QImage:
    image = QImage(room, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_pill(painter, theme, face, image.rect(), direction)
    painter.end()
    return image


def inked(image: QImage) -> QRect:
    marked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != QColor("white")
    ]
    across, down = [x for x, _ in marked], [y for _, y in marked]
    return QRect(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)


def top_edge(image: QImage, ink: QColor) -> list[bool]:
    """Where the straight part of the upper border is drawn strongly."""
    box = inked(image)
    span = range(box.left() + box.height(), box.right() - box.height())
    return [abs(image.pixelColor(x, box.top()).red() - ink.red()) < 40 for x in span]


@pytest.mark.parametrize("face", [CONFIRMED, REPORTED, DESK, DISPUTED])
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_a_pill_is_as_large_as_it_says(theme: Theme, face: PillFace, choice: Choice) -> None:
    theme.choose(choice)
    box = inked(drawn(theme, face))
    assert (box.width(), box.height()) == (pill_width(theme, face), pill_height(theme))


def test_confirmed_has_a_whole_outline_and_reported_a_dashed_one(theme: Theme) -> None:
    ink = theme.colour("dead")
    assert all(top_edge(drawn(theme, CONFIRMED), ink))
    dashed = top_edge(drawn(theme, REPORTED), ink)
    assert any(dashed)
    assert not all(dashed)


def test_a_desk_entry_has_no_fill(theme: Theme) -> None:
    def is_filled(face: PillFace) -> bool:
        image = drawn(theme, face)
        box = inked(image)
        return image.pixelColor(box.left() + 5, box.center().y()) == theme.fill("dead")

    assert is_filled(CONFIRMED)
    assert not is_filled(DESK)


def test_a_dispute_is_split_into_halves_of_their_own_tones(theme: Theme) -> None:
    image = drawn(theme, PillFace(Certainty.DISPUTED, (KILLED, MISSING)))
    box = inked(image)
    colours = [image.pixelColor(x, box.top() + 3) for x in range(box.left(), box.right())]
    assert theme.fill("dead") in colours
    assert theme.fill("missing") in colours
    assert colours.index(theme.fill("dead")) < colours.index(theme.fill("missing"))
    mirrored = drawn(theme, PillFace(Certainty.DISPUTED, (KILLED, MISSING)), direction=RTL)
    assert inked(mirrored).right() == mirrored.width() - 1
    colours = [mirrored.pixelColor(x, box.top() + 3) for x in range(mirrored.width())]
    assert colours.index(theme.fill("missing")) < colours.index(theme.fill("dead"))


@pytest.mark.parametrize("room", [60, 90, 130])
def test_a_pill_is_shortened_to_the_room_there_is(theme: Theme, room: int) -> None:
    assert inked(drawn(theme, PillFace(Certainty.REPORTED, (KILLED,)), room)).width() <= room
    if room > 2 * 40:
        assert inked(drawn(theme, PillFace(Certainty.DISPUTED, (KILLED, MISSING)), room)).width() <= room


def test_a_pill_is_read_as_its_words_with_who_said_them(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, DISPUTED)
    qtbot.addWidget(pill)
    assert pill.text() == "Disputed: Killed / Missing"
    assert pill.accessibleName() == ""
    assert pill.accessibleDescription().splitlines() == [
        "Killed: the ministry, 4 Jan 2026",
        "Missing: the family, <b>12 Dec</b>",
    ]
    assert "&lt;b&gt;" in pill.toolTip()


def test_only_a_pill_with_details_takes_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, DISPUTED)
    qtbot.addWidget(pill)
    assert pill.focusPolicy() == Qt.FocusPolicy.TabFocus
    pill.show_face(CONFIRMED)
    assert pill.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert pill.text() == "Killed"
    assert pill.toolTip() == ""


def test_the_keyboard_is_seen_on_a_pill(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, DISPUTED)
    qtbot.addWidget(pill)
    with qtbot.waitActive(pill):
        pill.show()
        pill.activateWindow()
    pill.clearFocus()
    before = pill.grab().toImage()
    pill.setFocus()
    qtbot.waitUntil(pill.hasFocus)
    after = pill.grab().toImage()
    middle = after.width() // 2
    accent = QColor(theme.look.accent)
    ring = [after.pixelColor(middle, y) == accent for y in range(4)]
    assert ring.count(True) == 2
    assert before != after


def test_who_said_it_is_shown_when_the_keyboard_arrives(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, DISPUTED)
    qtbot.addWidget(pill)
    with qtbot.waitActive(pill):
        pill.show()
        pill.activateWindow()
    pill.clearFocus()
    pill.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: "the ministry, 4 Jan 2026" in QToolTip.text())
    pill.clearFocus()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_pill_grows_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill(theme, CONFIRMED)
    qtbot.addWidget(pill)
    small = pill.sizeHint()
    theme.set_percent(200)
    assert pill.sizeHint().width() > 1.7 * small.width()
    assert pill.sizeHint().height() > 1.7 * small.height()
