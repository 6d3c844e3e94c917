"""What the screen, the command line and print are given of one case or source: values in words, and keys to act on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from casefiles.domain.catalogue import Field
from casefiles.domain.certainty import Certainty
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.span import Span
from casefiles.domain.status import Group
from casefiles.workspace.list_views import Pill


@dataclass(frozen=True)
class HoldView:
    """The hold that a case is under.

    Attributes:
        since: ISO.
        review_by: EDTF.
        is_overdue: the day to look again is over.
        sentence: all of it in words.
    """

    since: str
    by: str
    reason: str
    review_by: str
    is_overdue: bool
    sentence: str


@dataclass(frozen=True)
class QuoteView:
    """Words of a source that support a report; offsets count code points of the source's text.

    Attributes:
        value: what the report says, in words; a source's own view tells it.
    """

    source_id: int
    start: int
    end: int
    quote: str
    role: str
    case_id: int = 0
    claim: str = ""
    field: str = ""
    value: str = ""


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
        grade: of the source and the report, as in "A2"; empty when neither is graded.
        grade_words: the same in words.
        credibility: the report's own grade.
        chosen: an officer chose it.
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
    grade: str = ""
    grade_words: str = ""
    credibility: str = ""
    chosen: bool = False


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
        note: "Desk entry, no source" or "Told to the desk, no document"; empty where there is a source.
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
        why: what became of it and why, in words; empty for the current one.
    """

    report: ReportView
    date: str
    edtf: str
    label: str
    group: Group
    place: str
    cause: str
    part: str
    why: str = ""


@dataclass(frozen=True)
class Pin:
    """An officer's choice of a status: which report, who chose it, when and why."""

    claim: str
    by: str
    on: str
    reason: str


@dataclass(frozen=True)
class Argument:
    """Why the status is what it is.

    Attributes:
        decided: what decided, in a sentence; empty when nothing is reported.
        line: the line of the rule that did, counted from 0.
        pin: the officer's choice, if one is in force.
    """

    decided: str = ""
    line: int = 0
    pin: Pin | None = None


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
    size: Span
    people: Span
    sources: int
    last_change: str
    voices: int = 0
    moment: Moment = NOW
    argument: Argument = Argument()
    hold: HoldView | None = None

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
