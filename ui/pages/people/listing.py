"""The list pane: the search as it is typed, the filters, and what to do when nobody is there."""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from casefiles.search.editing import without_term
from casefiles.search.query import BadQuery, parse, read
from casefiles.search.tree import EVERYBODY
from casefiles.workspace.finding import Sort, Wanted
from ui.models.listed import listed_row
from ui.pages.people.asked import situation_in, title_of
from ui.pages.people.filters import Filters
from ui.pages.people.list_header import ListHeader
from ui.pages.people.looking import First, Looking, Rest
from ui.widgets.first_paint import FirstPaint
from ui.widgets.people_list import PeopleList
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casefiles.domain.changes import Changes
    from casefiles.workspace.close_names import CloseName
    from casefiles.workspace.facets import Facet
    from casefiles.workspace.finding import Article
    from ui.models.faces import Row
    from ui.pages.people.articles import ArticlesFound
    from ui.pages.people.close_names import CloseNames
    from ui.pages.people.nobody import Nobody
    from ui.session import Session
    from ui.theme.theme import Theme

_NO_END: Final = 16777215
"""Qt's word for as high as there is room."""


class ListPane(QWidget):
    """People and groups, found as the query is typed.

    Signals:
        current_changed: the key of the case the keyboard is on, or None.
        opened: the key of a case to go to.
        article_opened: a source, and where the first hit starts and ends.
        query_requested: the text of the search was changed here; the search box follows.
        asked: the id of an action that the page does.
        came: the first people are there, and can be painted.
        painted: the first people have been painted.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    came = Signal()
    painted = Signal()
    current_changed = Signal(object)
    opened = Signal(object)
    article_opened = Signal(int, int, int)
    query_requested = Signal(str)
    asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = Wanted()
        self._typed = self._text = ""  # what stands in the box, and the last of it that was understood
        self._problem: BadQuery | None = None
        self._pending: int | None = None
        self._first_paint: FirstPaint | None = None
        self._is_painted = self._has_close = False
        self._first: First | None = None
        self._is_fresh = True  # something else was asked for; a mere change moves nobody
        self._theme = theme
        self._looking = Looking(session, self)
        self._header = ListHeader(theme, self)
        self._filters = Filters(theme, self._count, self._situation_names, self)
        self._stack = QStackedWidget(self)
        self.people = PeopleList(theme, self._rows, parent=self._stack)
        self._stack.addWidget(self.people)
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=0)
        for part, stretch in ((self._header, 0), (self._filters, 0), (self._stack, 1)):
            self._column.addWidget(part, stretch)
        self._column.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))
        self._wire()
        self._find()

    @cached_property
    def _nobody(self) -> Nobody:
        from ui.pages.people.nobody import Nobody

        nobody = Nobody(self._theme)
        nobody.clear_requested.connect(self.clear)
        nobody.person_requested.connect(lambda: self.asked.emit("new-person"))
        nobody.source_requested.connect(lambda: self.asked.emit("new-source"))
        self._stack.addWidget(nobody)
        return nobody

    @cached_property
    def _names(self) -> CloseNames:
        from ui.pages.people.close_names import CloseNames

        names = CloseNames(self._theme, self)
        names.shown.connect(self.current_changed)
        names.opened.connect(self.opened)
        self._column.insertWidget(self._column.indexOf(self._stack) + 1, names)
        return names

    @cached_property
    def _articles(self) -> ArticlesFound:
        from ui.pages.people.articles import ArticlesFound

        articles = ArticlesFound(self._theme, self)
        articles.opened.connect(self.article_opened)
        self._column.addWidget(articles)
        return articles

    # what is wanted

    def set_query(self, text: str) -> None:
        """Find people and articles by what is typed; a wrong query is told, and the last results stay."""
        self._typed = text
        self._filters.show_text(text)
        try:
            query = parse(text)
        except BadQuery as problem:
            from casefiles.search.completing import is_begun

            self._problem = problem
            if is_begun(text, problem):
                self._header.show_trouble(problem.say, is_begun=True)
            else:
                self._header.show_trouble(str(problem), problem.instead)
            return
        self._problem = None
        left_out = read(text).problem if query.tree == EVERYBODY else None
        self._header.show_trouble(left_out.say if left_out else "", is_begun=True)
        self._text = text
        self._want(replace(self._wanted, query=query))

    def listed(self) -> tuple[str, str, Sort]:
        """Return what the list is called, the search it answers, and its order."""
        return self._title(), self._text, self._wanted.sort

    def clear(self) -> None:
        """List everyone."""
        self._request("")

    def select(self, case_id: int) -> None:
        """Go to a case, now or when it is listed; a search that hides it is given up."""
        self._pending = None if self.people.select_id(case_id) else case_id

    def follow(self, changes: Changes) -> None:
        """Show changed cases afresh, and where they stand now."""
        self.people.refresh(changes.cases)
        self._looking.look_on(self._wanted)

    @property
    def situation(self) -> str:
        """The UUID of the situation that is asked for, if it is one."""
        known = self._session.casebook.settings.situations()
        return situation_in(self._typed, [(one.uuid, one.name) for one in known])

    def look_again(self) -> None:
        """List everyone as they stand at the moment looked at now."""
        self.people.forget()
        self._find()

    # inside

    def _wire(self) -> None:
        self._header.sort_chosen.connect(self._sort)
        self._header.clear_requested.connect(self.clear)
        self._header.mend_requested.connect(self._mend)
        self._filters.text_requested.connect(self._request)
        self._looking.first_found.connect(self._show_first)
        self._looking.all_found.connect(self._show_rest)
        self._looking.articles_found.connect(self._show_articles)
        self._looking.names_found.connect(self._show_names)
        self.people.current_changed.connect(self._tell_current)
        self.people.opened.connect(self.opened)
        self.people.reasons_wanted.connect(lambda keys: self._looking.explain(keys, self._wanted.query))
        self._looking.reasons_found.connect(self.people.give_reasons)

    def _request(self, text: str) -> None:
        self.set_query(text)
        self.query_requested.emit(text)

    def _mend(self) -> None:
        if self._problem is not None:
            self._request(self._problem.mended(self._typed))

    def _sort(self, sort: Sort) -> None:
        self._want(replace(self._wanted, sort=sort))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._find()

    def _count(self, field: str, then: Callable[[Sequence[Facet]], None]) -> None:
        """Count by a field those whom the rest of the search finds, so that another value can be chosen."""
        query = read(without_term(self._typed, field)).query
        self._looking.count_by(replace(self._wanted, query=query), field, then)

    def _tell_current(self, case_id: int | None) -> None:
        """Tell who is gone to; a case that a change took off the list stays open."""
        if case_id is not None or self._is_fresh:
            self.current_changed.emit(case_id)

    def _find(self) -> None:
        self._is_fresh = True
        self._header.show_title(self._title(), is_filtered=bool(self._text))
        self._looking.look_for(self._wanted)

    def _show_first(self, first: First) -> None:
        self._first = first
        self._show_names(())
        self.people.show_ids(first.ids, first.rows)
        self.people.explain(wanted=bool(self._wanted.query.words))
        if not first.is_exact:
            self._header.show_at_least(len(first.ids), self._wanted.sort)
        if self._is_painted:
            self._looking.look_on(self._wanted, first)
        elif self._first_paint is None:
            self.came.emit()
            self._first_paint = FirstPaint(self.people)
            self._first_paint.done.connect(self._begin)

    def _begin(self) -> None:
        """Find everybody once the first of them are painted: counting them meanwhile would hold the painting up."""
        self._is_painted = True
        self.painted.emit()
        self._looking.look_on(self._wanted, self._first)

    def _show_rest(self, rest: Rest) -> None:
        self.people.show_ids(rest.ids)
        self._header.show_count(rest.cases, rest.people, self._wanted.sort, rest.disputed)
        self._show_nobody(is_empty=not rest.ids)
        self._select_one(rest.ids)
        self._is_fresh = False

    def _show_names(self, names: Sequence[CloseName]) -> None:
        """Show who else may be meant right below those found, who take no more room than they need then."""
        if not (names or self._has_close):
            return
        self._has_close = bool(names)
        is_alone = not self.people.model().rowCount()
        self._names.show_names(names, is_alone=is_alone)
        shown = self._nobody if is_alone else self.people
        self._stack.setMaximumHeight(shown.sizeHint().height() if names else _NO_END)

    def _show_articles(self, articles: Sequence[Article]) -> None:
        words = self._wanted.query.words
        self._articles.show_articles(articles, words[0] if words else "")

    def _show_nobody(self, *, is_empty: bool) -> None:
        if is_empty:
            self._nobody.say(self._text, is_filtered=bool(self._text))
        self._stack.setCurrentWidget(self._nobody if is_empty else self.people)

    def _select_one(self, ids: array[int]) -> None:
        if self._pending is not None:
            wanted, self._pending = self._pending, None
            if not self.people.select_id(wanted) and self._text:
                self._pending = wanted
                self.clear()
        elif ids and self._is_fresh and self.people.current_id() is None:
            self.people.select_id(ids[0])

    def _title(self) -> str:
        if not self._text.strip():
            return self.tr("All people")
        return title_of(self._text, self._situation_names) or self.tr("People found")

    def _situation_names(self) -> list[str]:
        return [one.name for one in self._session.casebook.settings.situations()]

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        return [listed_row(row) for row in self._session.casebook.finding.rows(keys, self._session.moment)]
