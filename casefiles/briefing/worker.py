"""The briefing worker: a process of its own that reads facts and writes a file; it may be killed any time.

Facts come over standard input, never on the command line. Each line of standard output is a JSON object:
``{"step": …}`` while working, then ``{"built": …}``, or ``{"problem": …}`` and exit code 1.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import os
import sys
from pathlib import Path

from casefiles.briefing.build import build
from casefiles.briefing.wire import decoded
from casefiles.domain.problems import BadInput, CasefilesError


def main() -> int:
    """Serve one request."""
    try:
        request, _, facts = sys.stdin.buffer.read().partition(b"\n")
        place = json.loads(request)
        out, resources = Path(place["out"]), Path(place["resources"])
    except (ValueError, KeyError, TypeError):
        return _refuse(BadInput("The request for the briefing cannot be read.", "Make the briefing again."))
    try:
        built = build(decoded(facts), out, resources=resources, progress=lambda step: _tell({"step": step}))
    except CasefilesError as trouble:
        return _refuse(trouble)
    _tell({"built": dataclasses.asdict(built)})
    return 0


def _refuse(trouble: CasefilesError) -> int:
    _tell(
        {
            "problem": {
                "kind": type(trouble).__name__,
                "say": trouble.say,
                "hint": trouble.hint,
                "detail": trouble.detail,
            }
        }
    )
    return 1


def _tell(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=True) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.umask(0o077)
    gc.disable()  # one short job: what it makes is needed to its end,
    os._exit(main())  # and goes with the process; taking it apart would cost a tenth of the whole
