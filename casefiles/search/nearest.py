"""The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Sequence

_MANY = 12


def near(typed: str, known: Sequence[str]) -> str:
    """Return the known word that was probably meant, or nothing."""
    import difflib

    return next(iter(difflib.get_close_matches(typed[:40], known, 1)), "")


def nearest(typed: str, known: Sequence[str], ending: str = "") -> str:
    """Return the hint to give for a word that is not known."""
    meant = near(typed, known)
    if meant:
        return f"Did you mean “{meant}{ending}”?"
    named = ", ".join(f"{word}{ending}" for word in known[:_MANY])
    return f"Use one of: {named}{' and others' if len(known) > _MANY else ''}."
