"""Cases entered as typed words, with quotes found in a source's text; one command, one act."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casefiles.domain import catalogue
from casefiles.domain.catalogue import Field
from casefiles.domain.dates import read_date
from casefiles.domain.kinds import BLANKS, Value
from casefiles.domain.one_line import clean
from casefiles.domain.passages import anchor
from casefiles.domain.problems import BadInput
from casefiles.domain.records import CaseKind, Role
from casefiles.domain.speakers import Speaker, read_speakers
from casefiles.names.scripts import script_of
from casefiles.storage import lookups, tables
from casefiles.storage.reading import text_of
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.entries import Entry, Report, Words, check_all, named

STATUS_PARTS = ("date", "place", "cause")
_QUOTABLE = {"date": Role.DATE, "place": Role.PLACE, "cause": Role.CAUSE, "speaker": Role.SPEAKER}


@dataclass(frozen=True)
class Evidence:
    """What typed values rest on, as typed.

    Attributes:
        source: a source's reference number.
        quotes: exact words of its text, for every value; or for one, as in "age=30-year-old".
        said_by: the chain of speakers, as in "family, via Daily Courier".
    """

    source: str = ""
    quotes: tuple[str, ...] = ()
    said_by: str = ""
    said_on: str = ""
    learned_on: str = ""

    @property
    def is_given(self) -> bool:
        """Tell whether there is any."""
        return any((self.source, self.quotes, self.said_by, self.said_on, self.learned_on))


def reports(
    casebook: Casebook, typed: Sequence[tuple[str, str]], status_parts: Mapping[str, str], evidence: Evidence
) -> list[Report]:
    """Return what typed fields report, with the words that support each.

    Args:
        casebook: where the source is.
        typed: each field's key with its value as typed; a name after the first is another spelling.
        status_parts: date, place and cause of the status, as typed.
        evidence: what they rest on.

    Raises:
        BadInput: a value, a date or a quote is not what it should be.
        NotFound: the source is not there.
    """
    reading = _Reading(casebook, evidence)
    if status_parts and all(key != "status" for key, _ in typed):
        raise BadInput(f"A {next(iter(status_parts))} is given without a status.", "Say which status it belongs to.")
    given = [(catalogue.field(key), text) for key, text in typed]
    reading.refuse_idle_quotes([field.key for field, _ in given])
    return [
        reading.report(
            field, _value(casebook, field, text, status_parts, is_first=all(f is not field for f, _ in given[:at]))
        )
        for at, (field, text) in enumerate(given)
    ]


def add_case(casebook: Casebook, kind: CaseKind, given: Sequence[Report], situations: Sequence[str] = ()) -> int:
    """Add a case with what is reported of it and the situations it belongs to, new ones included; one act."""
    desk = casebook.desk
    checked = check_all(given, desk.today())
    wanted = {clean(name).casefold(): clean(name) for name in situations if clean(name)}
    known = {row.name.casefold(): row.id for row in lookups.situations(desk.book.database)}
    with desk.act(f"Add {named(kind, checked)}") as act:
        entry = Entry(desk, act)
        case_id = entry.case(kind)
        entry.reports(case_id, checked)
        for folded, name in wanted.items():
            situation = known.get(folded) or act.add(tables.Situation, name=name)
            act.add(tables.CaseSituation, case_id=case_id, situation_id=situation)
    return case_id


class _Reading:
    """Finds the words that typed values rest on."""

    def __init__(self, casebook: Casebook, evidence: Evidence) -> None:
        self._today = casebook.desk.today()
        self._source = casebook.sources.find(evidence.source) if evidence.source else None
        self._ref = evidence.source
        self._speakers: tuple[Speaker, ...] = read_speakers(clean(evidence.said_by)) if evidence.said_by else ()
        self._said_on = self._date(evidence.said_on)
        self._learned_on = self._day(evidence.learned_on)
        self._plain, self._own = _split(evidence.quotes)
        if evidence.quotes and self._source is None:
            raise BadInput("Words are quoted without saying from which source.", "Name the source with --source.")
        stored = text_of(casebook.desk.book.database, self._source) if self._source else None
        self._text = stored.chars if stored else ""

    def refuse_idle_quotes(self, fields: Sequence[str]) -> None:
        """Refuse a quote for a field that is not given."""
        for name in self._own:
            if name not in fields and not (name in _QUOTABLE and "status" in fields):
                raise BadInput(f"Words are quoted for “{name}”, but no {name} is given.", "Give the value as well.")

    def report(self, field: Field, value: Value) -> Report:
        """Return the report of one value."""
        if not field.sourced:
            return Report(field.key, value)
        return Report(
            field.key,
            value,
            words=tuple(self._words(field)),
            source_id=self._source,
            speakers=self._speakers,
            said_on=self._said_on,
            learned_on=self._learned_on,
        )

    def _words(self, field: Field) -> Iterator[Words]:
        for quote in self._own.get(field.key, self._plain):
            yield self._found(quote, Role.VALUE)
        for name, role in _QUOTABLE.items() if field.key == "status" else ():
            for quote in self._own.get(name, ()):
                yield self._found(quote, role)

    def _found(self, quote: str, role: Role) -> Words:
        near = max(self._text.find(self._plain[0]), 0) if self._plain else 0
        place = anchor(self._text, quote, near)
        if self._source is None or place is None:
            raise BadInput(
                f"These words are not in {self._ref[:40]}: “{clean(quote[:60])}{'…' if len(quote) > 60 else ''}”.",
                "Copy them from the text exactly as they stand there.",
            )
        return Words(self._source, *place, role)

    def _date(self, typed: str) -> str:
        return read_date(typed, today=self._today).edtf if typed else ""

    def _day(self, typed: str) -> str:
        if not typed:
            return ""
        day = read_date(typed, today=self._today)
        if day.earliest is None or day.earliest != day.latest:
            raise BadInput("The day we learned of it has to be one day.", "Write it as 12 Jun 2024.")
        return day.earliest.isoformat()


def _split(quotes: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Tell quotes for every value from those for one."""
    plain: list[str] = []
    own: dict[str, list[str]] = {}
    for quote in quotes:
        name, mark, words = quote.partition("=")
        key = _quotable(name) if mark else ""
        (own.setdefault(key, []) if key else plain).append(words if key else quote)
    return plain, own


def _quotable(name: str) -> str:
    known = {word: field.key for field in catalogue.FIELDS for word in (field.key, field.word)}
    return name if name in _QUOTABLE else known.get(name.replace("-", "_"), "")


def _value(casebook: Casebook, field: Field, text: str, status_parts: Mapping[str, str], *, is_first: bool) -> Value:
    today = casebook.desk.today()
    if text.lstrip().startswith("{") and field.many:
        return _json(text)
    if field.key == "name" and not is_first:
        return {"text": text, "kind": "alias" if script_of(text) == "Latn" else "native"}
    if field.key == "status" and text.strip().casefold() not in BLANKS:
        parts = {key: part for key, part in status_parts.items() if part}
        if "date" in parts:
            parts["date"] = read_date(parts["date"], today=today).edtf
        return field.kind.check({"status": text, **parts})
    return field.kind.read(text, today)


def _json(text: str) -> Value:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise BadInput("The value is not well-formed JSON.", "Type it as plain text instead.") from problem
