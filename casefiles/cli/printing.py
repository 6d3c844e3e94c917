"""The command that prints briefings."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from casefiles.cli import opening
from casefiles.cli.answer import Answer, WrongUse
from casefiles.cli.editions import edition_data
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.files import refuse_other_file
from casefiles.workspace.printing import Briefings, Order


def brief(arguments: Namespace) -> Answer:
    """Print a briefing."""
    out = opening.path_of(arguments.out)
    refuse_other_file(out, b"%PDF-")
    if arguments.issue:
        return _issue(arguments, out)
    if arguments.audience or arguments.to:
        raise WrongUse("casefiles brief: --audience and --to are of an edition.", "Issue it with --issue.")
    with opening.opened(arguments) as casebook:
        built = Briefings(casebook.desk).print(_order(arguments, casebook), out)
    pages = f"{built.pages} page{'s' if built.pages != 1 else ''}"
    return Answer({"file": str(out), **asdict(built)}, "", (f"{out.name} is written: {pages}.",))


def _issue(arguments: Namespace, out: Path) -> Answer:
    with opening.opened(arguments) as casebook:
        uuid = casebook.editions.issue(_order(arguments, casebook), arguments.audience or "internal", arguments.to)
        casebook.editions.save(uuid, out)
        row = casebook.editions.row(uuid)
    return Answer({"file": str(out), **edition_data(row)}, str(row.number), (f"{out.name} is written.",))


def _order(arguments: Namespace, casebook: Casebook) -> Order:
    return Order(
        template=arguments.template,
        cases=tuple(casebook.people.find(ref) for ref in arguments.ref),
        query=arguments.query,
        moment=opening.moment(arguments, casebook),
        situation=opening.situation(casebook, arguments.situation),
        since=opening.day_of(arguments.since, casebook),
        title=arguments.title,
        number=arguments.number,
        period=arguments.period,
        bottom_line=arguments.bottom_line,
        mark=arguments.mark,
        two_page=arguments.two_page,
        codebook=arguments.codebook,
    )
