"""The search explained: what it means, what the word index answers, and the database's own plan."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator

from casefiles.cli import opening, saved
from casefiles.cli.answer import Answer, WrongUse
from casefiles.workspace.explaining import Explained, Part, explained, lines


def explain_search(arguments: Namespace) -> Answer:
    """Explain a search instead of carrying it out."""
    if arguments.to or arguments.as_of or arguments.recorded_by:
        raise WrongUse(
            "casefiles search: --explain goes with neither a file nor a day.", "It tells how a search of now is found."
        )
    with opening.opened(arguments) as casebook:
        found = explained(casebook.desk, saved.text_of(arguments, casebook))
    return Answer(_data(found), "\n".join(_lines(found)))


def _data(found: Explained) -> dict[str, object]:
    return {
        "query": found.text,
        "tree": _part(found.tree),
        "answered": [{"part": part, "by": by.value} for part, by in found.answered],
        "index": found.plan.index,
        "sql": found.plan.sql,
        "values": list(found.plan.values),
        "plan": [{"depth": depth, "does": does} for depth, does in found.plan.steps],
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "means": part.means,
        "field": part.field,
        "values": list(part.values),
        "parts": [_part(inner) for inner in part.parts],
    }


def _lines(found: Explained) -> Iterator[str]:
    yield from ("The search", f"  {found.text or '*'}", "", "Means")
    yield from _indented(lines(found.tree))
    yield from ("", "Answered by")
    yield from (f"  {part}  – {by.value}" for part, by in found.answered)
    yield from ("", "Asked of the word index", f"  {found.plan.index or 'nothing'}", "", "SQL", f"  {found.plan.sql}")
    yield from (f"  ? = {value}" for value in found.plan.values)
    yield from ("", "Plan")
    yield from _indented(found.plan.steps)


def _indented(told: Iterable[tuple[int, str]]) -> Iterator[str]:
    return (f"{'  ' * (depth + 1)}{words}" for depth, words in told)
