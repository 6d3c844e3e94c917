"""The situation briefing: the message, the figures, what changed, and the people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casefiles.briefing.blocks import (
    Block,
    BulletList,
    Cell,
    Column,
    Document,
    Heading,
    Look,
    Para,
    Span,
    Table,
    text,
)
from casefiles.briefing.endnotes import Numbering
from casefiles.briefing.facts import BriefingFacts, ChangeRow, CountRow, PeopleRow, SituationFacts
from casefiles.briefing.fitting import fitted
from casefiles.briefing.ledger_table import ledger_tables
from casefiles.briefing.parts import (
    NOT_STATED,
    as_of_line,
    bottom_line,
    codebook,
    document,
    masthead,
    native_span,
    particulars,
    sources,
    status_paras,
    value_cell,
)

TWO_PAGES = "two-pages"
_KIND = "Situation briefing"
_BODY_PAGES = 2
_UNSAID = "Where no certainty is named, a value is Reported by the sources numbered beside it."


def situation(facts: BriefingFacts, measure: Callable[[Document], int]) -> Document:
    """Give the briefing in full, or cut down until its body fits two pages."""
    if TWO_PAGES not in facts.options:
        return document(facts, _KIND, _blocks(facts, annex=False))
    forms = fitted(facts)
    low, high = 0, len(forms) - 1
    while low < high:
        middle = (low + high) // 2
        if measure(_short(forms[middle]).body()) <= _BODY_PAGES:
            high = middle
        else:
            low = middle + 1
    return _short(forms[high])


def _short(facts: BriefingFacts) -> Document:
    return document(facts, _KIND, _blocks(facts, annex=True))


def _blocks(facts: BriefingFacts, *, annex: bool) -> Iterator[Block]:
    view = facts.situation or SituationFacts("")
    numbering = Numbering()
    yield from masthead(facts, _KIND, (as_of_line(facts, view.period), particulars(facts)))
    yield from bottom_line(view.bottom_line)
    yield from _figures(view)
    yield from ledger_tables(view.ledger, numbering)
    yield from _changes(view, numbering)
    yield from _people(view, numbering)
    yield from _left_out(view)
    yield from sources(numbering, annex=annex)
    yield from codebook(facts)


def _figures(view: SituationFacts) -> Iterator[Block]:
    if view.counts:
        yield Heading(2, (Span("Figures"),), "Figures")
        yield _counts(view)
    if view.origins:
        yield Heading(3, (Span("By origin"),))
        yield _origins(view)


def _counts(view: SituationFacts) -> Table:
    rows = [*view.counts, *([view.total] if view.total else [])]
    changed = any(row.change for row in rows)
    columns = [
        Column("Status", 4),
        Column("People", 1.4, figure=True),
        Column("of which disputed", 2, figure=True),
    ]
    if changed:
        columns.append(
            Column(f"Change since {view.changes_since}" if view.changes_since else "Change", 2.6, figure=True)
        )
    return Table(
        tuple(columns),
        tuple(_count_row(row, changed, total=row is view.total) for row in rows),
        "People by status",
        last_is_total=view.total is not None,
    )


def _count_row(row: CountRow, changed: bool, *, total: bool) -> tuple[Cell, ...]:
    label = Span(row.label, "bold", "" if total else row.group)
    cells = [
        Cell((Para((label,)),)),
        _figure(row.number, "body", strong=True),
        _figure(row.disputed or "0", "body"),
    ]
    return (*cells, _figure(row.change or "0", "body")) if changed else tuple(cells)


def _origins(view: SituationFacts) -> Table:
    columns = [Column("Origin", 3.4), *(Column(row.label, 1.25, figure=True) for row in view.counts)]
    columns += [Column("All", 1, figure=True), Column("of which disputed", 1.5, figure=True)]
    rows = tuple(
        (
            Cell((text(row.label, "small"),)),
            *(_figure(number) for number in _padded(row.numbers, len(view.counts))),
            _figure(row.total, strong=True),
            _figure(row.disputed or "0"),
        )
        for row in view.origins
    )
    return Table(tuple(columns), rows, "People by origin and status")


def _changes(view: SituationFacts, numbering: Numbering) -> Iterator[Block]:
    if not view.changes_since:
        return
    title = f"What changed since {view.changes_since}"
    yield Heading(2, (Span(title),), title)
    if not view.changes:
        yield text(f"Nothing changed since {view.changes_since}.")
        return
    columns = (Column("Person", 3), Column("What", 2), Column("Before", 3), Column("Now", 3.4))
    yield Table(columns, tuple(_change_row(row, numbering) for row in view.changes), "Changes, person by person")


def _change_row(row: ChangeRow, numbering: Numbering) -> tuple[Cell, ...]:
    who = (text(row.person, "small", "bold"), *((text(row.ref, "fine"),) if row.ref else ()))
    return (
        Cell(who),
        Cell((text(row.what, "small"),)),
        Cell((text(row.before or NOT_STATED, "small", tone="muted"),)),
        value_cell(row.after, numbering),
    )


def _people(view: SituationFacts, numbering: Numbering) -> Iterator[Block]:
    if not view.people:
        return
    yield Heading(2, (Span("People"),), "People")
    shown = f"Shown: {view.filter_words}. " if view.filter_words else ""
    yield Para((Span(f"{shown}{_UNSAID}", tone="muted"),), "small", leads=True)
    columns = (
        Column("Name", 3.6),
        Column("Age", 1.5),  # holds “Confirmed”
        Column("From", 2.4),
        Column("Status", 2.7),
        Column("When", 2.2),
        Column("Where", 2.2),
    )
    yield Table(columns, tuple(_person_row(row, numbering) for row in view.people), "People, one in each row")


def _person_row(row: PeopleRow, numbering: Numbering) -> tuple[Cell, ...]:
    name = Span(row.name.text or "Name not known", "bold", notes=numbering.numbers(row.name.notes))
    paras = [Para((name,), "small")]
    if row.name.mark:
        paras.append(text(row.name.mark, "fine", tone="muted"))
    if row.native:
        paras.append(Para((native_span(row.native, numbering),), "small"))
    paras.append(text(row.ref, "fine"))
    return (
        Cell(tuple(paras)),
        value_cell(row.age, numbering),
        value_cell(row.origin, numbering),
        Cell(status_paras(row.status, numbering)),
        value_cell(row.date, numbering),
        value_cell(row.place, numbering),
    )


def _left_out(view: SituationFacts) -> Iterator[Block]:
    if view.left_out:
        yield Heading(3, (Span("Left out"),))
        yield BulletList(tuple(text(line, "small") for line in view.left_out))


def _figure(words: str, look: Look = "small", *, strong: bool = False) -> Cell:
    return Cell((text(words, look, "bold" if strong else "regular"),), figure=True)


def _padded(numbers: tuple[str, ...], length: int) -> tuple[str, ...]:
    return (*numbers, *[NOT_STATED] * length)[:length]
