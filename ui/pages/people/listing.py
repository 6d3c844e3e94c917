"""The list pane: the search as it is typed, the filters, and what to do when nobody is there."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casefiles.domain.problems import BadInput
from casefiles.domain.span import Span
from casefiles.domain.status import GROUP_LABELS, Group
from casefiles.workspace.finding import Sort, Wanted, parse
from ui.models.listed import listed_row
from ui.pages.people.articles import ArticlesFound
from ui.pages.people.list_header import ListHeader
from ui.pages.people.nobody import Nobody
from ui.widgets.first_paint import FirstPaint
from ui.widgets.people_list import PeopleList
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casefiles.domain.changes import Changes
    from casefiles.domain.moment import Moment
    from casefiles.workspace.finding import Article, Finding
    from ui.models.faces import Row
    from ui.session import Session
    from ui.theme.theme import Theme

FIRST_PAGE: Final = 64


@dataclass(frozen=True)
class _First:
    """What is shown at once."""

    rows: list[Row]


@dataclass(frozen=True)
class _Rest:
    """What is shown as soon as it is known: all keys, how many, and the articles."""

    ids: array[int]
    cases: int
    people: Span
    disputed: Span
    articles: Sequence[Article]


class ListPane(QWidget):
    """People and groups, found as the query is typed.

    Signals:
        current_changed: the key of the case the keyboard is on, or None.
        opened: the key of a case to go to.
        article_opened: a source, and where the first hit starts and ends.
        cleared: filters and query were given up here; the search box follows.
        asked: the id of an action that the page does.
        painted: the first people have been painted.

    Args:
        session: the open casebook.
        theme: the theme in force.
        parent: the owner.
    """

    painted = Signal()
    current_changed = Signal(object)
    opened = Signal(object)
    article_opened = Signal(int, int, int)
    cleared = Signal()
    asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted = Wanted()
        self._text = ""
        self._pending: int | None = None
        self._first_paint: FirstPaint | None = None
        self._is_fresh = True  # something else was asked for; a mere change moves nobody
        self._theme = theme
        self._header = ListHeader(theme, self)
        self._stack = QStackedWidget(self)
        self.people = PeopleList(theme, self._rows, parent=self._stack)
        self._stack.addWidget(self.people)
        self._column = QVBoxLayout(self)
        Spacing(theme, self._column, gap=0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._stack, 1)
        self._wire()
        self._find_first()

    @cached_property
    def _nobody(self) -> Nobody:
        nobody = Nobody(self._theme)
        nobody.clear_requested.connect(self.clear)
        nobody.person_requested.connect(lambda: self.asked.emit("new-person"))
        nobody.source_requested.connect(lambda: self.asked.emit("new-source"))
        self._stack.addWidget(nobody)
        return nobody

    @cached_property
    def _articles(self) -> ArticlesFound:
        articles = ArticlesFound(self._theme, self)
        articles.opened.connect(self.article_opened)
        self._column.addWidget(articles)
        return articles

    # what is wanted

    def set_query(self, text: str) -> None:
        """Find people and articles by what is typed; a wrong query is told, and the last results stay."""
        try:
            query = parse(text)
        except BadInput as problem:
            self._header.show_trouble(str(problem))
            return
        self._text = text
        self._header.show_trouble("")
        self._want(replace(self._wanted, query=query))

    def set_filter(self, group: str, situation: str) -> None:
        """List only a status group, a situation, or both; empty for all."""
        self._want(replace(self._wanted, group=group, situation=situation))

    def listed(self) -> tuple[str, dict[str, Any]]:
        """Return what the list is called, and what it was asked for."""
        wanted = self._wanted
        asked = {"query": self._text, "group": wanted.group, "situation": wanted.situation, "sort": wanted.sort}
        return self._title(), asked

    def clear(self) -> None:
        """List everyone."""
        self._text = ""
        self._header.show_trouble("")
        self._want(Wanted(sort=self._wanted.sort))
        self.cleared.emit()

    def select(self, case_id: int) -> None:
        """Go to a case, now or when it is listed; filters that hide it are given up."""
        self._pending = None if self.people.select_id(case_id) else case_id

    def follow(self, changes: Changes) -> None:
        """Show changed cases afresh, and where they stand now."""
        self.people.refresh(changes.cases)
        self._find_rest(self._wanted)

    def look_again(self) -> None:
        """List everyone as they stand at the moment looked at now."""
        self.people.forget()
        self._find()

    # inside

    def _wire(self) -> None:
        self._header.sort_chosen.connect(self._sort)
        self._header.clear_requested.connect(self.clear)
        self.people.current_changed.connect(self._tell_current)
        self.people.opened.connect(self.opened)

    def _sort(self, sort: Sort) -> None:
        self._want(replace(self._wanted, sort=sort))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._find()

    def _tell_current(self, case_id: int | None) -> None:
        """Tell who is gone to; a case that a change took off the list stays open."""
        if case_id is not None or self._is_fresh:
            self.current_changed.emit(case_id)

    def _find(self) -> None:
        self._find_first()
        self._find_rest(self._wanted)

    def _find_first(self) -> None:
        self._is_fresh = True
        wanted, finding, moment = self._wanted, self._session.casebook.finding, self._session.moment
        self._header.show_title(self._title(), is_filtered=self._is_filtered)
        self._session.tasks.search("people", lambda: _first(finding, wanted, moment), self._show_first)

    def _find_rest(self, wanted: Wanted) -> None:
        finding, moment = self._session.casebook.finding, self._session.moment
        self._session.tasks.search("people, all", lambda: _rest(finding, wanted, moment), self._show_rest)

    def _show_first(self, first: _First) -> None:
        self.people.show_first(first.rows)
        if self._first_paint is None:
            self._first_paint = FirstPaint(self.people.viewport())
            self._first_paint.done.connect(self._go_on)

    def _go_on(self) -> None:
        """Find everybody once the first of them are painted: counting them meanwhile would hold the painting up."""
        self.painted.emit()
        self._find_rest(self._wanted)

    def _show_rest(self, rest: _Rest) -> None:
        self.people.show_ids(rest.ids)
        self._header.show_count(rest.cases, rest.people, self._wanted.sort, rest.disputed)
        words = self._wanted.query.words
        self._articles.show_articles(rest.articles, words[0] if words else "")
        self._show_nobody(is_empty=not rest.ids)
        self._select_one(rest.ids)
        self._is_fresh = False

    def _show_nobody(self, *, is_empty: bool) -> None:
        if is_empty:
            self._nobody.say(self._text, is_filtered=self._is_filtered)
        self._stack.setCurrentWidget(self._nobody if is_empty else self.people)

    def _select_one(self, ids: array[int]) -> None:
        if self._pending is not None:
            wanted, self._pending = self._pending, None
            if not self.people.select_id(wanted) and self._is_filtered:
                self._pending = wanted
                self.clear()
        elif ids and self._is_fresh and self.people.current_id() is None:
            self.people.select_id(ids[0])

    @property
    def _is_filtered(self) -> bool:
        return bool(self._text or self._wanted.group or self._wanted.situation)

    def _title(self) -> str:
        group = GROUP_LABELS[Group(self._wanted.group)] if self._wanted.group else ""
        situations = self._session.casebook.settings.situations() if self._wanted.situation else []
        situation = next((one.name for one in situations if one.uuid == self._wanted.situation), "")
        text = f"“{self._text}”" if self._text else ""
        return " · ".join(filter(None, (group, situation, text))) or self.tr("All people")

    def _rows(self, keys: Sequence[int]) -> list[Row]:
        return [listed_row(row) for row in self._session.casebook.finding.rows(keys, self._session.moment)]


def _first(finding: Finding, wanted: Wanted, moment: Moment) -> _First:
    return _First([listed_row(row) for row in finding.rows(finding.ids(wanted, FIRST_PAGE, moment), moment)])


def _rest(finding: Finding, wanted: Wanted, moment: Moment) -> _Rest:
    cases, people = finding.count(wanted, moment)
    articles = finding.articles(wanted.query, moment=moment) if wanted.query.words else ()
    disputed = finding.disputed(wanted, moment) if wanted.group else Span()
    return _Rest(finding.ids(wanted, moment=moment), cases, people, disputed, articles)
