"""Where the words of a query stand: why a case was found, and the place in an article."""

from __future__ import annotations

from collections.abc import Sequence

from casefiles.domain.catalogue import BY_KEY, Field, In
from casefiles.domain.moment import Moment
from casefiles.domain.records import Claim
from casefiles.names.fold import words
from casefiles.search.query import Query
from casefiles.storage import finding
from casefiles.storage.reading import text_of
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import SourceRow
from casefiles.workspace.shown_cases import these_cases
from casefiles.workspace.sources import Sources
from casefiles.workspace.sources_here import sources_here

_SNIPPET = 160


def articles(desk: Desk, query: Query, limit: int, moment: Moment) -> list[tuple[SourceRow, str, int]]:
    """Return the sources whose text holds all the query's words, each with the words around the first, and where."""
    keys = finding.find_articles(desk.book.database, query, limit if moment.is_now else -1)
    if keys and not moment.is_now:
        here = sources_here(desk, moment)
        keys = [key for key in keys if key in here][:limit]
    known = {row.id: row for row in Sources(desk).rows(keys)}
    return [(known[key], *_snippet(desk, key, query.words)) for key in keys if key in known]


def why(desk: Desk, case_id: int, query: Query, moment: Moment) -> str:
    """Say why a case was found: the name, value or quote that holds the first of the words."""
    case = these_cases(desk, [case_id], moment).get(case_id)
    if case is None or not query.words:
        return ""
    standing = (one.claim for one in case.judged if one.standing)
    for claim in standing:
        field = BY_KEY[claim.field]
        texts = _findable(field, claim)
        found = next((text for text in texts if _has_word_beginning(text, query.words[0])), None)
        if found is not None:
            return f"{field.label}: {found[:_SNIPPET]}"
    return ""


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


def _findable(field: Field, claim: Claim) -> list[str]:
    """Return what the index holds of a report; a passport number is none of it."""
    if In.FIND not in field.views:
        return []
    parts = [str(part) for part in claim.value.values()] if field.key == "status" else []
    return [field.kind.show(claim.value), *parts, *(passage.quote for passage in claim.passages)]
