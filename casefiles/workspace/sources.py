"""Sources: taking documents in, describing them, and seeing where they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.domain.dates import PartialDate, read_date
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.refs import show_source_ref
from casefiles.storage import figures, lookups, parts, tables
from casefiles.workspace.desk import Desk
from casefiles.workspace.list_views import SourceRow
from casefiles.workspace.source_details import DETAILS, KINDS, RELIABILITY, Detail
from casefiles.workspace.source_view import as_recorded, out_of_use, source_row, source_view
from casefiles.workspace.sources_here import sources_here
from casefiles.workspace.views import QuoteView, SourceView

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
            raise BadInput("Reported totals rest on this source; it is kept.", "Set those totals aside instead.")
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

    def rows(self, keys: Sequence[int] | None = None, moment: Moment = NOW) -> list[SourceRow]:
        """Return sources as lists show them, newest first, or those with the keys given; those here at a moment."""
        found = lookups.sources(self._desk.book.database, None if keys is None else list(keys))
        if not moment.is_now:
            here = sources_here(self._desk, moment)
            found = [row for row in found if row.id in here]
        if moment.recorded is not None:
            found = as_recorded(self._desk, found, moment.recorded)
        return [source_row(row) for row in found]

    def view(self, source_id: int, moment: Moment = NOW) -> SourceView:
        """Return a source as its page and the reader show it, with what rests on it at a moment.

        Raises:
            NotFound: it is gone.
        """
        return source_view(self._desk, source_id, moment)

    def out_of_use(self, quotes: Iterable[QuoteView], moment: Moment = NOW) -> set[str]:
        """Return the reports behind some quotes whose values are not shown: set aside, or another is in use."""
        return out_of_use(self._desk, quotes, moment)

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

    def _title(self, source_id: int) -> str:
        row = lookups.source_row(self._desk.book.database, source_id)
        if row is None:
            raise NotFound("That source is no longer in this casebook.", "Undo brings back what was removed.")
        return f"“{row['title'][:60]}”" if row["title"] else show_source_ref(row["ref"])


def _read_day(text: str, desk: Desk) -> str:
    try:
        return PartialDate.parse_edtf(text).edtf
    except BadInput:
        return read_date(text, today=desk.today()).edtf
