"""What the text of a search asks for, in words: the values chosen, and the title of what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from casefiles.search import editing
from casefiles.search.query import read
from casefiles.search.tree import Key, Term, Value, parts_of

Situations = Callable[[], Sequence[str]]
"""Gives the names of the situations; they are asked only where one is searched for."""

_NAMED_ALONE: Final = frozenset({"group", "status", "situation"})
"""Fields whose values need no word before them."""


class Chosen(NamedTuple):
    """One value that a search asks for.

    Attributes:
        words: as it is shown.
    """

    field: str
    value: Value
    words: str


def chosen_in(text: str, situations: Situations) -> list[Chosen]:
    """Return the values that a search asks for, each of which can be taken away."""
    return [Chosen(field, value, _words(field, value, situations)) for field, value in editing.chosen_in(text)]


def title_of(text: str, situations: Situations) -> str:
    """Return what a list is called when nothing but statuses and situations are asked for; else nothing."""
    parts = parts_of(read(text).query.tree)
    if not all(isinstance(part, Term) and part.word in _NAMED_ALONE for part in parts):
        return ""
    return " · ".join(one.words for one in chosen_in(text, situations))


def situation_in(text: str, situations: Sequence[tuple[str, str]]) -> str:
    """Return the UUID of the situation that a search asks for, where it is one."""
    found = [uuid for uuid, name in situations if editing.asks(text, "situation", name)]
    return found[0] if len(found) == 1 else ""


def _words(field: str, value: Value, situations: Situations) -> str:
    from casefiles.search.comparing import IsOneOf
    from casefiles.search.fields import BY_WORD

    way = BY_WORD[field].way
    shown = way.write(value).strip('"*')
    if isinstance(way, IsOneOf) and isinstance(value, Key):
        shown = dict(way.choices).get(value.key, shown)
    if field == "situation":
        asked = f"situation:{way.write(value)}"
        shown = next((name for name in situations() if editing.asks(asked, "situation", name)), shown)
    return shown if field in _NAMED_ALONE else f"{field}: {shown}"
