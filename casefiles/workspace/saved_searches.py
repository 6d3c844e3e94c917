"""Saved searches: searches kept under a name, in an order, and the people each finds."""

from __future__ import annotations

from dataclasses import dataclass

from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.domain.span import Span
from casefiles.search import naming
from casefiles.search.query import LONGEST, parse, refuse_empty
from casefiles.storage import searches, tables
from casefiles.storage.searches import Saved
from casefiles.workspace.desk import Desk
from casefiles.workspace.finding import Finding, Wanted

_LONGEST_NAME = 80


@dataclass(frozen=True)
class SavedSearch:
    """A search under a name."""

    uuid: str
    name: str
    text: str


@dataclass(frozen=True)
class Counted:
    """How many people a search finds.

    Attributes:
        people: None when its text cannot be read.
        trouble: why it cannot be; empty when it can.
    """

    people: Span | None
    trouble: str = ""


class SavedSearches:
    """The saved searches of one casebook."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        self._desk = desk
        self._finding = finding

    def all(self) -> list[SavedSearch]:
        """Return the saved searches, in their order."""
        return [SavedSearch(one.uuid, one.name, one.text) for one in self._stored()]

    def named(self, name: str) -> SavedSearch:
        """Return the saved search with a name.

        Raises:
            NotFound: there is none, or more than one after another casebook was taken in.
        """
        found = [one for one in self.all() if one.name.casefold() == name.strip().casefold()]
        if len(found) > 1:
            raise NotFound(f"{len(found)} saved searches are called “{name[:80]}”.", "Give each a name of its own.")
        if not found:
            known = ", ".join(f"“{one.name}”" for one in self.all())
            hint = f"There are: {known}." if known else "None is saved in this casebook."
            raise NotFound(f"There is no saved search called “{name[:80]}”.", hint)
        return found[0]

    def count(self, text: str, moment: Moment = NOW) -> Counted:
        """Return how many people a text finds, now or at a moment of the past, or why it cannot be read."""
        try:
            query = parse(text)
        except BadInput as problem:
            return Counted(None, str(problem))
        return Counted(self._finding.count(Wanted(query), moment)[1])

    def add(self, name: str, text: str, origin: str = "") -> str:
        """Save a search, after all others; returns its UUID.

        Raises:
            BadInput: the name is missing or taken, or the text says nothing or cannot be read.
        """
        called, searched = _name(name), check_text(text)
        with self._desk.act(f"Save the search “{called}”", origin) as act:
            self._refuse_taken(called)
            key = act.add(
                tables.SavedSearch,
                name=called,
                text=searched,
                position=len(self._stored()) + 1,
                entered_at=act.at,
                entered_by=self._desk.officer.name,
            )
            return act.keys.uuid(tables.SavedSearch, key)

    def rename(self, uuid: str, name: str, origin: str = "") -> None:
        """Give a saved search another name.

        Raises:
            BadInput: the name is missing, or another search has it.
            NotFound: the search is gone.
        """
        called, known = _name(name), self._find(uuid)
        with self._desk.act(f"Rename the search “{known.name}” to “{called}”", origin) as act:
            self._refuse_taken(called, but=uuid)
            act.change(tables.SavedSearch, known.id, {"name": known.name}, name=called)

    def change(self, uuid: str, text: str, origin: str = "") -> None:
        """Let a saved search look for something else.

        Raises:
            BadInput: the text says nothing or cannot be read.
            NotFound: the search is gone.
        """
        searched, known = check_text(text), self._find(uuid)
        with self._desk.act(f"Change what the search “{known.name}” looks for", origin) as act:
            act.change(tables.SavedSearch, known.id, {"text": known.text}, text=searched)

    def move(self, uuid: str, steps: int, origin: str = "") -> None:
        """Move a saved search up (less than 0) or down among the others; at either end it stays.

        Raises:
            NotFound: the search is gone.
        """
        known = self._find(uuid)
        with self._desk.act(f"Move the search “{known.name}” {'up' if steps < 0 else 'down'}", origin) as act:
            order = [one.id for one in self._stored()]
            place = order.index(known.id)
            order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
            for position, key in enumerate(order, 1):
                act.change(tables.SavedSearch, key, position=position)

    def remove(self, uuid: str, origin: str = "") -> None:
        """Take a saved search away; undo brings it back.

        Raises:
            NotFound: it is gone already.
        """
        known = self._find(uuid)
        with self._desk.act(f"Remove the saved search “{known.name}”", origin) as act:
            act.remove(tables.SavedSearch, known.id)

    def _stored(self) -> list[Saved]:
        return searches.saved(self._desk.book.database)

    def _find(self, uuid: str) -> Saved:
        found = next((one for one in self._stored() if one.uuid == uuid), None)
        if found is None:
            raise NotFound("That saved search is no longer in this casebook.", "Undo brings back what was removed.")
        return found

    def _refuse_taken(self, name: str, but: str = "") -> None:
        taken = next((one for one in self._stored() if one.name.casefold() == name.casefold()), None)
        if taken is not None and taken.uuid != but:
            raise BadInput(f"There is a saved search called “{taken.name}” already.", "Choose another name.")


def check_text(typed: str) -> str:
    """Return the text of a search as it can be saved.

    Raises:
        BadInput: it says nothing, or cannot be read; a `BadQuery` knows where.
    """
    text = clean(typed, LONGEST)
    if not text:
        raise BadInput("There is nothing to search for.", "Type words, or * for everybody.")
    refuse_empty(text)  # it also reads the text, and says where it cannot be read
    return text


def proposed_name(text: str) -> str:
    """Return what a search may be called; empty where it says nothing."""
    return naming.proposed_name(text, _LONGEST_NAME)


def _name(typed: str) -> str:
    name = clean(typed, _LONGEST_NAME)
    if not name:
        raise BadInput("The name is missing.", "Type a name such as Missing since May.")
    return name
