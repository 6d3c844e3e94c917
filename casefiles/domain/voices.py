"""Whose word a report is, when it was said, and whether that voice can confirm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from casefiles.domain.dates import PartialDate
from casefiles.domain.records import Claim
from casefiles.domain.speakers import ConfirmingBody, Speaker, SpeakerKind, same_words, voice

SaidOrder: TypeAlias = tuple[date, date]
_NEVER = (date.min, date.min)

_OWN_WORD = frozenset({SpeakerKind.OFFICIAL, SpeakerKind.FAMILY})

DESK = "desk"
"""The voice of every entry that nothing supports, whichever officer made it."""


def said(claim: Claim) -> PartialDate | None:
    """Return when a report was said: as stated, or else when its source came out, or when we learned of it."""
    text = claim.said_on or (claim.source.published_on if claim.source else "") or claim.learned_on
    return PartialDate.parse_edtf(text) if text else None


def said_order(claim: Claim) -> SaidOrder:
    """Return what sorts reports by when they were said."""
    day = said(claim)
    return day.sort_key[:2] if day else _NEVER


def voice_of(claim: Claim) -> Speaker | None:
    """Return whose word a report is; None for the paper's own, also where it stands in the chain itself.

    A body that publishes its own statement speaks for itself.
    """
    publisher = same_words(claim.source.publisher) if claim.source else ""
    return voice([one for one in claim.speakers if one.kind in _OWN_WORD or same_words(one.name) != publisher])


def voice_key(claim: Claim, bodies: Sequence[ConfirmingBody] = ()) -> str:
    """Name the voice of a report: a listed body, a speaker, a paper with those that print its copy, or the desk."""
    speaker = voice_of(claim)
    if speaker is not None:
        body = next((body for body in bodies if body.is_named(speaker.name)), None)
        return same_words(body.name if body else speaker.name)
    if claim.source is not None:
        return claim.source.voice_key
    return same_words(claim.speakers[-1].name) if claim.speakers else DESK


def confirms(claim: Claim, bodies: Sequence[ConfirmingBody]) -> bool:
    """Tell whether a body listed as able to confirm says it, on a day it was listed; a relative never is one."""
    speaker = voice_of(claim)
    if speaker is not None and speaker.kind is SpeakerKind.FAMILY:
        return False
    day = said(claim)
    on = (day.latest or day.earliest) if day else None
    if speaker is not None:
        return any(body.spoke(speaker.name, on) for body in bodies)
    publisher = claim.source.publisher if claim.source else ""
    return any(body.published(publisher, on) for body in bodies)


def count_independent(claims: Iterable[Claim], bodies: Sequence[ConfirmingBody] = ()) -> int:
    """Count the sources independent both in whose word it is and in whose copy: the fewer of the two."""
    told = [claim for claim in claims if not claim.is_desk_entry]
    voices = [voice_key(claim, bodies) for claim in told]
    copies = [(claim.source.copy_key if claim.source else "") or key for claim, key in zip(told, voices, strict=True)]
    return min(len(set(voices)), len(set(copies)))


def count_voices(claims: Iterable[Claim], bodies: Sequence[ConfirmingBody] = ()) -> int:
    """Count the independent sources of some reports: voices, not the papers that print them."""
    return len({voice_key(claim, bodies) for claim in claims if not claim.is_desk_entry})
