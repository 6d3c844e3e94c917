"""Printing in the worker process, as the rest of the program asks for it; nothing heavy is loaded here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.wire import encoded
from casefiles.domain.problems import BadInput, CannotPrint, CasefilesError

_ROOT = Path(__file__).resolve().parents[2]
_PROBLEMS: dict[str, type[CasefilesError]] = {"BadInput": BadInput, "CannotPrint": CannotPrint}


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file: its pages, size, hash, the characters for which no face has a shape, and what it leaves out."""

    pages: int
    bytes_size: int
    sha256: str
    missing_characters: tuple[str, ...]
    left_out: tuple[str, ...] = ()


class Printing:
    """One briefing being printed: ``wait`` for it in one thread, ``cancel`` it from any other."""

    def __init__(self, facts: BriefingFacts, out: Path, resources: Path) -> None:
        places = {"out": str(out.absolute()), "resources": str(resources.absolute())}
        self._request = json.dumps(places).encode() + b"\n" + encoded(facts)
        self._folder = out.absolute().parent
        self._cancelled = False
        self._process = subprocess.Popen(  # our own interpreter and module
            [sys.executable, "-m", "casefiles.briefing.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
        )

    def wait(self, progress: Callable[[str], None] = lambda _step: None) -> Built | None:
        """Give the finished file, or nothing if it was cancelled; trouble in the worker is raised here."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        feeder = threading.Thread(target=_feed, args=(self._process.stdin, self._request), daemon=True)
        feeder.start()
        last: dict[str, Any] = {}
        with self._process:
            for line in self._process.stdout:
                last = json.loads(line)
                if "step" in last:
                    progress(last["step"])
            feeder.join()  # before the pipes are closed: of two that close a broken one, one is told
        if "built" not in last:
            self._sweep()
        return self._outcome(last)

    def cancel(self) -> None:
        """Stop at once; the target is as it was before."""
        self._cancelled = True
        self._process.kill()

    def _sweep(self) -> None:
        """Remove what a killed worker left beside the target."""
        for stale in self._folder.glob(f"{temporary_prefix(self._process.pid)}*.tmp"):
            with suppress(OSError):
                stale.unlink()

    def _outcome(self, last: dict[str, Any]) -> Built | None:
        if built := last.get("built"):
            lists = {key: tuple(built[key]) for key in ("missing_characters", "left_out")}
            return Built(**{**built, **lists})
        if self._cancelled:
            return None
        told = last.get("problem", {})
        raise _PROBLEMS.get(told.get("kind", ""), CannotPrint)(
            told.get("say", "The briefing could not be made; nothing was changed."),
            told.get("hint", "Try again. If it happens again, report it."),
            told.get("detail", f"worker ended with {self._process.returncode}"),
        )


def temporary_prefix(process: int) -> str:
    """Give how the name of a worker's unfinished file begins."""
    return f".casefiles-{process}-"


def _feed(pipe: IO[bytes], request: bytes) -> None:
    """Hand the facts over; a worker that was killed no longer listens."""
    with suppress(BrokenPipeError):
        pipe.write(request)
    with suppress(BrokenPipeError):
        pipe.close()
