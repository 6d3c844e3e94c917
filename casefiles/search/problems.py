"""Trouble with what was typed into the search box: what it is, where it is, and what was probably meant."""

from __future__ import annotations

from casefiles.domain.problems import BadInput


class BadQuery(BadInput):
    """A part of a search that cannot be understood.

    Attributes:
        start: where the part begins in the text.
        end: where it ends.
        is_slip: it is left out, or made good, without a doubt of what was meant, as a bracket never closed.
        instead: what was probably meant in its place, or nothing.
    """

    def __init__(self, say: str, hint: str, start: int, end: int, *, is_slip: bool = False, instead: str = "") -> None:
        super().__init__(say, hint)
        self.start = start
        self.end = end
        self.is_slip = is_slip
        self.instead = instead

    def mended(self, text: str) -> str:
        """Return the text with what was probably meant in the place of the part."""
        return text[: self.start] + self.instead + text[self.end :]
