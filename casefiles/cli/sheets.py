"""The search written to a file for other programs."""

from __future__ import annotations

from argparse import Namespace

from casefiles.cli import opening, saved
from casefiles.cli.answer import Answer
from casefiles.cli.counter import counter
from casefiles.cli.targets import target_of
from casefiles.workspace.search_export import Columns, ListOrder


def write_search(arguments: Namespace) -> Answer:
    """Write everybody a search finds as CSV or XLSX."""
    path = target_of(arguments.to, may_replace=arguments.yes)
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
