"""Editors of one value: saved when left, never in the way, mistakes told underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.combo import Combo
from ui.widgets.labels import Drawing, Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.theme import Theme

REST_MS: Final = 800
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(QWidget):
    """What the editors share: committing a changed value, restoring it, and the words of a mistake.

    Signals:
        committed: the value, when it was changed and then left or confirmed by Enter.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        field: the input that is shown.
        parent: the owner.
    """

    committed = Signal(str)

    def __init__(self, theme: Theme, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._kept = ""  # the value Esc gives back
        self._before = ""  # the one before it, should the last be refused
        self._about = ""  # what the field's description says while nothing is wrong
        field.setAccessibleName(name)
        field.installEventFilter(self)
        self.setFocusProxy(field)
        self._sign = Drawing(theme, "circle-alert", "error", 13)
        self._trouble = Label(theme, "", Role.META, "error", wrap=True)
        self._told = QWidget()
        line = QHBoxLayout(self._told)
        Spacing(theme, line, gap=4)
        for part, stretch in ((self._sign, 0), (self._trouble, 1)):
            line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=4)
        column.addWidget(field)
        column.addWidget(self._told)
        self._told.hide()

    # for the page

    def value(self) -> str:
        """What stands in the field now."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Show a value that is already kept; nothing is committed."""
        self._put(value)
        self._kept = self._before = self.value()
        self.clear_error()

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong with it; what was typed stays, and Esc gives the old value."""
        self._kept = self._before
        self._trouble.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._field.setAccessibleDescription(sentence or self._about)
        self._field.setProperty("wrong", bool(sentence))
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)

    def clear_error(self) -> None:
        """Take the words of a mistake away."""
        if not self._told.isHidden():
            self.show_error("")

    # for the kinds of editor

    def _put(self, value: str) -> None:
        raise NotImplementedError

    def _commit(self) -> None:
        value = self.value()
        if value == self._kept:
            return
        self.clear_error()
        self._before, self._kept = self._kept, value
        self.committed.emit(value)

    def _restore(self) -> bool:
        """Put the kept value back; false if there was nothing to undo."""
        if self.value() == self._kept and self._told.isHidden():
            return False
        self._put(self._kept)
        self.clear_error()
        return True

    def _confirms(self, event: QKeyEvent) -> bool:
        return event.key() in _ENTER

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving and Enter commit, Esc restores; an Esc with nothing to restore goes on to the page."""
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self._commit()
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                return self._restore()
            if self._confirms(event):
                self._commit()
        return super().eventFilter(watched, event)


class LineEditor(Editor):
    """A value of one line.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        hint: shown faintly while it is empty.
        parent: the owner.

    Signals:
        noted: a note came under the line, or went.
    """

    noted = Signal()

    def __init__(self, theme: Theme, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(theme, name, self._line, parent)
        self._theme = theme
        self._note: Label | None = None
        self._line.setPlaceholderText(hint)
        self._line.textChanged.connect(self._use_face)

    def value(self) -> str:
        """What stands in the line."""
        return self._line.text()

    def select_all(self) -> None:
        """Select what stands in the line, for something else to be typed in its place."""
        self._line.selectAll()

    def show_note(self, sentence: str) -> None:
        """Say calmly under the line what is worth knowing of its value, which is taken all the same."""
        if sentence == self._about:
            return
        if self._note is None:
            self._note = Label(self._theme, "", Role.META, "muted", wrap=True)
            column = self.layout()
            assert column is not None
            column.addWidget(self._note)
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self._about = sentence
        if self._told.isHidden():
            self._line.setAccessibleDescription(sentence)
        self.noted.emit()

    def _put(self, value: str) -> None:
        self._line.setText(value)

    def _use_face(self, text: str) -> None:
        """Put the face for what is typed first: a face without its writing draws it badly, and logs so."""
        font = self._theme.font(Role.BODY, text)
        if font.families() != self._line.font().families():
            self._line.setFont(font)


class TextEditor(Editor):
    """A value of many lines, committed also whenever typing rests; Ctrl+Enter commits at once.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        hint: shown faintly while it is empty.
        parent: the owner.
    """

    def __init__(self, theme: Theme, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        self._box = QPlainTextEdit()
        super().__init__(theme, name, self._box, parent)
        self._box.setPlaceholderText(hint)
        self._box.setTabChangesFocus(True)
        # its lines are broken at its edge, and yet the bar is shown until they are
        self._box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box.viewport().setAccessibleName(name)  # it is what the accessibility tree shows as focused
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._commit)
        self._box.textChanged.connect(self._rest.start)

    def value(self) -> str:
        """What stands in the box."""
        return self._box.toPlainText()

    def _put(self, value: str) -> None:
        self._box.setPlainText(value)
        self._rest.stop()

    def _commit(self) -> None:
        self._rest.stop()
        super()._commit()

    def _confirms(self, event: QKeyEvent) -> bool:
        return super()._confirms(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ChoiceEditor(Editor):
    """One of several values; going through them with the arrows commits only when left.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the field.
        choices: each value with its words.
        parent: the owner.
    """

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        self._combo = Combo(theme)
        super().__init__(theme, name, self._combo, parent)
        for value, words in choices:
            self._combo.addItem(words, value)
        self._combo.picked.connect(self._commit)
        # on Linux a combo box is read by its present value alone, whatever its name
        self._about = name
        self._combo.setAccessibleDescription(name)
        self.set_value(choices[0][0] if choices else "")

    def value(self) -> str:
        """The value chosen now."""
        return str(self._combo.currentData() or "")

    def _put(self, value: str) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))
