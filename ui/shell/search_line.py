"""The search box of the window: it offers ways to go on, marks what cannot be understood, and has help at hand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from casefiles.search.query import LONGEST, BadQuery, parse
from ui.widgets.positions import Positions
from ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from casefiles.search.completing import Completion
    from ui.shell.completions import Completions
    from ui.shell.known_values import KnownValues
    from ui.shell.search_card import SearchCard
    from ui.theme.theme import Theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_BEGUN: Final = 2
"""So many letters of a field are typed before it is offered: one alone may begin anything."""


class SearchLine(SearchBox):
    """The box in which a search is typed.

    Signals:
        asked: another text is to be searched for; what is typed is told once its letters stand in the box.

    Args:
        theme: the theme in force.
        hint: shown faintly while it is empty.
        parent: the owner.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, hint, parent)
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._typed.timeout.connect(self._take_in_typed)
        self._known: KnownValues | None = None
        self._problem: BadQuery | None = None
        self._offered: Completions | None = None
        self._is_typing = False
        self.setMaxLength(LONGEST)  # nothing stands in the box that is not searched for
        self._help = QAction(self.tr("Search help"), self)
        self._help.triggered.connect(self.show_card)
        self.addAction(self._help, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(lambda _: self._typed.start())
        self.textChanged.connect(self._take_in_given)
        self.cursorPositionChanged.connect(self._follow_cursor)
        theme.changed.connect(self._draw_help)
        self._draw_help()

    def offer_values(self, known: KnownValues) -> None:
        """Offer the values that a casebook has."""
        self._known = known
        known.arrived.connect(self._offer_more)

    def show_card(self) -> None:
        """Show what can be typed."""
        self._stop_offering()
        self._card.open()

    @cached_property
    def _card(self) -> SearchCard:
        from ui.shell.search_card import SearchCard

        card = SearchCard(self._theme, self)
        card.chosen.connect(self._take_example)
        card.left.connect(self.setFocus)
        self.destroyed.connect(card.deleteLater)  # both float in the window, which may outlive the box
        return card

    @cached_property
    def _list(self) -> Completions:
        from ui.shell.completions import Completions

        offered = self._offered = Completions(self._theme, self)
        offered.chosen.connect(self._accept)
        self.destroyed.connect(offered.deleteLater)
        return offered

    # what was typed

    def _take_in(self, text: str) -> None:
        self._judge(text)
        self.asked.emit(text)

    def _take_in_given(self, text: str) -> None:
        """Take a text in that a button or another page put here; what is typed comes after its letters are drawn."""
        if not self._typed.isActive():
            self._take_in(text)

    def _take_in_typed(self) -> None:
        self._typed.stop()
        self._offer_as_typed()
        self._take_in(self.text())

    def _settle(self) -> None:
        """Wait no longer: what comes next goes by the text that stands here."""
        if self._typed.isActive():
            self._take_in_typed()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what is offered, take it or close it; Enter puts right what is wrong where it is known how."""
        if not event.text().isprintable() or not event.text():  # no letter
            self._settle()
        is_offered = self._is_offering
        if is_offered and event.key() in _STEPS:
            self._list.step(_STEPS[Qt.Key(event.key())])
        elif is_offered and event.key() == Qt.Key.Key_Escape:
            self._stop_offering()
        elif event.key() in _ENTER:
            self._enter(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes what is offered; otherwise it goes on as everywhere."""
        self._settle()
        offered = self._list.marked or self._list.first if forward and self._is_offering else None
        if offered is None:
            return super().focusNextPrevChild(forward)
        self._accept(offered)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing to somebody who is elsewhere."""
        self._settle()
        super().focusOutEvent(event)
        self._stop_offering()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats where the box is gone."""
        super().hideEvent(event)
        self._stop_offering()

    def _enter(self, event: QKeyEvent) -> None:
        marked = self._list.marked if self._is_offering else None
        if marked is not None:
            self._accept(marked)
        elif self._problem is not None and self._problem.instead:
            self.setText(self._problem.mended(self.text()))
        else:
            self._stop_offering()
            super().keyPressEvent(event)

    # what is offered

    @property
    def _is_offering(self) -> bool:
        return self._offered is not None and self._offered.isVisible()

    def _offer(self) -> None:
        text = self.text()
        cursor = Positions(text).in_text(self.cursorPosition())
        found = self._ways_on(text, cursor) if self.hasFocus() else []
        if found or self._is_offering:
            self._list.offer(found)

    def _ways_on(self, text: str, cursor: int) -> list[Completion]:
        from casefiles.search.completing import complete, field_at

        word = field_at(text, cursor)
        known = {word: self._known.of(word)} if word and self._known is not None else {}
        least = 0 if word else _BEGUN
        return [
            one
            for one in complete(text, cursor, known)
            if one.end - one.start >= least and one.text != text[one.start : one.end]
        ]

    def _offer_as_typed(self) -> None:
        self._is_typing = True
        self._offer()

    def _offer_more(self) -> None:
        if self._is_typing:
            self._offer()

    def _follow_cursor(self) -> None:
        if self._is_offering:
            self._offer()

    def _stop_offering(self) -> None:
        self._is_typing = False
        if self._offered is not None:
            self._offered.offer([])

    def _accept(self, completion: Completion) -> None:
        """Put it into the text; a field goes on to its values."""
        positions = Positions(self.text())
        start, end = positions.in_document(completion.start), positions.in_document(completion.end)
        self.setSelection(start, end - start)
        self.insert(completion.text)
        self._offer_as_typed()

    # what is wrong

    def _judge(self, text: str) -> None:
        """Mark what cannot be understood, unless it is only not finished."""
        from casefiles.search.completing import is_begun

        try:
            parse(text)
            self._problem = None
        except BadQuery as problem:
            self._problem = problem
        if self._problem is None or is_begun(text, self._problem):
            self.mark(0, 0, "")
        else:
            self.mark(self._problem.start, self._problem.end, str(self._problem))

    # help

    def _take_example(self, example: str) -> None:
        self.setFocus()
        self.setText(example)

    def _draw_help(self) -> None:
        self._help.setIcon(self._theme.icon("circle-help"))
