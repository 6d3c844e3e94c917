"""The page itself: the form, the pages made from it, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casefiles.domain.problems import CasefilesError
from ui.pages.briefings.editions import EditionsPane
from ui.pages.briefings.form import DOSSIER, BriefingForm
from ui.pages.briefings.issuing import Issuing
from ui.pages.briefings.making import Making
from ui.pages.briefings.output import Output
from ui.pages.briefings.sheets import Sheets
from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.spacing import Spacing
from ui.widgets.status_line import StatusLine
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from casefiles.domain.changes import Changes
    from casefiles.workspace.printing import Order, Preview
    from ui.session import Session
    from ui.theme.theme import Theme

_FORM_WIDTH: Final = 340
_PREVIEW_WIDTH: Final = 760


class BriefingsPage(QWidget):
    """What is to be printed at one side, its real pages at the other.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.

    Attributes:
        handlers: what the window's actions do here.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Briefings")
        self._session = session
        self._theme = theme
        self._shown: tuple[Order, Preview] | None = None
        self._is_fresh = False
        self.form = BriefingForm(theme, session)
        self.making = Making(session, self)
        self.sheets = Sheets(theme, session)
        self.output = Output(session, self)
        self.editions = EditionsPane(session, theme, self.output)
        self.issuing = Issuing(session, theme, self)
        self.handlers: dict[str, Callable[[], None]] = {"print": self.print, "export": self.save, "issue": self.issue}
        self._lay_out()
        self._listen()

    # for the window

    def print_cases(self, ids: Sequence[int]) -> None:
        """Ask for a dossier of some people."""
        self.form.choose_people(ids)
        self.form.people.box.setFocus()

    def print_found(self, query: str) -> None:
        """Ask for a briefing of the people in a list."""
        self.tabs.setCurrentWidget(self._splitter)
        self.form.choose_found(query)

    def open_edition(self, uuid: str) -> None:
        """Show an issued edition."""
        self.tabs.setCurrentWidget(self.editions)
        self.editions.open_edition(uuid)

    def panes(self) -> list[QWidget]:
        """The panes to go through with F6."""
        here = self.editions.panes() if self._looks_back else [self._scroll, self.sheets.pages]
        return [self.tabs.tabBar(), *here]

    def save_now(self) -> None:
        """Take what is still being typed."""
        self.form.save_now()

    def state(self) -> dict[str, Any]:
        """What the page wants to find again."""
        return {"splitter": self._splitter.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Find it again."""
        if sizes := state.get("splitter"):
            self._splitter.setSizes(sizes)

    def save(self) -> None:
        """Ask for a file and save the pages that are shown."""
        if self._looks_back:
            self.editions.save()
        elif self._shown and self._is_fresh:
            order, preview = self._shown
            self.output.ask_where(preview, self._session.casebook.briefings.suggested_name(order))

    def print(self) -> None:
        """Print the pages that are shown."""
        if self._looks_back:
            self.editions.print()
        elif self._shown and self._is_fresh:
            self.output.print(self._shown[1])

    def issue(self) -> None:
        """Ask whom the pages that are shown are for, and keep them as an edition."""
        if self._shown and self._is_fresh and not self._looks_back:
            self.issuing.ask(self._shown[0])

    @property
    def _looks_back(self) -> bool:
        return bool(self.tabs.currentWidget() is self.editions)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)
        if not self._is_fresh:
            self.form.refresh()
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made where nobody looks."""
        super().hideEvent(event)
        self.making.leave()
        self._quiet()

    # making

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFocusProxy(self.form)
        self._scroll.setAccessibleName(self.tr("What is to be printed"))
        self._scroll.setWidget(self.form)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._scroll)
        self._splitter.addWidget(self._right())
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([self._theme.px(_FORM_WIDTH), self._theme.px(_PREVIEW_WIDTH)])
        self.tabs = Tabs(self.title)
        self.tabs.setProperty("inset", "true")
        self.tabs.add(self._splitter, self.tr("Prepare"))
        self.tabs.add(self.editions, self.tr("Issued editions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _right(self) -> QWidget:
        right = QWidget()
        right.setProperty("surface", "panel")
        column = QVBoxLayout(right)
        Spacing(self._theme, column, gap=0)
        column.addWidget(self._head())
        self._trouble = Banner(self._theme, kind="error")
        self._missing = Banner(self._theme, kind="warn")
        banners = QVBoxLayout()
        Spacing(self._theme, banners, (16, 0, 16, 0), 8)
        for banner in (self._trouble, self._missing):
            banner.hide()
            banners.addWidget(banner)
        column.addLayout(banners)
        self._empty = EmptyState(self._theme, "file-text", "")
        self._place = QStackedWidget()
        self._place.addWidget(self._empty)
        self._place.addWidget(self.sheets)
        column.addWidget(self._place, 1)
        return right

    def _head(self) -> QWidget:
        head = QWidget()
        self._about = Label(self._theme, "", Role.META, "muted", wrap=True)
        self._done = StatusLine(self._theme)
        self._cancel = Button(self._theme, self.tr("Cancel"), "x")
        self._print = Button(self._theme, self.tr("Print…"), "printer")
        self._save = Button(self._theme, self.tr("Save PDF…"), "download")
        self._issue = Button(self._theme, self.tr("Issue…"), "book-open", Kind.PRIMARY)
        only_now(self._issue)
        words = QVBoxLayout()
        Spacing(self._theme, words, gap=2)
        words.addStretch(1)
        words.addWidget(self._about)
        words.addWidget(self._done)
        words.addStretch(1)
        row = QHBoxLayout(head)
        Spacing(self._theme, row, (16, 10, 16, 10), 8)
        row.addLayout(words, 1)
        for button in (self._cancel, self._print, self._save, self._issue):
            row.addWidget(button)
        return head

    def _restyle(self) -> None:
        self._scroll.setMinimumWidth(self._theme.px(_FORM_WIDTH) - self._theme.px(40))

    def _listen(self) -> None:
        self.form.changed.connect(self._ask)
        self._cancel.clicked.connect(self._stop)
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self.making.began.connect(self._began)
        self.making.made.connect(self._made)
        self.making.failed.connect(self._failed)
        self.making.stopped.connect(self._stopped)
        self._issue.clicked.connect(self.issue)
        self.output.told.connect(self._done.say)
        self.issuing.told.connect(self._done.say)
        self.issuing.issued.connect(self.open_edition)
        self._session.changed.connect(self._heard)
        self._session.moment_changed.connect(self._heard)
        self._quiet()

    # pages

    def _heard(self, *_news: Changes) -> None:
        self._is_fresh = False
        if self.isVisible():
            self.form.refresh()
            self._ask()

    def _ask(self) -> None:
        """Ask for the pages of the form as it is now; what cannot be printed says why."""
        self.making.leave()
        self._is_fresh = False
        self._trouble.hide()
        self._done.say("")
        if not self.isVisible():
            return
        order = self.form.order()
        if self.form.is_wrong:
            self._say_trouble(self.tr("These are the pages as they were. Mend the field that is marked first."))
        elif order.template == DOSSIER and not order.cases:
            self._say_empty(self.tr("Choose the people of this dossier, and its pages are shown here."))
        else:
            self.making.ask(order)
        self._quiet()

    def _began(self) -> None:
        if self._shown is None:
            self._say_empty(self.tr("The pages are being made."))
        self.sheets.show_busy()
        self._cancel.show()

    def _made(self, order: Order, preview: Preview) -> None:
        self._shown = order, preview
        self._is_fresh = True
        self._place.setCurrentWidget(self.sheets)
        self.sheets.show_preview(preview)
        self._say_about(preview)
        self._quiet()

    def _failed(self, problem: BaseException) -> None:
        told = problem if isinstance(problem, CasefilesError) else self._session.problems.tell(problem)
        self._quiet()
        self._say_trouble(f"{told.say} {told.hint}".strip())

    def _stop(self) -> None:
        self.making.leave()
        self._stopped()

    def _stopped(self) -> None:
        self._quiet()
        self._say_trouble(self.tr("Stopped. Change something in the form to make the pages again."))

    def _quiet(self) -> None:
        """No pages are under way: show what can be done with those that are here."""
        if not self.making.is_busy:
            self.sheets.stop_busy()
        self._cancel.hide()
        for button in (self._print, self._save, self._issue):
            button.setEnabled(self._is_fresh and (button is not self._issue or self._session.moment.is_now))

    # words

    def _say_trouble(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        if self._shown is None:
            self._say_empty(self.tr("No pages yet."))

    def _say_empty(self, words: str) -> None:
        self._empty.say(words)
        self._place.setCurrentWidget(self._empty)

    def _say_about(self, preview: Preview) -> None:
        self._about.setText(" ".join(preview.left_out))
        self._about.setVisible(bool(preview.left_out))
        missing = self.tr("No typeface here has a shape for {characters}; they print as empty boxes.")
        self._missing.say(missing.format(characters=" ".join(preview.missing)))
        self._missing.setVisible(bool(preview.missing))
