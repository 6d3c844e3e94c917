"""The box to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit

from ui.theme.typography import Role
from ui.widgets.positions import Positions

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme


class SearchBox(QLineEdit):
    """A line with a magnifying glass and a cross to clear it; Esc clears, then leaves.

    Signals:
        left: Esc was pressed with nothing to clear.
        list_requested: Down was pressed, to go on to the results.

    Args:
        theme: the theme in force.
        hint: shown faintly while it is empty; also what a screen reader calls the box.
        parent: the owner.
    """

    left = Signal()
    list_requested = Signal()

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip("…"))
        # an action without words would become a button without a name
        self._glass = QAction(self.tr("Search"), self)
        self._glass.triggered.connect(self._search)
        self._cross = QAction(self.tr("Clear search"), self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_cross)
        self.textChanged.connect(self._write_in_its_face)
        theme.changed.connect(self._restyle)
        self._is_composing = self._is_marked = False
        self._show_cross("")
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, then leaves; Down goes to the results."""
        if event.key() == Qt.Key.Key_Escape:
            self._back_out()
        elif event.key() == Qt.Key.Key_Down:
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def mark(self, start: int, end: int, sentence: str) -> None:
        """Underline what is wrong in the text, and let a screen reader say what; an empty sentence takes it away.

        Args:
            start: where it begins, in characters.
            end: where it ends.
            sentence: what is wrong with it.
        """
        self.setAccessibleDescription(sentence)
        if self._is_composing or not (sentence or self._is_marked):
            return
        from PySide6.QtGui import QTextCharFormat  # takes long to bring in, and most searches are understood

        self._is_marked = bool(sentence)
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._theme.colour("error"))
        text = self.text()
        first, last = map(Positions(text).in_document, (start, end))
        place = QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat, first - self.cursorPosition(), last - first, wave
        )
        # the one way that Qt has to draw a part of a line otherwise: an input method that has nothing to put in
        super().inputMethodEvent(QInputMethodEvent("", [place] if sentence else []))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Leave a text alone while an input method is putting it together."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _back_out(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    def _search(self) -> None:
        self.setFocus()
        self.selectAll()

    def _show_cross(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _write_in_its_face(self, text: str) -> None:
        font = self._theme.font(Role.BODY, text)
        if font != self.font():
            self.setFont(font)

    def _restyle(self) -> None:
        self._write_in_its_face(self.text())
        self._glass.setIcon(self._theme.icon("search"))
        self._cross.setIcon(self._theme.icon("x"))
