"""What one person prefers on one machine: a small file of their own, apart from every casebook."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from casefiles.domain.problems import StorageTrouble

_FILE: Final = "preferences.json"
_MOST_RECENT: Final = 12
_THEMES: Final = ("system", "light", "dark", "contrast")


def home() -> Path:
    """Return the folder for this person's data and settings on this machine."""
    named = os.environ.get("CASEFILES_HOME")
    return Path(named) if named else _platform_folder() / "Casefiles"


def _platform_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


class Recent(NamedTuple):
    """A casebook that was open once.

    Attributes:
        path: where it lay.
        opened: when, UTC and ISO.
    """

    path: str
    opened: str


@dataclass
class Preferences:
    """What is remembered from one start to the next.

    Attributes:
        folder: where the file lies.
        theme: "system", "light", "dark" or "contrast".
        percent: the size of text, 100 being the usual one.
        officer: who works here.
        narrow_sidebar: the sidebar shows its drawings only.
        geometry: the window's place and size, as Qt writes them.
        recent: casebooks opened, the latest first.
        pages: what each page wants to find again, such as its splitter's sizes.
    """

    folder: Path
    theme: str = "system"
    percent: int = 100
    officer: str = ""
    narrow_sidebar: bool = False
    geometry: str = ""
    recent: list[Recent] = field(default_factory=list)
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Preferences:
        """Read the file; whatever is missing or damaged in it takes its default."""
        preferences = cls(folder)
        kept = _read(folder / _FILE)
        for name, read in _READERS.items():
            value = read(kept.get(name))
            if value is not None:
                setattr(preferences, name, value)
        return preferences

    @property
    def acting(self) -> str:
        """Return the name that acts are signed with."""
        return os.environ.get("CASEFILES_OFFICER") or self.officer

    def save(self) -> None:
        """Write the file whole, or leave the old one.

        Raises:
            StorageTrouble: the disk refused.
        """
        kept = {name.name: getattr(self, name.name) for name in fields(self) if name.name != "folder"}
        kept["recent"] = [one._asdict() for one in self.recent]
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self.folder / _FILE, json.dumps(kept, indent=1))
        except OSError as problem:
            raise StorageTrouble(
                "Your settings could not be kept; the casebook is safe.",
                "Check the disk; they are asked for again at the next start.",
                type(problem).__name__,
            ) from problem

    def opened(self, path: Path) -> None:
        """Remember a casebook as the last one opened."""
        self.forget(str(path.absolute()))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.recent = [Recent(str(path.absolute()), now), *self.recent][:_MOST_RECENT]

    def forget(self, path: str) -> None:
        """No longer offer a casebook."""
        self.recent = [one for one in self.recent if one.path != path]


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _replace(path: Path, text: str) -> None:
    """Write beside the file, then put it in its place; `mkstemp` keeps it to its owner."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".preferences-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _recent(value: object) -> list[Recent] | None:
    if not isinstance(value, list):
        return None
    rows = [one for one in value if isinstance(one, dict)]
    found = [(_text(one.get("path")), _text(one.get("opened"))) for one in rows]
    return [Recent(path, opened or "") for path, opened in found if path][:_MOST_RECENT]


def _pages(value: object) -> dict[str, dict[str, Any]] | None:
    if not isinstance(value, dict):
        return None
    return {name: state for name, state in value.items() if isinstance(state, dict)}


_READERS: Final = {
    # each gives None for what it cannot take
    "theme": lambda value: value if value in _THEMES else None,
    "percent": lambda value: value if type(value) is int and 80 <= value <= 200 else None,
    "officer": _text,
    "narrow_sidebar": lambda value: value if isinstance(value, bool) else None,
    "geometry": _text,
    "recent": _recent,
    "pages": _pages,
}
