"""Values as they are searched: folded, several in one text, each kept apart from the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casefiles.names.fold import fold
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


def has(wanted: Text, folded: str) -> bool:
    """Tell whether words stand next to one another in a text; the last may be the beginning of one."""
    words, size = folded.split(), len(wanted.words)
    *firsts, last = wanted.words
    return any(
        words[at : at + size - 1] == firsts
        and (words[at + size - 1] == last or (not wanted.whole and words[at + size - 1].startswith(last)))
        for at in range(len(words) - size + 1)
    )
