"""Recent searches: the texts somebody stayed with last, kept in the casebook and nowhere else.

They name people, so they stay where the people are: behind the casebook's password, and out of the preferences, the
logs and every export.
"""

from __future__ import annotations

from contextlib import suppress

from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, StorageTrouble
from casefiles.search.query import LONGEST, parse
from casefiles.search.tree import EVERYBODY
from casefiles.storage import searches
from casefiles.workspace.desk import Desk

KEPT = 12


class RecentSearches:
    """The recent searches of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[str]:
        """Return the texts, the newest first, none twice."""
        return searches.recent(self._desk.book.database)

    def remember(self, text: str) -> None:
        """Put a text before all others; one that finds everybody or cannot be read is none."""
        with suppress(BadInput, StorageTrouble):  # a search is done whether or not it can be written down
            searched = clean(text, LONGEST)
            if parse(searched).tree != EVERYBODY and self.all()[:1] != [searched]:
                searches.remember(self._desk.book.database, searched, KEPT)

    def forget(self) -> None:
        """Forget them all.

        Raises:
            StorageTrouble: the disk refused.
        """
        searches.forget_recent(self._desk.book.database)
