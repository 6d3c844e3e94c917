"""The search written to a file for other programs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from casefiles.cli import opening, saved
from casefiles.cli.answer import Answer
from casefiles.cli.counter import counter
from casefiles.domain.problems import BadInput
from casefiles.workspace.search_export import Columns, ListOrder


def write_search(arguments: Namespace) -> Answer:
    """Write everybody a search finds as CSV or XLSX."""
    path = opening.path_of(arguments.to)
    _refuse_existing(path, may_replace=arguments.yes)
    with opening.opened(arguments) as casebook:
        order = ListOrder(
            query=saved.text_of(arguments, casebook),
            moment=opening.moment(arguments, casebook),
            wide=Columns(arguments.columns),
            private=arguments.private,
            mark=arguments.mark,
        )
        with counter("Writing the list") as progress:
            count = casebook.search_export.write(order, path, progress)
    held = f"; {count.held.people()} on hold, left out" if count.held.high else ""
    data = {"file": str(path), "rows": count.rows, "held_back": count.held.low}
    return Answer(data, "", (f"{path.name} is written: {count.rows:,} row{'s' * (count.rows != 1)}{held}.",))


def _refuse_existing(path: Path, *, may_replace: bool) -> None:
    if path.exists() and not (may_replace and path.is_file()):
        raise BadInput(f"There is already a file at {path.name}.", "Choose another name, or say --yes to replace it.")
