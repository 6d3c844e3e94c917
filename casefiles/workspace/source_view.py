"""A source as its page, the reader and lists show it, now or at a moment of the past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from casefiles.domain import catalogue
from casefiles.domain.moment import Moment
from casefiles.domain.problems import NotFound
from casefiles.domain.refs import show_ref, show_source_ref
from casefiles.domain.span import Span
from casefiles.domain.statements import is_shown
from casefiles.storage import lookups, past
from casefiles.storage.lookups import QuoteRow
from casefiles.storage.reading import text_of
from casefiles.workspace import list_words, wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import SourceRow
from casefiles.workspace.shown_cases import Shown, these_cases
from casefiles.workspace.source_details import DETAILS
from casefiles.workspace.sources_here import sources_here
from casefiles.workspace.views import QuoteView, SourceView, UseOfSource


def source_view(desk: Desk, source_id: int, moment: Moment) -> SourceView:
    """Return a source with what rests on it at a moment.

    Raises:
        NotFound: it is gone, or was not here yet.
    """
    database = desk.book.database
    row = _details(desk, source_id, moment)
    stored = text_of(database, source_id)
    quotes = lookups.quotes_of_source(database, source_id)
    uses = lookups.uses_of_source(database, source_id)
    if not moment.is_now:
        resting = these_cases(desk, {key for key, *_ in uses} | {quote.case_id for quote in quotes}, moment)
        quotes, uses = _quotes_then(resting, quotes), _uses_then(resting, row["uuid"])
        if not uses and source_id not in sources_here(desk, moment):
            raise NotFound("That source was not here yet.", "Go back to now to read it.")
    return SourceView(
        id=source_id,
        ref=show_source_ref(row["ref"]),
        title=row["title"] or show_source_ref(row["ref"]),
        meta=_meta(row),
        details={one.key: list_words.say_day(row[one.key]) if one.is_date else row[one.key] for one in DETAILS},
        text=stored.chars if stored else "",
        quotes=tuple(_quote(source_id, quote) for quote in quotes),
        used_in=_used_in(uses),
        saved_copy=_saved_copy(desk, source_id),
        flag=_flag(row["corrected_on"], row["withdrawn_on"]),
    )


def _quote(source_id: int, row: QuoteRow) -> QuoteView:
    return QuoteView(source_id, *row[:-1], wording.plain_value(catalogue.field(row.field), row.value))


def out_of_use(desk: Desk, quotes: Iterable[QuoteView], moment: Moment) -> set[str]:
    """Return the reports behind some quotes whose values their cases do not show at a moment."""
    of_case: dict[int, set[tuple[str, str]]] = {}
    for quote in quotes:
        of_case.setdefault(quote.case_id, set()).add((quote.claim, quote.field))
    shown = these_cases(desk, of_case, moment)
    return {claim for key, case in shown.items() for claim, field in of_case[key] if not is_shown(case, field, claim)}


def _details(desk: Desk, source_id: int, moment: Moment) -> Mapping[str, Any]:
    row = lookups.source_row(desk.book.database, source_id)
    if row is not None and moment.recorded is not None:
        row = past.source_rows_at(desk.book.database, [row["uuid"]], moment.recorded).get(row["uuid"])
    if row is None:
        raise NotFound("That source is no longer in this casebook.", "Undo brings back what was removed.")
    return row


def _quotes_then(resting: Shown, quotes: list[QuoteRow]) -> list[QuoteRow]:
    known = {one.claim.uuid for case in resting.values() for one in case.judged}
    return [quote for quote in quotes if quote.claim in known]


def _uses_then(resting: Shown, uuid: str) -> list[tuple[int, int, str, str]]:
    uses = [
        (key, case.records.ref, case.heading, one.claim.field)
        for key, case in resting.items()
        for one in case.judged
        if one.claim.source and one.claim.source.uuid == uuid
    ]
    return sorted(dict.fromkeys(uses), key=lambda use: use[2])


def _used_in(found: list[tuple[int, int, str, str]]) -> tuple[UseOfSource, ...]:
    uses: dict[tuple[int, int, str], list[str]] = {}
    for case_id, ref, heading, field in found:
        uses.setdefault((case_id, ref, heading), []).append(catalogue.field(field).label)
    return tuple(
        UseOfSource(case, show_ref(ref), heading, tuple(fields)) for (case, ref, heading), fields in uses.items()
    )


def _saved_copy(desk: Desk, source_id: int) -> tuple[tuple[str, str], ...]:
    capture = lookups.capture_row(desk.book.database, source_id)
    if capture is None:
        return ()
    return (
        ("Saved on", desk.at(capture["taken_at"])),
        ("Taken with", _taken_with(capture["tool"])),
        ("Type", capture["media_type"]),
        ("Size", f"{capture['size']:,} bytes"),
        ("Address asked", capture["url_asked"]),
        ("Address reached", capture["url_reached"]),
        ("SHA-256", capture["sha256"]),
    )


def _taken_with(tool: str) -> str:
    """Say the program and the door that a saved copy came through."""
    program, _, door = tool.rpartition(" ")
    return f"{program}, {_DOORS[door]}" if door in _DOORS else tool


_DOORS = {"file": "from a file", "paste": "pasted", "fetch": "from the web"}


_DETAILS = ("title", "publisher", "published_on", "received_on", "kind", "language", "corrected_on", "withdrawn_on")


def as_recorded(desk: Desk, found: Sequence[lookups.SourceListed], number: int) -> list[lookups.SourceListed]:
    """Return sources of a list with the details that they had after a change set."""
    then = past.source_details_at(desk.book.database, [row.id for row in found], number)
    return [row._replace(**{name: then[row.id][name] for name in _DETAILS}) for row in found if row.id in then]


def source_row(row: lookups.SourceListed) -> SourceRow:
    """Return a source as lists show it."""
    title = row.title or show_source_ref(row.ref)
    published = _day(row.published_on, row.received_on) or "date not known"
    used = Span(row.people, row.people).people() if row.people else "not used yet"
    flag = _flag(row.corrected_on, row.withdrawn_on)
    sentence = ", ".join(filter(None, (title, row.publisher, published, used, flag)))
    return SourceRow(
        row.id,
        show_source_ref(row.ref),
        title,
        row.publisher,
        published,
        row.kind,
        row.language,
        row.people,
        row.reports,
        flag,
        sentence,
    )


def _meta(row: Mapping[str, str]) -> str:
    published = _day(row["published_on"], row["received_on"])
    return " · ".join(
        filter(None, (row["publisher"], row["author"], published or "publication date not known", "saved copy"))
    )


def _day(published: str, received: str) -> str:
    """Say the day of a source: of one that nobody published, the day it was received."""
    if received and not published:
        return f"received {list_words.say_day(received)}"
    return list_words.say_day(published)


def _flag(corrected: str, withdrawn: str) -> str:
    if withdrawn:
        return f"Withdrawn by the publisher {list_words.say_day(withdrawn)}"
    return f"Corrected by the publisher {list_words.say_day(corrected)}" if corrected else ""
