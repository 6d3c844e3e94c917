"""A search as it is asked: its tree, and what follows from it.

The language itself, which reads and writes searches, is brought in by the first that is typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from casefiles.search.tree import EVERYBODY, All, Any, Node, Not, Term, Words

LONGEST = 1000
"""How many characters of a search are read; nobody types more."""


@dataclass(frozen=True)
class Query:
    """A search, as a tree; the empty one finds everybody."""

    tree: Node = EVERYBODY

    @property
    def text(self) -> str:
        """Return a text that means this search."""
        from casefiles.search.writing import write

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
