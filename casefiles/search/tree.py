"""A search as a tree: what is asked for, whatever way it was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True)
class Text:
    """Words that stand next to one another, folded.

    Attributes:
        whole: the last one is a whole word, and not only the beginning of one.
    """

    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Between:
    """Whole numbers from low to high; None where there is no end."""

    low: int | None
    high: int | None


@dataclass(frozen=True)
class Days:
    """The days from first to last; None where there is no end."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Key:
    """One of a few values."""

    key: str


Value: TypeAlias = Text | Between | Days | Key


@dataclass(frozen=True)
class Everything:
    """Everybody, typed as a star."""


@dataclass(frozen=True)
class Words:
    """Words found anywhere.

    Attributes:
        typed: as it was written, so that writing a search changes nothing but what was meant to change.
    """

    text: Text
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Term:
    """A field, by its search word, that has one of some values."""

    word: str
    values: tuple[Value, ...]
    typed: str = field(default="", compare=False)


@dataclass(frozen=True)
class Not:
    """Whoever the part does not find."""

    part: Node


@dataclass(frozen=True)
class All:
    """All parts hold; with no parts, everybody is found."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Any:
    """At least one part holds."""

    parts: tuple[Node, ...]


Node: TypeAlias = Everything | Words | Term | Not | All | Any


EVERYBODY = All()
"""The search that says nothing."""


def together(parts: list[Node]) -> Node:
    """Return one node for parts that must all hold."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,))]
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def either(parts: list[Node]) -> Node:
    """Return one node for parts of which one must hold."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Any) else (part,))]
    return flat[0] if len(flat) == 1 else Any(tuple(flat))


def refused(part: Node) -> Node:
    """Return one node for a part that must not hold; refused twice, it must."""
    return part.part if isinstance(part, Not) else Not(part)


def parts_of(node: Node) -> tuple[Node, ...]:
    """Return what must hold at the top of a search."""
    return node.parts if isinstance(node, All) else (node,)
