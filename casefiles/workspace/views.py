"""What the screen, the command line and print are given: values already in words, and the keys to act on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from casefiles.domain.catalogue import Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.status import Group


@dataclass(frozen=True)
class Half:
    """One side of a status pill, with who says so."""

    text: str
    group: Group
    speaker: str = ""
    said: str = ""


@dataclass(frozen=True)
class Pill:
    """A status with its certainty inside: "Reported killed", or "Disputed: killed / missing"."""

    text: str
    certainty: Certainty
    halves: tuple[Half, ...]

    @property
    def group(self) -> Group:
        """Return what the leading side amounts to."""
        return self.halves[0].group


@dataclass(frozen=True)
class ListRow:
    """One case in a list.

    Attributes:
        date: what it is and when, as in "died Mar 2024".
        short_date: the same where there is little room, as in "Mar 2024".
        sentence: all of it for a screen reader.
        entered: as in "entered 12 Jul 2024", where something of it was entered after the day asked about.
    """

    id: int
    ref: str
    heading: str
    native_name: str
    pill: Pill
    date: str
    short_date: str
    origin: str
    sources: int
    versions: int
    people: tuple[int, int]
    sentence: str
    entered: str = ""


@dataclass(frozen=True)
class QuoteView:
    """Words of a source that support a report; offsets count code points of the source's text."""

    source_id: int
    start: int
    end: int
    quote: str
    role: str
    case_id: int = 0
    claim: str = ""
    field: str = ""


@dataclass(frozen=True)
class ReportView:
    """One report, as "What sources say" and "versions" show it.

    Attributes:
        claim: the key to act on it by.
        standing: it has not been set aside or replaced.
        in_use: its value is the one shown.
        state: in words: "We use this", "Set aside", "Replaced", or empty.
        reason: why an officer decided so.
        source_besides: the source without what the speakers and the day they said it tell already.
        entered_later: as in "entered 12 Jul 2024", where that was after the day asked about.
    """

    claim: str
    field: str
    label: str
    text: str
    wording: str
    speakers: str
    said: str
    learned: str
    certainty: Certainty
    source_id: int | None
    source: str
    quotes: tuple[QuoteView, ...]
    standing: bool
    in_use: bool
    state: str
    reason: str
    entered: str
    value: Any = None
    source_besides: str = ""
    entered_later: str = ""


@dataclass(frozen=True)
class VersionView:
    """One of the differing values of a field."""

    text: str
    reports: tuple[ReportView, ...]
    in_use: bool


@dataclass(frozen=True)
class FieldView:
    """One field of a case.

    Attributes:
        text: the value in words; empty when there is none.
        typed: the value as an officer would type it.
        masked: the value with its characters hidden; empty when it needs no hiding.
        sources: how many sources give the value in use.
        voices: how many independent voices do; papers with one agency's copy are one.
        note: "Desk entry, no source", or empty.
        versions: more than one when standing reports differ.
        seen: hand this back with an edit, so that nobody else's change is overwritten.
    """

    field: Field
    text: str = ""
    typed: str = ""
    masked: str = ""
    hint: str = ""
    certainty: Certainty | None = None
    sources: int = 0
    note: str = ""
    versions: tuple[VersionView, ...] = ()
    reports: tuple[ReportView, ...] = ()
    seen: str = ""
    voices: int = 0

    @property
    def disputed(self) -> bool:
        """Tell whether standing reports differ and nobody has chosen."""
        return self.certainty is Certainty.DISPUTED


@dataclass(frozen=True)
class TimelineLine:
    """One dated status report.

    Attributes:
        date: in words; "date not known" when there is none.
        part: "current", "against" it, "history", "remains", an "earlier word" of the same voice, or "set aside".
    """

    report: ReportView
    date: str
    edtf: str
    label: str
    group: Group
    place: str
    cause: str
    part: str


@dataclass(frozen=True)
class Other:
    """Another case, named in passing.

    Attributes:
        link: the key of the membership, to take it back by.
    """

    id: int
    ref: str
    heading: str
    since: str = ""
    link: str = ""


@dataclass(frozen=True)
class CaseView:
    """A case as its page shows it."""

    id: int
    uuid: str
    ref: str
    is_group: bool
    heading: str
    native_name: str
    named: bool
    pill: Pill
    why: tuple[str, ...]
    subtitle: str
    date: str
    fields: tuple[FieldView, ...]
    names: tuple[ReportView, ...]
    timeline: tuple[TimelineLine, ...]
    reports: tuple[ReportView, ...]
    quotes: tuple[QuoteView, ...]
    situations: tuple[tuple[str, str], ...]
    members: tuple[Other, ...]
    member_of: tuple[Other, ...]
    size: tuple[int, int]
    people: tuple[int, int]
    sources: int
    last_change: str
    voices: int = 0
    moment: Moment = NOW

    def field(self, key: str) -> FieldView:
        """Return one field."""
        return next(view for view in self.fields if view.field.key == key)


@dataclass(frozen=True)
class HistoryView:
    """One line of a history: who, when, what, before and after.

    Attributes:
        claim: a report whose value can be restored, or empty.
    """

    number: int
    when: str
    who: str
    label: str
    what: str
    before: str
    after: str
    claim: str = ""


@dataclass(frozen=True)
class SourceRow:
    """One source in a list."""

    id: int
    ref: str
    title: str
    publisher: str
    published: str
    kind: str
    language: str
    people: int
    reports: int
    flag: str
    sentence: str


@dataclass(frozen=True)
class UseOfSource:
    """A person that a source says something of."""

    case_id: int
    ref: str
    heading: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class SourceView:
    """A source as its page and the reader show it."""

    id: int
    ref: str
    title: str
    meta: str
    details: dict[str, str]
    text: str
    quotes: tuple[QuoteView, ...]
    used_in: tuple[UseOfSource, ...]
    saved_copy: tuple[tuple[str, str], ...] = field(default=())
    flag: str = ""
