from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Choice
from ui.widgets.source_reader import SourceReader
from ui.widgets.source_text import SourceText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.theme.theme import Theme

Seen = Callable[[QWidget], list[str]]
Press = Callable[[QWidget, str], None]

TEXT = "One 😀 man.\r\nHe was seen in March. His name is given.\n\nعمران شاہ لاپتہ ہے۔ وہ فروری میں گیا۔\nThe end."
Key = Qt.Key


def stretch(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> SourceReader:
    reader = SourceReader(theme)
    qtbot.addWidget(reader)
    reader.resize(420, 500)
    reader.show_text(TEXT)
    with qtbot.waitExposed(reader):
        reader.show()
    reader.setFocus()
    return reader


@pytest.fixture
def words(reader: SourceReader) -> SourceText:
    found = reader.findChild(SourceText)
    assert isinstance(found, SourceText)
    return found


def test_a_selection_is_told_in_code_points_of_the_text_as_saved(reader: SourceReader, words: SourceText) -> None:
    assert reader.selection() is None
    for part in ("😀 man.\r\nHe", "March", "لاپتہ", "end."):
        reader.select(*stretch(part))
        chosen = reader.selection()
        assert chosen == stretch(part)
        assert words.text[slice(*chosen)] == part


PIECES = st.sampled_from(["ab", " ", "\r\n", "\n", "\u2028", "\xa0", "\t", "😀", "نامہ", "<b>", "&amp;"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=25), data=st.data())
def test_whatever_is_selected_is_a_slice_of_the_text(
    reader: SourceReader, words: SourceText, pieces: list[str], data: st.DataObject
) -> None:
    reader.show_text("".join(pieces))
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first + 1, len(pieces)))
    start, end = len("".join(pieces[:first])), len("".join(pieces[:last]))
    reader.select(start, end)
    assert reader.selection() == (start, end)
    plain = "".join(pieces[first:last]).replace("\r\n", "\n").replace("\r", "\n")
    assert words.textCursor().selectedText().replace("\u2029", "\n") == plain


def test_the_text_is_never_read_as_html(reader: SourceReader, words: SourceText) -> None:
    reader.show_text("<b>bold</b> &amp; <img src='file:///etc/passwd'>")
    assert words.toPlainText() == "<b>bold</b> &amp; <img src='file:///etc/passwd'>"


def test_quotes_are_gone_through_with_the_keys(reader: SourceReader, qtbot: QtBot, seen: Seen) -> None:
    reader.set_quotes([stretch("March")], [stretch("name"), stretch("لاپتہ")])
    QTest.keyClick(reader.focusWidget(), Key.Key_J)
    assert "Quote 1 of 3" in seen(reader)
    QTest.keyClick(reader.focusWidget(), Key.Key_J)
    QTest.keyClick(reader.focusWidget(), Key.Key_J)
    assert "Quote 3 of 3" in seen(reader)
    QTest.keyClick(reader.focusWidget(), Key.Key_J)
    assert "Quote 1 of 3" in seen(reader)
    QTest.keyClick(reader.focusWidget(), Key.Key_K)
    assert "Quote 3 of 3" in seen(reader)


def test_the_buttons_do_what_the_keys_do(reader: SourceReader, seen: Seen, press: Press, qtbot: QtBot) -> None:
    reader.set_quotes([stretch("March")], [stretch("name")])
    press(reader, "Next quote")
    press(reader, "Next quote")
    press(reader, "Previous quote")
    assert "Quote 1 of 2" in seen(reader)
    reader.select(*stretch("seen in March"))
    with qtbot.waitSignal(reader.link_requested) as asked:
        press(reader, "Link selection")
    assert tuple(asked.args or ()) == stretch("seen in March")


def test_strong_quotes_are_filled_and_others_underlined(reader: SourceReader, words: SourceText, theme: Theme) -> None:
    reader.set_quotes([stretch("March")], [stretch("name")])
    theme.choose(Choice.DARK)
    strong, other = words.extraSelections()
    assert strong.cursor.selectedText() == "March"
    assert strong.format.background().color() == QColor(theme.look.quote)
    assert not strong.format.fontUnderline()
    assert other.cursor.selectedText() == "name"
    assert other.format.fontUnderline()
    assert other.format.background().style() is Qt.BrushStyle.NoBrush


def test_a_jump_goes_to_a_quote_or_selects_any_other_words(reader: SourceReader, seen: Seen) -> None:
    reader.set_quotes([stretch("March")], [stretch("name")])
    reader.jump_to(*stretch("name"))
    assert "Quote 2 of 2" in seen(reader)
    assert reader.selection() is None
    reader.jump_to(*stretch("The end"))
    assert reader.selection() == stretch("The end")


@pytest.mark.parametrize(
    ("caret", "sentence"),
    [
        ("seen", "He was seen in March."),
        ("His", "His name is given."),
        ("given", "His name is given."),
        ("man", "One 😀 man."),
        ("فروری", "وہ فروری میں گیا۔"),
        ("The end", "The end."),
    ],
)
def test_s_selects_the_sentence_and_l_and_p_send_it(
    reader: SourceReader, qtbot: QtBot, caret: str, sentence: str
) -> None:
    reader.jump_to(*[stretch(caret)[0]] * 2)
    QTest.keyClick(reader.focusWidget(), Key.Key_S)
    assert reader.selection() == stretch(sentence)
    with qtbot.waitSignal(reader.link_requested) as linked:
        QTest.keyClick(reader.focusWidget(), Key.Key_L)
    with qtbot.waitSignal(reader.person_requested) as person:
        QTest.keyClick(reader.focusWidget(), Key.Key_P)
    assert tuple(linked.args or ()) == tuple(person.args or ()) == stretch(sentence)


def test_words_can_be_selected_with_the_arrows_alone(reader: SourceReader, qtbot: QtBot) -> None:
    for _ in range(5):
        QTest.keyClick(reader.focusWidget(), Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection() == (0, 5)


def test_asking_without_a_selection_is_answered_with_advice(reader: SourceReader, qtbot: QtBot, seen: Seen) -> None:
    with qtbot.assertNotEmitted(reader.link_requested):
        QTest.keyClick(reader.focusWidget(), Key.Key_L)
    assert any(text.startswith("Select the words first") for text in seen(reader))
    QTest.keyClick(reader.focusWidget(), Key.Key_S)
    assert not any(text.startswith("Select the words first") for text in seen(reader))


def test_control_keys_are_left_to_the_window(reader: SourceReader, qtbot: QtBot) -> None:
    reader.select(*stretch("March"))
    with qtbot.assertNotEmitted(reader.link_requested):
        QTest.keyClick(reader.focusWidget(), Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_new_theme_keeps_the_selection_and_the_quotes(reader: SourceReader, words: SourceText, theme: Theme) -> None:
    reader.set_quotes([stretch("March")], [])
    reader.select(*stretch("لاپتہ"))
    theme.set_percent(150)
    assert reader.selection() == stretch("لاپتہ")
    assert words.extraSelections()[0].cursor.selectedText() == "March"


def test_right_to_left_paragraphs_stand_at_the_right(reader: SourceReader, words: SourceText) -> None:
    def edges(part: str) -> int:
        cursor = words.textCursor()
        reader.select(*[stretch(part)[0]] * 2)
        cursor = words.textCursor()
        return words.cursorRect(cursor).left()

    assert edges("One") < words.viewport().width() // 4
    assert edges("عمران") > words.viewport().width() * 3 // 4


def test_the_text_has_a_name_where_the_keyboard_is_shown(words: SourceText) -> None:
    assert words.accessibleName() == words.viewport().accessibleName() == "Source text"


def test_tab_leaves_the_text(reader: SourceReader, words: SourceText, qtbot: QtBot) -> None:
    assert words.tabChangesFocus()
    reader.set_quotes([stretch("March")], [])
    reader.activateWindow()
    words.setFocus()
    qtbot.waitUntil(words.hasFocus)
    QTest.keyClick(words, Key.Key_Tab)
    assert not words.hasFocus()
    assert words.toPlainText().startswith("One")


def test_what_a_quote_supports_is_said_under_the_text(reader: SourceReader, seen: Seen) -> None:
    reader.set_support("Supports: status, age")
    assert "Supports: status, age" in seen(reader)
    reader.set_support("")
    assert not any(text.startswith("Supports") for text in seen(reader))


def test_a_long_source_is_shown_at_once(reader: SourceReader, words: SourceText) -> None:
    text = ("He was seen in March. " * 20 + "\n\n") * 2_000
    reader.show_text(text)
    reader.select(len(text) - 8, len(text) - 2)
    assert reader.selection() == (len(text) - 8, len(text) - 2)
    assert words.verticalScrollBar().value() > 0
