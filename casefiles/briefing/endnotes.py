"""Endnotes: equal notes share one number, given in the order in which the text first needs them."""

from __future__ import annotations

from collections.abc import Iterable

from casefiles.briefing.blocks import Endnote, Endnotes, Para, Span
from casefiles.briefing.facts import Note

_SHOWN_DIGITS = 16


class Numbering:
    """The endnote numbers of one document."""

    def __init__(self) -> None:
        self._numbers: dict[Note, int] = {}

    def numbers(self, notes: Iterable[Note]) -> tuple[int, ...]:
        """Give the numbers of notes, each once, in rising order."""
        return tuple(sorted({self._numbers.setdefault(note, len(self._numbers) + 1) for note in notes}))

    def endnotes(self) -> Endnotes:
        """Give all notes numbered so far."""
        return Endnotes(tuple(Endnote(number, tuple(_paras(note))) for note, number in self._numbers.items()))


def _paras(note: Note) -> Iterable[Para]:
    """Say where a value comes from: the source; who said it when, and the words; how it reached the desk."""
    yield Para(tuple(_source(note)), "small")
    if saying := tuple(_saying(note)):
        yield Para(saying, "small")
    if note.quote and note.quote_direction == "rtl":
        yield Para((_quoted(note),), "small", "rtl")
    if custody := " · ".join(_custody(note)):
        yield Para((Span(custody),), "fine")


def _source(note: Note) -> Iterable[Span]:
    yield Span(note.source_title or "Untitled source", "bold")
    if note.publisher:
        yield Span(f", {note.publisher}", "italic")
    details = [
        note.author and f"by {note.author}",
        note.published and f"published {note.published}",
        note.kind_words,
    ]
    if said := ", ".join(filter(None, details)):
        yield Span(f", {said}")
    if note.url:
        yield Span(". ")
        yield Span(note.url, tone="accent", link=note.url)


def _saying(note: Note) -> Iterable[Span]:
    who = ", ".join(filter(None, (note.speaker, note.said_on)))
    if who:
        yield Span(f"{who}: " if note.quote else f"{who}.")
    if note.quote and note.quote_direction == "ltr":
        yield _quoted(note)


def _quoted(note: Note) -> Span:
    """Give the exact words in quotation marks; right-to-left ones stand in a paragraph of their own."""
    return Span(f"“{note.quote}”", lang=note.quote_lang, direction=note.quote_direction)


def _custody(note: Note) -> Iterable[str]:
    if note.learned_on:
        yield f"Learned {note.learned_on}"
    if note.received:
        yield f"Received {note.received}"
    if note.captured_at:
        yield f"Saved copy {note.captured_at}"
    if note.sha256:
        shown = note.sha256[:_SHOWN_DIGITS]
        yield f"SHA-256 {shown}{'…' if len(note.sha256) > _SHOWN_DIGITS else ''}"
    yield f"Grade {note.grade}" if note.grade else "Not graded"
