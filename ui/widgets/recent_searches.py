"""What was searched for last, offered below the empty search box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from ui.theme.typography import Role
from ui.widgets.floating import Floating
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme.theme import Theme

_ROW: Final = 30
_OPENING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RecentSearches(Floating):
    """A list below a search box, shown when the box is empty and Down is pressed or it is clicked.

    With a click the keyboard stays in the box, and Down goes on into the list; Esc, Up from the first row, and typing
    lead back.

    Signals:
        chosen: the text of a row that was clicked, or Enter pressed on it.
        forget_requested: they are all to be forgotten.

    Args:
        theme: the theme in force.
        box: the search box.
        recall: returns the texts to offer, the newest first; none shows no list.
        parent: the widget it stands in, above all else.
    """

    chosen = Signal(str)
    forget_requested = Signal()

    def __init__(self, theme: Theme, box: QLineEdit, recall: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._box = box
        self._recall = recall
        self._ground = parent
        name = self.tr("Recent searches")
        self._list = QListWidget(self)
        self._list.setAccessibleName(name)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(self._choose)
        column = QVBoxLayout(self)
        Spacing(theme, column, (8, 8, 8, 8), 4)
        column.addWidget(Label(theme, name, Role.GROUP_HEAD, "muted"))
        column.addWidget(self._list)
        self.hide()
        box.installEventFilter(self)
        self._list.installEventFilter(self)
        box.textChanged.connect(self.hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come when the empty box is clicked or Down pressed in it, go with the keyboard; take the list's keys."""
        if watched is self._box and event.type() == QEvent.Type.MouseButtonRelease:
            self._come()
        if watched is self._box and event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self.hide()
        if event.type() == QEvent.Type.FocusOut and QApplication.focusWidget() not in {self._box, self._list}:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_list(event) if watched is self._list else self._key_in_box(event)
        return super().eventFilter(watched, event)

    def _key_in_box(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self._come():
            self._list.setCurrentRow(0)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.isVisible():
            self.hide()
            return True
        return False

    def _key_in_list(self, event: QKeyEvent) -> bool:
        if event.key() in _OPENING:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self._list.currentRow() == 0):
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
        elif event.text().isprintable() and event.text():
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(self._box, event)
        else:
            return False
        return True

    def _come(self) -> bool:
        """Stand below the box, if it is empty and there is anything to offer."""
        texts = () if self._box.text() else self._recall()
        if not texts:
            return False
        self._list.clear()
        for text in texts:
            self._add(text, text, "history")
        self._add(self.tr("Forget recent searches"), "", "x")
        self._list.setFixedHeight(self._theme.px(_ROW) * self._list.count())
        self.setFixedWidth(self._box.width())
        self.adjustSize()
        self.move(self._box.mapTo(self._ground, QPoint(0, self._box.height() + self._theme.px(4))))
        self.raise_()
        self.show()
        return True

    def _add(self, words: str, text: str, icon: str) -> None:
        item = QListWidgetItem(self._theme.icon(icon), words)
        item.setData(Qt.ItemDataRole.UserRole, text)
        item.setFont(self._theme.font(Role.BODY, words))
        item.setSizeHint(QSize(0, self._theme.px(_ROW)))
        self._list.addItem(item)

    def _choose(self) -> None:
        text = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if text:
            self.chosen.emit(text)
        else:
            self.forget_requested.emit()
