from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.widgets.positions import Positions, showable

PIECES = st.sampled_from(
    [
        *[
            "a",
            "Z",
            " ",
            "\r\n",
            "\r",
            "\n",
            "\n\r",
            "\u2028",
            "\u2029",
            "\xa0",
            "\t",
            "😀",
            "👩🏽‍⚕️",
            "𐍈",
            "é",
        ],
        *[
            "e\u0301",
            "نامہ",
            "کا",
            "नेपाल",
            "නිමල්",
            "\u200f",
            "\ufdd0",
            "\ufffc",
            "\x00",
            "\x0b",
            "\x0c",
            "\x85",
        ],
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def as_lines(text: str) -> str:
    """The text with every break Qt makes a paragraph of written alike."""
    for wide in ("\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(wide, "\n")
    return text


def document_of(text: str) -> QTextDocument:
    document = QTextDocument()
    QTextCursor(document).insertText(showable(text))
    return document


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.data())
def test_the_words_at_two_offsets_are_the_words_qt_selects(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    positions = Positions(text)
    document = document_of(text)
    cursor = QTextCursor(document)
    cursor.setPosition(positions.in_document(start))
    cursor.setPosition(positions.in_document(end), QTextCursor.MoveMode.KeepAnchor)
    first, last = positions.in_text(cursor.selectionStart()), positions.in_text(cursor.selectionEnd())
    assert as_lines(cursor.selectedText()) == as_lines(text[first:last])
    cuts_a_break = any(0 < at < len(text) and text[at - 1 : at + 1] == "\r\n" for at in (start, end))
    if not cuts_a_break:
        assert (first, last) == (start, end)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_place_qt_can_stand_at_has_one_offset_and_leads_back(text: str) -> None:
    positions = Positions(text)
    document = document_of(text)
    assert positions.in_document(len(text)) == document.characterCount() - 1
    places = range(document.characterCount())
    offsets = [positions.in_text(place) for place in places]
    assert offsets == sorted(offsets)
    inside = [place for place in places if 0xDC00 <= ord(document.characterAt(place)) <= 0xDFFF]
    assert all(positions.in_document(offsets[place]) == place for place in places if place not in inside)
    assert all(positions.in_document(offsets[place]) == place - 1 for place in inside)


def test_a_stray_surrogate_is_shown_without_moving_anything() -> None:
    text = "a\ud800b"
    assert showable(text) == "a\ufffdb"
    assert Positions(text).in_document(3) == 3
