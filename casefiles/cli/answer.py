"""What a command answers: to a program, and to a person."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.problems import CasefilesError


class WrongUse(CasefilesError):
    """The command was not used as it can be."""


@dataclass(frozen=True)
class Answer:
    """The answer of a command.

    Attributes:
        data: for a program, as JSON.
        text: for a person; without a line end.
        notes: what else to know, told beside the answer.
        done: it did what was asked.
    """

    data: object
    text: str
    notes: tuple[str, ...] = ()
    done: bool = True
