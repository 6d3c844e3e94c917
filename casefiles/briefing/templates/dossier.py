"""The case dossier: all that is known about one or several people, and on what it rests."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from casefiles.briefing.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    PageBreak,
    Para,
    Pill,
    Span,
    Table,
    text,
)
from casefiles.briefing.endnotes import Numbering
from casefiles.briefing.facts import BriefingFacts, Field, PersonFacts
from casefiles.briefing.parts import (
    NOT_STATED,
    as_of_line,
    codebook,
    document,
    masthead,
    native_span,
    particulars,
    sources,
    status_sides,
    value_cell,
    value_paras,
)

_KIND = "Case dossier"


def dossier(facts: BriefingFacts, _measure: Callable[[Document], int]) -> Document:
    """Give the dossier of the people handed over, each on a new page, with the sources at the end."""
    return document(facts, _KIND, _blocks(facts))


def _blocks(facts: BriefingFacts) -> Iterator[Block]:
    numbering = Numbering()
    yield from masthead(facts, _KIND, (as_of_line(facts), particulars(facts)))
    for at, person in enumerate(facts.people):
        if at:
            yield PageBreak()
        yield from _person(person, numbering)
    yield from sources(numbering)
    yield from codebook(facts)


def _person(person: PersonFacts, numbering: Numbering) -> Iterator[Block]:
    name = next((field for field in person.fields if _says_name(field, person)), None)
    yield Heading(2, (_heading(person, name, numbering),), person.name or person.ref)
    yield from _identity(person, name.value.mark if name else "", numbering)
    solid = person.status.certainty.lower().startswith("confirmed")
    yield Pill(person.status.text, person.status.group, solid, numbering.numbers(person.status.notes))
    yield from status_sides(person.status, numbering)
    if person.summary:
        yield text(person.summary, "lead")
    yield from _fields(person, numbering)
    yield from _members(person)
    yield from _timeline(person, numbering)
    yield from _reports(person, numbering)


def _says_name(field: Field, person: PersonFacts) -> bool:
    """Tell whether a field only says the name that stands above everything."""
    return field.label == "Name" and field.value.text == person.name and not field.value.versions


def _heading(person: PersonFacts, name: Field | None, numbering: Numbering) -> Span:
    """Give the name with its notes, or that it is not known."""
    if name is None:
        return Span(person.name or "Name not known")
    value = name.value
    return Span(value.text, lang=value.lang, direction=value.direction, notes=numbering.numbers(value.notes))


def _identity(person: PersonFacts, mark: str, numbering: Numbering) -> Iterator[Block]:
    """Give the reference, the names in their own scripts, and how many people a group stands for."""
    size = f"group of {person.size}" if person.kind == "group" and person.size else ""
    yield text(" · ".join(filter(None, (person.ref, size, mark))), "label")
    for name in person.native_names:
        aside = (Span(f" · {name.kind_words}", tone="muted"),) if name.kind_words else ()
        yield Para((native_span(name, numbering), *aside), "lead")


def _fields(person: PersonFacts, numbering: Numbering) -> Iterator[Block]:
    below = [field for field in person.fields if not _says_name(field, person)]
    for group, fields in itertools.groupby(below, key=lambda field: field.group):
        yield Heading(3, (Span(group),))
        yield KeyValues(tuple((field.label, value_paras(field.value, numbering)) for field in fields))


def _members(person: PersonFacts) -> Iterator[Block]:
    if person.kind != "group":
        return
    if person.members:
        yield Heading(3, (Span("Identified so far"),))
        columns = (Column("Reference", 2), Column("Name", 5), Column("Since", 3))
        rows = tuple(
            (_cell(member.ref), _cell(member.name), _cell(member.since or NOT_STATED)) for member in person.members
        )
        yield Table(columns, rows, "People identified as members of the group")
    if person.remainder:
        yield text(f"Not yet identified: {person.remainder}")


def _timeline(person: PersonFacts, numbering: Numbering) -> Iterator[Block]:
    if not person.timeline:
        return
    yield Heading(3, (Span("Timeline"),))
    columns = (Column("When", 2.2), Column("What happened", 5), Column("Where", 2.4), Column("Said by", 2.4))
    rows = tuple(
        (
            _cell(row.date),
            value_cell(row.what, numbering),
            _cell(row.place or NOT_STATED),
            _cell(row.speaker or NOT_STATED),
        )
        for row in person.timeline
    )
    yield Table(columns, rows, "Timeline, earliest first")


def _reports(person: PersonFacts, numbering: Numbering) -> Iterator[Block]:
    """List every report, also those set aside or replaced, with what the desk made of it and why."""
    if not person.reports:
        return
    yield Heading(3, (Span("What sources say"),))
    columns = (
        Column("Field", 1.8),
        Column("Says", 4),
        Column("Said by", 2.6),
        Column("Said on", 1.8),
        Column("Grade", 1.4),
        Column("Use", 2.2),
    )
    rows = tuple(
        (
            _cell(report.field),
            value_cell(report.value, numbering),
            _cell(report.speaker or NOT_STATED),
            _cell(report.said_on or NOT_STATED),
            _cell(report.grade or "not graded"),
            _use(report.verdict, report.reason),
        )
        for report in person.reports
    )
    yield Table(columns, rows, "Every report about this person")


def _use(verdict: str, reason: str) -> Cell:
    paras = [text(verdict or NOT_STATED, "small")]
    if reason:
        paras.append(text(reason, "fine"))
    return Cell(tuple(paras))


def _cell(words: str) -> Cell:
    return Cell((text(words, "small"),))
