"""Everything known about a source besides its words: details, saved copy, where used, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from casefiles.domain.problems import BadInput, CasefilesError, NotFound
from ui.dialogs.source_details import SourceDetails
from ui.theme.typography import Role
from ui.widgets.buttons import Button, Kind
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.workspace.figure_views import FigureQuote
    from casefiles.workspace.views import HistoryView, SourceView, UseOfSource
    from ui.session import Session
    from ui.theme.theme import Theme

_HISTORY: Final = 30
_LINK_EDGE: Final = 6
_HASH_LINE: Final = 16


class AboutSource(QScrollArea):
    """Cards about one source.

    Args:
        theme: the theme in force.
        session: the open casebook.
        parent: the owner.
    """

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._source: int | None = None
        self._details = SourceDetails(theme, session.casebook.desk.today())
        self._details.committed.connect(self._save)
        self._cards = {
            "details": Card(theme, self.tr("Details")),
            "used": Card(theme, self.tr("Where used")),
            "copy": Card(theme, self.tr("Saved copy")),
            "history": Card(theme, self.tr("History")),
        }
        self._bodies: dict[str, QWidget] = {}
        self._cards["details"].add(self._details)
        inside = QWidget()
        inside.setMinimumWidth(1)  # so that a narrow pane squeezes what is inside instead of cutting it off
        inside.setProperty("surface", "clear")
        column = QVBoxLayout(inside)
        Spacing(theme, column, (0, 0, 4, 0), 12)
        for card in self._cards.values():
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_source(self, source_id: int) -> None:
        """Show what is known about a source; what is being typed about another is saved first."""
        if source_id != self._source:
            self.save_now()
            self._details.forget_mistakes()
        try:
            view = self._session.casebook.sources.view(source_id, self._session.moment)
            totals = self._session.casebook.figures.of_source(source_id, self._session.moment)
            history = self._session.casebook.journal.of_source(source_id, _HISTORY)
        except NotFound:
            return
        self._source = source_id
        self._show(view, totals, history)

    def look_again(self) -> None:
        """Show the source as it stands at the moment looked at now; its details are typed in only now."""
        self._details.setEnabled(self._session.moment.is_now)
        if self._source is not None:
            self.show_source(self._source)

    def save_now(self) -> None:
        """Save what is being typed."""
        line = self.focusWidget()
        if line is not None and self._details.isAncestorOf(line):
            line.clearFocus()

    def first_field(self) -> QWidget:
        """Return where the keyboard goes."""
        return self._details.editor("title")

    def _show(self, view: SourceView, totals: Sequence[FigureQuote], history: Sequence[HistoryView]) -> None:
        self._details.show_details(view.details)
        self._put("used", self._used(view.used_in, totals))
        self._put("copy", self._copy(view.saved_copy))
        self._put("history", self._history(history))

    def _save(self, key: str, typed: str) -> None:
        source = self._source
        if source is None:
            return
        try:
            self._session.casebook.sources.set_detail(source, key, typed)
        except BadInput as problem:
            self._details.show_error(key, str(problem))
        except CasefilesError as problem:
            self._session.problems.tell(problem)

    def _put(self, card: str, body: QWidget) -> None:
        old = self._bodies.pop(card, None)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._bodies[card] = body
        self._cards[card].add(body)

    # what the cards hold

    def _used(self, uses: Sequence[UseOfSource], totals: Sequence[FigureQuote]) -> QWidget:
        body, column = self._column()
        if not uses and not totals:
            column.addWidget(Label(self._theme, self.tr("Nothing rests on it yet."), ink="muted", wrap=True))
        for use in uses:
            link = Button(self._theme, use.heading, kind=Kind.LINK, strong=True)
            link.setAccessibleName(self.tr("{person}, {ref}: open").format(person=use.heading, ref=use.ref))
            link.clicked.connect(lambda _checked=False, case=use.case_id: self._session.show_case.emit(case))
            fields = Label(
                self._theme, f"{use.ref} · {', '.join(dict.fromkeys(use.fields))}", Role.META, "muted", wrap=True
            )
            fields.setIndent(self._theme.px(_LINK_EDGE))
            column.addWidget(link)
            column.addWidget(fields)
        for uuid, text in {one.figure: one.text for one in totals}.items():
            link = Button(self._theme, text, kind=Kind.LINK, strong=True)
            link.setAccessibleName(self.tr("Reported total, {total}: open").format(total=text))
            link.clicked.connect(lambda _checked=False, uuid=uuid: self._session.show_total.emit(uuid))
            label = Label(self._theme, self.tr("Reported total"), Role.META, "muted", wrap=True)
            label.setIndent(self._theme.px(_LINK_EDGE))
            column.addWidget(link)
            column.addWidget(label)
        return body

    def _copy(self, lines: Sequence[tuple[str, str]]) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        Spacing(self._theme, grid, gap=6)
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate((label, value) for label, value in lines if value):
            shown = Label(self._theme, _in_lines(value), Role.META, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Label(self._theme, label, Role.META, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 1)
        return body

    def _history(self, lines: Sequence[HistoryView]) -> QWidget:
        body, column = self._column()
        for line in {one.number: one for one in lines}.values():  # each act once, whatever it wrote
            column.addWidget(Label(self._theme, line.label, wrap=True))
            who = " · ".join(filter(None, (line.who, line.when)))
            column.addWidget(Label(self._theme, who, Role.META, "muted", wrap=True))
        return body

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        body = QWidget()
        column = QVBoxLayout(body)
        Spacing(self._theme, column, gap=2)
        return body, column


def _in_lines(value: str) -> str:
    """Let a hash break into lines of equal length; words stay as they are."""
    if " " in value or len(value) < 2 * _HASH_LINE or "/" in value:
        return value
    return " ".join(value[at : at + _HASH_LINE] for at in range(0, len(value), _HASH_LINE))
