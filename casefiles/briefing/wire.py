"""Facts on their way to the worker and into what is kept: JSON in field order, with each note written once.

The order of the fields travels along, so that facts kept by an older version can be read: what they lack has its
default.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from casefiles.briefing import facts as facts_module
from casefiles.briefing.facts import BriefingFacts, Note
from casefiles.domain.problems import BadInput


def encoded(facts: BriefingFacts) -> bytes:
    """Write facts as bytes."""
    notes: dict[Note, int] = {}
    body = _written(facts, notes)
    listed = [[getattr(note, name) for name in _names(Note)] for note in notes]
    message = {"fields": _FIELDS, "notes": listed, "facts": body}
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")


def decoded(data: bytes) -> BriefingFacts:
    """Read facts back; anything else is refused with a sentence."""
    try:
        message = json.loads(data)
        known = _Message(message["fields"])
        known.notes = [known.note(row) for row in message["notes"]]
        facts = _reader(BriefingFacts)(message["facts"], known)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as trouble:
        raise BadInput("The facts for the briefing cannot be read.", "Make the briefing again.") from trouble
    assert isinstance(facts, BriefingFacts)
    return facts


def _written(value: Any, notes: dict[Note, int]) -> Any:
    if isinstance(value, str | int) or value is None:
        return value
    if isinstance(value, tuple):
        return [_written(part, notes) for part in value]
    if isinstance(value, Note):
        return notes.setdefault(value, len(notes))
    kind: type = type(value)
    return [_written(getattr(value, name), notes) for name in _names(kind)]


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


_FIELDS = {
    kind.__name__: list(_names(kind))
    for kind in vars(facts_module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
}


class _Message:
    """What a message says once: its notes, and the order of fields where another version wrote it."""

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        self.notes: list[Note] = []
        self.other = {name: fields[name] for name, ours in _FIELDS.items() if fields.get(name, ours) != ours}

    def note(self, row: list[Any]) -> Note:
        """Read one note."""
        given = self.other.get("Note")
        return Note(*row) if given is None else Note(**_of_ours(Note, given, row))


_Reader = Callable[[Any, _Message], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """Give the function that reads a value of this type; made once from the type's own description."""
    if kind is Note:
        return lambda value, message: message.notes[value]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        part = _reader(parts[0])
        return lambda value, message: tuple([part(item, message) for item in value])
    if origin in {types.UnionType, typing.Union}:
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda value, message: None if value is None else inner(value, message)
    allowed = frozenset(parts) if origin is typing.Literal else None
    return lambda value, _message: _plain(value, kind, allowed)


def _record_reader(kind: type) -> _Reader:
    hints = typing.get_type_hints(kind)
    names = _names(kind)
    readers: dict[str, _Reader] = {}

    def read(value: Any, message: _Message) -> Any:
        if not readers:  # filled on first use: a record may hold records of its own kind
            readers.update((name, _reader(hints[name])) for name in names)
        if (given := message.other.get(kind.__name__)) is not None:
            ours = _of_ours(kind, given, value)
            return kind(**{name: readers[name](part, message) for name, part in ours.items()})
        if len(value) != len(readers):
            raise ValueError("a record of another form")
        return kind(*[reader(part, message) for reader, part in zip(readers.values(), value, strict=True)])

    return read


def _of_ours(kind: type, given: list[str], parts: list[Any]) -> dict[str, Any]:
    """Return those of a record's parts that this version knows, by name."""
    return {name: part for name, part in zip(given, parts, strict=True) if name in _names(kind)}


def _plain(value: Any, kind: Any, allowed: frozenset[str] | None) -> Any:
    if allowed is not None and value not in allowed:
        raise ValueError("an unknown word")
    if allowed is None and not isinstance(value, kind):
        raise TypeError("a value of another type")
    return value
