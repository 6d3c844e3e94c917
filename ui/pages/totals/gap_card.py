"""Who follows up what a total leaves open, and what was found; kept when a line is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.pages.totals.wording import gap_of
from ui.widgets.card import Card
from ui.widgets.editors import LineEditor, TextEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from casefiles.workspace.figure_views import LineView
    from ui.theme.theme import Theme
    from ui.widgets.editors import Editor


class GapCard(Card):
    """The owner of a gap and a note on it.

    Signals:
        noted: the UUID of a total, its owner and its note.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    noted = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Totals", "Not accounted for"), parent=parent)
        self._uuid = ""
        self._gap = Label(theme, "", ink="warning", wrap=True)
        self._owner = LineEditor(theme, self.tr("Who follows it up"), self.tr("Name or initials"))
        self._note = TextEditor(theme, self.tr("Note"), self.tr("What was asked, and what was found"))
        self._note.setFixedHeight(theme.px(84))
        body = QWidget()
        grid = QGridLayout(body)
        Spacing(theme, grid, gap=8)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, Editor], ...] = ((self.tr("Owner"), self._owner), (self.tr("Note"), self._note))
        for row, (words, editor) in enumerate(lines):
            label = Label(theme, words, ink="muted")
            label.setMinimumHeight(theme.px(30))
            grid.addWidget(label, row, 0)
            grid.addWidget(editor, row, 1)
            editor.committed.connect(self._tell)
        self.add(self._gap)
        self.add(body)

    def show_line(self, line: LineView, *, is_gap: bool) -> None:
        """Show the gap of a total; hidden where there is none, and none was noted."""
        if line.uuid != self._uuid:
            self.save_now()
        self._gap.setText(gap_of(line) if is_gap else "")
        self._gap.setVisible(is_gap)
        for editor, kept in ((self._owner, line.gap_owner), (self._note, line.gap_note)):
            field = editor.focusProxy()
            if line.uuid != self._uuid or field is None or not field.hasFocus():
                editor.set_value(kept)
        self._uuid = line.uuid
        self.setVisible(is_gap or bool(line.gap_owner or line.gap_note))

    def save_now(self) -> None:
        """Keep what is being typed."""
        field = self.focusWidget()
        if field is not None and self.isAncestorOf(field):
            field.clearFocus()

    def _tell(self, _value: str) -> None:
        self.noted.emit(self._uuid, self._owner.value(), self._note.value())
