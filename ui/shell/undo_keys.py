"""Ctrl+Z in a field takes back typing first; with no typing left to take back it is the casebook's."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEYS: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Lets undo and redo through to the window where the field with the keyboard has nothing to take back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._app = QApplication.instance()
        assert isinstance(self._app, QApplication)
        self._app.focusChanged.connect(self._watch)

    def stop(self) -> None:
        """Watch no longer."""
        assert isinstance(self._app, QApplication)
        self._app.focusChanged.disconnect(self._watch)
        self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field's claim on the key when it can do nothing with it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            for key in _KEYS:
                if event.matches(key) and not _can(watched, key):
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            self._field = new
            new.installEventFilter(self)
            new.destroyed.connect(self._forget)

    def _leave(self) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._forget)
            self._field = None

    def _forget(self) -> None:
        self._field = None


def _can(field: QObject, key: QKeySequence.StandardKey) -> bool:
    undo = key is QKeySequence.StandardKey.Undo
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    assert isinstance(field, QPlainTextEdit | QTextEdit)
    document = field.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
