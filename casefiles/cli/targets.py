"""The files that commands write: never over another unless told."""

from __future__ import annotations

from pathlib import Path

from casefiles.cli.opening import path_of
from casefiles.domain.problems import BadInput
from casefiles.workspace.files import refuse_other_file

PDF = b"%PDF-"
"""How a briefing's file begins."""


def target_of(text: str, start: bytes = b"", *, may_replace: bool) -> Path:
    """Return the path of a file to write.

    Args:
        text: the path as given.
        start: how the files begin that may stand there; others are never written over.
        may_replace: one that stands there may be written over.

    Raises:
        BadInput: no file can be called so, or one is there already.
    """
    path = path_of(text)
    if start:
        refuse_other_file(path, start)
    if path.exists() and not (may_replace and path.is_file()):
        raise BadInput(f"There is already a file at {path.name}.", "Choose another name, or say --yes to replace it.")
    return path
