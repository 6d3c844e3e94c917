"""The fixtures of every test that uses the command line."""

from __future__ import annotations

from tests.cli.running import book, done, run, with_article

__all__ = ["book", "done", "run", "with_article"]
