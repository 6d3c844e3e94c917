"""The source reader: the words of a source, its quotes, and linking more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.typography import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label
from ui.widgets.only_now import only_now
from ui.widgets.source_text import Quote, SourceText
from ui.widgets.spacing import Spacing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from ui.theme.theme import Theme

Stretch = tuple[int, int]

_HOLD: Final = "\N{NO-BREAK SPACE}"  # so that a key never stands apart from what it does


class SourceReader(QWidget):
    """A source's text with its quotes marked; all offsets are code points of the text given.

    Signals:
        link_requested: start and end of the words to link to a field (L).
        person_requested: start and end of the words to enter a person from (P).
        total_requested: start and end of the words to enter a reported total from (F).

    Args:
        theme: the theme in force.
        parent: the owner.
    """

    link_requested = Signal(int, int)
    person_requested = Signal(int, int)
    total_requested = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quotes: list[Quote] = []
        self._at = -1
        self._keys: Final = {
            Qt.Key.Key_J: self.next_quote,
            Qt.Key.Key_K: self.previous_quote,
            Qt.Key.Key_L: self._ask_link,
            Qt.Key.Key_P: self._ask_person,
            Qt.Key.Key_F: self._ask_total,
            Qt.Key.Key_S: self._take_sentence,
        }
        self._make_parts()
        self._lay_out()
        self.setFocusProxy(self._words)
        self._tell_quotes()

    def _make_parts(self) -> None:
        theme = self._theme
        self._words = SourceText(theme)
        self._support = Banner(theme, kind="quote", icon="quote")
        self._support.hide()
        back, on = "chevron-left", "chevron-right"
        self._previous = IconButton(theme, self.tr("Previous quote"), back, shortcut="K", mirrored=on)
        self._next = IconButton(theme, self.tr("Next quote"), on, shortcut="J", mirrored=back)
        self._count = Label(theme, "", Role.META, "muted")
        self._link = Button(theme, self.tr("Link selection"), "link")
        self._link.setToolTip(self.tr("Link the selected words to a field (L)"))
        only_now(self._link)
        self._hint = Label(theme, self._keys_in_words(), Role.META, "muted", wrap=True)
        self._previous.clicked.connect(self.previous_quote)
        self._next.clicked.connect(self.next_quote)
        self._link.clicked.connect(self._ask_link)
        self._words.selectionChanged.connect(self._forget_advice)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        Spacing(self._theme, column)
        foot = QHBoxLayout()
        Spacing(self._theme, foot, gap=4)
        for part in (self._previous, self._next, self._count):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._link)
        column.addWidget(self._words, 1)
        column.addWidget(self._support)
        column.addLayout(foot)
        column.addWidget(self._hint)

    # what is shown

    def show_text(self, text: str) -> None:
        """Show a source's text, as plain text whatever it holds."""
        self._words.show_text(text)
        self.set_quotes((), ())

    def set_quotes(self, strong: Iterable[Stretch], others: Iterable[Stretch]) -> None:
        """Mark the quotes of the fact in hand strongly, the person's other quotes by a line under them."""
        marked = dict.fromkeys(others, False) | dict.fromkeys(strong, True)
        self._quotes = sorted(Quote(start, end, is_strong) for (start, end), is_strong in marked.items())
        self._at = -1
        self._words.show_quotes(self._quotes)
        self._tell_quotes()

    def set_support(self, text: str) -> None:
        """Say under the text what the strong quote supports; an empty text says nothing."""
        self._support.say(text)
        self._support.setVisible(bool(text))

    def jump_to(self, start: int, end: int) -> None:
        """Show a quote, or any other stretch, which is then selected."""
        known = [place for place, quote in enumerate(self._quotes) if (quote.start, quote.end) == (start, end)]
        if known:
            self._go(known[0])
        else:
            self._words.select(start, end)

    def selection(self) -> Stretch | None:
        """The selected words as code point offsets, or None."""
        return self._words.selected()

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text."""
        self._words.select(start, end)

    # going through the quotes

    def next_quote(self) -> None:
        """Go to the next quote, and from the last to the first."""
        if self._quotes:
            self._go((self._at + 1) % len(self._quotes))

    def previous_quote(self) -> None:
        """Go to the quote before, and from the first to the last."""
        if self._quotes:
            self._go((max(self._at, 0) - 1) % len(self._quotes))

    def _go(self, place: int) -> None:
        self._at = place
        quote = self._quotes[place]
        self._words.show_quotes(self._quotes, quote)
        self._words.go_to(quote.start)
        self._tell_quotes()

    def _tell_quotes(self) -> None:
        count = len(self._quotes)
        if not count:
            words = self.tr("No quotes yet")
        elif self._at < 0:
            words = self.tr("%n quote(s)", "", count)
        else:
            words = self.tr("Quote {place} of {count}").format(place=self._at + 1, count=count)
        self._count.setText(words)
        self._previous.setEnabled(bool(count))
        self._next.setEnabled(bool(count))

    # what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The single keys of the reader."""
        act = self._keys.get(Qt.Key(event.key()))
        if act is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        else:
            act()

    def _ask_link(self) -> None:
        stretch = self._selected_or_advice()
        if stretch:
            self.link_requested.emit(*stretch)

    def _ask_person(self) -> None:
        stretch = self._selected_or_advice()
        if stretch:
            self.person_requested.emit(*stretch)

    def _ask_total(self) -> None:
        stretch = self._selected_or_advice()
        if stretch:
            self.total_requested.emit(*stretch)

    def _take_sentence(self) -> None:
        self._words.select_sentence()

    def _selected_or_advice(self) -> Stretch | None:
        stretch = self.selection()
        if stretch is None:
            self._hint.setText(self.tr("Select the words first: Shift and the arrows, or S for the sentence."))
            self._hint.set_ink("warning")
        return stretch

    def _forget_advice(self) -> None:
        self._hint.setText(self._keys_in_words())
        self._hint.set_ink("muted")

    def _keys_in_words(self) -> str:
        pairs = self.tr("J next quote · K previous · S sentence · L link · P person · F total").split(" · ")
        return " · ".join(pair.replace(" ", _HOLD) for pair in pairs)
