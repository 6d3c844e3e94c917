"""Writes reported totals through the gate: a whole sheet at once, corrections, and what takes another's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles.domain.canonical import canonical, sha256
from casefiles.domain.figure_numbers import Number, read_number, say_number
from casefiles.domain.figures import Figure
from casefiles.domain.measures import read_unit
from casefiles.domain.problems import BadInput, NotFound, StaleEdit
from casefiles.domain.records import Role
from casefiles.domain.reported import on_day
from casefiles.domain.wholes import PointsAt, refuse_circle
from casefiles.storage import figures as stored
from casefiles.storage import tables
from casefiles.storage.act import Act
from casefiles.workspace.desk import Desk
from casefiles.workspace.entries import Entry
from casefiles.workspace.figure_entries import FigureEntry, refuse_unlike


@dataclass(frozen=True)
class Sheet:
    """Entries that were checked, and can be written together."""

    entries: tuple[FigureEntry, ...]

    @classmethod
    def checked(cls, entries: Sequence[FigureEntry], today: date) -> Sheet:
        """Check every entry, and what is part of what.

        Raises:
            BadInput: one cannot be taken; of several, the sentence names the row.
        """
        if not entries:
            raise BadInput("There is no total to add.", "Type a row.")
        points_at = {str(row): [str(one.part_of)] for row, one in enumerate(entries) if isinstance(one.part_of, int)}
        good = []
        for row, entry in enumerate(entries):
            try:
                good.append(entry.checked(today))
                _refuse_row(row, good[-1], entries, points_at)
            except BadInput as problem:
                if len(entries) == 1:
                    raise
                raise BadInput(f"Row {row + 1}: {problem.say}", problem.hint) from problem
        return cls(tuple(good))

    def label(self, verb: str) -> str:
        """Say what writing it does."""
        first = self.entries[0]
        if len(self.entries) == 1:
            return f"{verb} total: {_words(first.number, first.measure, first.breakdown, first.as_of)}"
        return f"{verb} {len(self.entries)} totals {on_day(first.as_of) if first.as_of else ''}".rstrip()


def named(figure: Figure) -> str:
    """Name a total: "total: 12 dead, Punjab, on 17 Jan 2025"."""
    number = say_number(Number(figure.low, figure.high, figure.relation))
    return f"total: {_words(number, figure.measure, figure.breakdown, figure.as_of)}"


def seen_of(figure: Figure) -> str:
    """Return what tells whether a total is still as an officer saw it."""
    speakers = [[one.name, one.kind.value] for one in figure.speakers]
    passages = [[one.text, one.start, one.end, one.role.value] for one in figure.passages]
    source = figure.source.uuid if figure.source else ""
    plain = [getattr(figure, name) for name in _SEEN]
    return sha256(canonical([*plain, speakers, passages, source]))


def add(desk: Desk, act: Act, sheet: Sheet, situation: str) -> list[str]:
    """Write a sheet; returns the UUIDs in the order of its rows."""
    entry = Entry(desk, act)
    situation_id = act.keys.key(tables.Situation, situation) if situation else None
    keys: dict[int, int] = {}

    def write(row: int) -> int:
        if row not in keys:
            given = sheet.entries[row]
            part_of = given.part_of
            whole = write(part_of) if isinstance(part_of, int) else _whole(act, part_of, situation, given)
            keys[row] = _add_one(entry, given, situation_id, whole)
        return keys[row]

    return [act.keys.uuid(tables.Figure, write(row)) for row in range(len(sheet.entries))]


def add_in_place_of(desk: Desk, act: Act, uuid: str, sheet: Sheet) -> str:
    """Write the total that takes another's place, within the same situation and whole; returns its UUID."""
    figure = _figure(act, uuid)
    (given,) = sheet.entries
    situation_id = act.keys.key(tables.Situation, figure.situation) if figure.situation else None
    whole = _whole(act, str(given.part_of) or figure.part_of, figure.situation, given)
    return act.keys.uuid(tables.Figure, _add_one(Entry(desk, act), given, situation_id, whole))


def edit(desk: Desk, act: Act, uuid: str, given: FigureEntry, seen: str | None) -> None:
    """Write a total anew under its own UUID.

    Raises:
        StaleEdit: it is no longer as the officer saw it.
    """
    figure = _figure(act, uuid)
    if seen is not None and seen != seen_of(figure):
        raise StaleEdit("Somebody else changed this total meanwhile; your change was not made.", "Look again.")
    entry = Entry(desk, act)
    key = act.keys.key(tables.Figure, uuid)
    refuse_circle(uuid, _points_at(act) | {uuid: [str(given.part_of), figure.replaced_by]})
    row = _row(entry, given) | {"part_of_id": _whole(act, str(given.part_of), figure.situation, given)}
    if not given.learned_on:
        row["learned_on"] = figure.learned_on
    act.change(tables.Figure, key, **row)
    _put_words(entry, act, key, figure, given)


def end(desk: Desk, act: Act, uuid: str, why: str, other: str = "") -> None:
    """Let a total stand no longer, from today on.

    Raises:
        BadInput: it does not stand, or would in the end be replaced by itself.
    """
    figure = _figure(act, uuid)
    if figure.replaced_on:
        raise BadInput("This total does not stand already.", "Take that back first.")
    refuse_circle(uuid, _points_at(act) | {uuid: [figure.part_of, other]})
    act.change(
        tables.Figure,
        act.keys.key(tables.Figure, uuid),
        replaced_by_id=act.keys.key(tables.Figure, other) if other else None,
        replaced_on=desk.today().isoformat(),
        replaced_why=why,
    )


# ---- inside

_SEEN = (
    "measure low high unit population query breakdown_by breakdown relation as_of mode said_on learned_on wording"
    " release part_of nesting replaced_on replaced_by"
).split()


def _points_at(act: Act) -> dict[str, list[str]]:
    return {one.uuid: [one.part_of, one.replaced_by] for one in stored.load_figures(act.database)}


def _refuse_row(row: int, entry: FigureEntry, entries: Sequence[FigureEntry], points_at: PointsAt) -> None:
    if isinstance(entry.part_of, int):
        if not 0 <= entry.part_of < len(entries):
            raise BadInput("It is part of a row that is not there.", "Choose another whole.")
        refuse_unlike(entry, read_unit(entries[entry.part_of].unit))
    refuse_circle(str(row), points_at)


def _words(number: str, measure: str, breakdown: str, as_of: str) -> str:
    parts = (f"{number} {measure}", breakdown, on_day(as_of) if as_of else "")
    return ", ".join(filter(None, parts))


def _figure(act: Act, uuid: str) -> Figure:
    found = next((one for one in stored.load_figures(act.database) if one.uuid == uuid), None)
    if found is None:
        raise NotFound("That total is no longer in this casebook.", "Undo brings back what was removed.")
    return found


def _whole(act: Act, uuid: str, situation: str, part: FigureEntry) -> int | None:
    """Return the key of a whole, which is of the same situation and counts the same.

    Raises:
        BadInput: it is of another, or counts something else.
    """
    if not uuid:
        return None
    whole = _figure(act, uuid)
    if whole.situation and situation and whole.situation != situation:
        raise BadInput("Its whole is of another situation.", "Choose a total of the same one.")
    refuse_unlike(part, whole.unit)
    return act.keys.key(tables.Figure, whole.uuid)


def _add_one(entry: Entry, given: FigureEntry, situation: int | None, whole: int | None) -> int:
    key = entry.act.add(
        tables.Figure,
        **_row(entry, given),
        situation_id=situation,
        part_of_id=whole,
        entered_at=entry.act.at,
        entered_by=entry.desk.officer.name,
    )
    _add_words(entry, key, given)
    return key


def _row(entry: Entry, given: FigureEntry) -> dict[str, Any]:
    number = read_number(given.number)
    source = given.source_id or next((one.source_id for one in given.words), None)
    quotes = [entry.cut(one)[1].quote for one in given.words if one.role is Role.VALUE]
    plain = {name: getattr(given, name) for name in _COLUMNS}
    return plain | {
        "low": number.low,
        "high": number.high,
        "relation": number.relation.value,
        "speakers": canonical([{"name": one.name, "kind": one.kind.value} for one in given.speakers]),
        "learned_on": given.learned_on or entry.learned(source),
        "wording": given.wording or next(iter(quotes), ""),
        "source_id": source,
    }


_COLUMNS = "measure unit population query breakdown_by breakdown as_of mode said_on release nesting".split()


def _add_words(entry: Entry, key: int, given: FigureEntry) -> None:
    for words in given.words:
        text_id, cut = entry.cut(words)
        entry.act.add(
            tables.FigurePassage,
            figure_id=key,
            text_id=text_id,
            start=cut.start,
            end=cut.end,
            quote=cut.quote,
            before=cut.before,
            after=cut.after,
            role=words.role.value,
        )


def _put_words(entry: Entry, act: Act, key: int, figure: Figure, given: FigureEntry) -> None:
    """Let a total rest on the words given, and leave it alone when those are the same."""
    has = [(one.source, one.start, one.end, one.role) for one in figure.passages]
    wanted = [(act.keys.uuid(tables.Source, one.source_id), one.start, one.end, one.role) for one in given.words]
    if has == wanted:
        return
    for table, part in stored.parts_of_figure(act.database, key):
        act.remove(table, part)
    _add_words(entry, key, given)
