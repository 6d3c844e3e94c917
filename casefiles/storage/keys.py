"""Passwords and keys: derived once per opening, so that further connections cost nothing."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_ROUNDS = 256_000
_SALT = 16
PLAIN_HEADER = b"SQLite format 3\x00"


def new_key(password: str) -> str:
    """Return the key of a new casebook, with a salt of its own."""
    return _key(password, os.urandom(_SALT))


def key_of(path: Path, password: str) -> str:
    """Return the key that a password gives for an existing casebook, whose salt is its first bytes."""
    with path.open("rb") as file:
        return _key(password, file.read(_SALT))


def is_plain(path: Path) -> bool:
    """Tell whether a file is an SQLite database that anybody can read."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def _key(password: str, salt: bytes) -> str:
    """Derive as SQLCipher 4 does, so that its own tools open the file with the same password."""
    raw = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, _ROUNDS, 32)
    return f"x'{raw.hex()}{salt.hex()}'"
