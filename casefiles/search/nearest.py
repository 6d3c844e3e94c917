"""The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Sequence

_MANY = 12


def nearest(typed: str, known: Sequence[str], ending: str = "") -> str:
    """Return the hint to give for a word that is not known."""
    import difflib

    near = difflib.get_close_matches(typed[:40], known, 1)
    if near:
        return f"Did you mean “{near[0]}{ending}”?"
    named = ", ".join(f"{word}{ending}" for word in known[:_MANY])
    return f"Use one of: {named}{' and others' if len(known) > _MANY else ''}."
