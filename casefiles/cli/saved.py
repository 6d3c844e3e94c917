"""Saved searches on the command line: one by its name, or the list of them."""

from __future__ import annotations

from argparse import Namespace

from casefiles.cli.answer import Answer, WrongUse
from casefiles.workspace.casebook import Casebook


def check(arguments: Namespace) -> None:
    """Refuse a search that says in two ways what it looks for, or in none.

    Raises:
        WrongUse: it does.
    """
    ways = (arguments.query is not None, arguments.saved is not None, arguments.list_saved)
    if sum(ways) != 1 or (arguments.list_saved and (arguments.to or arguments.explain)):
        what = "nothing to search for" if not any(ways) else "more than one thing to search for"
        raise WrongUse(f"There is {what}.", "Give one of QUERY, --saved NAME or --list-saved.")


def text_of(arguments: Namespace, casebook: Casebook) -> str:
    """Return the text to search for.

    Raises:
        NotFound: no saved search has the name.
    """
    if arguments.saved is None:
        return str(arguments.query)
    return casebook.saved_searches.named(arguments.saved).text


def listed(casebook: Casebook) -> Answer:
    """List the saved searches with the people each finds."""
    counted = [(one, casebook.saved_searches.count(one.text)) for one in casebook.saved_searches.all()]
    data = [
        {
            "id": one.uuid,
            "name": one.name,
            "text": one.text,
            "people": count.people.low if count.people else None,
            "trouble": count.trouble,
        }
        for one, count in counted
    ]
    lines = [
        f"{one.name}  {count.people.words() if count.people else '?'}  ({count.trouble or one.text})"
        for one, count in counted
    ]
    return Answer({"saved_searches": data}, "\n".join(lines))
