"""Keeps those on hold out of what is printed: their rows, and their names in the words of others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles.briefing.facts import BriefingFacts, Note
from casefiles.domain.problems import BadInput
from casefiles.domain.shown import ShownCase
from casefiles.names.fold import fold
from casefiles.storage import holding, names_index
from casefiles.workspace.desk import Desk
from casefiles.workspace.holds import hold_view
from casefiles.workspace.shown_cases import Shown, these_cases

HELD_BACK = "[held back]"
_REMEMBERED = 50_000
_SHORTEST = 3
"""A name of fewer letters is too often a part of other words to look for."""


@dataclass(frozen=True)
class HeldBack:
    """Those who must not be named: their cases, and their names."""

    cases: frozenset[int]
    names: Names


def held_back(desk: Desk, as_of: date | None, now: Shown) -> HeldBack:
    """Return who is on hold today, or was on the day a briefing stands for: neither is named in print.

    Args:
        desk: where the casebook is.
        as_of: the day of the briefing.
        now: whom it is about.
    """
    keys = frozenset(holding.held_cases(desk.book.database, as_of))
    held = _names(these_cases(desk, keys).values())
    others = _names(case for key, case in now.items() if key not in keys) if held else []
    return HeldBack(keys, Names(held, others))


def held_back_of(desk: Desk, as_of: date | None, keys: Sequence[int]) -> HeldBack:
    """Return the same for a list too long to be looked at whole.

    Args:
        desk: where the casebook is.
        as_of: the day of the list.
        keys: whom it holds.
    """
    held = frozenset(holding.held_cases(desk.book.database, as_of))
    names = _names(these_cases(desk, held).values())
    others = names_index.spellings(desk.book.database, [key for key in keys if key not in held]) if names else []
    return HeldBack(held, Names(names, others))


def _names(cases: Iterable[ShownCase]) -> list[str]:
    return [str(claim.value["text"]) for case in cases for claim in case.names]


def refuse_held(desk: Desk, cases: Sequence[ShownCase]) -> None:
    """Refuse a dossier of somebody on hold.

    Raises:
        BadInput: one of them is; the sentence says since when, by whom and why.
    """
    for case in cases:
        hold = case.hold or next(iter(reversed(case.records.holds)))
        view = hold_view(desk, hold)
        if view is not None:
            raise BadInput(
                f"No dossier is printed of {case.heading}. {view.sentence}", "Lift the hold, or leave this person out."
            )


class Names:
    """The names of those on hold, looked for as whole words however they are written.

    Args:
        held: their names.
        others: the names of those who may be named, which stay as they are where they stand alone.
    """

    def __init__(self, held: Iterable[str], others: Iterable[str]) -> None:
        folded = {fold(name) for name in held}
        self._held = [f" {name} " for name in sorted(folded) if len(name) >= _SHORTEST]
        self._others = {fold(name) for name in others}
        self._seen: dict[str, bool] = {}

    def are_in(self, text: str) -> bool:
        """Tell whether a text names somebody on hold."""
        if not self._held or not text:
            return False
        if text not in self._seen:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            words = fold(text)
            self._seen[text] = words not in self._others and any(name in f" {words} " for name in self._held)
        return self._seen[text]

    def refuse_typed(self, **typed: str) -> None:
        """Refuse what the officer typed for a briefing where it names somebody on hold.

        Raises:
            BadInput: it does; the sentence says where.
        """
        for where, text in typed.items():
            if self.are_in(text):
                raise BadInput(
                    f"The {where.replace('_', ' ')} names somebody who is on hold.", "Take the name out of it."
                )

    def kept_out(self, facts: BriefingFacts) -> BriefingFacts:
        """Return facts in which no text names somebody on hold."""
        return self._kept_out(facts) if self._held else facts

    def _kept_out(self, value: Any) -> Any:
        if isinstance(value, str):
            return HELD_BACK if self.are_in(value) else value
        if isinstance(value, tuple):
            return tuple([self._kept_out(part) for part in value])
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        changed = self._changed(value)
        if isinstance(value, Note) and "url" in changed:
            changed["url"] = ""
        return dataclasses.replace(value, **changed) if changed else value

    def _changed(self, record: Any) -> dict[str, Any]:
        before = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
        after = {name: self._kept_out(value) for name, value in before.items()}
        return {name: value for name, value in after.items() if value is not before[name] and value != before[name]}
