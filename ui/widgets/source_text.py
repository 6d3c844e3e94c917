"""The text of a source as read on the screen: plain, selectable, its quotes marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from ui.theme.fonts import stretches, writing_of
from ui.theme.typography import READER_BLANK_LINE, READER_LINE_HEIGHT, Role
from ui.widgets.positions import Positions, showable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_MEASURE: Final = 680
_Keep = QTextCursor.MoveMode


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A stretch of the text, in code points; strong when it supports the fact in hand."""

    start: int
    end: int
    strong: bool = False


class SourceText(QTextEdit):
    """Read-only text with a caret, whose selection is told in code points of the text given.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._positions = Positions("")
        self._quotes: Sequence[Quote] = ()
        self._active: Quote | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for part in (self, self.viewport()):  # the accessibility tree shows the inner one as focused
            part.setAccessibleName(self.tr("Source text"))
        # the caret shows, so that words can be selected without a mouse
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """The text as it was given, to the last character."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text, from its beginning and without quotes."""
        self._text = text
        self._positions = Positions(text)
        self._quotes, self._active = (), None
        self._fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def show_quotes(self, quotes: Sequence[Quote], active: Quote | None = None) -> None:
        """Mark these quotes; the active one a little more."""
        self._quotes, self._active = quotes, active
        self._mark()

    def selected(self) -> tuple[int, int] | None:
        """The selection as code point offsets, or None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._positions.in_text(cursor.selectionStart())
        end = self._positions.in_text(cursor.selectionEnd())
        return (start, end) if start < end else None

    def select(self, start: int, end: int) -> None:
        """Select a stretch given in code points, and bring it into view."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()

    def select_sentence(self) -> None:
        """Select the sentence the caret is in."""
        cursor = self.textCursor()
        block = cursor.block()
        first, last = _sentence_around(block.text(), cursor.position() - block.position())
        cursor.setPosition(block.position() + first)
        cursor.setPosition(block.position() + last, _Keep.KeepAnchor)
        self.setTextCursor(cursor)

    def go_to(self, start: int) -> None:
        """Put the caret at an offset and bring its line to the upper third of the view."""
        cursor = self._cursor(start, start)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.in_document(start))
        cursor.setPosition(self._positions.in_document(end), _Keep.KeepAnchor)
        return cursor

    def _fill(self) -> None:
        """Write the text into the document, each paragraph born with its form: laid out only once."""
        self.document().clear()
        self.document().setDefaultFont(self._theme.font(Role.READER, self._text))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._paragraph(READER_LINE_HEIGHT))
        self._write(cursor)
        self._narrow_blank_lines(cursor)
        cursor.endEditBlock()

    def _narrow_blank_lines(self, cursor: QTextCursor) -> None:
        narrow = self._paragraph(READER_BLANK_LINE)
        block = self.document().begin()
        while block.isValid():
            if block.length() == 1:
                cursor.setPosition(block.position())
                cursor.setBlockFormat(narrow)
            block = block.next()

    def _write(self, cursor: QTextCursor) -> None:
        """Write the text, each further writing in its own face; the first has the document's."""
        text, first, done = showable(self._text), writing_of(self._text), 0
        plain = QTextCharFormat()
        for start, end, writing in stretches(text):
            if writing != first:
                cursor.insertText(text[done:start], plain)
                form = QTextCharFormat()
                form.setFontFamilies(self._theme.families(writing))
                cursor.insertText(text[start:end], form)
                done = end
        cursor.insertText(text[done:], plain)

    def _paragraph(self, height: int) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(self._theme.px(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.px(_MEASURE))
        self.document().setDocumentMargin(self._theme.px(4))
        caret, scrolled = self.textCursor(), self.verticalScrollBar().value()
        anchor, position = caret.anchor(), caret.position()
        self._fill()
        caret.setPosition(anchor)
        caret.setPosition(position, _Keep.KeepAnchor)
        self.setTextCursor(caret)
        self.verticalScrollBar().setValue(scrolled)
        self._mark()

    def _mark(self) -> None:
        self.setExtraSelections([self._marked(quote) for quote in self._quotes])

    def _marked(self, quote: Quote) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        if quote.strong:
            form.setBackground(self._theme.colour("quote"))
            form.setForeground(self._theme.colour("on_quote"))
        if not quote.strong or quote == self._active:
            form.setFontUnderline(True)
            form.setUnderlineColor(self._theme.colour("accent" if quote == self._active else "text"))
        mark.format = form
        mark.cursor = self._cursor(quote.start, quote.end)
        return mark


def _sentence_around(paragraph: str, caret: int) -> tuple[int, int]:
    """Where the sentence around `caret` begins and ends, in UTF-16 units, without the space around it."""
    units = paragraph.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, paragraph)
    finder.setPosition(min(caret + 1, len(units) // 2))
    first = max(finder.toPreviousBoundary(), 0)
    last = finder.toNextBoundary()
    sentence = units[2 * first : 2 * last].decode("utf-16-le", "surrogatepass")
    lead = len(sentence) - len(sentence.lstrip())
    bare = sentence.strip()
    length = len(bare.encode("utf-16-le", "surrogatepass")) // 2
    return first + lead, first + lead + length
