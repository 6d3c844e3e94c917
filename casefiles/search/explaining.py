"""A search explained: its tree part by part, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casefiles.search.comparing import IsOneOf
from casefiles.search.fields import BY_WORD, SearchField
from casefiles.search.tree import All, Any, Everything, Key, Node, Not, Term, Text, Value, Words


@dataclass(frozen=True)
class Part:
    """One part of a search.

    Attributes:
        means: what it asks, in words.
        field: the search word of the field it asks, if it asks one.
        values: the values it asks for, of which one is enough.
        parts: what it is put together from.
    """

    means: str
    field: str = ""
    values: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def line(self) -> str:
        """Return the part without its own parts, as one line."""
        asked = f"{self.means} [{self.field}]" if self.field else self.means
        return f"{asked}: {' or '.join(self.values)}" if self.values else asked


def explain(node: Node) -> Part:
    """Explain a search."""
    match node:
        case Everything():
            return Part("Everybody")
        case Words(text):
            return Part("Found anywhere", values=(_words(text),))
        case Term(word, values):
            field = BY_WORD[word]
            return Part(field.about, word, tuple(_value(field, value) for value in values))
        case Not(part):
            return Part("Not", parts=(explain(part),))
        case Any(parts):
            return Part("Any of", parts=tuple(map(explain, parts)))
        case All(parts):
            return Part("All of" if parts else "Everybody", parts=tuple(map(explain, parts)))


def lines(part: Part, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Yield the lines of a part and of those in it, each with how deep it stands."""
    yield depth, part.line
    for inner in part.parts:
        yield from lines(inner, depth + 1)


def _value(field: SearchField, value: Value) -> str:
    if isinstance(value, Text):
        return _words(value)
    if isinstance(value, Key) and isinstance(field.way, IsOneOf):
        return dict(field.way.choices)[value.key]
    return field.way.write(value)


def _words(text: Text) -> str:
    return f"“{' '.join(text.words)}{'' if text.whole else '…'}”"
