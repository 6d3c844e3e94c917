"""Commands on sources."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.cli.commands import SOURCE_OPTIONS
from casefiles.workspace.not_yet import days_of_source
from casefiles.workspace.views import SourceView


def add(arguments: Namespace) -> Answer:
    """Take in a document."""
    keys = [key for key, _ in SOURCE_OPTIONS.values()]
    details = {key: given for key in keys if (given := getattr(arguments, f"detail_{key}")) is not None}
    with opening.opened(arguments) as casebook:
        if arguments.document.startswith(("http://", "https://")):
            taken = casebook.sources.take_url(arguments.document)
        else:
            taken = casebook.sources.take_file(opening.path_of(arguments.document), arguments.encoding)
        view = casebook.sources.view(casebook.sources.add(taken, details))
        ahead = days_of_source({**taken.suggested, **details}, casebook.desk.today())
    undated = () if view.details["published_on"] else ("Its date is not known: give it with --published.",)
    notes = (taken.already_says,) if taken.already_says else (*taken.notes, *undated, *ahead)
    return Answer({"id": view.id, "ref": view.ref, "already": taken.already is not None}, view.ref, notes)


def show(arguments: Namespace) -> Answer:
    """Show a source."""
    with opening.opened(arguments) as casebook:
        view = casebook.sources.view(casebook.sources.find(arguments.ref))
    return Answer(asdict(view), "\n".join(_lines(view)))


def _lines(view: SourceView) -> list[str]:
    used = [f"  {use.ref}  {use.heading}: {', '.join(use.fields)}" for use in view.used_in]
    return [
        f"{view.ref}  {view.title}",
        view.meta,
        *([view.flag] if view.flag else []),
        "",
        view.text,
        "",
        *(["Used for", *used] if used else ["Not used yet."]),
        "",
        *(f"{label}: {value}" for label, value in view.saved_copy if value),
    ]
