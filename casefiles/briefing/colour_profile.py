"""A minimal sRGB colour profile, written from its published numbers; the same bytes each time."""

from __future__ import annotations

import struct

_VERSION = 0x02100000
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_CURVE_POINTS = 1024


def srgb_profile() -> bytes:
    """Give an ICC display profile of the sRGB colours."""
    curve = _curve()
    tags = {
        b"desc": _description(b"sRGB IEC61966-2.1"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(value) for name, value in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, offset = b"", b"", 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, content in tags.items():
        if content not in places:
            padded = content + b"\0" * (-len(content) % 4)
            places[content] = offset + len(body)
            body += padded
        table += struct.pack(">4sII", name, places[content], len(content))
    return _header(offset + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", _VERSION, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + _fixed(_WHITE)
    return head.ljust(128, b"\0")


def _fixed(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _description(words: bytes) -> bytes:
    named = words + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(named)) + named + b"\0" * (4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    """Give the sRGB transfer curve as a table."""
    points = (_linear(step / (_CURVE_POINTS - 1)) for step in range(_CURVE_POINTS))
    return b"curv\0\0\0\0" + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *(round(65535 * p) for p in points))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
