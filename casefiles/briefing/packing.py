"""The file itself: reportlab's document written compactly, with a fingerprint of its content."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_TOGETHER = 200
_IN_FILE, _IN_STREAM = 1, 2


class Raw(PDFObject):  # type: ignore[misc]  # reportlab ships no types
    """A PDF object whose bytes we write ourselves; they may be filled in until the file is saved."""

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, _document: object) -> bytes:
        """Give the object's bytes."""
        return self.body


class RawStream(Raw):
    """A compressed stream."""

    def __init__(self, content: bytes, entries: str = "") -> None:
        packed = zlib.compress(content, 5)
        head = f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>\nstream\n".encode()
        super().__init__(head + packed + b"\nendstream")


class CompactDocument(PDFDocument):  # type: ignore[misc]  # reportlab ships no types
    """A document that packs small objects together: a tagged file becomes an eighth of its size."""

    def add(self, raw: Raw) -> int:
        """Take an object in and give its number."""
        number = len(self.numberToId) + 1
        self.objectcounter = number
        raw.__InternalName__ = name = f"R{number}"
        self.idToObjectNumberAndVersion[name] = (number, 0)
        self.numberToId[number] = name
        self.idToObject[name] = raw
        return number

    def GetPDFData(self, canvas: Any) -> bytes:
        """Give the bytes of the file; reportlab's canvas calls this when it is saved."""
        self.Reference(self.Catalog)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        root = self.idToObjectNumberAndVersion[self.Catalog.__InternalName__][0]
        info = self.idToObjectNumberAndVersion[self.info.__InternalName__][0]
        return _written(dict(self._bodies()), f"/Root {root} 0 R/Info {info} 0 R")

    def _bodies(self) -> Iterator[tuple[int, tuple[bytes, bool]]]:
        """Give the bytes of every object, and whether it is a stream; formatting one may bring in others."""
        number = 1
        while number in self.numberToId:
            found = self.idToObject[self.numberToId[number]]
            body = found.format(self)
            yield (
                number,
                (body if isinstance(body, bytes) else body.encode("latin-1"), isinstance(found, RawStream)),
            )
            number += 1


def _written(bodies: dict[int, tuple[bytes, bool]], trailer: str) -> bytes:
    """Lay the objects out in a file: streams by themselves, the others packed."""
    out = [_HEADER]
    offset = len(_HEADER)
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

    def put(number: int, body: bytes) -> None:
        nonlocal offset
        written = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        places[number] = (_IN_FILE, offset, 0)
        out.append(written)
        offset += len(written)

    small = [number for number, (_, is_stream) in bodies.items() if not is_stream]
    for number, (body, is_stream) in bodies.items():
        if is_stream:
            put(number, body)
    following = len(bodies) + 1
    for start in range(0, len(small), _OBJECTS_TOGETHER):
        numbers = small[start : start + _OBJECTS_TOGETHER]
        put(following, _together(numbers, bodies))
        places.update((number, (_IN_STREAM, following, at)) for at, number in enumerate(numbers))
        following += 1
    fingerprint = hashlib.sha256(b"".join(out)).hexdigest()[:32].encode()
    start = offset
    put(
        following,
        _cross_reference(places, following, f"{trailer}/ID[<{fingerprint.decode()}><{fingerprint.decode()}>]", start),
    )
    return b"".join((*out, b"startxref\n%d\n%%%%EOF\n" % start))


def _together(numbers: list[int], bodies: dict[int, tuple[bytes, bool]]) -> bytes:
    """Pack small objects into one stream."""
    index, parts, offset = [], [], 0
    for number in numbers:
        body = bodies[number][0]
        index.append(f"{number} {offset}")
        parts.append(body)
        offset += len(body) + 1
    head = " ".join(index).encode() + b"\n"
    return RawStream(head + b"\n".join(parts), f"/Type/ObjStm/N {len(numbers)}/First {len(head)}").body


def _cross_reference(places: dict[int, tuple[int, int, int]], number: int, trailer: str, start: int) -> bytes:
    """Write where each object stands, this one included."""
    places[number] = (_IN_FILE, start, 0)
    rows = b"".join(struct.pack(">BIH", *places[at]) for at in range(number + 1))
    return RawStream(rows, f"/Type/XRef/Size {number + 1}/W[1 4 2]{trailer}").body
