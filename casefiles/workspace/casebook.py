"""One open casebook: the door that the screen and the command line come in by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from casefiles.domain.moment import Moment, read_zone
from casefiles.domain.one_line import clean
from casefiles.storage.book import Book
from casefiles.workspace.desk import Clock, Desk, Officer, system_clock
from casefiles.workspace.finding import Finding
from casefiles.workspace.journal import Journal

if TYPE_CHECKING:
    from casefiles.workspace.codebook import Codebook
    from casefiles.workspace.editions import Editions
    from casefiles.workspace.figures import Figures
    from casefiles.workspace.grades import Grades
    from casefiles.workspace.holds import Holds
    from casefiles.workspace.names import Names
    from casefiles.workspace.people import People
    from casefiles.workspace.printing import Briefings
    from casefiles.workspace.recent_searches import RecentSearches
    from casefiles.workspace.saved_searches import SavedSearches
    from casefiles.workspace.search_export import SearchExport
    from casefiles.workspace.settings import Settings
    from casefiles.workspace.sources import Sources
    from casefiles.workspace.statements import Statements

Progress = Callable[[int, int], None]
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Casebook:
    """An open casebook.

    What a list needs is there at once; the rest is brought in when it is first asked for, so that a start is short.

    Attributes:
        finding: search and lists.
        journal: history, undo and redo.
    """

    def __init__(self, book: Book, officer: Officer, clock: Clock, resources: Path) -> None:
        self.desk = Desk(book, officer, clock, resources)
        self.finding = Finding(self.desk)
        self.journal = Journal(self.desk)

    @classmethod
    def new(
        cls,
        path: Path,
        *,
        password: str = "",
        officer: Officer | None = None,
        title: str = "",
        time_zone: str = "UTC",
        confirming: Sequence[str] = (),
        clock: Clock = system_clock,
        resources: Path = RESOURCES,
    ) -> Casebook:
        """Make a new casebook file.

        Args:
            confirming: the desk's own ministry and missions, able to confirm.

        Raises:
            BadInput: something is there already, or there is no such time zone.
            StorageTrouble: the disk refused.
        """
        read_zone(time_zone)
        names = [clean(name) for name in (title or path.stem, *confirming)]
        casebook = cls(Book.new(path, clock, password), officer or Officer(), clock, resources)
        casebook.settings.begin(names[0], time_zone, names[1:])
        return casebook

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        password: str = "",
        officer: Officer | None = None,
        clock: Clock = system_clock,
        resources: Path = RESOURCES,
        progress: Progress = lambda done, total: None,
    ) -> Casebook:
        """Open a casebook file that exists.

        Raises:
            NotACasebook: it is something else, or part of it is missing.
            WrongKey: it wants a password, or another one.
            NewerCasebook: a newer version wrote it.
        """
        return cls(Book.open(path, clock, password, progress), officer or Officer(), clock, resources)

    @cached_property
    def people(self) -> People:
        """Return the people and groups."""
        from casefiles.workspace.people import People

        return People(self.desk)

    @cached_property
    def grades(self) -> Grades:
        """Return how credible their reports are."""
        from casefiles.workspace.grades import Grades

        return Grades(self.desk)

    @cached_property
    def holds(self) -> Holds:
        """Return who is kept out of documents that name people."""
        from casefiles.workspace.holds import Holds

        return Holds(self.desk)

    @cached_property
    def codebook(self) -> Codebook:
        """Return what the words mean, and the rules it is kept by."""
        from casefiles.workspace.codebook import Codebook

        return Codebook(self.desk)

    @cached_property
    def names(self) -> Names:
        """Return who may be meant by a name."""
        from casefiles.workspace.names import Names

        return Names(self.desk)

    @cached_property
    def saved_searches(self) -> SavedSearches:
        """Return the searches kept under a name."""
        from casefiles.workspace.saved_searches import SavedSearches

        return SavedSearches(self.desk, self.finding)

    @cached_property
    def recent_searches(self) -> RecentSearches:
        """Return what was searched for last."""
        from casefiles.workspace.recent_searches import RecentSearches

        return RecentSearches(self.desk)

    @cached_property
    def sources(self) -> Sources:
        """Return the sources their reports rest on."""
        from casefiles.workspace.sources import Sources

        return Sources(self.desk)

    @cached_property
    def settings(self) -> Settings:
        """Return the title, situations, and bodies able to confirm."""
        from casefiles.workspace.settings import Settings

        return Settings(self.desk)

    @cached_property
    def briefings(self) -> Briefings:
        """Return what prints."""
        from casefiles.workspace.printing import Briefings

        return Briefings(self.desk)

    @cached_property
    def search_export(self) -> SearchExport:
        """Return what writes a search as a sheet."""
        from casefiles.workspace.search_export import SearchExport

        return SearchExport(self.desk)

    @cached_property
    def figures(self) -> Figures:
        """Return the reported totals; brought in when first asked for."""
        from casefiles.workspace.figures import Figures

        return Figures(self.desk)

    @cached_property
    def editions(self) -> Editions:
        """Return what issues briefings and keeps them."""
        from casefiles.workspace.editions import Editions

        return Editions(self.desk, self.briefings)

    @cached_property
    def statements(self) -> Statements:
        """Return what we told."""
        from casefiles.workspace.statements import Statements

        return Statements(self.desk)

    @property
    def path(self) -> Path:
        """Return where the casebook lies."""
        return self.desk.book.path

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the casebook needs a password."""
        return self.desk.book.is_encrypted

    def moment(self, learned: str = "", recorded: str = "") -> Moment:
        """Return the moment of the past that two days ask for, as typed: what had been learned, and recorded here.

        Raises:
            BadInput: one is not a day, or is still to come, or nothing had been recorded by then.
        """
        from casefiles.workspace.moments import read_moment

        return read_moment(self.desk, learned, recorded)

    def bring_in(self) -> None:
        """Bring in at once what the first case and the first act would wait for."""
        from casefiles.storage import derived, journal  # noqa: F401 - the gate asks for them

        _ = self.people, self.sources, self.settings

    def wait_at_most(self, milliseconds: int) -> None:
        """Let this thread's edits wait only so long for another program; the screen must not stand still."""
        self.desk.book.wait_at_most(milliseconds)

    def close(self) -> None:
        """Close the calling thread's connection; every thread that used the casebook closes its own."""
        self.desk.book.close()
