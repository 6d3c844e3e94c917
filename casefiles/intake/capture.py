"""What is kept of a document: the bytes as received, and the text taken from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from casefiles import __version__

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The immutable bytes of a document as they were received, and how they came here."""

    data: bytes = field(repr=False)
    sha256: str = field(init=False)
    size: int = field(init=False)
    media_type: str
    url_asked: str | None = None
    url_reached: str | None = None
    taken_at: datetime
    tool: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256(self.data).hexdigest())
        object.__setattr__(self, "size", len(self.data))
        object.__setattr__(self, "taken_at", self.taken_at.astimezone(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedText:
    """The characters taken from a capture, frozen: quotes are counted in its code points."""

    chars: str = field(repr=False)
    sha256: str = field(init=False)
    tool: str
    encoding: str
    encoding_from: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", sha256(self.chars.encode()).hexdigest())


def tool(door: str) -> str:
    """Name this program and the door a document came through: file, paste or fetch."""
    return f"Casefiles {__version__} {door}"
