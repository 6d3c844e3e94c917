"""Fields of a case as they are read: label, value, and what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.theme.theme import Theme

_AIR: Final = 3
_TOP: Final = Qt.AlignmentFlag.AlignTop


class FieldRow(QWidget):
    """One field: its value with the number of sources and versions beside it.

    Signals:
        sources_requested: the number of sources was pressed.
        versions_requested: the number of versions was pressed.

    Args:
        theme: the theme in force.
        label: the field's name on screen.
        parent: the owner.
    """

    sources_requested = Signal()
    versions_requested = Signal()

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = label
        self.label = Label(theme, label, ink="muted")
        self._value = Label(theme, "", wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note = Label(theme, "", Role.META, "muted")
        self._versions = Button(theme, "", "split", Kind.CHIP)
        self._sources = Button(theme, "", "link", Kind.LINK)
        self._versions.clicked.connect(self.versions_requested)
        self._sources.clicked.connect(self.sources_requested)
        self._end = QWidget()
        self._behind = QHBoxLayout(self._end)
        Spacing(theme, self._behind, gap=8)
        self._behind.addStretch(1)
        for part in (self._note, self._versions, self._sources):
            self._behind.addWidget(part)
        self._grid = QGridLayout(self)
        Spacing(theme, self._grid, gap=8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.label, 0, 0, _TOP)
        self._grid.addWidget(self._value, 0, 1, _TOP)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_value("")

    def show_value(self, text: str, *, sources: int = 0, versions: int = 1, note: str = "") -> None:
        """Show a value and what stands behind it; an empty text is shown as not asked yet.

        Args:
            text: the value in words.
            sources: how many sources give it; none shows no button.
            versions: how many differing values there are.
            note: a few words in place of sources ("Desk entry, no source").
        """
        self._value.setText(text or self.tr("Not asked yet"))
        self._value.set_ink("text" if text else "muted")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._say(self._sources, self.tr("%n source(s)", "", sources), shown=sources > 0)
        self._say(self._versions, self.tr("%n version(s)", "", versions), shown=versions > 1)
        self._place_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands behind the value beside it, or below where the value would have to wrap."""
        super().resizeEvent(event)
        self._place_end()

    def host(self, editor: QWidget) -> None:
        """Show an editor in place of the value."""
        self._value.hide()
        self._grid.addWidget(editor, 0, 1)
        self._place_end()

    def release(self, editor: QWidget) -> None:
        """Show the value again instead of the editor, which is given back."""
        self._grid.removeWidget(editor)
        editor.setParent(None)
        self._value.show()
        self._place_end()

    def _place_end(self) -> None:
        words = 0 if self._value.isHidden() else self._value.fontMetrics().horizontalAdvance(self._value.text())
        gaps = 2 * self._grid.horizontalSpacing()
        taken = self.label.width() + words + gaps + self._end.sizeHint().width()
        if taken <= self.width():
            self._grid.addWidget(self._end, 0, 2, _TOP)
        else:
            self._grid.addWidget(self._end, 1, 1, 1, 2, _TOP)

    def _restyle(self) -> None:
        """Give words the height of the buttons beside them, so that all stand on one line."""
        self._grid.setVerticalSpacing(0)
        air = self._theme.px(_AIR)
        self.label.setContentsMargins(0, air, 0, air)
        self._value.setContentsMargins(0, air, 0, air)
        self._note.setContentsMargins(0, air + 1, 2 * air, air)

    def _say(self, button: Button, words: str, *, shown: bool) -> None:
        button.setText(words)
        button.setAccessibleName(self.tr("{field}: {count}").format(field=self._name, count=words))
        button.setVisible(shown)


class FieldRows(QWidget):
    """Field rows below each other, their values aligned.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[FieldRow] = []
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=4)
        theme.changed.connect(self._align)

    def add(self, label: str) -> FieldRow:
        """A new row at the end."""
        row = FieldRow(self._theme, label, self)
        self._rows.append(row)
        self._column.addWidget(row)
        self._align()
        return row

    def _align(self) -> None:
        labels = [row.label.text() for row in self._rows]
        widths = [self._theme.metrics(Role.BODY, label).horizontalAdvance(label) for label in labels]
        widest = int(max(widths, default=0)) + self._theme.px(10)
        for row in self._rows:
            row.label.setFixedWidth(widest)
