"""Keeps those on hold out of what is printed: their rows, and their names in the words of others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from casefiles.briefing.facts import BriefingFacts, ChangeRow, Note, PeopleRow, PersonFacts
from casefiles.domain.moment import Moment
from casefiles.domain.problems import BadInput
from casefiles.domain.shown import ShownCase
from casefiles.names.fold import fold
from casefiles.names.parts import Kind, read
from casefiles.search.query import parse
from casefiles.storage import holding, names_index
from casefiles.storage.finding import Wanted
from casefiles.workspace.desk import Desk
from casefiles.workspace.holds import hold_view
from casefiles.workspace.shown_cases import Shown, these_cases, wanted_cases

HELD_BACK = "[held back]"
_ON_HOLD = "held:yes"
_REMEMBERED = 50_000
_SHORTEST = 3
"""A name of fewer letters is too often a part of other words to look for."""
_TELLING = 0.5
"""A surname that weighs less, as Kumar or Singh, tells nobody by itself."""
_OTHERS_WORDS = ("quote", "source_title", "url")
"""What of a note are the words of others, who call people by their surname alone."""
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class HeldBack:
    """Those who must not be named: their cases, and their names."""

    cases: frozenset[int]
    names: Names


def held_back(desk: Desk, moment: Moment, now: Shown) -> HeldBack:
    """Return who is on hold today, or was at the moment a briefing stands for: neither is named in print.

    Args:
        desk: where the casebook is.
        moment: that of the briefing.
        now: whom it is about.
    """
    keys, held = _held(desk, moment)
    others = _names(case for key, case in now.items() if key not in keys) if held else []
    return HeldBack(keys, Names(held, others))


def held_back_of(desk: Desk, moment: Moment, keys: Sequence[int]) -> HeldBack:
    """Return the same for a list too long to be looked at whole.

    Args:
        desk: where the casebook is.
        moment: that of the list.
        keys: whom it holds.
    """
    held, names = _held(desk, moment)
    others = names_index.spellings(desk.book.database, [key for key in keys if key not in held]) if names else []
    return HeldBack(held, Names(names, others))


def _held(desk: Desk, moment: Moment) -> tuple[frozenset[int], list[str]]:
    """Return the cases held today or at a moment, and the names they have or had."""
    then = {} if moment.is_now else wanted_cases(desk, Wanted(parse(_ON_HOLD)), moment)
    keys = frozenset(holding.held_cases(desk.book.database)) | then.keys()
    return keys, _names([*these_cases(desk, keys).values(), *then.values()])


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

    def __init__(self, held: Sequence[str], others: Iterable[str]) -> None:
        folded = {fold(name) for name in held}
        self._held = [f" {name} " for name in sorted(folded) if len(name) >= _SHORTEST]
        self._others = {fold(name) for name in others}
        self._surnames = frozenset(filter(None, map(_surname, held)))
        self._alike = [_spaced(name) for name in self._others if not self._surnames.isdisjoint(name.split())]
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

    def are_in_words_of(self, text: str, own: AbstractSet[str]) -> bool:
        """Tell whether the words of others call somebody on hold by a surname alone.

        Args:
            text: the words.
            own: the names of the person they are printed for, who may be called by them.
        """
        telling = self._surnames - own
        words = fold(text)
        if telling.isdisjoint(words.split()):
            return False
        words = _spaced(words)
        for name in self._alike:
            words = words.replace(name, " ")
        return not telling.isdisjoint(words.split())

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
        return self._kept_out(facts, _NOBODY) if self._held else facts

    def _kept_out(self, value: Any, own: AbstractSet[str]) -> Any:
        if isinstance(value, str):
            return HELD_BACK if self.are_in(value) else value
        if isinstance(value, tuple):
            return tuple([self._kept_out(part, own) for part in value])
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        if type(value) in _WHOSE:
            own = frozenset(fold(_WHOSE[type(value)](value)).split())
        changed = self._changed(value, own)
        if isinstance(value, Note):
            changed |= {name: HELD_BACK for name in _OTHERS_WORDS if self.are_in_words_of(getattr(value, name), own)}
            if "url" in changed:
                changed["url"] = ""
        return dataclasses.replace(value, **changed) if changed else value

    def _changed(self, record: Any, own: AbstractSet[str]) -> dict[str, Any]:
        before = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
        after = {name: self._kept_out(value, own) for name, value in before.items()}
        return {name: value for name, value in after.items() if value is not before[name] and value != before[name]}


_WHOSE: dict[type, Callable[[Any], str]] = {
    PeopleRow: lambda row: str(row.name.text),
    ChangeRow: lambda row: str(row.person),
    PersonFacts: lambda person: str(person.name),
}
"""Whom the words inside a part of a briefing are printed for."""


def _surname(name: str) -> str:
    """Return the surname that tells who somebody is; empty where there is none, or it is one of very many."""
    parts = [part for part in read(name)[0].parts if part.kind is Kind.FULL]
    if len(parts) < 2 or parts[-1].weight < _TELLING:
        return ""
    folded = fold(parts[-1].written).split()
    return folded[-1] if folded and len(folded[-1]) >= _SHORTEST else ""


def _spaced(words: str) -> str:
    """Put words so far apart that each has spaces of its own."""
    return "".join(f" {word} " for word in words.split())
