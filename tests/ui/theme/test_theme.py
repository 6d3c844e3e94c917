from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QPushButton

from ui.theme import tokens
from ui.theme.fonts import load_fonts, stretches, writing_of
from ui.theme.sheet import style_sheet
from ui.theme.theme import Choice, Theme
from ui.theme.typography import SCALE, Role

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_choosing_a_look_changes_the_colours_of_the_application(
    theme: Theme, qapp: QApplication, choice: Choice
) -> None:
    theme.choose(choice)
    assert theme.look.name == choice.value
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.look.text)
    assert theme.look.accent in qapp.styleSheet()


def test_the_system_is_followed_while_nothing_else_is_chosen(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    theme.choose(Choice.SYSTEM)
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: Qt.ColorScheme.Dark)
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.look.name == "dark"
    theme.choose(Choice.CONTRAST)
    assert theme.look is tokens.CONTRAST_DARK
    theme.choose(Choice.LIGHT)
    assert theme.look.name == "light"


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (150, 150), (200, 200), (900, 200)])
def test_one_factor_scales_type_and_spacing(theme: Theme, asked: int, given: int) -> None:
    theme.set_percent(asked)
    assert theme.percent == given
    assert theme.px(8) == round(8 * given / 100)
    assert theme.font(Role.NAME).pixelSize() == round(22 * given / 100)


def test_type_has_the_sizes_and_weights_of_the_design(theme: Theme) -> None:
    for role, style in SCALE.items():
        font = theme.font(role)
        assert (font.pixelSize(), font.weight()) == (style.px, style.weight)


def test_text_asks_first_for_the_face_of_its_own_writing(theme: Theme) -> None:
    sinhala = theme.font(Role.BODY, "නිමල් (Nimal)").families()
    if "Noto Sans Sinhala" in QFontDatabase.families():
        assert sinhala[0] == "Noto Sans Sinhala"
    assert theme.font(Role.BODY, "Nimal").families()[0] != "Noto Sans Sinhala"


def test_only_families_that_are_there_are_asked_for(theme: Theme) -> None:
    known = set(QFontDatabase.families())
    assert set(theme.font(Role.BODY, "नेपाल").families()) <= known


@pytest.mark.parametrize(
    ("text", "has_other_writing"),
    [("Nimal", False), ("João", False), ("Київ", False), ("عمران", True), ("Nimal නිමල්", True), ("", False)],
)
def test_writing_is_told_from_the_letters(text: str, *, has_other_writing: bool) -> None:
    assert (writing_of(text) is not None) is has_other_writing


def test_stretches_of_another_writing_take_the_signs_after_them_along() -> None:
    text = "Rai राई, 28 (रा) عمران said 😀 नेपाल"
    found = [text[start:end] for start, end, _ in stretches(text)]
    assert found == ["राई, 28 (रा) ", "عمران ", "नेपाल"]
    rows = [row for _, _, row in stretches(text)]
    assert rows[0] == rows[2] != rows[1]
    assert list(stretches("Nimal, 28")) == []


def test_a_missing_font_folder_is_no_trouble(tmp_path: Path) -> None:
    load_fonts(tmp_path / "nowhere")


@pytest.mark.parametrize("look", [tokens.LIGHT, tokens.DARK, tokens.CONTRAST_LIGHT, tokens.CONTRAST_DARK])
def test_the_style_sheet_has_no_gap_left(look: tokens.Tokens) -> None:
    sheet = style_sheet(look, 1.5)
    assert not re.search(r"[$@%]\w", sheet)
    assert f"border: {look.border}px solid {look.line}" in sheet


def test_no_rounded_box_has_a_border_on_one_side_only() -> None:
    rules = re.findall(r"\{([^}]*)\}", style_sheet(tokens.LIGHT, 1))
    assert not [
        rule for rule in rules if "border-radius" in rule and re.search(r"border-(left|right|top|bottom):", rule)
    ]


def test_the_focus_ring_is_two_pixels_wide() -> None:
    sheet = style_sheet(tokens.LIGHT, 1)
    rings = re.findall(r"([^{}]*):focus[^{}]*\{([^}]*)\}", sheet)
    assert len(rings) >= 5
    assert all("2px solid" in rule for _, rule in rings)


def test_a_button_keeps_its_size_when_the_theme_is_put_on_again(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Print")
    qtbot.addWidget(button)
    before = button.sizeHint()
    theme.choose(Choice.DARK)
    theme.choose(Choice.LIGHT)
    assert button.sizeHint() == before
