"""How alike two words are as parts of names: by sound, and by what is known of names."""

from __future__ import annotations

import re
from functools import lru_cache

from casefiles.names import customs
from casefiles.names.edits import nearness
from casefiles.names.known import KNOWN
from casefiles.names.short_forms import IN_OTHER_LANGUAGES, SHORT_FORMS
from casefiles.names.slips import slip

_FAR = 0.6
"""Below this, words have too little in common to be looked at more closely."""
_SLIPS = 0.4
"""As near at least as words are that differ by one slip."""
_ONE_NAME, _TWO_NAMES = 0.962, 0.6
"""As near as the spellings of one well-known name are; what two of them come to at most."""
_TWO_COMMON = 0.5
"""Two common names do not stand for each other."""
_LONG = 5
"""In shorter beginnings before a shared ending a slip makes another name: Asanov is not Usanov."""
_SHORT_FORM, _OTHER_LANGUAGE = 0.9, 0.68
"""As near as a name and its short form are; as near at least as Juan and John, who may be two people, are."""
_LEFT_OUT = 0.88
_VARYING = re.compile("(?P<ov>ev)(?=a?$)|(?P<inder>[ei]nd[ae]r$)")


@lru_cache(maxsize=1 << 18)
def word_likeness(one: str, other: str, letters: str = "", other_letters: str = "") -> float:
    """Return how alike two sounds are as names; their letters, where both are known, may show a slip of the pen."""
    if one == other:
        return 1.0
    if is_short_form(one, other):
        return _SHORT_FORM
    near = _as_spelt(one, other, letters, other_letters)
    return max(near, _OTHER_LANGUAGE) if is_in_another_language(one, other) else near


def _as_spelt(one: str, other: str, letters: str, other_letters: str) -> float:
    """Return how alike two names are by sound and letters."""
    near = nearness(one, other)
    slipped = 0.0
    if near > _SLIPS:
        slipped = slip(letters, other_letters) if letters and other_letters else slip(one, other)
        near = max(near, slipped)
    if near < _FAR:
        return max(near, _without_endings(one, other))
    if _are_two(one, other, near):
        return min(near, _TWO_COMMON if one in customs.COMMON and other in customs.COMMON else _TWO_NAMES)
    rest = _heads(one, other) or _tails(one, other)
    if not rest:
        return max(near, _without_endings(one, other))
    return min(near, max(nearness(*rest), slipped if min(map(len, rest)) >= _LONG else 0.0))


def is_short_form(one: str, other: str) -> bool:
    """Tell whether the bearers of one of two names are called the other for short."""
    return other in SHORT_FORMS.get(one, ())


def is_in_another_language(one: str, other: str) -> bool:
    """Tell whether two names are one in two languages, as Juan and John."""
    return other in IN_OTHER_LANGUAGES.get(one, ())


def _are_two(one: str, other: str, near: float) -> bool:
    """Tell whether two sounds are well-known names, each its own, or surnames that their endings tell apart."""
    plain = {one.replace("A", "a"), other.replace("A", "a")}
    if near < _ONE_NAME and any(plain <= names for names in KNOWN):
        return True
    ends = [next((end for end in customs.TELLING_ENDINGS if said.endswith(end)), "") for said in (one, other)]
    return all(ends) and ends[0] != ends[1]


def _heads(one: str, other: str) -> tuple[str, str] | None:
    """Return what stands before the longest ending that both share: -preet or -esh alone tells little."""
    spoken, spoken_other = _spoken(one), _spoken(other)
    for ending in customs.SHARED_ENDINGS:
        if spoken.endswith(ending) and spoken_other.endswith(ending):
            heads = one[: -len(ending)], other[: -len(ending)]
            return heads if min(map(len, heads)) > 1 else None
    return None


@lru_cache(maxsize=1 << 17)
def _spoken(said: str) -> str:
    """Return a sound with the endings that vary in one form, so that they are found."""
    return _VARYING.sub(lambda found: found.lastgroup or "", said.replace("A", "a"))


def _tails(one: str, other: str) -> tuple[str, str] | None:
    """Return what follows the longest beginning that both share."""
    spoken, spoken_other = one.replace("A", "a"), other.replace("A", "a")
    for beginning in customs.SHARED_BEGINNINGS:
        if spoken.startswith(beginning) and spoken_other.startswith(beginning):
            tails = one[len(beginning) :], other[len(beginning) :]
            return tails if min(map(len, tails)) > 2 else None
    return None


def _without_endings(one: str, other: str) -> float:
    """Return how alike two sounds are but for an ending that one writer gives and another does not."""
    bare, bare_other = _bare(one), _bare(other)
    if (bare == one and bare_other == other) or (bare != one and bare_other != other and one[-2:] == other[-2:]):
        return 0.0
    return _LEFT_OUT * nearness(bare, bare_other)


@lru_cache(maxsize=1 << 17)
def _bare(said: str) -> str:
    for part in customs.LEFT_OUT:
        if said.endswith(part) and len(said) - len(part) > 3:
            return said.removesuffix(part)
        if said.startswith(part) and len(part) > 3 and len(said) - len(part) > 2:
            return said.removeprefix(part)
    return said
