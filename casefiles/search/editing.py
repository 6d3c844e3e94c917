"""Buttons edit the text of a search, so that the box and the buttons never disagree.

What fields there are is brought in by the first search.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casefiles.domain.problems import BadInput
from casefiles.search.query import read
from casefiles.search.tree import Node, Term, Value, parts_of, together

if TYPE_CHECKING:
    from casefiles.search.comparing import Way


def values_of(text: str, field: str) -> tuple[str, ...]:
    """Return the values that a search asks of a field, as typed; those in brackets or refused by "not" are none."""
    way = _way(field)
    return tuple(way.write(value) for term in _terms(text, field) for value in term.values)


def with_term(text: str, field: str, value: str) -> str:
    """Return the text that asks for this value of a field, instead of any other.

    Raises:
        BadInput: the field takes no such value.
    """
    return _with_values(text, field, (_value(field, value),))


def without_term(text: str, field: str, value: str = "") -> str:
    """Return the text that no longer asks for this value of a field; without a value, for none of it.

    Raises:
        BadInput: the field takes no such value.
    """
    return without_value(text, field, _value(field, value)) if value else _with_values(text, field, ())


def chosen_in(text: str) -> list[tuple[str, Value]]:
    """Return every value that a search asks of a field; those in brackets or refused by "not" are none."""
    parts = [part for part in parts_of(read(text).query.tree) if isinstance(part, Term)]
    fields = dict.fromkeys(part.word for part in parts)
    return [(word, value) for word in fields for part in parts if part.word == word for value in part.values]


def without_value(text: str, field: str, value: Value) -> str:
    """Return the text that no longer asks for this value of a field, as `chosen_in` gave it."""
    kept = [one for term in _terms(text, field) for one in term.values if one != value]
    return _with_values(text, field, tuple(kept))


def toggled(text: str, field: str, value: str) -> str:
    """Return the text with a value of a field added beside its others, or taken away.

    Raises:
        BadInput: the field takes no such value.
    """
    given = _value(field, value)
    asked = [one for term in _terms(text, field) for one in term.values]
    kept = tuple(one for one in asked if one != given)
    return _with_values(text, field, kept if given in asked else (*kept, given))


def asks(text: str, field: str, value: str) -> bool:
    """Tell whether a search asks for this value of a field, as its button does."""
    try:
        wanted = _value(field, value)
    except BadInput:
        return False
    return any(wanted in term.values for term in _terms(text, field))


def _value(field: str, value: str) -> Value:
    from casefiles.search.comparing import read_chosen

    found = read_chosen(_way(field), value)
    if found is None:
        raise BadInput(f"“{value[:40]}” holds no words to search by.", "Use a value with letters or numbers.")
    return found


def _way(field: str) -> Way:
    from casefiles.search.fields import BY_WORD

    return BY_WORD[field].way


def _terms(text: str, field: str) -> list[Term]:
    return [part for part in parts_of(read(text).query.tree) if isinstance(part, Term) and part.word == field]


def _with_values(text: str, field: str, values: tuple[Value, ...]) -> str:
    """Put the values where the first term of the field stands, or at the end; its other terms go."""
    from casefiles.search.writing import write

    waiting: list[Node] = [Term(field, values)] if values else []
    parts: list[Node] = []
    for part in parts_of(read(text).query.tree):
        if not isinstance(part, Term) or part.word != field:
            parts.append(part)
        elif waiting:
            parts.append(replace(part, values=values, typed="") if part.values != values else part)
            waiting = []
    return write(together([*parts, *waiting]))
