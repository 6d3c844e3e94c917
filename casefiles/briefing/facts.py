"""What a caller hands over to be printed: values in words, each with the notes it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]
RENDERER = "4"
"""The version of the printed form; it goes up when equal facts would no longer give equal bytes."""

StatusGroup = Literal["dead", "missing", "held", "still-there", "out", "home", "not-known"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a value rests on: source, speaker, day and exact words. Equal notes share a number."""

    source_title: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    speaker: str = ""
    said_on: str = ""
    quote: str = ""
    learned_on: str = ""
    received: str = ""
    kind_words: str = ""
    captured_at: str = ""
    sha256: str = ""
    grade: str = ""
    quote_lang: str = ""
    quote_direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Value:
    """One value in words, its certainty and other versions; ``mark`` says "Desk entry, no source"."""

    text: str
    certainty: str = ""
    notes: tuple[Note, ...] = ()
    versions: tuple[Value, ...] = ()
    said_by: str = ""
    lang: str = ""
    direction: Direction = "ltr"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name in its own script."""

    text: str
    lang: str = ""
    direction: Direction = "ltr"
    kind_words: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """A status, certainty in its words ("Reported killed"); ``speakers`` are a dispute's sides."""

    text: str
    group: StatusGroup
    certainty: str
    notes: tuple[Note, ...] = ()
    speakers: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a person: the group it is shown under, its label and value."""

    group: str
    label: str
    value: Value


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated line of a person's story."""

    date: str
    what: Value
    place: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one source says about one field, and what the desk made of it."""

    field: str
    value: Value
    speaker: str = ""
    said_on: str = ""
    verdict: str = ""
    reason: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person identified as one of a group."""

    ref: str
    name: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """All that is printed about one person or group."""

    ref: str
    name: str
    status: Status
    kind: Literal["person", "group"] = "person"
    size: str = ""
    native_names: tuple[Name, ...] = ()
    fields: tuple[Field, ...] = ()
    timeline: tuple[TimelineRow, ...] = ()
    reports: tuple[Report, ...] = ()
    members: tuple[Member, ...] = ()
    remainder: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many people stand in one status group, and how many of them are disputed."""

    label: str
    group: StatusGroup
    number: str
    disputed: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """How many people come from one place, by status group in the order of the counts."""

    label: str
    numbers: tuple[str, ...]
    total: str
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that changed since the chosen day."""

    person: str
    what: str
    before: str
    after: Value
    ref: str = ""


@dataclass(frozen=True, slots=True)
class PeopleRow:
    """One person's line in the table of people."""

    ref: str
    name: Value
    status: Status
    age: Value
    origin: Value
    date: Value
    place: Value
    native: Name | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One reported total: what and who is counted, its number, whether its parts add up, and our people."""

    measure: str
    population: str
    said_by: str
    number: Value
    adds_up: str = ""
    people: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerBlock:
    """The reported totals of one day and one kind of speaker."""

    day: str
    title: str
    rows: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class SituationFacts:
    """The figures, changes and people of one situation; ``total`` closes both tables."""

    title: str
    period: str = ""
    bottom_line: str = ""
    counts: tuple[CountRow, ...] = ()
    total: CountRow | None = None
    origins: tuple[OriginRow, ...] = ()
    changes_since: str = ""
    changes: tuple[ChangeRow, ...] = ()
    people: tuple[PeopleRow, ...] = ()
    left_out: tuple[str, ...] = ()
    filter_words: str = ""
    ledger: tuple[LedgerBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class CodebookLine:
    """One paragraph of the codebook, with the word or day it is about."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class CodebookPart:
    """One section of the codebook."""

    title: str
    lines: tuple[CodebookLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """One briefing: its template and options, what stands on every page, and the people or the situation."""

    template: str
    title: str
    as_of: str
    generated: str
    generated_at: str
    time_zone: str
    head_hash: str
    number: str = ""
    copy: str = ""
    mark: str = ""
    audience: str = ""
    renderer: str = RENDERER
    officer: str = ""
    lang: str = "en-GB"
    options: tuple[str, ...] = ()
    people: tuple[PersonFacts, ...] = ()
    situation: SituationFacts | None = None
    codebook: tuple[CodebookPart, ...] = ()
