"""Main text and suggested details of a web page, read in a process of its own that can be ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import casefiles
from casefiles.domain.problems import CannotCapture
from casefiles.intake.description import Description

SECONDS = 20
_ROOT = Path(casefiles.__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a web page: its main text, the tool that took it, and what it says of itself."""

    chars: str
    tool: str
    notes: tuple[str, ...]
    description: Description


def extract(html: str) -> Page:
    """Read a web page in a worker with limits of time and memory, so that no page can hang the program."""
    command = [sys.executable, "-P", "-X", "utf8", "-m", "casefiles.intake.worker"]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module; the page goes in by stdin only)
            command,
            input=html.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env=os.environ | {"PYTHONPATH": str(_ROOT)},
        )
    except subprocess.TimeoutExpired:
        raise _too_hard("took too long to read") from None
    except subprocess.CalledProcessError as error:
        raise _too_hard("could not be read", f"worker ended with {error.returncode}") from None
    return _from_json(done.stdout)


def to_json(page: Page) -> bytes:
    """Write a page for the way out of the worker."""
    return json.dumps(asdict(page)).encode()


def _from_json(data: bytes) -> Page:
    """Read what the worker wrote: a page, or trouble to be told."""
    found = json.loads(data)
    if "say" in found:
        raise CannotCapture(found["say"], found["hint"])
    details = Description.from_dict(found["description"])
    return Page(found["chars"], found["tool"], tuple(found["notes"]), details)


def _too_hard(what: str, detail: str = "") -> CannotCapture:
    """Say that a page defeated the worker, and what still works."""
    return CannotCapture(f"This page {what}; nothing was kept.", "Copy the article's words and paste them.", detail)
