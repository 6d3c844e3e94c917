"""Writes the native form: the same records give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any

from casefiles.domain.canonical import canonical

START = b'{"bodies":['
"""What every file begins with that this program writes."""

VERSION = 1
"""The version of the native form that this program reads and writes."""


def write(out: IO[str], settings: Mapping[str, str], sections: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Write a whole casebook, one record a line; lists are read as they are written.

    Args:
        sections: every list of records by its name, in the order of entry.
    """
    parts: dict[str, object] = {"casefiles": VERSION, "settings": settings, **sections}
    mark = "{"
    for name in sorted(parts):
        out.write(f"{mark}{canonical(name)}:")
        if name in sections:
            _write_list(out, sections[name])
        else:
            out.write(canonical(parts[name]))
        mark = ",\n"
    out.write("}\n")


def _write_list(out: IO[str], records: Iterable[Mapping[str, Any]]) -> None:
    out.write("[")
    mark = "\n"
    for record in records:
        out.write(mark + canonical(record))
        mark = ",\n"
    out.write("]")
