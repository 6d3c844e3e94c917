"""What a search may be called: what it looks for, without the signs of the language."""

from __future__ import annotations

from casefiles.search.fields import BY_WORD
from casefiles.search.query import read
from casefiles.search.tree import All, Any, Everything, Node, Not, Term, Words
from casefiles.search.writing import write

_SPEAK_FOR_THEMSELVES = {"group", "name", "nationality", "origin", "occupation", "situation", "status"}
"""The fields whose values need no word before them."""


def proposed_name(text: str, longest: int) -> str:
    """Return a name for a search, as far as a name takes it; empty where it says nothing."""
    said = _say(read(text).query.tree).replace('"*', "").replace('"', "")
    name = " ".join(said.split())
    return (name[:1].upper() + name[1:])[:longest].strip()


def _say(node: Node) -> str:
    match node:
        case Everything():
            return "everybody"
        case Words():
            return write(node)
        case Term(word, values, typed):
            given = typed.partition(":")[2] or ",".join(BY_WORD[word].way.write(value) for value in values)
            written = ", ".join(part.strip() for part in given.split(","))
            return written if word in _SPEAK_FOR_THEMSELVES else f"{word} {written}"
        case Not(part):
            return f"not {_say(part)}"
        case All(parts):
            return ", ".join(map(_say, parts))
        case Any(parts):
            return " or ".join(map(_say, parts))
