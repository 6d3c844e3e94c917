"""The form: what is to be printed, of whom, as of when, and in the officer's words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from casefiles.domain.moment import Moment
from casefiles.domain.problems import CasefilesError
from casefiles.workspace.finding import Wanted, parse
from casefiles.workspace.printing import MARKS, Order
from ui.language import people_in_words
from ui.pages.briefings.chosen_people import ChosenPeople
from ui.pages.briefings.fields import DayField, Labelled, SituationField, WordsField
from ui.theme.typography import Role
from ui.widgets.choices import OneOf, YesNo
from ui.widgets.editors import ChoiceEditor, TextEditor
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.domain.span import Span
    from ui.session import Session
    from ui.theme.theme import Theme

SITUATION: Final = "situation"
DOSSIER: Final = "dossier"
_BOTTOM_LINE_HEIGHT: Final = 104


class BriefingForm(QWidget):
    """What is to be printed.

    Signals:
        changed: something else is asked for now, or there is a mistake.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._make_kinds()
        self._make_fields()
        self._lay_out()
        self.refresh()
        self._listen()
        self._switch()

    # what the form says

    @property
    def is_wrong(self) -> bool:
        """Whether a mistake is told under one of the fields."""
        of_situation = self._query_is_wrong or self._since.is_wrong
        return self._as_of.is_wrong or (self.kind == SITUATION and of_situation)

    @property
    def kind(self) -> str:
        """The kind of briefing chosen."""
        return DOSSIER if self._buttons[DOSSIER].isChecked() else SITUATION

    def order(self) -> Order:
        """What is asked for."""
        shared = Order(
            self.kind,
            title=self._title.value().strip(),
            number=self._number.value().strip(),
            moment=self._moment,
            mark=self._mark.value(),
            codebook=self._with_codebook.isChecked(),
        )
        if self.kind == DOSSIER:
            return replace(shared, cases=self.people.ids)
        return replace(
            shared,
            query=self._query.value().strip(),
            situation=self._situation.value(),
            since=self._since.day,
            period=self._period.value().strip(),
            bottom_line=self._bottom_line.value().strip(),
            two_page=self._two_pages.isChecked(),
        )

    @property
    def _moment(self) -> Moment:
        """The day typed here, within what is looked at in the window."""
        looked_at = self._session.moment
        return replace(looked_at, learned=self._as_of.day or looked_at.learned)

    def choose_people(self, ids: Sequence[int]) -> None:
        """Ask for a dossier of some people."""
        self._buttons[DOSSIER].setChecked(True)
        self.people.choose(ids)

    def choose_found(self, query: str) -> None:
        """Ask for a briefing of the people a search finds."""
        self._buttons[SITUATION].setChecked(True)
        self._situation.set_value("")
        self._query.set_value(query.strip())
        self._count()
        self._changed()
        self._query.setFocus()

    def refresh(self) -> None:
        """Read again what the casebook offers: its situations, names and counts."""
        situations = self._session.casebook.settings.situations()
        everything = ("", self.tr("The whole casebook"))
        self._situation.offer([everything, *((one.uuid, one.name) for one in situations)])
        self.people.refresh()
        self._count()

    def save_now(self) -> None:
        """Take a day that is still being typed."""
        for field in (self._as_of, self._since):
            field.take()

    # making

    def _make_kinds(self) -> None:
        self._kinds = QButtonGroup(self)
        self._buttons: dict[str, OneOf] = {}
        for kind, label, about in (
            (SITUATION, self.tr("Situation briefing"), self.tr("Figures, what changed, and the people behind them")),
            (DOSSIER, self.tr("Dossier"), self.tr("Everything known of one or several people")),
        ):
            button = self._buttons[kind] = OneOf(self._theme, label)
            button.setAccessibleDescription(about)
            button.setToolTip(about)
            self._kinds.addButton(button)
        self._buttons[SITUATION].setChecked(True)

    def _make_fields(self) -> None:
        theme, today = self._theme, self._session.casebook.desk.today
        day = self.tr("A day such as 12 June 2024")
        self.people = ChosenPeople(theme, self._session)
        self._situation = SituationField(theme, self.tr("Situation"), [("", self.tr("The whole casebook"))])
        self._query = WordsField(theme, self.tr("Only people who match"), self.tr("Words, status: or origin:"))
        self._counted = Label(theme, "", Role.META, "muted")
        self._query_is_wrong = False
        self._title = WordsField(theme, self.tr("Title"), self.tr("The situation’s or the person’s name"))
        self._number = WordsField(theme, self.tr("Number"), self.tr("Such as 7 or 2024/3"))
        self._as_of = DayField(theme, self.tr("As of"), today, self.tr("Everything recorded"))
        self._since = DayField(theme, self.tr("Changes since"), today, day)
        self._period = WordsField(theme, self.tr("Period"), self.tr("Such as 1 to 12 June 2024"))
        self._bottom_line = TextEditor(
            theme, self.tr("Bottom line"), self.tr("What the reader must know, in your words")
        )
        marks = [(mark, mark or self.tr("No mark")) for mark in MARKS]
        self._mark = ChoiceEditor(theme, self.tr("Handling mark"), marks)
        self._with_codebook = YesNo(theme, self.tr("With the codebook"))
        self._two_pages = YesNo(theme, self.tr("Two-page form"))
        self._short = self.tr("At most 12 people; the sources follow in an annex that can be taken off.")
        self._two_pages.setAccessibleDescription(self._short)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        Spacing(self._theme, self._column, (16, 16, 16, 24), 12)
        kinds = QWidget()
        side_by_side = QHBoxLayout(kinds)
        Spacing(self._theme, side_by_side, gap=16)
        for button in self._buttons.values():
            side_by_side.addWidget(button)
        side_by_side.addStretch(1)
        self._add(self.tr("Kind"), kinds)
        self._of_dossier = [self._add(self.tr("People"), self.people)]
        self._of_situation = [
            self._add(self.tr("Situation"), self._situation),
            self._add(self.tr("Only people who match"), self._query, self._counted),
        ]
        self._add(self.tr("Title"), self._title)
        self._add(self.tr("Number"), self._number)
        self._add(self.tr("As of"), self._as_of)
        self._of_situation += [
            self._add(self.tr("Changes since"), self._since),
            self._add(self.tr("Period"), self._period),
            self._add(self.tr("Bottom line"), self._bottom_line),
        ]
        self._add(self.tr("Handling mark"), self._mark)
        what = Label(
            self._theme, self.tr("What the words mean, and the rules, as an annex."), Role.META, "muted", wrap=True
        )
        self._add(self.tr("Annex"), self._with_codebook, what)
        about = Label(self._theme, self._short, Role.META, "muted", wrap=True)
        self._of_situation.append(self._add(self.tr("Length"), self._two_pages, about))
        self._column.addStretch(1)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _add(self, label: str, *parts: QWidget) -> Labelled:
        labelled = Labelled(self._theme, label, parts)
        self._column.addWidget(labelled)
        return labelled

    def _restyle(self) -> None:
        box = self._bottom_line.focusProxy()
        assert box is not None
        box.setFixedHeight(self._theme.px(_BOTTOM_LINE_HEIGHT))

    # what is done in it

    def _listen(self) -> None:
        self._kinds.buttonToggled.connect(self._switch)
        self._query.changed.connect(self._count)
        for editor in (self._query, self._situation):  # committing takes the words of a mistake away
            editor.committed.connect(self._count)
        self._as_of.changed.connect(self._count)
        box = self._bottom_line.focusProxy()
        assert isinstance(box, QPlainTextEdit)
        tellers = (
            *(field.changed for field in (self.people, self._query, self._title, self._number, self._period)),
            *(field.changed for field in (self._as_of, self._since)),
            *(field.committed for field in (self._situation, self._mark)),
            *(self._two_pages.toggled, self._with_codebook.toggled, box.textChanged),
        )
        for teller in tellers:
            teller.connect(self._changed)

    def _switch(self) -> None:
        is_dossier = self.kind == DOSSIER
        for part in self._of_dossier:
            part.setVisible(is_dossier)
        for part in self._of_situation:
            part.setVisible(not is_dossier)
        self._changed()

    def _changed(self, *_news: object) -> None:
        self._check_days()
        self.changed.emit()

    def _check_days(self) -> None:
        """Changes can only be told since a day before the briefing's own."""
        since, as_of = self._since.day, self._as_of.day
        if since and as_of and since > as_of:
            self._since.refuse(self.tr("That day is after the day of the briefing. Use an earlier one."))
        elif since:
            self._since.accept()

    # how many answer

    def _count(self, *_news: object) -> None:
        try:
            wanted = Wanted(parse(self._query.value()), situation=self._situation.value())
        except CasefilesError as problem:
            self._query_is_wrong = True
            self._query.show_error(str(problem))
            self._counted.hide()
            return
        self._query_is_wrong = False
        self._query.clear_error()
        finding = self._session.casebook.finding
        count = partial(finding.count, wanted, self._moment)
        self._session.tasks.search("briefing-count", count, self._say_count)

    def _say_count(self, counted: tuple[int, Span]) -> None:
        self._counted.setText(people_in_words(counted[1]))
        self._counted.show()
