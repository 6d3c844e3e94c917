"""The command that prints briefings."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.domain.problems import NotFound
from casefiles.workspace.casebook import Casebook
from casefiles.workspace.files import refuse_other_file
from casefiles.workspace.printing import Briefings, Order


def brief(arguments: Namespace) -> Answer:
    """Print a briefing."""
    out = opening.path_of(arguments.out)
    refuse_other_file(out, b"%PDF-")
    with opening.opened(arguments) as casebook:
        built = Briefings(casebook.desk).print(_order(arguments, casebook), out)
    pages = f"{built.pages} page{'s' if built.pages != 1 else ''}"
    return Answer({"file": str(out), **asdict(built)}, "", (f"{out.name} is written: {pages}.",))


def _order(arguments: Namespace, casebook: Casebook) -> Order:
    return Order(
        template=arguments.template,
        cases=tuple(casebook.people.find(ref) for ref in arguments.ref),
        query=arguments.query,
        situation=_situation(casebook, arguments.situation),
        moment=opening.moment(arguments, casebook),
        since=opening.day_of(arguments.since, casebook),
        title=arguments.title,
        number=arguments.number,
        period=arguments.period,
        bottom_line=arguments.bottom_line,
        mark=arguments.mark,
        two_page=arguments.two_page,
    )


def _situation(casebook: Casebook, name: str) -> str:
    known = {one.name.casefold(): one.uuid for one in casebook.settings.situations()}
    if name and name.casefold() not in known:
        raise NotFound(f"There is no situation called “{name[:40]}”.", "Write its name as the casebook has it.")
    return known.get(name.casefold(), "")
