"""Commands that look through a casebook: search, history, undo and redo."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from casefiles.cli import opening, saved
from casefiles.cli.answer import Answer
from casefiles.domain.changes import Changes
from casefiles.domain.status import GROUP_LABELS, Group
from casefiles.search.query import read
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.codebook import Written
from casefiles.workspace.searching import Found
from casefiles.workspace.searching import search as find
from casefiles.workspace.views import HistoryView


def search(arguments: Namespace) -> Answer:
    """Find people and articles, write everybody found to a file, or explain the search."""
    saved.check(arguments)
    if arguments.explain:
        from casefiles.cli.explaining import explain_search

        return explain_search(arguments)
    if arguments.to:
        from casefiles.cli.sheets import write_search

        return write_search(arguments)
    with opening.opened(arguments) as casebook:
        if arguments.list_saved:
            return saved.listed(casebook)
        query = saved.text_of(arguments, casebook)
        found = find(casebook, query, arguments.limit, opening.moment(arguments, casebook))
    slip = read(query).problem
    return Answer(_found_data(found), "\n".join(_found_lines(found)), (str(slip),) if slip else ())


def history(arguments: Namespace) -> Answer:
    """List who changed what."""
    with opening.opened(arguments) as casebook:
        lines = _history(casebook, arguments.ref, arguments.limit)
    return Answer([history_data(line) for line in lines], "\n".join(map(history_line, lines)))


def codebook(arguments: Namespace) -> Answer:
    """Show the codebook."""
    with opening.opened(arguments) as casebook:
        sections = casebook.codebook.sections(opening.day_of(arguments.as_of, casebook))
    return Answer({"sections": [_section_data(one) for one in sections]}, "\n".join(_section_lines(sections)))


def undo(arguments: Namespace) -> Answer:
    """Take back the last change that stands."""
    with opening.opened(arguments) as casebook:
        return _reversed("Undone", casebook.journal.undo())


def redo(arguments: Namespace) -> Answer:
    """Do again the last change taken back."""
    with opening.opened(arguments) as casebook:
        return _reversed("Done again", casebook.journal.redo())


def history_data(line: HistoryView) -> dict[str, object]:
    """Return a line of history for a program."""
    return {key: value for key, value in asdict(line).items() if key != "claim"}


def history_line(line: HistoryView) -> str:
    """Return a line of history for a person."""
    change = " → ".join(filter(None, (line.before, line.after)))
    who = ", ".join(filter(None, (line.when, line.who)))
    return f"{line.number:>5}  {who}  {line.label}  ({line.what}: {change})"


def _section_data(written: Written) -> dict[str, object]:
    return {
        "section": written.section.key,
        "title": written.section.title,
        "paragraphs": [
            {
                "id": one.uuid,
                "term": one.term,
                "text": one.text,
                "effective_on": one.effective_on,
                "default": one.is_default,
            }
            for one in written.paragraphs
        ],
    }


def _section_lines(sections: Sequence[Written]) -> Iterator[str]:
    for written in sections:
        yield written.section.title
        for one in written.paragraphs:
            yield "  " + "  ".join(filter(None, (one.effective_on, one.term, one.text)))
        yield ""


def _history(casebook: Casebook, ref: str | None, limit: int) -> list[HistoryView]:
    if ref is None:
        return casebook.journal.everything(limit)
    if ref.upper().startswith("S-"):
        return casebook.journal.of_source(casebook.sources.find(ref), limit)
    return casebook.journal.of_case(casebook.people.find(ref), limit)


def _reversed(what: str, changes: Changes | None) -> Answer:
    label = changes.label if changes else ""
    return Answer({"label": label, "number": changes.number if changes else None}, f"{what}: {label}")


def _found_data(found: Found) -> dict[str, object]:
    return {
        "total": found.total,
        "total_is_exact": True,
        "people": found.people.low,
        "cases": [
            {
                "id": hit.id,
                "ref": hit.ref,
                "name": hit.name,
                "status": hit.status,
                "status_label": hit.pill.text,
                "why": hit.why,
                "entered": hit.entered,
            }
            for hit in found.cases
        ],
        "articles": [
            {
                "id": one.source.id,
                "ref": one.source.ref,
                "title": one.source.title,
                "publisher": one.source.publisher,
                "published": one.source.published,
                "snippet": one.snippet,
                "start": one.start,
            }
            for one in found.articles
        ],
        "close": [{"id": one.id, "ref": one.ref, "name": one.name, "reason": one.reason} for one in found.close],
        "facets": {"status": {group: people.low for group, people in found.facets.items()}},
        "ms": found.ms,
    }


def _found_lines(found: Found) -> list[str]:
    counts = ", ".join(f"{GROUP_LABELS[Group(group)]} {people.words()}" for group, people in found.facets.items())
    return [
        _how_many(found) + (f": {counts}" if counts else ""),
        *(f"{hit.ref}  {hit.name}  {hit.pill.text}" + _in_brackets(hit.why, hit.entered) for hit in found.cases),
        *(["", "Names like these"] if found.close else []),
        *(f"{one.ref}  {one.name}" + _in_brackets(one.reason) for one in found.close),
        *(["", "In articles"] if found.articles else []),
        *(f"{one.source.ref}  {one.source.title}  {one.snippet}" for one in found.articles),
    ]


def _how_many(found: Found) -> str:
    """Say how many entries were found and, as a group is one entry, how many people they are."""
    entries = "entry" if found.total == 1 else "entries"
    return f"{found.total:,} {entries}, {found.people.people()}" if found.total else "Nobody found"


def _in_brackets(*notes: str) -> str:
    return "".join(f"  ({note})" for note in notes if note)
