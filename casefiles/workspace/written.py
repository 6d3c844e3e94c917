"""Files that are there whole or not at all, and that only their owner may read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from casefiles.domain.problems import StorageTrouble


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Write a file that appears under its name only when it is complete.

    Raises:
        StorageTrouble: the system refused.
    """
    unfinished = path.with_name(f".casefiles-{os.getpid()}-{path.name}.tmp")
    with told(path):
        descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w+b") as out:
                yield out
                out.flush()
                os.fsync(descriptor)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system refuses into trouble told in a sentence."""
    try:
        yield
    except OSError as problem:
        raise StorageTrouble(
            f"{path.name} cannot be written or read there.", f"The system says: {problem.strerror}."
        ) from problem
