"""Shorter and shorter forms of a situation briefing, from the most two pages may hold to the least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casefiles.briefing.facts import (
    BriefingFacts,
    ChangeRow,
    CountRow,
    LedgerBlock,
    LedgerRow,
    OriginRow,
    PeopleRow,
    SituationFacts,
    Status,
    Value,
)

_MOST_PEOPLE = 12
_MOST_CHANGES = 15
_MOST_ORIGINS = 10
_MOST_COUNTS = 8
_MOST_TOTALS = 14
_MOST_LINES = 6
_LONGEST_CELL = 90
_LONGEST_TITLE = 140
_LONGEST_LABEL = 40
_MOST_NOTES = 6
_MOST_SIDES = 3


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of each part is kept."""

    letters: int
    origins: int
    changes: int
    people: int
    totals: int = 0


def fitted(facts: BriefingFacts) -> list[BriefingFacts]:
    """Give the forms to try, richest first; the last fits on two pages whatever was put in."""
    return [_cut(facts, room) for room in _rooms()]


def _rooms() -> list[_Room]:
    """What goes first is what the reader misses least: later changes, later people, origins, then words."""
    rooms = [_Room(4000, _MOST_ORIGINS, _MOST_CHANGES, _MOST_PEOPLE, _MOST_TOTALS)]
    rooms += [_Room(4000, _MOST_ORIGINS, changes, _MOST_PEOPLE, 8) for changes in range(_MOST_CHANGES, 5, -1)]
    rooms += [_Room(4000, _MOST_ORIGINS, 6, people, 6) for people in range(_MOST_PEOPLE, 5, -1)]
    rooms += [_Room(4000, origins, 6, 6, 4) for origins in (6, 3, 0)]
    rooms += [_Room(3200, 0, few, few) for few in (5, 4, 3, 2, 1, 0)]
    rooms += [_Room(letters, 0, 0, 0) for letters in (2500, 2000, 1500, 1000, 600)]
    return rooms


def _cut(facts: BriefingFacts, room: _Room) -> BriefingFacts:
    view = facts.situation or SituationFacts("")
    line, cut_line = _shortened(view.bottom_line, room.letters)
    short = replace(
        view,
        period=_clip(view.period, _LONGEST_CELL),
        bottom_line=line,
        counts=tuple(map(_count, view.counts[:_MOST_COUNTS])),
        total=view.total and _count(view.total),
        origins=tuple(map(_origin, view.origins[: room.origins])),
        changes_since=_clip(view.changes_since, _LONGEST_LABEL),
        changes=tuple(map(_change, view.changes[: room.changes])),
        people=tuple(map(_person, view.people[: room.people])),
        filter_words=_clip(view.filter_words, _LONGEST_TITLE),
        ledger=tuple(_ledger(view.ledger, room.totals)),
    )
    if view.changes and not short.changes:
        short = replace(short, changes_since="")
    return replace(
        facts,
        title=_clip(facts.title, _LONGEST_TITLE),
        number=_clip(facts.number, _LONGEST_LABEL),
        copy=_clip(facts.copy, _LONGEST_LABEL),
        as_of=_clip(facts.as_of, _LONGEST_CELL),
        audience=_clip(facts.audience, _LONGEST_CELL),
        officer=_clip(facts.officer, _LONGEST_CELL),
        situation=replace(short, left_out=_left_out(view, short, cut_line=cut_line)),
    )


def _left_out(view: SituationFacts, short: SituationFacts, *, cut_line: bool) -> tuple[str, ...]:
    """Say in one sentence what the full briefing holds besides, then the caller's own explanations."""
    gone = [
        _gone(len(view.people) - len(short.people), len(view.people), "entries of people"),
        _gone(len(view.changes) - len(short.changes), len(view.changes), "changes"),
        _gone(len(view.origins) - len(short.origins), len(view.origins), "origins"),
        _gone(len(view.counts) - len(short.counts), len(view.counts), "status rows"),
        _gone(_totals(view) - _totals(short), _totals(view), "reported totals"),
        "the end of the bottom line" if cut_line else "",
    ]
    named = ", ".join(filter(None, gone))
    sentence = f"Not shown here: {named}. The full briefing holds them." if named else ""
    own = [_clip(line, _LONGEST_TITLE) for line in view.left_out[:_MOST_LINES]]
    return tuple(filter(None, (sentence, *own)))


def _gone(missing: int, total: int, what: str) -> str:
    return f"{missing:,} of {total:,} {what}" if missing > 0 else ""


def _shortened(words: str, letters: int) -> tuple[str, bool]:
    """Cut a message at the end of a sentence if there is one near, and say so."""
    lines = "\n".join(line.strip() for line in words.splitlines() if line.strip())
    if len(lines) <= letters and lines.count("\n") < letters // 100:
        return lines, False
    kept = "\n".join(lines.split("\n")[: letters // 100])[:letters]
    end = max(kept.rfind(". "), kept.rfind(".\n"))
    kept = kept[: end + 1] if end > len(kept) // 2 else kept.rstrip() + "…"
    return f"{kept}\nShortened to fit; the full text is in the full briefing.", True


def _clip(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _count(row: CountRow) -> CountRow:
    return replace(
        row,
        label=_clip(row.label, _LONGEST_LABEL),
        number=_clip(row.number, 12),
        disputed=_clip(row.disputed, 12),
        change=_clip(row.change, 12),
    )


def _origin(row: OriginRow) -> OriginRow:
    numbers = tuple(_clip(number, 8) for number in row.numbers[:_MOST_COUNTS])
    return OriginRow(_clip(row.label, _LONGEST_LABEL), numbers, _clip(row.total, 8), _clip(row.disputed, 8))


def _totals(view: SituationFacts) -> int:
    return sum(len(block.rows) for block in view.ledger)


def _ledger(blocks: tuple[LedgerBlock, ...], room: int) -> Iterator[LedgerBlock]:
    """Keep the newest totals."""
    for block in blocks:
        rows = tuple(map(_ledger_row, block.rows[:room]))
        room -= len(rows)
        if rows:
            yield LedgerBlock(_clip(block.day, _LONGEST_LABEL), block.title, rows)


def _ledger_row(row: LedgerRow) -> LedgerRow:
    return LedgerRow(
        _clip(row.measure, _LONGEST_CELL),
        _clip(row.population, _LONGEST_CELL),
        _clip(row.said_by, _LONGEST_CELL),
        _value(row.number),
        _clip(row.adds_up, _LONGEST_CELL),
        _clip(row.people, _LONGEST_CELL),
        tuple(_clip(flag, _LONGEST_TITLE) for flag in row.flags[:2]),
    )


def _change(row: ChangeRow) -> ChangeRow:
    return ChangeRow(
        _clip(row.person, _LONGEST_CELL),
        _clip(row.what, _LONGEST_LABEL),
        _clip(row.before, _LONGEST_CELL),
        _value(row.after),
        _clip(row.ref, _LONGEST_LABEL),
    )


def _person(row: PeopleRow) -> PeopleRow:
    return PeopleRow(
        ref=_clip(row.ref, _LONGEST_LABEL),
        name=_value(row.name),
        status=_status(row.status),
        age=_value(row.age),
        origin=_value(row.origin),
        date=_value(row.date),
        place=_value(row.place),
        native=row.native and replace(row.native, text=_clip(row.native.text, _LONGEST_LABEL), kind_words=""),
    )


def _status(status: Status) -> Status:
    return replace(
        status,
        text=_clip(status.text, _LONGEST_CELL),
        notes=status.notes[:_MOST_NOTES],
        speakers=tuple(map(_value, status.speakers[:_MOST_SIDES])),
    )


def _value(value: Value) -> Value:
    """Shorten a value for a narrow cell; its first other version stays beside it."""
    return replace(
        value,
        text=_clip(value.text, _LONGEST_CELL),
        certainty=_clip(value.certainty, _LONGEST_LABEL),
        notes=value.notes[:_MOST_NOTES],
        said_by=_clip(value.said_by, _LONGEST_CELL),
        mark=_clip(value.mark, _LONGEST_LABEL),
        versions=tuple(map(_value, value.versions[:1])),
    )
