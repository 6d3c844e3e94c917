"""Who said it: the chain from the first speaker to the paper that printed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from casefiles.domain.dates import PartialDate
from casefiles.domain.one_line import clean
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
            "family families relative relatives father mother mothers parents brother sister wife wives husband widow "
            "widows son daughter cousin uncle aunt kin".split()
        ),
    ),
    (
        SpeakerKind.OFFICIAL,
        frozenset(
            "ministry minister mea mfa embassy consulate ambassador secretary spokesperson spokesman police "
            "government officials official army court parliament sabha senate assembly governor "
            "mission department authority authorities navy coastguard guard military president presidency "
            "prosecutor prosecutors mayor municipality prefecture consul commissioner defence defense "
            "kremlin pentagon".split()
        ),
    ),
    (
        SpeakerKind.PRESS,
        frozenset(
            "newspaper paper press reporter journalist agency news times express herald tribune gazette courier daily "
            "weekly chronicle observer telegraph guardian post mail ledger standard "
            "journal broadcaster channel television "
            "media tv radio reuters afp ani pti "
            "bbc cnn".split()
        ),
    ),
)


@dataclass(frozen=True)
class Speaker:
    """One voice in the chain."""

    name: str
    kind: SpeakerKind


@dataclass(frozen=True)
class ConfirmingBody:
    """A body this casebook lists as able to confirm, and the days it was so.

    Attributes:
        name: as in "Ministry of External Affairs (MEA)"; its short form is a name as well.
        since: the first day, EDTF; empty when it always was.
        until: the last day, EDTF; empty when it still is.
    """

    name: str
    since: str = ""
    until: str = ""

    def spoke(self, speaker: str, on: date | None) -> bool:
        """Tell whether a speaker is this body, on a day it was listed."""
        return (on is None or self._was_listed(on)) and self.is_named(speaker)

    def published(self, publisher: str, on: date | None) -> bool:
        """Tell whether the publisher of a document is this body itself, on a day it was listed."""
        return (on is None or self._was_listed(on)) and same_words(publisher) in _names_of(self.name)

    def _was_listed(self, day: date) -> bool:
        first = PartialDate.parse_edtf(self.since).earliest if self.since else None
        last = PartialDate.parse_edtf(self.until).latest if self.until else None
        return (first or date.min) <= day <= (last or date.max)

    def is_named(self, speaker: str) -> bool:
        """Tell whether a speaker is this body, or speaks for it."""
        return _is_named(self.name, speaker)


@lru_cache(maxsize=4096)
def same_words(text: str) -> str:
    """Return a name without what two writers of it differ in: capitals, stops, and "the" before it."""
    return " ".join(re.findall(r"\w+", text.casefold())).removeprefix("the ")


@lru_cache(maxsize=4096)
def _is_named(body: str, speaker: str) -> bool:
    """The same few speakers are asked about in every case."""
    spoken = f" {same_words(speaker)} "
    return any(f" {name} " in spoken for name in _names_of(body))


@lru_cache(maxsize=256)
def _names_of(body: str) -> tuple[str, ...]:
    """Return its name and its short forms; a bracket such as "(India)" only tells one ministry from another."""
    first, *others = (part.strip() for part in re.split(r"[()/;]", body))
    names = [first, *(other for other in others if other.isupper() or " " in other)]
    return tuple(plain for name in names if (plain := same_words(name)))


def guess_kind(name: str) -> SpeakerKind:
    """Return the kind of voice that a speaker's own words suggest."""
    words = set(same_words(name).split())
    return next((kind for kind, known in _WORDS_OF if words & known), SpeakerKind.NOT_STATED)


def read_speakers(given: object) -> tuple[Speaker, ...]:
    """Take a chain as names, or as objects with a name and a kind.

    Raises:
        BadInput: an entry is neither.
    """
    if isinstance(given, str):
        given = [part.strip() for part in re.split(r",?\s+via\s+|→", given) if part.strip()]
    if not isinstance(given, Iterable) or isinstance(given, Mapping):
        raise BadInput("The speakers are not a list.", 'Give them as ["family", "Indian Express"].')
    return tuple(_read_one(entry) for entry in given)


def _read_one(entry: object) -> Speaker:
    if isinstance(entry, Speaker):
        return entry
    name, kind = (entry.get("name"), entry.get("kind")) if isinstance(entry, Mapping) else (entry, None)
    plain = clean(name, 200) if isinstance(name, str) else ""
    if not plain:
        raise BadInput("A speaker has no name.", "Give a name, or leave the speakers empty for the paper’s own voice.")
    return Speaker(plain, next((known for known in SpeakerKind if known == kind), guess_kind(plain)))


def voice(speakers: Sequence[Speaker]) -> Speaker | None:
    """Return whose word it is: the last speaker of the chain that is not the press."""
    own = [speaker for speaker in speakers if speaker.kind is not SpeakerKind.PRESS]
    return own[-1] if own else None


def show_chain(speakers: Sequence[Speaker]) -> str:
    """Say a chain in words, as in "embassy, via family, via Daily Courier"."""
    return ", via ".join(speaker.name for speaker in speakers)
