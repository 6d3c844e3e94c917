"""A line that is typed in to choose one of many: what fits is listed underneath, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.editors import Editor
from ui.widgets.floating import Floating

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from ui.theme.theme import Theme

SHOWN: Final = 7
_ROW: Final = 26


@dataclass(frozen=True)
class Choice:
    """Something to choose: its key, its words, and more to tell it by."""

    key: str
    words: str
    more: str = ""

    @property
    def line(self) -> str:
        """Return the choice as it is listed."""
        return f"{self.words}  ·  {self.more}" if self.more else self.words


Find = Callable[[str], Sequence[Choice]]


def among(choices: Sequence[Choice]) -> Find:
    """Search a few known choices: those that begin with what is typed, then those with a word that does."""

    def find(typed: str) -> list[Choice]:
        wanted = typed.strip().casefold()
        first = [one for one in choices if one.words.casefold().startswith(wanted)]
        second = [one for one in choices if f" {wanted}" in one.words.casefold()]
        return list(dict.fromkeys((*first, *second)))

    return find


def has_keyboard(editor: Editor) -> bool:
    """Tell whether the keyboard is in an editor's field."""
    field = editor.focusProxy()
    return field is not None and field.hasFocus()


class Picker(Editor):
    """A choice among many, by typing.

    Signals:
        picked: the key of what was chosen, or empty when the line was emptied.

    Args:
        theme: the theme in force.
        name: what a screen reader calls the line.
        find: gives the choices that fit what is typed, at once.
        hint: shown faintly while it is empty.
        look_for: asks for them elsewhere while one types, to be answered by `offer`; not given where `find` is quick.
        parent: the owner.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        find: Find,
        hint: str = "",
        look_for: Callable[[str], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._line = QLineEdit()
        self._list = QListWidget()
        super().__init__(theme, name, self._line, parent)
        self._theme = theme
        self._find = find
        self._look_for = look_for or self._find_now
        self._offered: Sequence[Choice] = ()
        self._offered_for = ""
        self._chosen: Choice | None = None
        self._line.setPlaceholderText(hint)
        self._line.textEdited.connect(self._ask)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Choices for {field}").format(field=name))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._click)
        self._box = Floating(theme, self)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self._list)
        self._box.hide()

    # for the form

    def value(self) -> str:
        """Return the key of what is chosen; empty for nothing."""
        return self._chosen.key if self._chosen else ""

    @property
    def typed(self) -> str:
        """Return what stands in the line."""
        return self._line.text()

    def choose(self, choice: Choice | None) -> None:
        """Show a choice as already made."""
        self._chosen = choice
        self._line.setText(choice.words if choice else "")
        self._kept = self._before = self.value()
        self.clear_error()

    def settle(self) -> bool:
        """Take what is marked in the list, or what best fits the words; false if nothing does."""
        if self._box.isVisible() and self._offered_for == self._line.text():
            self._take(self._offered[self._list.currentRow()])
        elif self._line.text() != (self._chosen.words if self._chosen else ""):
            best = self._find(self._line.text()) if self._line.text().strip() else ()
            self._take(best[0] if best else None, keep_words=True)
        self._box.hide()
        return self._chosen is not None or not self._line.text().strip()

    def offer(self, typed: str, choices: Sequence[Choice]) -> None:
        """List what was found, unless something else has been typed since."""
        if typed == self._line.text() and self._line.hasFocus():
            self._show(choices)

    # how it works

    def _put(self, value: str) -> None:
        found = next((one for one in self._find("") if one.key == value), None)
        self._chosen = found
        self._line.setText(found.words if found else "")

    def _restore(self) -> bool:
        if self._box.isVisible():
            self._box.hide()
            return True
        return False

    def _ask(self, typed: str) -> None:
        self.clear_error()
        self._look_for(typed)

    def _find_now(self, typed: str) -> None:
        self.offer(typed, self._find(typed))

    def _show(self, choices: Sequence[Choice]) -> None:
        self._offered, self._offered_for = choices, self._line.text()
        self._list.clear()
        for one in choices:
            item = QListWidgetItem(one.line)
            item.setFont(self._theme.font(Role.BODY, one.line))
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
            self._list.addItem(item)
        if not choices:
            self._box.hide()
            return
        self._list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        """Stand under the line, above everything else of the window; over the line where there is no room."""
        window = self.window()
        self._box.setParent(window)
        height = self._theme.px(_ROW) * min(len(self._offered), SHOWN) + self._theme.px(10)
        top = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        if top.y() + height > window.height():
            top.setY(top.y() - self._line.height() - height - 4)
        self._box.setGeometry(top.x(), top.y(), max(self._line.width(), self._theme.px(200)), height)
        self._box.show()
        self._box.raise_()

    def _click(self, item: QListWidgetItem) -> None:
        self._take(self._offered[self._list.row(item)])
        self._box.hide()
        self._line.setFocus()

    def _take(self, choice: Choice | None, *, keep_words: bool = False) -> None:
        self._chosen = choice
        if choice is not None or not keep_words:
            self._line.setText(choice.words if choice else "")
        if self.value() != self._kept:
            self._before, self._kept = self._kept, self.value()
            self.picked.emit(self.value())

    def _commit(self) -> None:
        self.settle()

    def _step(self, by: int) -> None:
        if not self._box.isVisible():
            choices = list(self._find(""))
            self._show(choices)
            if self._chosen in choices:
                self._list.setCurrentRow(choices.index(self._chosen))
            return
        self._list.setCurrentRow((self._list.currentRow() + by) % self._list.count())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list; leaving and Enter take what is marked."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self.settle()  # before Qt looks for the next field, which may only now appear
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._step(by)
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with its line."""
        self._box.setParent(self)
        self._box.hide()
        super().hideEvent(event)
