"""The one gate through which text from outside reaches a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SOFT_BREAK = "\u200b"
"""Put into long unbroken runs: a line may end here, and nothing is drawn."""

LONGEST_RUN = 60
LONGEST_TEXT = 20_000

_LONG_RUN = re.compile(f"[^ ]{{{LONGEST_RUN + 1},}}")
_LONG_WORD = 16
_WORDS = re.compile("[^ ]+ ?| ")
_AT_SOFT_BREAK = re.compile(SOFT_BREAK)
_AT_JOINT = re.compile(f"{SOFT_BREAK}|(?<=[/–—-])(?<!//)(?=\\w)")

_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")

_JOINERS = {"\u200c", "\u200d"}
_ARABIC_SIGNS = {"\u0600", "\u0601", "\u0602", "\u0603", "\u0604", "\u0605", "\u06dd"}
_DROPPED_CATEGORIES = {"Cc", "Cf", "Cs"}


def plain(text: str, limit: int = LONGEST_TEXT) -> str:
    """Return text that can only be read, never obeyed: NFC, one line, no controls, no direction overrides.

    Runs of more than 60 characters get soft breaks; what exceeds the limit is cut and ends in "…".
    """
    kept = text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
    if not kept.isascii():
        kept = unicodedata.normalize("NFC", kept)
    if not kept.isprintable():
        kept = "".join(map(_kept, kept))
    return _LONG_RUN.sub(_broken, kept)


def _kept(char: str) -> str:
    """Give the character, a space for white space, or nothing for what must not print."""
    if char.isspace():
        return "\u00a0" if char == "\u00a0" else " "
    if ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF:
        return ""
    if unicodedata.category(char) not in _DROPPED_CATEGORIES:
        return char
    return char if char in _JOINERS or char in _ARABIC_SIGNS else ""


def _broken(found: re.Match[str]) -> str:
    """Put soft breaks into an over-long run, never before a mark that belongs to the letter before it."""
    run = found[0]
    parts: list[str] = []
    start = 0
    while len(run) - start > LONGEST_RUN:
        end = start + LONGEST_RUN
        while end < len(run) and not can_part(run, end):
            end += 1
        parts.append(run[start:end])
        start = end
    return SOFT_BREAK.join([*parts, run[start:]])


def language(tag: str) -> str:
    """Return a language tag that may stand in the file, or nothing if it is not one."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def can_part(text: str, at: int) -> bool:
    """Tell whether a word may be cut here: not before a mark or joiner that belongs to the letter before."""
    char = text[at]
    return char not in _JOINERS and text[at - 1] not in _JOINERS and not unicodedata.category(char).startswith("M")


def chunks(text: str, *, joints: bool = True) -> Iterator[str]:
    """Cut text into words, each with the space behind it, and soft breaks; long ones part at joints too."""
    for word in _WORDS.findall(text):
        if len(word) <= _LONG_WORD:
            yield word
            continue
        for at, part in enumerate((_AT_JOINT if joints else _AT_SOFT_BREAK).split(word)):
            if at:
                yield SOFT_BREAK
            if part:
                yield part
