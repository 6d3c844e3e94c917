"""Reported totals: entering whole answers, correcting them, and reading the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from casefiles.domain.measures import read_measure
from casefiles.domain.moment import NOW, Moment
from casefiles.domain.one_line import clean
from casefiles.domain.problems import BadInput, NotFound
from casefiles.storage import figures as stored
from casefiles.storage import tables
from casefiles.storage.act import Act
from casefiles.workspace import figure_checks, figure_reading, figure_writing
from casefiles.workspace.desk import Desk
from casefiles.workspace.editing import reason_given
from casefiles.workspace.figure_entries import FigureEntry
from casefiles.workspace.figure_views import (
    BreakdownView,
    FigureQuote,
    LedgerView,
    SheetCheck,
    TotalFound,
)
from casefiles.workspace.figure_writing import Sheet

__all__ = ["FigureEntry", "Figures"]


class Figures:
    """The reported totals of one casebook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- reading

    def ledger(self, situation: str = "", moment: Moment = NOW) -> LedgerView:
        """Return the ledger, of one situation (its UUID) or of all, as it is known now or was at a moment."""
        return figure_reading.ledger(self._desk, situation, moment)

    def people(self, uuid: str, moment: Moment = NOW, part: str = "", row: tuple[str, str] = ("", "")) -> list[int]:
        """Return the keys of the cases behind our number for a total.

        Args:
            uuid: the total.
            moment: which knowledge is asked for.
            part: "named", "unnamed" or "disputed"; empty for all who are counted.
            row: a row of a breakdown: "state" or "month", and its label.
        """
        return figure_reading.people(self._desk, uuid, moment, part, row)

    def breakdown(self, uuid: str, by: str, moment: Moment = NOW) -> BreakdownView:
        """Return our people behind a total, told apart by "state" of origin or "month" of the event."""
        return figure_reading.breakdown(self._desk, uuid, by, moment)

    def of_source(self, source_id: int, moment: Moment = NOW) -> list[FigureQuote]:
        """Return the quotes of a source that say a total, in the order of its text."""
        return figure_reading.of_source(self._desk, source_id, moment)

    def find(self, typed: str) -> list[TotalFound]:
        """Return the totals that stand and say the words typed, each in one sentence; the last entered first."""
        return figure_reading.find(self._desk, typed)

    def suggested_query(self, measure: str) -> str:
        """Suggest how to count what a measure names; empty where its words are not known."""
        return read_measure(measure).query

    # ---- entering

    def check(self, entries: Sequence[FigureEntry], instead_of: str = "") -> SheetCheck:
        """Check a sheet while it is typed, also beside the parts that a whole has already; nothing is written.

        Args:
            entries: the rows, as typed.
            instead_of: the UUID of a total that they are to take the place of.
        """
        known = stored.load_figures(self._desk.book.database) if any(_is_uuid(one.part_of) for one in entries) else []
        return figure_checks.check(entries, self._desk.today(), [one for one in known if one.uuid != instead_of])

    def add(self, entries: Sequence[FigureEntry], situation: str = "", origin: str = "") -> list[str]:
        """Add reported totals, a whole answer at once, in one act; returns their UUIDs.

        Args:
            entries: each may name another by its place as the total it is part of.
            situation: the UUID of their situation, or empty.

        Raises:
            BadInput: one cannot be taken; nothing was written.
        """
        sheet = Sheet.checked(entries, self._desk.today())
        with self._desk.act(sheet.label("Add"), origin) as act:
            return figure_writing.add(self._desk, act, sheet, situation)

    def edit(self, uuid: str, entry: FigureEntry, seen: str | None = None, origin: str = "") -> None:
        """Correct how a total was entered; what the source itself corrects is replaced instead.

        Args:
            uuid: the total.
            entry: all of it, with its words.
            seen: what the view showed; refused when the total is another by now. None skips the check.
            origin: who asks.
        """
        sheet = Sheet.checked([entry], self._desk.today())
        with self._desk.act(sheet.label("Change"), origin) as act:
            figure_writing.edit(self._desk, act, uuid, sheet.entries[0], seen)

    def note_gap(self, uuid: str, owner: str, note: str, origin: str = "") -> None:
        """Say who follows up what a total leaves not accounted for, and what was found."""
        values = {"gap_owner": clean(owner), "gap_note": clean(note, 2000)}
        with self._desk.act(f"Note on {self._label(uuid)}", origin) as act:
            act.change(tables.Figure, self._key(act, uuid), **values)

    # ---- what becomes of one

    def replace(self, uuid: str, by: FigureEntry | str, reason: str, origin: str = "") -> str:
        """Let another total stand in place of one, from today on; returns the UUID of the other.

        Args:
            uuid: the total that no longer stands.
            by: a new total, or the UUID of one that is here.
            reason: why, in a few words.
            origin: who asks.
        """
        why = reason_given(reason)
        sheet = None if isinstance(by, str) else Sheet.checked([by], self._desk.today())
        with self._desk.act(f"Replace {self._label(uuid)}", origin) as act:
            other = by if isinstance(by, str) else ""
            if sheet is not None:
                other = figure_writing.add_in_place_of(self._desk, act, uuid, sheet)
            figure_writing.end(self._desk, act, uuid, why, other)
            return other

    def withdraw(self, uuid: str, reason: str, origin: str = "") -> None:
        """Let a total stand no longer, from today on."""
        why = reason_given(reason)
        with self._desk.act(f"Set aside {self._label(uuid)}", origin) as act:
            figure_writing.end(self._desk, act, uuid, why)

    def take_back(self, uuid: str, origin: str = "") -> None:
        """Let a total that was replaced or set aside stand again."""
        values = {"replaced_by_id": None, "replaced_on": "", "replaced_why": ""}
        with self._desk.act(f"Let {self._label(uuid)} stand again", origin) as act:
            act.change(tables.Figure, self._key(act, uuid), **values)

    def remove(self, uuid: str, origin: str = "") -> None:
        """Take out a total that was entered by mistake; undo brings it back.

        Raises:
            BadInput: others are part of it, or something rests on it.
        """
        with self._desk.act(f"Remove {self._label(uuid)}", origin) as act:
            key = self._key(act, uuid)
            if stored.count_resting_on(act.database, key, uuid):
                raise BadInput("Other totals or what we told rest on this one; it is kept.", "Set it aside instead.")
            for table, part in stored.parts_of_figure(act.database, key):
                act.remove(table, part)
            act.remove(tables.Figure, key)

    # ---- inside

    def _key(self, act: Act, uuid: str) -> int:
        return act.keys.key(tables.Figure, uuid)

    def _label(self, uuid: str) -> str:
        figure = next((one for one in stored.load_figures(self._desk.book.database) if one.uuid == uuid), None)
        if figure is None:
            raise NotFound("That total is no longer in this casebook.", "Undo brings back what was removed.")
        return figure_writing.named(figure)


def _is_uuid(part_of: str | int) -> bool:
    return isinstance(part_of, str) and bool(part_of)
