"""Commands on issued briefings."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.workspace.edition_changes import Difference
from casefiles.workspace.files import refuse_other_file
from casefiles.workspace.printing import Preview
from casefiles.workspace.statement_views import EditionRow


def list_all(arguments: Namespace) -> Answer:
    """List the editions."""
    with opening.opened(arguments) as casebook:
        rows = casebook.editions.rows()
    return Answer([edition_data(row) for row in rows], "\n".join(_line(row) for row in rows) or "None is issued yet.")


def show(arguments: Namespace) -> Answer:
    """Show what is kept of an edition."""
    with opening.opened(arguments) as casebook:
        uuid = casebook.editions.find(arguments.number)
        row, kept = casebook.editions.row(uuid), casebook.editions.get(uuid)
        named = casebook.editions.named(uuid)
    more = {"recorded": kept.recorded, "head_hash": kept.head_hash, "renderer": kept.renderer, "sha256": kept.pdf}
    lines = [_line(row), f"Made from change {kept.recorded}, journal {kept.head_hash}", f"Names {len(named)}:"]
    lines += [f"  {one.ref}  {one.heading}" for one in named]
    names = [{"ref": one.ref, "name": one.heading} for one in named]
    return Answer({**edition_data(row), **more, "query": kept.query, "names": names}, "\n".join(lines))


def reissue(arguments: Namespace) -> Answer:
    """Write the bytes that were issued."""
    out = opening.path_of(arguments.out)
    refuse_other_file(out, b"%PDF-")
    with opening.opened(arguments) as casebook:
        uuid = casebook.editions.find(arguments.number)
        casebook.editions.save(uuid, out)
        row = casebook.editions.row(uuid)
    return Answer({"file": str(out), **edition_data(row)}, "", (f"{out.name} is written as it was issued.",))


def regenerate(arguments: Namespace) -> Answer:
    """Print an edition again from its kept facts."""
    out = opening.path_of(arguments.out)
    refuse_other_file(out, b"%PDF-")
    with opening.opened(arguments) as casebook:
        made = casebook.editions.regenerate(casebook.editions.find(arguments.number))
        casebook.briefings.save(Preview(made.pdf, 0), out)
    data = {key: value for key, value in asdict(made).items() if key != "pdf"}
    return Answer({"file": str(out), **data}, made.say)


def diff(arguments: Namespace) -> Answer:
    """Tell what changed between two editions."""
    with opening.opened(arguments) as casebook:
        found = casebook.editions.compare(
            casebook.editions.find(arguments.older), casebook.editions.find(arguments.newer)
        )
    data = {**asdict(found), "older": edition_data(found.older), "newer": edition_data(found.newer)}
    return Answer(data, "\n".join(_difference(found)), (found.note,) if found.note else ())


def edition_data(row: EditionRow) -> dict[str, object]:
    """Return an edition for a program."""
    data = {key: value for key, value in asdict(row).items() if key not in ("uuid", "sentence")}
    return {"id": row.uuid, **data}


def _line(row: EditionRow) -> str:
    pages = f"{row.pages} page{'s' if row.pages != 1 else ''}"
    return f"{row.number:>4}  {row.issued}  {row.title}  ({row.to_whom}; {pages})"


def _difference(found: Difference) -> Iterator[str]:
    if not found:
        yield "Nothing changed between the two."
    for title, people in (("New", found.new), ("No longer in it", found.gone)):
        yield from [title, *(f"  {one.ref}  {one.name}  {one.status}" for one in people)] if people else []
    parts = {
        "Status": [f"  {one.ref}  {one.name}: {one.before} → {one.after}" for one in found.statuses],
        "Totals": [f"  {one.label}: {one.before} → {one.after}" for one in found.totals],
        "Corrections": [f"  {one.title}: {one.verdict}, {one.on}: {one.reason}" for one in found.corrections],
    }
    for title, lines in parts.items():
        yield from [title, *lines] if lines else []
