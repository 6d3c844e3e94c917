"""From the tree of a search back to its text."""

from __future__ import annotations

from casefiles.search.comparing import write_words
from casefiles.search.fields import BY_WORD
from casefiles.search.tree import All, Any, Everything, Node, Not, Term, Words

OPERATORS = ("and", "or", "not")


def write(node: Node) -> str:
    """Return the text that means this tree; what an officer typed stays as it was typed."""
    match node:
        case Everything():
            return "*"
        case Words(text, typed):
            plain = write_words(text)
            return typed or (f'"{plain}"*' if plain in OPERATORS else plain)
        case Term(word, values, typed):
            way = BY_WORD[word].way
            return typed or f"{word}:" + ",".join(way.write(value) for value in values)
        case Not(part):
            return f"-{_enclosed(part)}"
        case All(parts):
            return " ".join(_enclosed(part) if isinstance(part, Any) else write(part) for part in parts)
        case Any(parts):
            return " or ".join(_enclosed(part) if isinstance(part, All) else write(part) for part in parts)


def _enclosed(node: Node) -> str:
    return f"({write(node)})" if isinstance(node, All | Any) else write(node)
