"""Values as they are searched: folded, several in one text, each kept apart from the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casefiles.names.fold import fold, words
from casefiles.search.tree import Text

PARTED = "\ue000"
"""Stands between two values, so that no phrase runs from one into the next."""


def joined(values: Iterable[str]) -> str:
    """Fold several values into one text."""
    folded = [fold(value) for value in values]
    if len(folded) < 2:
        return folded[0] if folded else ""
    return " ".join(f" {PARTED} ".join(folded).split())


def situation_words(uuid: str, names: Mapping[str, str]) -> str:
    """Return the folded words that a situation is searched by: its name, or its UUID."""
    return joined([names.get(uuid, ""), uuid])


def situations_meant(wanted: Text, names: Mapping[str, str]) -> frozenset[str]:
    """Return the UUIDs of the situations that words mean; a whole name in quotes means the one that bears it.

    Args:
        wanted: the words.
        names: the names of all situations, by UUID.
    """
    named = frozenset(uuid for uuid, name in names.items() if wanted.whole and tuple(words(name)) == wanted.words)
    return named or frozenset(uuid for uuid in names if has(wanted, situation_words(uuid, names)))


def has(wanted: Text, folded: str) -> bool:
    """Tell whether words stand next to one another in a text; the last may be the beginning of one."""
    there, size = folded.split(), len(wanted.words)
    *firsts, last = wanted.words
    return any(
        there[at : at + size - 1] == firsts
        and (there[at + size - 1] == last or (not wanted.whole and there[at + size - 1].startswith(last)))
        for at in range(len(there) - size + 1)
    )
