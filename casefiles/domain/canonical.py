"""One way to write a value as JSON, so that equal values are equal bytes."""

from __future__ import annotations

import hashlib
import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Return the JSON of a value with sorted keys and no spare space."""
    return _ENCODER.encode(value)


def sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def salted_digest(image: str, salt: str) -> str:
    """Return the digest that stands for an image in the journal's chain."""
    return sha256(f"{salt}\n{image}")
