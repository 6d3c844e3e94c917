"""Where the words of a query stand: why a case was found, and the place in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefiles.domain.catalogue import BY_KEY, Field, In
from casefiles.domain.moment import Moment
from casefiles.domain.records import Claim, Passage
from casefiles.domain.shown import ShownCase
from casefiles.names.fold import fold, words
from casefiles.search.query import Query
from casefiles.storage import finding
from casefiles.storage.reading import text_of
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import SourceRow
from casefiles.workspace.shown_cases import these_cases
from casefiles.workspace.sources import Sources
from casefiles.workspace.sources_here import sources_here

_SNIPPET = 160
_QUOTE = "Quote"
_BEFORE, _LEFT = 24, 16
"""A word that stands so far into a text is shown with so much of what stands before it."""

_PIECE = re.compile(r"[^\s\-–—./,;:()“”\"]+")


def articles(desk: Desk, query: Query, limit: int, moment: Moment) -> list[tuple[SourceRow, str, int]]:
    """Return the sources whose text holds all the query's words, each with the words around the first, and where."""
    keys = finding.find_articles(desk.book.database, query, limit if moment.is_now else -1)
    if keys and not moment.is_now:
        here = sources_here(desk, moment)
        keys = [key for key in keys if key in here][:limit]
    known = {row.id: row for row in Sources(desk).rows(keys, moment)}
    return [(known[key], *_snippet(desk, key, query.words)) for key in keys if key in known]


@dataclass(frozen=True)
class Why:
    """Why a case was found: the name, value or quote that holds the most of the words.

    Attributes:
        label: what it is told of.
        text: the spelling or quote, from shortly before the first of the words.
        marks: where the words begin and end in it.
    """

    label: str
    text: str
    marks: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        """Return all of it in one run of text."""
        return f"{self.label}: {self.text}"


def reasons(desk: Desk, keys: Sequence[int], query: Query, moment: Moment) -> dict[int, Why]:
    """Say why some cases were found; nothing of those in which no word stands."""
    if not query.words:
        return {}
    cases, wanted = these_cases(desk, keys, moment), dict.fromkeys(query.words)
    found = {key: _reason(case, wanted) for key, case in cases.items()}
    return {key: reason for key, reason in found.items() if reason is not None}


def why(desk: Desk, case_id: int, query: Query, moment: Moment) -> str:
    """Say in one run of text why a case was found."""
    reason = reasons(desk, [case_id], query, moment).get(case_id)
    return reason.words if reason else ""


def _reason(case: ShownCase, wanted: Iterable[str]) -> Why | None:
    standing = [one.claim for one in case.judged if one.standing]
    texts = [one for claim in standing for one in _findable(BY_KEY[claim.field], claim)]
    texts += [(_QUOTE, passage.quote) for claim in standing for passage in _quotes(claim)]
    held = [(sum(_has_word_beginning(text, word) for word in wanted), label, text) for label, text in texts]
    most, label, text = max(held, key=lambda one: one[0], default=(0, "", ""))
    return Why(label, *_from_first(text, marks_in(text, wanted))) if most else None


def marks_in(text: str, wanted: Iterable[str]) -> list[tuple[int, int]]:
    """Return where words that begin as wanted stand in a text, as far as they are as wanted."""
    found = []
    for piece in _PIECE.finditer(text):
        begun = [word for word in wanted if fold(piece[0]).startswith(word)]
        if begun:
            longest = max(begun, key=len)
            length = next(size for size in range(1, len(piece[0]) + 1) if fold(piece[0][:size]).startswith(longest))
            found.append((piece.start(), piece.start() + length))
    return found


def _from_first(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut what stands long before the first mark, and all that is too long."""
    begin = 0
    if marks and marks[0][0] > _BEFORE:
        begin = text.find(" ", marks[0][0] - _LEFT, marks[0][0]) + 1 or marks[0][0]
    lead = "…" if begin else ""
    moved = ((start - begin + len(lead), end - begin + len(lead)) for start, end in marks)
    cut = lead + "".join(" " if one.isspace() else one for one in text[begin : begin + _SNIPPET])
    return cut, tuple((start, end) for start, end in moved if end <= len(cut))


def _snippet(desk: Desk, source_id: int, wanted: Sequence[str]) -> tuple[str, int]:
    stored = text_of(desk.book.database, source_id)
    return snippet(stored.chars if stored else "", wanted)


def snippet(text: str, wanted: Sequence[str]) -> tuple[str, int]:
    """Return the words around the first hit in a text, and where it is; ("", 0) when there is none."""
    position = 0
    for piece in text.split():
        start = text.index(piece, position)
        position = start + len(piece)
        if _has_word_beginning(piece, wanted[0]):
            begin, end = max(0, start - _SNIPPET // 2), start + _SNIPPET // 2
            cut = " ".join(text[begin:end].split())
            return ("…" if begin else "") + cut + ("…" if end < len(text) else ""), start
    return "", 0


def _has_word_beginning(text: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in words(text))


def _findable(field: Field, claim: Claim) -> list[tuple[str, str]]:
    """Return what the index holds of a report's value, with what it is called; a passport number is none of it."""
    if In.FIND not in field.views:
        return []
    parts = [str(part) for part in claim.value.values()] if field.key == "status" else []
    return [(field.label, text) for text in (field.kind.show(claim.value), *parts)]


def _quotes(claim: Claim) -> Sequence[Passage]:
    return claim.passages if In.FIND in BY_KEY[claim.field].views else ()
