"""Trouble that can be told to a person in one sentence."""

from __future__ import annotations


class CasefilesError(Exception):
    """Trouble with words for the person in front of the screen.

    Args:
        say: one plain sentence: what happened, and what is safe.
        hint: what to do about it.
        detail: technical detail for a report; never personal data.
    """

    def __init__(self, say: str, hint: str = "", detail: str = "") -> None:
        super().__init__(say)
        self.say = say
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.say} {self.hint}".strip()


class BadInput(CasefilesError):
    """Something typed or given cannot be taken as it stands."""


class NotFound(CasefilesError):
    """No record answers to the reference given."""


class StaleEdit(CasefilesError):
    """The record changed since it was read, so the act was not carried out."""


class PastIsFixed(CasefilesError):
    """Something was to be changed while the past is looked at."""


class NotACasebook(CasefilesError):
    """The file is not a casebook, or is damaged beyond opening."""


class WrongKey(CasefilesError):
    """The password does not open this casebook."""


class NewerCasebook(CasefilesError):
    """The casebook was written by a newer version of Casefiles."""


class StorageTrouble(CasefilesError):
    """The disk or the file refused: full, read-only, locked or damaged."""


class CannotCapture(CasefilesError):
    """A document could not be fetched, decoded or read."""


class CannotDecode(CannotCapture):
    """The bytes are text in an encoding that nobody has named yet."""


class CannotPrint(CasefilesError):
    """A briefing could not be laid out or written."""
