"""The quotes of a source as the reader marks them: which stand, whose they are, and what they support."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Signal

from casefiles.domain.catalogue import BY_KEY
from ui.widgets.source_reader import SourceReader, Stretch

if TYPE_CHECKING:
    from casefiles.workspace.views import QuoteView, SourceView
    from ui.widgets.source_text import SourceText


def standing(view: SourceView, case_id: int | None) -> list[QuoteView]:
    """Return the quotes of a person, or of all, whose words are where they are said to be."""
    return [quote for quote in _quotes(view, case_id) if view.text[quote.start : quote.end] == quote.quote]


def missing(view: SourceView, case_id: int | None) -> int:
    """Count the quotes whose words are no longer where they are said to be."""
    return sum(view.text[quote.start : quote.end] != quote.quote for quote in _quotes(view, case_id))


def _quotes(view: SourceView, case_id: int | None) -> Iterable[QuoteView]:
    return (quote for quote in view.quotes if case_id is None or quote.case_id == case_id)


def resting(view: SourceView, case_id: int | None, start: int, end: int) -> list[QuoteView]:
    """Return the quotes that are exactly these words."""
    return [quote for quote in standing(view, case_id) if (quote.start, quote.end) == (start, end)]


def supports(view: SourceView, quotes: Iterable[QuoteView], out_of_use: Collection[str]) -> str:
    """Say what some words support, person by person; empty for nothing.

    Args:
        view: the source they stand in.
        quotes: the quotes that are these words.
        out_of_use: the reports whose values are not shown.
    """
    linked: dict[int, list[str]] = {}
    for quote in quotes:
        linked.setdefault(quote.case_id, []).append(_part(quote, is_used=quote.claim not in out_of_use))
    names = {use.case_id: use.heading for use in view.used_in}
    phrases = [
        QCoreApplication.translate("Reader", "the {fields} of {person}").format(
            fields=", ".join(dict.fromkeys(parts)), person=names.get(case, "")
        )
        for case, parts in linked.items()
    ]
    told = QCoreApplication.translate("Reader", "This quote supports {what}.")
    return told.format(what="; ".join(phrases)) if phrases else ""


def _part(quote: QuoteView, *, is_used: bool) -> str:
    """Name a field or a part of it; of a status, and of all that is not in use, with its value."""
    field = BY_KEY[quote.field].label.lower()
    if is_used and quote.role != "value":
        return quote.role
    if is_used:
        return f"{field} “{quote.value}”" if quote.field == "status" else field
    told = QCoreApplication.translate("Reader", "{field} “{value}” (not in use)").format(field=field, value=quote.value)
    if quote.role == "value":
        return told
    return QCoreApplication.translate("Reader", "{part} of {whole}").format(part=quote.role, whole=told)


def stretches(quotes: Iterable[QuoteView], claims: Collection[str]) -> list[Stretch]:
    """Return where the quotes of some reports stand."""
    return [(quote.start, quote.end) for quote in quotes if quote.claim in claims]


class QuoteReader(SourceReader):
    """The source reader, telling which quote it has come to and stepping through sentences.

    Signals:
        reached: start and end of the quote that was gone to.
    """

    reached = Signal(int, int)

    @property
    def text_box(self) -> SourceText:
        """Return the box that holds the words, where the keyboard goes."""
        return self._words

    def show_foot(self, *, shown: bool) -> None:
        """Show or hide what stands under the words, so that they have room where it is short."""
        for part in (self._previous, self._next, self._count, self._link, self._hint):
            part.setVisible(shown)

    def next_quote(self) -> None:
        """Go to the next quote, and tell."""
        super().next_quote()
        self._tell()

    def previous_quote(self) -> None:
        """Go to the quote before, and tell."""
        super().previous_quote()
        self._tell()

    def jump_to(self, start: int, end: int) -> None:
        """Go to a quote, and tell."""
        super().jump_to(start, end)
        self.reached.emit(start, end)

    def sentence_after(self, end: int) -> Stretch | None:
        """Select the sentence that follows a place; None at the end of the text."""
        text = self._words.text
        place = next((at for at in range(end, len(text)) if not text[at].isspace()), None)
        return self._sentence_at(place)

    def sentence_before(self, start: int) -> Stretch | None:
        """Select the sentence before a place; None at the beginning of the text."""
        text = self._words.text
        place = next((at for at in reversed(range(start)) if not text[at].isspace()), None)
        return self._sentence_at(place)

    def place_of_selection(self) -> QRect:
        """Return where the lines of the selection show, in this widget's own measures."""
        begin, end = self._words.textCursor(), self._words.textCursor()
        begin.setPosition(begin.selectionStart())
        end.setPosition(end.selectionEnd())
        box = self._words.cursorRect(begin).united(self._words.cursorRect(end))
        box.moveTopLeft(self._words.viewport().mapTo(self, box.topLeft()))
        return box

    def _sentence_at(self, place: int | None) -> Stretch | None:
        if place is None:
            return None
        self.select(place, place)
        self._take_sentence()
        return self.selection()

    def _tell(self) -> None:
        if self._quotes:
            quote = self._quotes[self._at]
            self.reached.emit(quote.start, quote.end)
