"""Facts on their way to the worker: JSON in field order, with each note written once."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

from casefiles.briefing.facts import BriefingFacts, Note
from casefiles.domain.problems import BadInput


def encoded(facts: BriefingFacts) -> bytes:
    """Write facts as bytes."""
    notes: dict[Note, int] = {}
    body = _written(facts, notes)
    listed = [[getattr(note, name) for name in _names(Note)] for note in notes]
    return json.dumps({"notes": listed, "facts": body}, ensure_ascii=False).encode("utf-8", "replace")


def decoded(data: bytes) -> BriefingFacts:
    """Read facts back; anything else is refused with a sentence."""
    try:
        message = json.loads(data)
        notes = [Note(*row) for row in message["notes"]]
        facts = _reader(BriefingFacts)(message["facts"], notes)
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


_Reader = Callable[[Any, list[Note]], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """Give the function that reads a value of this type; made once from the type's own description."""
    if kind is Note:
        return lambda value, notes: notes[value]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        part = _reader(parts[0])
        return lambda value, notes: tuple([part(item, notes) for item in value])
    if origin in {types.UnionType, typing.Union}:
        inner = _reader(next(part for part in parts if part is not type(None)))
        return lambda value, notes: None if value is None else inner(value, notes)
    allowed = frozenset(parts) if origin is typing.Literal else None
    return lambda value, _notes: _plain(value, kind, allowed)


def _record_reader(kind: type) -> _Reader:
    hints = typing.get_type_hints(kind)
    names = _names(kind)
    readers: list[_Reader] = []

    def read(value: Any, notes: list[Note]) -> Any:
        if not readers:  # filled on first use: a record may hold records of its own kind
            readers.extend(_reader(hints[name]) for name in names)
        if len(value) != len(readers):
            raise ValueError("a record of another form")
        return kind(*[reader(part, notes) for reader, part in zip(readers, value, strict=True)])

    return read


def _plain(value: Any, kind: Any, allowed: frozenset[str] | None) -> Any:
    if allowed is not None and value not in allowed:
        raise ValueError("an unknown word")
    if allowed is None and not isinstance(value, kind):
        raise TypeError("a value of another type")
    return value
