"""What the rows of a figure sheet share: the situation, the day, who says it, who is counted, the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from casefiles.domain.problems import BadInput
from casefiles.domain.speakers import Speaker, SpeakerKind, read_speakers, show_chain
from casefiles.workspace.figure_entries import FigureEntry
from ui.dialogs.field_editors import DateEditor
from ui.reader.picker import Choice, Picker, among
from ui.widgets.editors import ChoiceEditor, LineEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.list_views import SourceRow
    from ui.reader.last_entry import LastEntry
    from ui.session import Session
    from ui.theme.theme import Theme
    from ui.widgets.editors import Editor

_NO_KIND: Final = ""


@dataclass(frozen=True)
class Shared:
    """What is typed for all rows.

    Attributes:
        entry: an entry with everything but its number and measure.
        situation: the UUID of a situation, or empty.
    """

    entry: FigureEntry
    situation: str


class SharedFields(QWidget):
    """The fields above the rows.

    Signals:
        changed: something was typed or chosen.

    Args:
        theme: the theme in force.
        session: the open casebook.
        with_situation: whether the situation is asked; it stays as it is when a total is corrected.
        is_part: it is about a part, whose empty fields are those of its whole.
    """

    changed = Signal()

    def __init__(self, theme: Theme, session: Session, *, with_situation: bool, is_part: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._today = session.casebook.desk.today()
        self._sources: list[Choice] = []
        self._make_fields(self.tr("as its whole") if is_part else "")
        self._lay_out(with_situation=with_situation)
        self._listen()

    def _make_fields(self, hint: str) -> None:
        theme = self._theme
        situations = self._session.casebook.settings.situations()
        known = [("", self.tr("No situation")), *((one.uuid, one.name) for one in situations)]
        kinds = [
            (_NO_KIND, self.tr("As the name says")),
            (SpeakerKind.OFFICIAL.value, self.tr("Official")),
            (SpeakerKind.PRESS.value, self.tr("Press")),
            (SpeakerKind.FAMILY.value, self.tr("Family")),
            (SpeakerKind.OTHER.value, self.tr("Another voice")),
        ]
        modes = [("cumulative", self.tr("All up to that day")), ("new", self.tr("Only those new"))]
        self._situation = ChoiceEditor(theme, self.tr("Situation"), known, self)
        self._as_of = DateEditor(theme, self.tr("As of"), self._today)
        self._speakers = LineEditor(theme, self.tr("Said by"), hint or self.tr("the source itself"))
        self._kind = ChoiceEditor(theme, self.tr("Kind of speaker"), kinds)
        self._population = LineEditor(
            theme, self.tr("Who is counted"), hint or self.tr("nationals known to the Ministry")
        )
        self._mode = ChoiceEditor(theme, self.tr("Counts"), modes)
        self._said_on = DateEditor(theme, self.tr("Said on"), self._today)
        self._source = Picker(
            theme, self.tr("Source"), self._find_source, self.tr("Type words of its title, or leave empty")
        )
        if hint:
            _line(self._as_of).setPlaceholderText(hint)
        if len(situations) == 1:
            self._situation.set_value(situations[0].uuid)

    def _lay_out(self, *, with_situation: bool) -> None:
        grid = QGridLayout(self)
        Spacing(self._theme, grid, gap=8)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        cells: list[tuple[str, Editor, int, int, int]] = [
            (self.tr("As of"), self._as_of, 0, 0, 1),
            (self.tr("Counts"), self._mode, 0, 2, 1),
            (self.tr("Said by"), self._speakers, 1, 0, 1),
            (self.tr("Kind"), self._kind, 1, 2, 1),
            (self.tr("Who is counted"), self._population, 2, 0, 1),
            (self.tr("Said on"), self._said_on, 2, 2, 1),
            (self.tr("Source"), self._source, 3, 0, 1 if with_situation else 3),
            (self.tr("Situation"), self._situation, 3, 2, 1),
        ]
        for words, editor, row, column, span in cells:
            if editor is self._situation and not with_situation:
                editor.hide()
                continue
            label = Label(self._theme, words, ink="muted")
            label.setMinimumHeight(self._theme.px(32))
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, column + 1, 1, span, Qt.AlignmentFlag.AlignTop)

    def _listen(self) -> None:
        for editor in (self._situation, self._kind, self._mode):
            combo = editor.findChild(QComboBox)
            assert combo is not None
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.currentIndexChanged.connect(self.changed)
        for typed in (self._as_of, self._speakers, self._population, self._said_on):
            _line(typed).textChanged.connect(self.changed)
        self._session.tasks.search("sheet sources", self._session.casebook.sources.rows, self._know_sources, self)

    # the source

    def _know_sources(self, rows: Sequence[SourceRow]) -> None:
        about = (", ".join(filter(None, (row.publisher, row.published))) for row in rows)
        self._sources = [Choice(str(row.id), row.title or row.ref, more) for row, more in zip(rows, about, strict=True)]

    def _find_source(self, typed: str) -> Sequence[Choice]:
        return among(self._sources)(typed)

    # what is shown to begin with

    @property
    def first(self) -> QWidget:
        """Return where the keyboard begins."""
        return self._as_of

    def show_situation(self, uuid: str) -> None:
        """Begin with a situation."""
        if uuid:
            self._situation.set_value(uuid)

    def show_source(self, source_id: int) -> None:
        """Begin with a source."""
        view = self._session.casebook.sources.view(source_id)
        self._source.choose(Choice(str(source_id), view.title or view.ref))
        _line(self._source).setCursorPosition(0)

    def show_entry(self, entry: FigureEntry, day: str, said: str) -> None:
        """Begin with what was entered once, its days in words."""
        self._as_of.set_value(day if entry.as_of else "")
        self._said_on.set_value(said)
        self._speakers.set_value(show_chain(entry.speakers))
        if entry.speakers and read_speakers(show_chain(entry.speakers)) != entry.speakers:
            self._kind.set_value(entry.speakers[-1].kind.value)
        self._population.set_value(entry.population)
        self._mode.set_value(entry.mode)
        if entry.source_id is not None:
            self.show_source(entry.source_id)

    def recall(self, last: LastEntry) -> None:
        """Begin with what was entered last."""
        self._speakers.set_value(last.speakers)
        self._said_on.set_value(last.said_on)
        self._as_of.set_value(last.as_of)
        self._population.set_value(last.population)
        self.show_situation(last.situation)

    def keep(self, last: LastEntry) -> None:
        """Keep what is entered for the next time."""
        last.speakers, last.said_on = self._speakers.value(), self._said_on.value()
        last.as_of, last.population = self._as_of.value(), self._population.value()
        last.situation = self._situation.value()

    # what is typed

    def as_of(self) -> str:
        """Return the day as it is kept; empty while it is no date."""
        return self._exact(self._as_of)

    @property
    def situation(self) -> str:
        """Return the UUID of the situation, or empty."""
        return self._situation.value()

    def typed(self) -> FigureEntry:
        """Return an entry with what can be read just now, to be checked while typing."""
        return self._entry(self._exact(self._as_of), self._exact(self._said_on))

    def read(self) -> Shared:
        """Return what is typed; a date that is none is told under it.

        Raises:
            BadInput: a date is none, or the source is not known.
        """
        days = []
        for editor in (self._as_of, self._said_on):
            try:
                days.append(editor.edtf())
                editor.clear_error()
            except BadInput as problem:
                editor.show_error(str(problem))
                editor.setFocus()
                raise BadInput(self.tr("A day above is no date."), self.tr("Correct it, or leave it empty.")) from None
        if not self._source.settle():
            self._source.setFocus()
            raise BadInput(self.tr("That source is not known."), self.tr("Choose one of the list, or leave it empty."))
        return Shared(self._entry(*days), self._situation.value())

    def _entry(self, as_of: str, said_on: str) -> FigureEntry:
        source = self._source.value()
        return FigureEntry(
            "",
            "",
            population=self._population.value(),
            as_of=as_of,
            mode=self._mode.value(),
            speakers=self._chain(),
            said_on=said_on,
            source_id=int(source) if source else None,
        )

    def _chain(self) -> tuple[Speaker, ...]:
        chain = read_speakers(self._speakers.value())
        kind = self._kind.value()
        return (*chain[:-1], replace(chain[-1], kind=SpeakerKind(kind))) if chain and kind else chain

    def _exact(self, editor: DateEditor) -> str:
        try:
            return editor.edtf()
        except BadInput:
            return ""


def _line(editor: Editor) -> QLineEdit:
    line = editor.findChild(QLineEdit)
    assert line is not None
    return line
