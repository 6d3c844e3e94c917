"""Which pages there are, and the stack that holds those in use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.actions import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.preferences import Preferences
    from ui.session import Session
    from ui.theme.theme import Theme


class PageSpec(NamedTuple):
    """One page.

    Attributes:
        name: what others ask for it by.
        place: module and class; imported when it is first shown.
        text: what the sidebar calls it.
        icon: its drawing.
    """

    name: str
    place: str
    text: str
    icon: str

    @property
    def words(self) -> str:
        """Return the text in the officer's language."""
        return QCoreApplication.translate("Pages", self.text)


PAGES: Final = (
    PageSpec("people", "ui.pages.people:PeoplePage", QT_TRANSLATE_NOOP("Pages", "All people"), "users"),
    PageSpec("sources", "ui.pages.sources:SourcesPage", QT_TRANSLATE_NOOP("Pages", "Sources"), "newspaper"),
    PageSpec("totals", "ui.pages.totals:TotalsPage", QT_TRANSLATE_NOOP("Pages", "Reported totals"), "scale"),
    PageSpec("briefings", "ui.pages.briefings:BriefingsPage", QT_TRANSLATE_NOOP("Pages", "Briefings"), "file-text"),
    PageSpec("told", "ui.pages.told:ToldPage", QT_TRANSLATE_NOOP("Pages", "What we told"), "message-square-quote"),
    PageSpec("codebook", "ui.pages.codebook:CodebookPage", QT_TRANSLATE_NOOP("Pages", "Codebook"), "book-open"),
)
FIRST: Final = PAGES[0].name


def bring(place: str) -> Any:
    """Import what a table names as "module:name", when it is first needed."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


class Pages(QStackedWidget):
    """The pages of one open casebook; each is made when it is first asked for.

    Signals:
        made: the name of a page and the page, before it is first shown.
        shown: the name of the page that is now in view.

    Args:
        theme: the theme in force.
        session: the open casebook.
        preferences: where pages find what they kept, such as their splitters' sizes.
        parent: the owner.
    """

    made = Signal(str, object)
    shown = Signal(str)

    def __init__(self, theme: Theme, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._preferences = preferences
        self._places = {page.name: page.place for page in PAGES}
        self._made: dict[str, Any] = {}
        self.name = ""

    @property
    def page(self) -> Any:
        """The page in view."""
        return self._made[self.name]

    def go_to(self, name: str) -> Any:
        """Bring a page into view, and return it; the one that is left keeps what was typed."""
        if name == self.name:
            return self.page
        if self.name:
            self.page.save_now()
        if name not in self._made:
            self._make(name)
        self.name = name
        self.setCurrentWidget(self.page)
        self.shown.emit(name)
        return self.page

    def save_now(self) -> None:
        """Commit whatever editor is open on any page."""
        for page in self._made.values():
            page.save_now()

    def keep_states(self) -> None:
        """Remember what each page wants to find again."""
        for name, page in self._made.items():
            self._preferences.pages[name] = page.state()

    def _make(self, name: str) -> None:
        page = bring(self._places[name])(session=self._session, theme=self._theme)
        self._made[name] = page
        self.addWidget(page)
        self.made.emit(name, page)
        page.restore(self._preferences.pages.get(name, {}))
