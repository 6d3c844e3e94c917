"""The reader: a source's words, the quotes in them, and the two ways of entering from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from casefiles.domain.problems import NotFound
from casefiles.workspace.entries import Words
from ui.reader.link_value import LinkValue
from ui.reader.person_sheet import PersonSheet
from ui.reader.quotes import QuoteReader, missing, resting, standing, stretches, supports
from ui.reader.totals_said import TotalsSaid
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.views import SourceView
    from ui.session import Session
    from ui.theme.theme import Theme

SIDE_BY_SIDE: Final = 680
SHEET_WIDTH: Final = 376
LEAST_WIDTH: Final = 264
_NOWHERE: Final = -1


class ReaderPane(QFrame):
    """One source at a time, beside a person or on its own page.

    Signals:
        close_requested: the officer wants the reader out of the way.
        sheet_changed: the person sheet was opened (true) or closed.

    Args:
        theme: the theme in force.
        session: the open casebook.
        on_page: whether it stands on the page of sources, where it cannot be closed or opened in full.
        parent: the owner.
    """

    close_requested = Signal()
    sheet_changed = Signal(bool)

    def __init__(self, theme: Theme, session: Session, *, on_page: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._view: SourceView | None = None
        self._case: int | None = None
        self._claims: frozenset[str] = frozenset()
        self._popup: LinkValue | None = None
        self._sheet: PersonSheet | None = None
        self._totals = TotalsSaid(session, theme, self)
        self.setProperty("surface", "card")
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self._make_parts(on_page=on_page)
        self._lay_out()
        session.changed.connect(self._hear)
        session.moment_changed.connect(self._look_again)
        self._show_nothing()

    def _make_parts(self, *, on_page: bool) -> None:
        theme = self._theme
        self._title = Label(theme, "", Role.ARTICLE_TITLE, wrap=True)
        self._meta = Label(theme, "", Role.META, "muted", wrap=True)
        self._full = Button(theme, self.tr("Open full"), kind=Kind.LINK, strong=True)
        self._close = IconButton(theme, self.tr("Close the source"), "x")
        self._flag = Banner(theme, kind="warn")
        self._lost = Banner(theme, kind="error")
        self._reader = QuoteReader(theme)
        self._text = self._reader.text_box
        self._empty = EmptyState(theme, "book-open", self.tr("Choose a source, and its words are shown here."))
        self._full.setVisible(not on_page)
        self._close.setVisible(not on_page)
        self._full.clicked.connect(self._open_full)
        self._close.clicked.connect(self.close_requested)
        self._reader.reached.connect(self._tell_support)
        self._reader.link_requested.connect(self._open_link)
        self._reader.person_requested.connect(self._open_sheet)
        self._reader.total_requested.connect(self._totals.open_sheet)
        self._text.selectionChanged.connect(self._hand_selection)
        self._text.installEventFilter(self)
        self._text.viewport().installEventFilter(self)

    def _lay_out(self) -> None:
        source = QWidget()
        column = QVBoxLayout(source)
        Spacing(self._theme, column, (16, 12, 16, 12), 8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._full, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for part in (self._meta, self._flag, self._lost):
            column.addWidget(part)
        column.addWidget(self._reader, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(2)
        self._sides.addWidget(source)
        self._sides.setStretchFactor(0, 1)
        self._either = QStackedLayout(self)
        self._either.addWidget(self._empty)
        self._either.addWidget(self._sides)

    # what is shown

    @property
    def source_id(self) -> int | None:
        """Return which source is shown."""
        return self._view.id if self._view else None

    def show_source(self, source_id: int, start: int = _NOWHERE, end: int = _NOWHERE) -> None:
        """Show a source, at a quote if one is given."""
        self._close_popup()
        self._load(source_id)
        self._keep_sheet()
        if self._view is not None and 0 <= start < end <= len(self._view.text):
            self._reader.jump_to(start, end)

    def show_nothing(self) -> None:
        """Show that no source is chosen."""
        self._close_popup()
        self._show_nothing()

    def set_person(self, case_id: int | None) -> None:
        """Mark the quotes of one person, or of all."""
        self._case = case_id
        self._claims = frozenset()
        self._mark()

    def show_field(self, claims: Sequence[str]) -> None:
        """Mark the quotes of these reports strongly and go to the first; the person's others are underlined."""
        self._claims = frozenset(claims)
        self._find_source_of(claims)
        self._mark()
        strong = self._strong()
        if strong:
            self._reader.jump_to(*min(strong))
        else:
            self._reader.set_support("")

    def panes(self) -> list[QWidget]:
        """Return the places F6 goes to."""
        sheet = [self._sheet] if self._sheet is not None and self._sheet_is_open() else []
        return [self._reader, *sheet]

    def _find_source_of(self, claims: Sequence[str]) -> None:
        if self._case is None or self._strong() or not claims:
            return
        people, moment = self._session.casebook.people, self._session.moment
        view = self._session.tasks.now(lambda: people.view(self._case or 0, moment))
        quotes = [quote for report in view.reports for quote in report.quotes] if view else []
        found = next((quote for quote in quotes if quote.claim in self._claims), None)
        if found is not None:
            self.show_source(found.source_id)

    def _load(self, source_id: int) -> None:
        try:
            view = self._session.casebook.sources.view(source_id, self._session.moment)
        except NotFound:
            self._show_nothing()
            return
        if self._view is None or (view.id, view.text) != (self._view.id, self._view.text):
            self._reader.show_text(view.text)
        self._view = view
        self._title.setText(view.title)
        self._meta.setText(view.meta)
        self._flag.say(view.flag)
        self._flag.setVisible(bool(view.flag))
        self._either.setCurrentWidget(self._sides)
        self._mark()

    def _show_nothing(self) -> None:
        self._view = None
        self._keep_sheet()
        self._either.setCurrentWidget(self._empty)

    def _strong(self) -> list[tuple[int, int]]:
        return stretches(standing(self._view, self._case), self._claims) if self._view else []

    def _mark(self) -> None:
        if self._view is None:
            return
        quotes = standing(self._view, self._case)
        self._totals.load(self._view, self._case)
        others = [*((quote.start, quote.end) for quote in quotes), *self._totals.stretches()]
        self._reader.set_quotes(self._strong(), others)
        self._reader.set_support("")
        lost = missing(self._view, self._case)
        self._lost.say(self.tr("Quote not found: the text does not have the words of %n quote(s).", "", lost))
        self._lost.setVisible(bool(lost))

    def _tell_support(self, start: int, end: int) -> None:
        if self._view is not None:
            quotes = resting(self._view, self._case, start, end)
            out = self._session.casebook.sources.out_of_use(quotes, self._session.moment)
            told = (supports(self._view, quotes, out), self._totals.told(start, end))
            self._reader.set_support(" ".join(filter(None, told)))

    def _open_full(self) -> None:
        if self._view is not None:
            start, end = self._reader.selection() or next(iter(self._strong()), (_NOWHERE, _NOWHERE))
            self._session.show_source.emit(self._view.id, start, end)

    def _hear(self, changes: Changes) -> None:
        if self._view is None:
            return
        if changes.cases or self._view.id in changes.sources or self._totals.concerned(changes):
            self._load(self._view.id)

    def _look_again(self) -> None:
        """Mark the quotes that rest on it at the moment looked at now."""
        self._close_popup()
        if self._view is not None:
            self._load(self._view.id)

    # linking words to one value

    def _open_link(self, start: int, end: int) -> None:
        if self._view is None or not self._session.may_edit():
            return
        self._close_popup()
        words = Words(self._view.id, start, end)
        quote = self._view.text[start:end]
        self._popup = LinkValue(self._theme, self._session, words, quote, self._case, self.window())
        self._popup.left.connect(self._forget_popup)
        self._popup.saved.connect(self._tell_linked)
        place = self._reader.place_of_selection()
        place.moveTopLeft(self._reader.mapTo(self.window(), place.topLeft()))
        self._popup.open_beside(place)

    def _forget_popup(self) -> None:
        self._popup = None
        self._text.setFocus()

    def _close_popup(self) -> None:
        if self._popup is not None:
            popup, self._popup = self._popup, None
            popup.left.disconnect(self._forget_popup)
            popup.leave()

    def _tell_linked(self, claims: Sequence[str], told: str) -> None:
        self._claims = frozenset(claims)
        self._mark()
        self._reader.set_support(told)

    # entering a person

    def _open_sheet(self, start: int, end: int) -> None:
        if self._view is None or not self._session.may_edit():
            return
        self._close_popup()
        if self._sheet is None:
            self._sheet = self._make_sheet()
        opened = not self._sheet_is_open()
        self._reader.set_support("")
        self._sheet.begin(self._view.id, start, end, self._view.text[start:end])
        self._stand(afresh=opened)
        self.sheet_changed.emit(self._sheet_is_open())

    def _make_sheet(self) -> PersonSheet:
        sheet = PersonSheet(self._theme, self._session)
        sheet.left.connect(self._sheet_left)
        sheet.text_wanted.connect(self._go_to_text)
        sheet.sentence_wanted.connect(self._take_sentence)
        sheet.hide()
        self._sides.addWidget(sheet)
        self._sides.setStretchFactor(1, 0)
        return sheet

    def _sheet_left(self) -> None:
        self._reader.show_foot(shown=True)
        self.sheet_changed.emit(self._sheet_is_open())
        self._text.setFocus()

    def _go_to_text(self) -> None:
        assert self._sheet is not None
        start = self._sheet.quote[0]
        self._reader.select(start, start)
        self._text.setFocus()

    def _take_sentence(self, step: int) -> None:
        assert self._sheet is not None
        start, end = self._sheet.quote
        found = self._reader.sentence_after(end) if step > 0 else self._reader.sentence_before(start)
        if found is not None:
            self._open_sheet(*found)

    def _keep_sheet(self) -> None:
        """Let a sheet that is being filled in wait out of view until its source is shown again."""
        if self._sheet is None:
            return
        wanted = self._sheet_is_open() or self._sheet.is_filled
        belongs = wanted and self._sheet.source_id == self.source_id
        if belongs != self._sheet_is_open():
            self._sheet.setVisible(belongs)
            self._stand(afresh=belongs)
            self.sheet_changed.emit(belongs)

    def _sheet_is_open(self) -> bool:
        return self._sheet is not None and not self._sheet.isHidden()

    def _hand_selection(self) -> None:
        chosen = self._reader.selection()
        if self._sheet is not None and self._sheet_is_open() and self._view is not None and chosen:
            self._sheet.words_selected(*chosen, self._view.text[slice(*chosen)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the sheet is open, Enter and Esc in the text, and letting the mouse go, lead back to its field."""
        if self._sheet is not None and self._sheet_is_open():
            pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
            if watched is self._text and pressed in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
                self._sheet.back_to_field()
                return True
            if event.type() == QEvent.Type.MouseButtonRelease and self._selected_within():
                self._sheet.back_to_field()
        return super().eventFilter(watched, event)

    def _selected_within(self) -> bool:
        chosen = self._reader.selection()
        if chosen is None or self._sheet is None:
            return False
        first, last = self._sheet.quote
        return first <= chosen[0] and chosen[1] <= last

    # its place

    def _stand(self, *, afresh: bool = False) -> None:
        """Put the sheet beside the text, or under it where the reader is narrow; never over it."""
        if self._sheet is None:
            return
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE)
        self._reader.show_foot(shown=wide or not self._sheet_is_open())
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if afresh or orientation != self._sides.orientation():
            self._sides.setOrientation(orientation)
            sheet = self._theme.px(SHEET_WIDTH) if wide else self.height() * 3 // 5
            self._sides.setSizes([(self.width() if wide else self.height()) - sheet, sheet])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet beside or under the text."""
        super().resizeEvent(event)
        self._stand()

    def hideEvent(self, event: QHideEvent) -> None:
        """The small window goes with the reader."""
        self._close_popup()
        super().hideEvent(event)
