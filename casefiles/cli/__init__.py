"""The command line: every act of the workspace as a command that scripts can rely on."""

from casefiles.cli.program import main

__all__ = ["main"]
