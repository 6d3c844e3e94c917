"""Reading direction: the level of each character, and the order in which pieces stand on a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from bidi import algorithm

_IGNORED = "BN"
_MAY_BE_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

Piece = TypeVar("Piece")


def reads_from_left(text: str) -> bool:
    """Tell that the text holds nothing that reads from right to left."""
    return text.isascii() or not _MAY_BE_RIGHT_TO_LEFT.search(text)


def levels(text: str, base: int) -> list[int]:
    """Give each character its embedding level (odd reads from right to left) under the base direction."""
    if base == 0 and reads_from_left(text):
        return [0] * len(text)
    classes = [unicodedata.bidirectional(char) for char in text]
    kept = [at for at, kind in enumerate(classes) if kind != _IGNORED]
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(text[at] for at in kept), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return _spread([char["level"] for char in storage["chars"]], kept, len(text), base)


def in_visual_order(pieces: Sequence[Piece], level_of: Callable[[Piece], int]) -> list[Piece]:
    """Put the pieces of one line into the order in which they are drawn, left to right."""
    ordered = list(pieces)
    highest = max(map(level_of, ordered), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and level_of(ordered[end]) >= level:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            start = max(end, start + 1)
    return ordered


def _spread(found: list[int], kept: list[int], length: int, base: int) -> list[int]:
    """Give ignored characters (joiners, soft breaks) the level of the character before them."""
    spread = [-1] * length
    for at, level in zip(kept, found, strict=True):
        spread[at] = level
    before = base
    for at, level in enumerate(spread):
        before = spread[at] = before if level < 0 else level
    return spread
