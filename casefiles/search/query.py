"""The words typed into the search box, as a tree."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TypeAlias

from casefiles.domain.problems import BadInput
from casefiles.domain.status import GROUP_LABELS, find_group, find_status
from casefiles.names.fold import words

LONGEST = 1000
"""How many characters of a query are read; nobody types more."""


@dataclass(frozen=True)
class Word:
    """A word that must begin some word of the case."""

    text: str


@dataclass(frozen=True)
class StatusIs:
    """One of some statuses, or one that belongs to one of some groups."""

    statuses: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class OriginHas:
    """Words that must begin words of the origin."""

    words: tuple[str, ...]


Term: TypeAlias = Word | StatusIs | OriginHas


@dataclass(frozen=True)
class Query:
    """Terms that must all hold; none at all finds everything."""

    terms: tuple[Term, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the plain words."""
        return tuple(term.text for term in self.terms if isinstance(term, Word))


_PART = re.compile(r'(?P<field>[^\W\d_]+):(?P<value>"[^"]*"?|\S*)|(?P<quoted>"[^"]*"?)|(?P<word>\S+)')


def parse(text: str) -> Query:
    """Read what was typed.

    Raises:
        BadInput: a field is not known, or its value is not one of its own.
    """
    terms: list[Term] = []
    for part in _PART.finditer(text[:LONGEST].replace("\0", " ")):
        if part["field"]:
            terms.extend(_field(part["field"].casefold(), part["value"].strip('"')))
        else:
            terms.extend(Word(word) for word in words(part["quoted"] or part["word"]))
    return Query(_without_single_letters(terms))


def _field(name: str, value: str) -> list[Term]:
    reader = _FIELDS.get(name)
    if reader is None:
        near = difflib.get_close_matches(name, _FIELDS, 1)
        hint = (
            f"Did you mean “{near[0]}:”?"
            if near
            else "Search by " + ", ".join(f"{key}:" for key in _FIELDS) + " or words."
        )
        raise BadInput(f"“{name}:” is not a field to search by.", hint)
    return reader(value)


EVERYBODY = "*"


def refuse_empty(text: str) -> None:
    """Let a query count people only if it says who they are; everybody is said as "*".

    Raises:
        BadInput: it cannot be read, or finds everybody without saying so.
    """
    if text.strip() and text.strip() != EVERYBODY and not parse(text).terms:
        raise BadInput("This finds everybody.", "Write * if everybody is meant.")


def _status(value: str) -> list[Term]:
    """Read one status or group, or several parted by commas."""
    words = [word.strip() for word in value.split(",") if word.strip()]
    groups, statuses = [], []
    for word in words:
        if group := find_group(word):
            groups.append(group.value)
        else:
            statuses.append(_one_status(word))
    return [StatusIs(tuple(dict.fromkeys(statuses)), tuple(dict.fromkeys(groups)))] if words else []


def _one_status(word: str) -> str:
    status = find_status(word)
    if status is None:
        raise BadInput(
            f"“{word[:40]}” is not a status.",
            "Use a status such as killed, or a group: " + ", ".join(GROUP_LABELS.values()) + ".",
        )
    return status.key


def _group(value: str) -> list[Term]:
    """Read one group, or several parted by commas."""
    words = [word.strip() for word in value.split(",") if word.strip()]
    groups = [find_group(word) for word in words]
    if None in groups:
        wrong = words[groups.index(None)]
        raise BadInput(f"“{wrong[:40]}” is not a group.", "The groups are: " + ", ".join(GROUP_LABELS.values()) + ".")
    return [StatusIs(groups=tuple(dict.fromkeys(group.value for group in groups if group)))] if words else []


def _origin(value: str) -> list[Term]:
    found = tuple(words(value))
    return [OriginHas(found)] if found else []


_FIELDS = {"status": _status, "group": _group, "origin": _origin}


def _without_single_letters(terms: list[Term]) -> tuple[Term, ...]:
    """Leave out single letters beside longer words: they match nearly everything and slow the rest."""
    longer = [term for term in terms if not (isinstance(term, Word) and len(term.text) == 1)]
    return tuple(longer or terms)
