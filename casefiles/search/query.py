"""What the search box means: the door to the query language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casefiles.domain.problems import BadInput
from casefiles.search.grammar import Grammar
from casefiles.search.problems import BadQuery
from casefiles.search.tokens import LONGEST
from casefiles.search.tree import EVERYBODY, All, Any, Node, Not, Term, Words
from casefiles.search.writing import write

__all__ = ["LONGEST", "BadQuery", "Query", "Reading", "parse", "read", "refuse_empty"]


@dataclass(frozen=True)
class Query:
    """A search, as a tree; the empty one finds everybody."""

    tree: Node = EVERYBODY

    @property
    def text(self) -> str:
        """Return a text that means this search."""
        return write(self.tree)

    @property
    def asked(self) -> Node:
        """Return what is looked for: nothing twice, and no single letter beside longer words: it finds nearly all."""
        return _reduced(self.tree)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words looked for anywhere, without those that must not be there."""
        return tuple(word for found in _looked_for(self.asked) for word in found.text.words)

    @property
    def fields(self) -> frozenset[str]:
        """Return the words of the fields asked for; plain words are the field without a word."""
        return frozenset(_fields(self.tree))


@dataclass(frozen=True)
class Reading:
    """What a text means as far as it can be understood, and the first thing in it that cannot."""

    query: Query
    problem: BadQuery | None = None


def parse(text: str) -> Query:
    """Read what was typed; mere slips, such as a bracket never closed, are made good.

    Raises:
        BadQuery: a part of it cannot be understood.
    """
    grammar = Grammar.of(text)
    tree = grammar.tree()
    for problem in grammar.problems:
        if not problem.is_slip:
            raise problem
    return Query(tree)


@lru_cache(maxsize=64)  # while one types, the box, the list and the sidebar all ask what the same text means
def read(text: str) -> Reading:
    """Read what is being typed: what cannot be understood is left out, and told beside the rest."""
    grammar = Grammar.of(text)
    tree = grammar.tree()
    return Reading(Query(tree), min(grammar.problems, key=lambda problem: problem.start, default=None))


def refuse_empty(text: str) -> None:
    """Let a query count people only if it says who they are; everybody is said as a star.

    Raises:
        BadInput: it cannot be read, or finds everybody without saying so.
    """
    if text.strip() and parse(text).tree == EVERYBODY:
        raise BadInput("This finds everybody.", "Write * if everybody is meant.")


def _fields(node: Node) -> Iterator[str]:
    match node:
        case Words():
            yield ""
        case Term(word, _):
            yield word
        case Not(part):
            yield from _fields(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _fields(part)


def _looked_for(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, All | Any):
        for part in node.parts:
            yield from _looked_for(part)


def _reduced(node: Node) -> Node:
    match node:
        case Not(part):
            return Not(_reduced(part))
        case Any(parts):
            return Any(tuple(dict.fromkeys(map(_reduced, parts))))
        case All(parts):
            longer = any(isinstance(part, Words) and not _is_single_letter(part) for part in parts)
            kept = [part for part in parts if not (longer and _is_single_letter(part))]
            return All(tuple(dict.fromkeys(map(_reduced, kept))))
    return node


def _is_single_letter(node: Node) -> bool:
    """Tell whether a node is the beginning of a word by one letter; one sign of Chinese is a word."""
    if not isinstance(node, Words) or node.text.whole or len(node.text.words) > 1:
        return False
    (word,) = node.text.words
    return len(word) == 1 and unicodedata.east_asian_width(word) not in "WF"
