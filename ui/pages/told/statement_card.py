"""One statement: how it stands, what was said, what has moved, what it rests on, and what was judged of it."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefiles.domain.statements import Ruling, State
from casefiles.workspace.statement_views import STATE_LABELS
from ui.models.told import STATE_LOOKS
from ui.pages.told.basis_rows import BasisWays, MovedRow, StandingRow
from ui.theme.typography import Role
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.card import Card
from ui.widgets.growing import GrowingColumn
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing
from ui.widgets.state_mark import StateMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casefiles.workspace.statement_views import BasisView, StatementView
    from ui.theme.theme import Theme

_WIDEST: Final = 760


class StatementCards(QWidget):
    """Everything about one statement, as cards below each other.

    Signals:
        asked: the id of an action that the page does.
        person_requested: the key of a case.
        quote_requested: the `QuoteView` to be shown in its source.
        people_requested: the query and the situation of a count.
        total_requested: the UUID of a reported total.
        unlink_requested: the UUID of a basis.
        edition_requested: the UUID of the edition it was given with.

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    asked = Signal(str)
    person_requested = Signal(int)
    quote_requested = Signal(object)
    people_requested = Signal(str, str)
    total_requested = Signal(str)
    unlink_requested = Signal(str)
    edition_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: StatementView | None = None
        self._said = Card(theme, self.tr("What was said"), widest=_WIDEST)
        self._moved = Card(theme, self.tr("What has moved since"), widest=_WIDEST)
        self._rests = Card(theme, self.tr("What it rests on"), self.tr("Link values…"), widest=_WIDEST, writes=True)
        self._judged = Card(theme, self.tr("Judgements"), widest=_WIDEST)
        self._text = Label(theme, "", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.add(self._text)
        nothing = self.tr(
            "Nothing is linked yet. Link the reports and counts that it rests on, to be told when they move."
        )
        self._moves = GrowingColumn(theme, "", gap=10)
        self._bases = GrowingColumn(theme, nothing, gap=10)
        self._judgements = GrowingColumn(theme, "", gap=8)
        for card, parts in ((self._moved, self._moves), (self._rests, self._bases), (self._judged, self._judgements)):
            card.add(parts)
        self._rests.action_requested.connect(lambda: self.asked.emit("link-values"))
        column = QVBoxLayout(self)
        Spacing(theme, column, gap=12)
        column.addWidget(self._head())
        for card in (self._judged, self._moved, self._said, self._rests):
            column.addWidget(card)

    def show_statement(self, view: StatementView) -> None:
        """Show a statement."""
        self._view = view
        self._show_head(view)
        self._text.setText(view.text)
        self._said.setVisible(bool(view.text))
        self._moves.show_parts([partial(self._moved_row, basis) for basis in view.moved])
        self._moved.setVisible(bool(view.moved))
        self._bases.show_parts(list(self._standing_parts(view)))
        self._judgements.show_parts([partial(self._judgement, place) for place in range(len(view.judgements))])
        self._judged.setVisible(bool(view.judgements))

    # the head

    def _head(self) -> QWidget:
        head = QWidget()
        head.setMaximumWidth(self._theme.px(_WIDEST))
        self._title = Label(self._theme, "", Role.NAME, wrap=True)
        self._about = Label(self._theme, "", ink="muted", wrap=True)
        self._mark = StateMark(self._theme)
        self._means = Label(self._theme, "", Role.META, "muted", wrap=True)
        edit = IconButton(self._theme, self.tr("Edit"), "pencil", shortcut="F2")
        edit.clicked.connect(lambda: self.asked.emit("edit"))
        remove = IconButton(self._theme, self.tr("Remove"), "trash-2", shortcut="Del")
        remove.clicked.connect(lambda: self.asked.emit("remove"))
        only_now(edit, remove)
        self._wrong = Button(self._theme, self.tr("Wrong when said…"), "circle-x")
        self._right = Button(self._theme, self.tr("Right after all…"), "circle-check")
        only_now(self._wrong, self._right)
        self._edition = Button(self._theme, "", "file-text", Kind.LINK)
        self._edition.clicked.connect(self._ask_edition)
        self._person = Button(self._theme, "", "user", Kind.LINK)
        self._person.clicked.connect(self._ask_person)
        top = QHBoxLayout()
        Spacing(self._theme, top, gap=4)
        top.addWidget(self._title, 1)
        for button in (edit, remove):
            top.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        links = QHBoxLayout()
        Spacing(self._theme, links, gap=12)
        for part in (self._edition, self._person):
            links.addWidget(part)
        links.addStretch(1)
        state = QHBoxLayout()
        Spacing(self._theme, state, gap=8)
        state.addWidget(self._mark, 1)
        for judge in (self._wrong, self._right):
            judge.clicked.connect(lambda: self.asked.emit("judge-statement"))
            state.addWidget(judge)
        column = QVBoxLayout(head)
        Spacing(self._theme, column, gap=4)
        for layout in (top, links):
            column.addLayout(layout)
            if layout is top:
                column.addWidget(self._about)
        column.addLayout(state)
        column.addWidget(self._means)
        return head

    def _show_head(self, view: StatementView) -> None:
        row = view.row
        question = self.tr("question {number}").format(number=view.question) if view.question else ""
        parts = dict.fromkeys(filter(None, (row.kind, view.house, question, view.recipient, row.said)))
        self._title.setText(row.title)
        self._about.setText(" · ".join(parts))
        self._mark.show_state(*STATE_LOOKS[row.state], STATE_LABELS[row.state])
        self._means.setText(self._meaning(view))
        is_wrong = row.state is State.WRONG
        for button, shown in ((self._wrong, not is_wrong), (self._right, is_wrong)):
            button.setVisible(shown)
        self._edition.setText(self.tr("Edition {number}").format(number=row.edition))
        self._edition.setVisible(bool(row.edition))
        self._person.setText(self.tr("Family of {person}").format(person=view.person))
        self._person.setVisible(bool(view.case_id))

    def _meaning(self, view: StatementView) -> str:
        if view.row.state is State.STANDS:
            return self.tr("Nothing that it rests on has moved.") if view.bases else ""
        if view.row.state is State.WRONG:
            return self.tr("An officer said so; it needs correcting where it was said.")
        moved = self.tr("%n of the things it rests on moved since.", "", len(view.moved))
        return f"{self.tr('It was right on what we knew.')} {moved}"

    # rows

    def _ways(self, basis: BasisView, *, with_person: bool) -> BasisWays:
        alike = [one.uuid for one in self._bases_alike(basis)]
        ways = BasisWays(self._theme, basis, with_person=with_person, nth=alike.index(basis.uuid) + 1)
        ways.person_requested.connect(self.person_requested)
        ways.quote_requested.connect(self.quote_requested)
        ways.people_requested.connect(self.people_requested)
        ways.total_requested.connect(self.total_requested)
        ways.unlink_requested.connect(self.unlink_requested)
        return ways

    def _bases_alike(self, basis: BasisView) -> list[BasisView]:
        """The bases that say the same of the same person, on different reports."""
        assert self._view is not None
        said = (basis.case_id, basis.label, basis.then)
        return [one for one in self._view.bases if (one.case_id, one.label, one.then) == said]

    def _moved_row(self, basis: BasisView) -> QWidget:
        return MovedRow(self._theme, basis, self._ways(basis, with_person=True))

    def _standing_parts(self, view: StatementView) -> Iterator[Callable[[], QWidget]]:
        standing = [basis for basis in view.bases if not basis.moved]
        if view.bases and not standing:
            yield lambda: Label(self._theme, self.tr("Everything that it rests on has moved."), ink="muted")
        for _, mine in groupby(sorted(standing, key=lambda basis: basis.case_id), lambda basis: basis.case_id):
            yield partial(self._standing_part, list(mine))

    def _standing_part(self, bases: list[BasisView]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        Spacing(self._theme, column, gap=2)
        first = bases[0]
        if first.case_id:
            person = Button(self._theme, first.person, "user", Kind.LINK, strong=True)
            person.clicked.connect(lambda: self.person_requested.emit(first.case_id))
            column.addWidget(person)
        else:
            column.addWidget(Label(self._theme, self.tr("Counts and totals"), Role.STRONG))
        for basis in bases:
            column.addWidget(StandingRow(self._theme, basis, self._ways(basis, with_person=False)))
        return part

    def _judgement(self, place: int) -> QWidget:
        assert self._view is not None
        one = self._view.judgements[place]
        part = QWidget()
        column = QVBoxLayout(part)
        Spacing(self._theme, column, gap=2)
        mark = StateMark(self._theme)
        state = State.WRONG if one.verdict is Ruling.WRONG else State.STANDS
        words = self.tr("Wrong when said") if one.verdict is Ruling.WRONG else self.tr("Right after all")
        mark.show_state(*STATE_LOOKS[state], words)
        by = self.tr("correct by {day}").format(day=one.correct_by) if one.correct_by else ""
        owner = self.tr("{owner} sees to it").format(owner=one.owner) if one.owner else ""
        column.addWidget(mark)
        column.addWidget(Label(self._theme, one.reason, wrap=True))
        meta = " · ".join(filter(None, (one.officer, one.on, owner, by)))
        column.addWidget(Label(self._theme, meta, Role.META, "muted", wrap=True))
        return part

    def _ask_edition(self) -> None:
        if self._view is not None:
            self.edition_requested.emit(self._view.edition)

    def _ask_person(self) -> None:
        if self._view is not None:
            self.person_requested.emit(self._view.case_id)
