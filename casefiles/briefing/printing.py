"""Printing in the worker process, as the rest of the program asks for it; nothing heavy is loaded here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from casefiles.briefing.facts import BriefingFacts
from casefiles.briefing.wire import encoded
from casefiles.domain.problems import CannotPrint

_ROOT = Path(__file__).resolve().parents[2]


class Printing:
    """One briefing being printed; ``wait`` for it, or ``cancel`` it from another thread."""

    def __init__(self, facts: BriefingFacts, out: Path, resources: Path) -> None:
        self._out = out
        self._cancelled = False
        self._request = json.dumps({"out": str(out), "resources": str(resources)}).encode() + b"\n" + encoded(facts)
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", "casefiles.briefing.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
        )
