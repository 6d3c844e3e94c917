"""The command that finds who may be meant by a name."""

from __future__ import annotations

from argparse import Namespace

from casefiles.cli import opening
from casefiles.cli.answer import Answer
from casefiles.workspace.names import Candidate


def match(arguments: Namespace) -> Answer:
    """Find who may be meant by a name; nobody is ever merged by it."""
    with opening.opened(arguments) as casebook:
        found = casebook.names.candidates(
            arguments.name, arguments.origin, arguments.age, arguments.limit, grouped=False
        )
    notes = () if found else ("Nobody in the casebook has a name like that.",)
    return Answer([_data(one) for one in found], "\n".join(map(_line, found)), notes)


def _data(one: Candidate) -> dict[str, object]:
    return {"ref": one.ref, "name": one.name, "spelling": one.spelling, "score": one.score, "why": "; ".join(one.why)}


def _line(one: Candidate) -> str:
    also = f" as {one.spelling}" if one.spelling != one.name else ""
    return f"{one.ref}  {one.score:.2f}  {one.name}{also}  ({'; '.join(one.why)})"
