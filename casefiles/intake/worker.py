"""The process that reads one web page: UTF-8 in by stdin, JSON out by stdout, within limits."""

from __future__ import annotations

import contextlib
import json
import sys

from casefiles.domain.problems import CannotCapture
from casefiles.intake.extraction import SECONDS, to_json

MEMORY = 2 << 30


def main() -> None:
    """Read the page on stdin and write what was found, or what to tell the officer."""
    limit()
    from casefiles.intake.page import read_page

    try:
        answer = to_json(read_page(sys.stdin.buffer.read().decode()))
    except CannotCapture as trouble:
        answer = json.dumps({"say": trouble.say, "hint": trouble.hint}).encode()
    sys.stdout.buffer.write(answer)


def limit() -> None:
    """Bound this process's time and memory and leave no core file; where the system can."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0))
    for kind, most in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
