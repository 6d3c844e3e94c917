"""Who said it: the chain from the first speaker to the paper that printed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casefiles.domain.problems import BadInput


class SpeakerKind(StrEnum):
    """What sort of voice speaks."""

    OFFICIAL = "official"
    PRESS = "press"
    FAMILY = "family"
    OTHER = "other"
    NOT_STATED = "not stated"


_WORDS_OF: tuple[tuple[SpeakerKind, frozenset[str]], ...] = (
    (
        SpeakerKind.FAMILY,
        frozenset(
            "family families relative relatives father mother parents brother sister wife husband widow son "
            "daughter cousin uncle aunt kin".split()
        ),
    ),
    (
        SpeakerKind.OFFICIAL,
        frozenset(
            "ministry minister mea mfa embassy consulate ambassador secretary spokesperson spokesman police "
            "government officials official army court parliament governor mission department authority "
            "authorities".split()
        ),
    ),
    (
        SpeakerKind.PRESS,
        frozenset("newspaper paper press reporter agency news times express herald tribune gazette".split()),
    ),
)


@dataclass(frozen=True)
class Speaker:
    """One voice in the chain."""

    name: str
    kind: SpeakerKind


@dataclass(frozen=True)
class ConfirmingBody:
    """A body this casebook lists as able to confirm, and the days it was so."""

    name: str
    since: str = ""
    until: str = ""

    def spoke(self, speaker: str, on: date | None) -> bool:
        """Tell whether a speaker is this body, on a day it was listed."""
        if on is not None and not (self.since or "0") <= on.isoformat() <= (self.until or "9"):
            return False
        said = f" {_plain(speaker)} "
        return any(f" {name} " in said for name in self._names())

    def _names(self) -> list[str]:
        parts = re.split(r"[()/;]", self.name)
        return [plain for part in parts if (plain := _plain(part))]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def guess_kind(name: str) -> SpeakerKind:
    """Return the kind of voice that a speaker's own words suggest."""
    words = set(_plain(name).split())
    return next((kind for kind, known in _WORDS_OF if words & known), SpeakerKind.NOT_STATED)


def read_speakers(given: object) -> tuple[Speaker, ...]:
    """Take a chain as names, or as objects with a name and a kind.

    Raises:
        BadInput: an entry is neither.
    """
    if isinstance(given, str):
        given = [part.strip() for part in re.split(r",?\s+via\s+|→", given) if part.strip()]
    if not isinstance(given, Iterable):
        raise BadInput("The speakers are not a list.", 'Give them as ["family", "Indian Express"].')
    return tuple(_read_one(entry) for entry in given)


def _read_one(entry: object) -> Speaker:
    if isinstance(entry, Speaker):
        return entry
    if isinstance(entry, str) and entry.strip():
        return Speaker(entry.strip(), guess_kind(entry))
    if isinstance(entry, dict) and isinstance(entry.get("name"), str):
        kinds = {kind.value: kind for kind in SpeakerKind}
        return Speaker(entry["name"], kinds.get(str(entry.get("kind")), guess_kind(entry["name"])))
    raise BadInput("A speaker has no name.", "Give a name, or leave the speakers empty for the paper's own voice.")


def voice(speakers: Sequence[Speaker]) -> Speaker | None:
    """Return whose word it is: the last speaker of the chain that is not the press."""
    own = [speaker for speaker in speakers if speaker.kind is not SpeakerKind.PRESS]
    return own[-1] if own else None


def show_chain(speakers: Sequence[Speaker]) -> str:
    """Say a chain in words, as in "embassy, via family, via Daily Courier"."""
    return ", via ".join(speaker.name for speaker in speakers)
