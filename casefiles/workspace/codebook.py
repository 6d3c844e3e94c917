"""The codebook of one casebook: what the code says, and what its officers wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casefiles.domain import codebook
from casefiles.domain.codebook import Own, Paragraph, Section
from casefiles.domain.dates import PartialDate
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.storage import codebook_entries, tables
from casefiles.storage.codebook_entries import Entry
from casefiles.storage.reading import bodies
from casefiles.workspace.desk import Desk


@dataclass(frozen=True)
class Written:
    """A section with its paragraphs: first what the code says, then what officers wrote."""

    section: Section
    paragraphs: tuple[Paragraph, ...]

    @property
    def own(self) -> tuple[Paragraph, ...]:
        """Return what officers wrote."""
        return tuple(one for one in self.paragraphs if one.uuid)


class Codebook:
    """Reads and writes the codebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sections(self, as_of: date | None = None) -> tuple[Written, ...]:
        """Return the whole codebook.

        Args:
            as_of: leave out changes of method that came into force after this day; None for all.
        """
        database = self._desk.book.database
        listed, entries = bodies(database), codebook_entries.entries(database)
        return tuple(
            Written(one, (*codebook.said_by_code(one.key, listed), *_own(one, entries, as_of)))
            for one in codebook.SECTIONS
        )

    def add(self, section: str, text: str, term: str = "", effective_on: str = "", origin: str = "") -> str:
        """Write a paragraph; returns its UUID.

        Raises:
            BadInput: the section is the code's own, or the text, term or day is missing.
        """
        values = _checked(_section(section), text, term, effective_on)
        with self._desk.act(f"Add to the codebook: {_title(section)}", origin) as act:
            key = act.add(
                tables.CodebookEntry,
                section=section,
                position=codebook_entries.next_position(self._desk.book.database, section),
                entered_at=act.at,
                entered_by=self._desk.officer.name,
                **values,
            )
            return act.keys.uuid(tables.CodebookEntry, key)

    def change(
        self,
        uuid: str,
        *,
        text: str | None = None,
        term: str | None = None,
        effective_on: str | None = None,
        origin: str = "",
    ) -> None:
        """Write a paragraph anew; what is not given stays.

        Raises:
            BadInput: the text, term or day would be missing.
            NotFound: it is gone.
        """
        known = self._entry(uuid)
        values = _checked(
            _section(known.section),
            known.text if text is None else text,
            known.term if term is None else term,
            known.effective_on if effective_on is None else effective_on,
        )
        with self._desk.act(f"Change the codebook: {_title(known.section)}", origin) as act:
            act.change(tables.CodebookEntry, known.id, **values)

    def remove(self, uuid: str, origin: str = "") -> None:
        """Take a paragraph out; undo brings it back."""
        known = self._entry(uuid)
        with self._desk.act(f"Take out of the codebook: {_title(known.section)}", origin) as act:
            act.remove(tables.CodebookEntry, known.id)

    def set_text(self, section: str, text: str, origin: str = "") -> None:
        """Write what applies in a section of one text; an empty text, or the default's own words, bring that back."""
        entries = codebook_entries.entries(self._desk.book.database)
        mine = next((entry for entry in entries if entry.section == section), None)
        is_default = text.strip() in ("", _section(section).default)
        if mine is None and not is_default:
            self.add(section, text, origin=origin)
        elif mine is not None and is_default:
            self.remove(mine.uuid, origin)
        elif mine is not None:
            self.change(mine.uuid, text=text, origin=origin)

    def _entry(self, uuid: str) -> Entry:
        found = next((one for one in codebook_entries.entries(self._desk.book.database) if one.uuid == uuid), None)
        if found is None:
            raise NotFound("That paragraph is no longer in the codebook.", "Undo brings back what was taken out.")
        return found


def _own(section: Section, entries: list[Entry], as_of: date | None) -> tuple[Paragraph, ...]:
    mine = [
        Paragraph(entry.text, entry.term, entry.effective_on, entry.uuid)
        for entry in entries
        if entry.section == section.key and _was_in_force(entry, as_of)
    ]
    if section.own is Own.DATED:
        mine.sort(key=lambda one: PartialDate.parse_edtf(one.effective_on).sort_key)
    return tuple(mine) or ((Paragraph(section.default, is_default=True),) if section.default else ())


def _was_in_force(entry: Entry, as_of: date | None) -> bool:
    if as_of is None or not entry.effective_on:
        return True
    first = PartialDate.parse_edtf(entry.effective_on).earliest
    return first is None or first <= as_of


def _section(key: str) -> Section:
    section = codebook.BY_KEY.get(key)
    if section is None or section.own is Own.NOTHING:
        known = ", ".join(one.key for one in codebook.SECTIONS if one.own is not Own.NOTHING)
        raise BadInput(f"Nothing can be written under “{key[:40]}”.", f"Use one of: {known}.")
    return section


def _title(key: str) -> str:
    return codebook.BY_KEY[key].title.lower()


def _checked(section: Section, text: str, term: str, effective_on: str) -> dict[str, str]:
    words = codebook.clean_text(text)
    if not words:
        raise BadInput("The text is missing.", "Type a sentence, or take the paragraph out.")
    if section.own is Own.TERMS and not clean(term):
        raise BadInput("The word that is explained is missing.", "Type the word.")
    if section.own is Own.DATED and not effective_on:
        raise BadInput("The day of the change is missing.", "Type a day such as 12 June 2024.")
    day = PartialDate.parse_edtf(effective_on).edtf if effective_on else ""
    return {"text": words, "term": clean(term) if term else "", "effective_on": day}
