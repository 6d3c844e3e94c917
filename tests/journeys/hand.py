"""The officer's hand: finds what is on the screen by its name, and works it with keys and the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from ui.shell.desk import Desk
    from ui.shell.window import Window

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Works one window as a person does.

    Attributes:
        window: the window.
    """

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    # seeing

    @property
    def front(self) -> QWidget:
        """The dialog on top, or the window."""
        return QApplication.activeModalWidget() or self.window

    @property
    def desk(self) -> Desk:
        """The open casebook."""
        assert self.window.desk is not None
        return self.window.desk

    def seen(self, name: str, kind: type[W]) -> list[W]:
        """The widgets in view of this name."""
        widgets = [widget for widget in self.front.findChildren(kind) if widget.isVisible()]
        return [widget for widget in widgets if name in names(widget)]

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]  # any widget at all
        """The one widget in view of this name."""
        self.until(lambda: len(self.seen(name, kind)) == 1)
        return self.seen(name, kind)[0]

    def texts(self) -> list[str]:
        """The words in view."""
        return [label.text() for label in self.front.findChildren(QLabel) if label.isVisible() and label.text()]

    def until(self, true: Callable[[], object], at_most: int = 8000) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(true()), timeout=at_most)

    def until_said(self, words: str, at_most: int = 8000) -> None:
        """Wait until a text in view holds these words."""
        self.until(lambda: any(words in text for text in self.texts()), at_most)

    # acting

    def come(self, dialog: type[QWidget]) -> Any:
        """Wait for a dialog, and look at it."""
        self.until(lambda: isinstance(self.front, dialog))
        self.look()
        return self.front

    def look(self) -> None:
        """Bring the keyboard to what is on top, as a window manager does."""
        self.until(self._in_front)

    def _in_front(self) -> bool:
        """Ask again for as long as it takes: the platform without a screen may forget it was asked."""
        self.front.activateWindow()
        return QApplication.activeWindow() is self.front

    def focused(self) -> QWidget:
        """Where the keyboard is; the platform without a screen now and then loses the window on its own."""
        if QApplication.activeWindow() is None:
            self.look()
        self.until(QApplication.focusWidget)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focused(), key, held)

    def write(self, *values: str) -> None:
        """Type values one after the other with Tab between them; what stood there is typed over."""
        for place, value in enumerate(values):
            if place:
                self.key(Qt.Key.Key_Tab)
            if isinstance(self.focused(), QLineEdit | QPlainTextEdit):
                self.key(Qt.Key.Key_A, held=CONTROL)
                self.key(Qt.Key.Key_Delete)
            QTest.keyClicks(self.focused(), value)

    def fill(self, name: str, value: str) -> None:
        """Click into a field and type."""
        self.until(lambda: self.seen(name, QLineEdit) or self.seen(name, QPlainTextEdit))
        field = self.find(name, QLineEdit) if self.seen(name, QLineEdit) else self.find(name, QPlainTextEdit)
        place = field.viewport() if isinstance(field, QPlainTextEdit) else field
        QTest.mouseClick(place, Qt.MouseButton.LeftButton)
        self.until(field.hasFocus)
        self.write(value)

    def go_into(self, widget: QWidget) -> None:
        """Bring the keyboard to a widget, again where the platform loses the window meanwhile."""

        def is_there() -> bool:
            if self._in_front() and not widget.hasFocus():
                widget.setFocus()
            return widget.hasFocus()

        self.until(is_there)

    def press(self, name: str) -> None:
        """Click a button once it can be pressed."""
        button = self.find(name, QAbstractButton)
        self.until(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def go(self, page: str) -> None:
        """Click a page in the sidebar."""
        places = self.find("Sidebar", QListView)
        model = places.model()
        said = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        at = model.index(next(row for row, words in enumerate(said) if words.startswith(page)), 0)
        places.scrollTo(at)
        QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=places.visualRect(at).center())

    def tab(self, words: str) -> None:
        """Click a tab."""
        bars = [bar for bar in self.front.findChildren(QTabBar) if bar.isVisible()]
        bar, place = next((bar, at) for bar in bars for at in range(bar.count()) if bar.tabText(at) == words)
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())

    def pick(self, name: str, words: str) -> None:
        """Choose from a box with the arrows."""
        box = self.find(name, QComboBox)
        box.setFocus()
        self.until(box.hasFocus)
        self.key(Qt.Key.Key_Home)
        while box.currentText() != words:
            before = box.currentIndex()
            self.key(Qt.Key.Key_Down)
            assert box.currentIndex() != before, words

    def choose(self, menu: str, action_id: str) -> None:
        """Choose something from a menu of the window."""
        opened = next(action.menu() for action in self.window.menuBar().actions() if action.text() == menu)
        assert isinstance(opened, QMenu)
        action: QAction = self.window.commands[action_id]
        self.until(action.isEnabled)
        opened.popup(self.window.mapToGlobal(self.window.rect().topLeft()))
        self.until(opened.isVisible)
        QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=opened.actionGeometry(action).center())
        self.until(lambda: not opened.isVisible())

    def paste(self, words: str) -> None:
        """Paste words where the keyboard is."""
        QGuiApplication.clipboard().setText(words)
        self.key(Qt.Key.Key_V, held=CONTROL)

    def save_as(self, path: str) -> None:
        """Answer a file dialog."""
        self.until(lambda: self.front is not self.window)
        self.look()
        line = self.front.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setFocus()
        self.write(path)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.front is self.window)

    # reading a source

    def go_to_words(self, words: str) -> QTextEdit:
        """Click in front of words of the source in view."""
        text = self.find("Source text", QTextEdit)
        found = text.document().find(words)
        assert not found.isNull(), words
        start = QTextCursor(found)
        start.setPosition(found.selectionStart())
        text.setTextCursor(start)
        text.ensureCursorVisible()
        place = text.cursorRect(start).center()
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.until(text.hasFocus)
        return text

    def select_sentence(self, words: str) -> None:
        """Click into a sentence and select it whole."""
        self.go_to_words(words)
        self.key(Qt.Key.Key_S)

    def select_words(self, words: str) -> None:
        """Select words with Shift and the arrows."""
        self.go_to_words(words)
        self.key(*[Qt.Key.Key_Right] * len(words), held=SHIFT)


def names(widget: QWidget) -> set[str]:
    """What a widget is called."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return {widget.accessibleName(), text.replace("&", "")} - {""}
