"""Parts that templates share: the masthead, a value in its versions, a status, the list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casefiles.briefing.blocks import (
    AnnexStart,
    Block,
    BottomLine,
    Cell,
    Document,
    Heading,
    KeyValues,
    Look,
    Para,
    Span,
    text,
)
from casefiles.briefing.endnotes import Numbering
from casefiles.briefing.facts import BriefingFacts, Name, Status, Value

NOT_STATED = "–"
NO_SOURCES = "No source is cited."


def masthead(facts: BriefingFacts, kind: str, lines: Iterable[str]) -> Iterator[Block]:
    """Give the head of the first page: what this is, its title, and to what it applies."""
    label = [kind, facts.number and f"No. {facts.number}", facts.copy and f"Copy {facts.copy}"]
    yield text(" · ".join(filter(None, label)), "label", "bold", "accent")
    yield Heading(1, (Span(facts.title),), facts.title)
    for line in filter(None, lines):
        yield text(line, "body", tone="muted")


def document(facts: BriefingFacts, kind: str, blocks: Iterable[Block]) -> Document:
    """Give the document with what stands on every page."""
    running = " · ".join(filter(None, (kind, facts.number and f"No. {facts.number}")))
    zone = f" ({facts.time_zone})" if facts.time_zone else ""
    return Document(
        title=facts.title,
        running_title=running,
        lang=facts.lang,
        mark=facts.mark,
        as_of=facts.as_of,
        generated=f"Generated {facts.generated}{zone}",
        generated_at=facts.generated_at,
        record=f"Record {facts.head_hash} · Renderer {facts.renderer}",
        blocks=tuple(blocks),
        left_out=facts.situation.left_out if facts.situation else (),
    )


def particulars(facts: BriefingFacts) -> str:
    """Say for whom and by whom the briefing was made."""
    made = [facts.audience and f"For: {facts.audience}", facts.officer and f"Prepared by {facts.officer}"]
    return " · ".join(filter(None, made))


def as_of_line(facts: BriefingFacts, period: str = "") -> str:
    """Say what day the briefing stands for."""
    return " · ".join(filter(None, (facts.as_of, period and f"Period: {period}")))


def value_paras(value: Value | None, numbering: Numbering, look: Look = "body") -> tuple[Para, ...]:
    """Give a value with its certainty and notes, and each other version on its own line after "or"."""
    if value is None or not (value.text or value.versions):
        return (text(NOT_STATED, look, tone="muted"),)
    several = bool(value.versions)
    paras = [_version(value, numbering, look, "", several)]
    paras += [_version(other, numbering, look, "or ", several) for other in value.versions]
    return tuple(paras)


def value_cell(value: Value | None, numbering: Numbering) -> Cell:
    """Give a value as a cell of a table."""
    return Cell(value_paras(value, numbering, "small"))


def status_span(status: Status, numbering: Numbering) -> Span:
    """Give a status in the colour of its group; its certainty is in its words."""
    return Span(status.text, "bold", status.group, notes=numbering.numbers(status.notes))


def status_paras(status: Status, numbering: Numbering) -> tuple[Para, ...]:
    """Give a status for a cell; of a dispute, each side below it with who says it and when."""
    if not status.text:
        return (text(NOT_STATED, "small", tone="muted"),)
    return (Para((status_span(status, numbering),), "small"), *status_sides(status, numbering, "fine"))


def status_sides(status: Status, numbering: Numbering, look: Look = "body") -> tuple[Para, ...]:
    """Give each side of a dispute with who says it and when."""
    return tuple(_version(side, numbering, look, "", several=True) for side in status.speakers)


def native_span(name: Name, numbering: Numbering) -> Span:
    """Give a name in its own script."""
    return Span(name.text, lang=name.lang, direction=name.direction, notes=numbering.numbers(name.notes))


def bottom_line(words: str) -> Iterator[Block]:
    """Give the boxed message, one paragraph a line typed; nothing if nothing was typed."""
    paras = tuple(text(line.strip(), "lead") for line in words.splitlines() if line.strip())
    if paras:
        yield BottomLine("Bottom line", paras)


def sources(numbering: Numbering, *, annex: bool = False) -> Iterator[Block]:
    """Give the list of sources; in an annex it can be taken off."""
    endnotes = numbering.endnotes()
    yield AnnexStart("Annex: sources") if annex else Heading(2, (Span("Sources"),), "Sources")
    yield endnotes if endnotes.notes else text(NO_SOURCES, tone="muted")


def codebook(facts: BriefingFacts) -> Iterator[Block]:
    """Give the codebook as an annex; nothing if it was not asked for."""
    if not facts.codebook:
        return
    yield AnnexStart("Annex: codebook")
    for part in facts.codebook:
        yield Heading(3, (Span(part.title),))
        if not part.lines:
            yield text(NOT_STATED, tone="muted")
        rows = tuple((line.about, _lines(line.text)) for line in part.lines if line.about)
        for line in part.lines:
            yield from () if line.about else _lines(line.text)
        if rows:
            yield KeyValues(rows)


def _lines(words: str) -> tuple[Para, ...]:
    return tuple(text(line) for line in words.splitlines())


def _version(value: Value, numbering: Numbering, look: Look, lead: str, several: bool) -> Para:
    spans = [Span(lead, "italic", "muted")] if lead else []
    numbers = numbering.numbers(value.notes)
    spans.append(Span(value.text.strip() or NOT_STATED, lang=value.lang, direction=value.direction, notes=numbers))
    asides = [value.certainty, value.said_by if several else "", value.mark]
    if said := ", ".join(filter(None, asides)):
        spans.append(Span(f" · {said}", tone="muted"))
    return Para(tuple(spans), look)
