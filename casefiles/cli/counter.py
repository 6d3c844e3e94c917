"""A count on the terminal while something takes its time; nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counter(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Give what is told how many of how many are done; the line is taken away at the end.

    Args:
        doing: what is being done, in words.
    """
    shown = 0

    def show(done: int, total: int) -> None:
        nonlocal shown
        if sys.stderr.isatty():
            line = f"{doing}: {done:,} of {total:,}"
            sys.stderr.write(f"\r{line:{shown}}")
            sys.stderr.flush()
            shown = len(line)

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write(f"\r{'':{shown}}\r")
            sys.stderr.flush()
