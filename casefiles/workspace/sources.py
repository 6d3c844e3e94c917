"""Sources: taking documents in, describing them, and seeing where they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.domain import catalogue
from casefiles.domain.dates import PartialDate, read_date
from casefiles.domain.kinds import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.refs import show_ref, show_source_ref
from casefiles.domain.span import Span
from casefiles.storage import figures, lookups, parts, tables
from casefiles.storage.reading import text_of
from casefiles.workspace import wording
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import SourceRow
from casefiles.workspace.source_details import DETAILS, KINDS, RELIABILITY, Detail
from casefiles.workspace.views import QuoteView, SourceView, UseOfSource

if TYPE_CHECKING:
    from casefiles.intake.documents import Document

__all__ = ["DETAILS", "KINDS", "RELIABILITY", "Detail", "Sources", "Taken"]

_BY_KEY = {detail.key: detail for detail in DETAILS}
_SUGGESTED = {
    "title": "title",
    "publisher": "publisher",
    "author": "author",
    "url": "url",
    "published_on": "published",
    "language": "language",
}


@dataclass(frozen=True)
class Taken:
    """A document taken in but not yet added, with what it says of itself.

    Attributes:
        suggested: details by key, as an officer would type them.
        where: for each suggested detail, the place in the document that says so.
        already: the key of a source that has the same bytes or address, or None.
        already_says: one sentence about that source.
        notes: what an officer should know about the text.
    """

    document: Document
    suggested: Mapping[str, str]
    where: Mapping[str, str]
    already: int | None
    already_says: str
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the text that will be frozen."""
        return self.document.chars


class Sources:
    """The sources of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- taking in

    def take_file(self, path: Path, encoding: str | None = None) -> Taken:
        """Read a .txt or .html file; nothing is written yet. Slow for web pages: use the long lane.

        Raises:
            CannotCapture: it is no such file, or cannot be read.
        """
        from casefiles.intake import documents

        return self._taken(documents.from_file(path, clock=self._desk.clock, encoding=encoding))

    def take_paste(self, text: str) -> Taken:
        """Take pasted words exactly as they are; nothing is written yet."""
        from casefiles.intake import documents

        return self._taken(documents.from_paste(text, clock=self._desk.clock))

    def take_url(self, url: str) -> Taken:
        """Fetch a page from the web; nothing is written yet. Slow: use the long lane."""
        from casefiles.intake import documents

        return self._taken(documents.from_url(url, clock=self._desk.clock), url)

    def add(self, taken: Taken, details: Mapping[str, str] | None = None, origin: str = "") -> int:
        """Add a document as a source; the same bytes are never stored twice.

        Args:
            details: by key, as typed; what is not given is taken from the document where it says so.

        Raises:
            BadInput: a detail is not what it should be.
        """
        if taken.already is not None:
            return taken.already
        given = {**taken.suggested, **(details or {})}
        values = {key: self._detail(key, text) for key, text in given.items()}
        capture, text = taken.document.capture, taken.document.text
        with self._desk.act(f"Add source {values.get('title') or 'without a title'}", origin) as act:
            ref = act.next_ref("source")
            source_id = act.add(
                tables.Source, None, **values, ref=ref, entered_at=act.at, entered_by=self._desk.officer.name
            )
            act.keep_bytes(capture.sha256, capture.data)
            capture_id = act.add(
                tables.Capture,
                source_id=source_id,
                sha256=capture.sha256,
                size=capture.size,
                media_type=capture.media_type,
                url_asked=capture.url_asked or "",
                url_reached=capture.url_reached or "",
                taken_at=capture.taken_at.isoformat(),
                tool=capture.tool,
            )
            act.add(
                tables.Text,
                source_id=source_id,
                capture_id=capture_id,
                chars=text.chars,
                sha256=text.sha256,
                encoding=text.encoding,
                tool=text.tool,
            )
        return source_id

    # ---- editing

    def set_detail(self, source_id: int, key: str, typed: str, seen: str | None = None, origin: str = "") -> None:
        """Change one detail of a source.

        Args:
            seen: the stored value the officer saw; refused when it is another by now.
        """
        value = self._detail(key, typed)
        detail = _BY_KEY[key]
        before = None if seen is None else {key: seen}
        with self._desk.act(f"Change {detail.label.lower()} of {self._title(source_id)}", origin) as act:
            act.change(tables.Source, source_id, before, **{key: value})

    def remove(self, source_id: int, origin: str = "") -> None:
        """Take out a source that nothing rests on; undo brings it back.

        Raises:
            BadInput: reports rest on it.
        """
        if lookups.uses_of_source(self._desk.book.database, source_id):
            raise BadInput("Reports rest on this source; it is kept.", "Set those reports aside instead.")
        if figures.count_on_source(self._desk.book.database, source_id):
            raise BadInput("Reported totals rest on this source; it is kept.", "Withdraw those totals instead.")
        with self._desk.act(f"Remove source {self._title(source_id)}", origin) as act:
            for table, key in parts.parts_of_source(self._desk.book.database, source_id):
                act.remove(table, key)
            act.remove(tables.Source, source_id)

    # ---- reading

    def find(self, ref: str) -> int:
        """Return the key of a source from its reference number, as S-000042 or 42, or its UUID.

        Raises:
            NotFound: no source has it.
        """
        number = ref.strip().upper().removeprefix("S-")
        database = self._desk.book.database
        is_number = number.isdecimal() and len(number) < 18
        found = (
            lookups.source_by_ref(database, int(number))
            if is_number
            else lookups.key_of(database, tables.Source, ref.strip())
        )
        if found is None:
            raise NotFound(f"There is no source {ref[:40]} in this casebook.", "Check the number.")
        return found

    def rows(self, keys: Sequence[int] | None = None) -> list[SourceRow]:
        """Return sources as lists show them, newest first; or those with the keys given."""
        return [_row(row) for row in lookups.sources(self._desk.book.database, None if keys is None else list(keys))]

    def view(self, source_id: int) -> SourceView:
        """Return a source as its page and the reader show it.

        Raises:
            NotFound: it is gone.
        """
        database = self._desk.book.database
        row = lookups.source_row(database, source_id)
        if row is None:
            raise NotFound("That source is no longer in this casebook.", "Undo brings back what was removed.")
        stored = text_of(database, source_id)
        return SourceView(
            id=source_id,
            ref=show_source_ref(row["ref"]),
            title=row["title"] or show_source_ref(row["ref"]),
            meta=_meta(row),
            details={detail.key: self._shown(detail, row[detail.key]) for detail in DETAILS},
            text=stored.chars if stored else "",
            quotes=tuple(
                QuoteView(source_id, q.start, q.end, q.quote, q.role, q.case_id, q.claim, q.field)
                for q in lookups.quotes_of_source(database, source_id)
            ),
            used_in=self._used_in(source_id),
            saved_copy=self._saved_copy(source_id),
            flag=_flag(row["corrected_on"], row["withdrawn_on"]),
        )

    def saved_bytes(self, source_id: int) -> bytes:
        """Return the bytes of a source exactly as received."""
        capture = lookups.capture_row(self._desk.book.database, source_id)
        return lookups.bytes_of(self._desk.book.database, capture["sha256"]) if capture else b""

    # ---- inside

    def _taken(self, document: Document, url: str = "") -> Taken:
        found = {key: getattr(document.suggested, name) for key, name in _SUGGESTED.items()}
        suggested = {key: one.value for key, one in found.items() if one}
        if url and "url" not in suggested:
            suggested["url"] = document.capture.url_reached or url
        already = self._already(document.capture.sha256, suggested.get("url", ""))
        row = lookups.sources(self._desk.book.database, [already])[0] if already is not None else None
        says = f"This is already here as {show_source_ref(row.ref)}, “{row.title}”." if row else ""
        where = {key: one.where for key, one in found.items() if one}
        return Taken(document, suggested, where, already, says, document.text.notes)

    def _already(self, sha256: str, url: str) -> int | None:
        database = self._desk.book.database
        same = lookups.source_of_bytes(database, sha256)
        return same if same is not None else lookups.source_of_url(database, url)

    def _detail(self, key: str, typed: str) -> str:
        detail = _BY_KEY.get(key)
        if detail is None:
            raise BadInput(
                f"A source has no detail called “{key[:40]}”.", "The details are: " + ", ".join(_BY_KEY) + "."
            )
        text = clean(typed, 2000)
        if not text:
            return ""
        if detail.is_date:
            return _read_day(text, self._desk)
        if detail.options and text not in dict(detail.options):
            shown = {label.casefold(): key for key, label in detail.options}
            if text.casefold() not in shown:
                raise BadInput(
                    f"“{text[:40]}” is not a choice for {detail.label.lower()}.",
                    "Use one of: " + ", ".join(dict(detail.options)) + ".",
                )
            return shown[text.casefold()]
        return text

    def _shown(self, detail: Detail, value: str) -> str:
        return wording.say_day(value) if detail.is_date else value

    def _title(self, source_id: int) -> str:
        row = lookups.source_row(self._desk.book.database, source_id)
        if row is None:
            raise NotFound("That source is no longer in this casebook.", "Undo brings back what was removed.")
        return f"“{row['title'][:60]}”" if row["title"] else show_source_ref(row["ref"])

    def _used_in(self, source_id: int) -> tuple[UseOfSource, ...]:
        uses: dict[tuple[int, int, str], list[str]] = {}
        for case_id, ref, heading, field in lookups.uses_of_source(self._desk.book.database, source_id):
            uses.setdefault((case_id, ref, heading), []).append(catalogue.field(field).label)
        return tuple(
            UseOfSource(case, show_ref(ref), heading, tuple(fields)) for (case, ref, heading), fields in uses.items()
        )

    def _saved_copy(self, source_id: int) -> tuple[tuple[str, str], ...]:
        capture = lookups.capture_row(self._desk.book.database, source_id)
        if capture is None:
            return ()
        return (
            ("Saved on", self._desk.at(capture["taken_at"])),
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


def _read_day(text: str, desk: Desk) -> str:
    try:
        return PartialDate.parse_edtf(text).edtf
    except BadInput:
        return read_date(text, today=desk.today()).edtf


def _row(row: lookups.SourceListed) -> SourceRow:
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
        return f"received {wording.say_day(received)}"
    return wording.say_day(published)


def _flag(corrected: str, withdrawn: str) -> str:
    if withdrawn:
        return f"Withdrawn by the publisher {wording.say_day(withdrawn)}"
    return f"Corrected by the publisher {wording.say_day(corrected)}" if corrected else ""
