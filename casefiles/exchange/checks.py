"""Checks of single values in a file, each naming the place of what it refuses."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, TypeVar

from casefiles.domain.catalogue import Field
from casefiles.domain.dates import PartialDate
from casefiles.domain.kinds import BLANKS, Value
from casefiles.domain.one_line import clean
from casefiles.domain.passages import anchor
from casefiles.domain.problems import BadInput
from casefiles.exchange.reading import NOTHING, place
from casefiles.names.scripts import script_of

Checked = TypeVar("Checked")


class Refused(BadInput):
    """Something in a file that cannot be taken, with its place."""

    def __init__(self, path: tuple[str | int, ...], reason: str) -> None:
        super().__init__(f"{place(path)}: {reason}", NOTHING)
        self.path = path
        self.reason = reason


@contextmanager
def at(*path: str | int) -> Iterator[None]:
    """Name the place of whatever is refused inside."""
    try:
        yield
    except Refused as refused:
        raise Refused((*path, *refused.path), refused.reason) from refused
    except BadInput as problem:
        raise Refused(path, problem.say) from problem


def under(key: str, check: Callable[..., Checked], *given: object) -> Checked:
    """Run a check on what stands under a key."""
    with at(key):
        return check(*given)


def lines(given: Mapping[str, Any], *keys: str) -> dict[str, str]:
    """Clean those of the keys that are given, each one line of text."""
    return {key: under(key, clean, given[key], 2000) for key in keys if key in given}


def edtf(text: str) -> str:
    """Check an EDTF date; empty for none."""
    return PartialDate.parse_edtf(text).edtf if text else ""


def day(text: str) -> str:
    """Check one day, as in 2024-06-12."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as problem:
        raise BadInput(f"“{text[:40]}” is not a day such as 2024-06-12.") from problem


def stamp(text: str) -> str:
    """Check a moment, as in 2024-06-12T08:30:00Z."""
    try:
        datetime.fromisoformat(text)
    except ValueError as problem:
        raise BadInput(f"“{text[:40]}” is not a moment such as 2024-06-12T08:30:00Z.") from problem
    return text


def value(field: Field, given: Value) -> Value:
    """Return a report's value in its one form; a plain text may stand for it."""
    if isinstance(given, str) and given.strip().casefold() in BLANKS:
        given = {"blank": given.strip().casefold()}
    checked = field.kind.check(given)
    if field.key == "name" and "text" in checked and "script" not in checked:
        return checked | {"script": script_of(checked["text"])}
    return checked


def anchored(chars: str, given: Mapping[str, Any]) -> tuple[int, int]:
    """Return where a quote stands: as given if the words are there, or found by the words alone."""
    start, end, quote = given.get("start"), given.get("end"), given.get("quote")
    if start is None or end is None:
        found = anchor(chars, quote or "", start)
        if found is None:
            raise BadInput("The quoted words are not in the text." if quote else "It has neither words nor a place.")
        return found
    if not 0 <= start < end <= len(chars) or quote not in (None, chars[start:end]):
        raise BadInput(f"The quoted words do not stand from {start} to {end} of the text.")
    return start, end


def digest(given: Mapping[str, Any], data: bytes) -> str:
    """Return the SHA-256 of some bytes, which must be the one given if one is."""
    found = hashlib.sha256(data).hexdigest()
    if given.get("sha256", found) != found:
        raise BadInput("The SHA-256 is not that of what is given.")
    return found


def decoded(text: str, key: str) -> bytes:
    """Return the bytes that base64 text stands for."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as problem:
        raise BadInput(f"“{key}” is not base64.") from problem
