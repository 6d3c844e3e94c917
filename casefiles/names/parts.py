"""A name in its parts: what each sounds like, how much it tells, and what kind of part it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from casefiles.names import customs
from casefiles.names.fold import words
from casefiles.names.romanise import latin
from casefiles.names.sounds import sound


class Kind(IntEnum):
    """What kind of part of a name a word is."""

    FULL = 0
    INITIAL = 1
    FATHER = 2
    """The father's name where it has a form of its own, as Russian patronymics have."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name.

    Attributes:
        said: how it sounds; of an initial the letter.
        written: how it was written.
        weight: how much it tells, 1 at most.
        linked: how it sounds with the small words before it that were left out, as Ben Ali is also Benali.
    """

    said: str
    written: str
    weight: float = 1.0
    kind: Kind = Kind.FULL
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared.

    Attributes:
        sex: `m` or `f` where a part tells it.
    """

    parts: tuple[Part, ...]
    sex: str = ""

    @property
    def folded(self) -> str:
        """Return the sounds of the parts: what spellings of one name share."""
        return " ".join(part.said + "*" * (part.kind is Kind.FATHER) for part in self.parts)


_BETWEEN = re.compile(r"[\s\-\u2010-\u2015_/,;]+|(?<=\.)")
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,3}")
_NOT_INITIALS = frozenset((*customs.ABBREVIATIONS, "ng"))
_COMMON_OVA = re.compile(r"(?:[oe]va|skaia)$")
_COMMON_OV = re.compile(r"(?:[oe]v|ski)$")
_MOST_PARTS = 7


@lru_cache(maxsize=1 << 16)
def read(text: str) -> tuple[Name, ...]:
    """Return the name that a text gives, and the others it gives for the same person, as after “alias”."""
    text = customs.FAITH.sub("uddin", customs.PARENT.sub("", f" {text} "))
    within = [found for found in customs.BRACKETS.findall(text) if len(found.split()) > 1]
    spellings = [*customs.ALIASES.split(customs.BRACKETS.sub(" ", text)), *within][:3]
    return tuple(name for name in map(_read, spellings) if name.parts) or (_read(text),)


def of_folded(folded: str) -> Name:
    """Return the name that has a folded form; what only its spelling told is not known of it."""
    parts = [_part(said, said) if len(said) > 1 else Part(said, said, 1.0, Kind.INITIAL) for said in folded.split()]
    return _told_apart(parts)


def _read(spelling: str) -> Name:
    before, comma, after = spelling.partition(",")
    if comma and after.strip() and "," not in after:
        spelling = f"{after} {before}"
    parts: list[Part] = []
    sex = ""
    for word, told in _words(spelling):
        sex = sex or told
        if word:
            parts.append(word)
    name = _told_apart(_weighed(_unlinked(parts[:_MOST_PARTS])))
    return replace(name, sex=name.sex or sex)


def _words(spelling: str) -> Iterator[tuple[Part | None, str]]:
    """Give the parts of a spelling, and where a word is only courtesy whom it is said to."""
    written = [word for raw in _BETWEEN.split(spelling) if raw for word in _split(raw)]
    named = [word for word in written if word[0] not in customs.TITLES] or written
    links = ""
    for place, (folded, is_initial) in enumerate(named):
        first, last = place == 0, place == len(named) - 1
        if is_initial and len(named) > 1:
            yield _initial(folded), ""
        elif _is_small(folded, first=first, last=last):
            links += folded
            continue
        elif folded in customs.COURTESIES and not first:
            yield None, customs.COURTESIES[folded]
        else:
            for part, told in _parts(folded, alone=len(named) == 1):
                yield (replace(part, linked=sound(links + latin(folded))) if part and links else part), told
        links = ""


def _initial(folded: str) -> Part:
    read = latin(folded).lower()
    return Part(customs.LETTERS.get(sound(read), read[0])[0], folded.upper(), 1.0, Kind.INITIAL)


def _split(raw: str) -> list[tuple[str, bool]]:
    """Return the folded words of one written word, and whether each is an initial."""
    bare = raw.removesuffix(".")
    folded = words(bare)
    if len(folded) == 1 and bare.isupper() and _CONSONANTS.fullmatch(folded[0]) and folded[0] not in _NOT_INITIALS:
        return [(letter, True) for letter in folded[0]]
    return [(word, _is_initial(word, dotted=raw != bare, capital=bare.isupper())) for word in folded]


def _is_initial(word: str, *, dotted: bool, capital: bool) -> bool:
    """Tell whether a word is an initial: one letter, or in a script of syllables one with a full stop."""
    if not latin(word)[:1].isascii() or not latin(word):
        return False
    return (len(word) == 1 and (capital or dotted)) or (dotted and not word.isascii() and len(latin(word)) <= 3)


def _is_small(folded: str, *, first: bool, last: bool) -> bool:
    if last:
        return False
    return folded in customs.PREFIXES or (not first and folded in customs.LINKS)


def _parts(folded: str, *, alone: bool) -> Iterator[tuple[Part | None, str]]:
    read = customs.ABBREVIATIONS.get(folded) or latin(folded)
    if not folded.isascii() and not alone and (letters := _spelt_out(read)):
        yield from ((Part(letter, letter.upper(), 1.0, Kind.INITIAL), "") for letter in letters)
        return
    read = _taken_apart(read)
    for place, word in enumerate(read.split()):
        if place and word in customs.COURTESIES:
            yield None, customs.COURTESIES[word]
        elif said := sound(word):
            yield _part(said, folded if " " not in read else word), ""


def _taken_apart(read: str) -> str:
    """Return a word with the parts written onto it as words of their own."""
    apart = read.replace("A", "a")
    for pattern, instead in customs.WRITTEN_ON:
        apart = pattern.sub(instead, apart)
    return apart if apart != read.replace("A", "a") else read


def _spelt_out(read: str) -> str:
    """Return the initials that a word of another script spells out by the names of Latin letters."""
    said = sound(read)
    if said in customs.LETTERS:
        return customs.LETTERS[said]
    halves = ((said[:cut], said[cut:]) for cut in range(1, len(said)) if len(said) < 6)
    both = next((pair for pair in halves if pair[0] in customs.LETTERS and pair[1] in customs.LETTERS), None)
    return customs.LETTERS[both[0]] + customs.LETTERS[both[1]] if both else ""


def _part(said: str, written: str) -> Part:
    father = said.endswith("*")
    said = said.removesuffix("*")
    known = customs.FAMILIES.get(said) or customs.FAMILIES.get(said.replace("A", "a"), said)
    return Part(known, written, customs.COMMON.get(known.replace("A", "a"), 1.0), Kind.FATHER if father else Kind.FULL)


_FAITH = sound("uddin")


def _unlinked(parts: list[Part]) -> list[Part]:
    """Write together what belongs together, and leave out the link in Shafiqul Islam."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before and part.kind is before.kind is Kind.FULL:
            if part.said == _FAITH:
                joined[-1] = replace(before, said=before.said + _FAITH)
                continue
            if part.said.replace("A", "a") in customs.LINKED_TO and before.said not in customs.UNLINKED:
                joined[-1] = replace(before, said=customs.LINKED.sub("", before.said))
        joined.append(part)
    return joined


_ABDUL = sound("abdul")


def _weighed(parts: list[Part]) -> list[Part]:
    """Give the part after Abdul its full weight: the two are one name."""
    return [
        replace(part, weight=1.0) if before and before.said == _ABDUL else part
        for before, part in zip([None, *parts], parts, strict=False)
    ]


def _told_apart(parts: list[Part]) -> Name:
    """Tell fathers' names from the others, and the sex where a part tells it."""
    told: list[Part] = []
    sexes: list[str] = []
    for part in parts:
        if told and part.kind is Kind.FULL and part.said in customs.CHILD_OF:
            told[-1] = replace(told[-1], kind=Kind.FATHER, weight=0.6)
            sexes.append(customs.CHILD_OF[part.said])
            continue
        if told and part.kind is Kind.FULL and customs.PATRONYMIC.search(part.said):
            part = replace(part, kind=Kind.FATHER, weight=0.6)  # noqa: PLW2901 - the same part, better known
            sexes.append("f" if part.said.endswith("a") else "m")
        told.append(part)
        sexes.append(_sex(part.said))
    known = set(filter(None, sexes))
    return Name(tuple(told), "f" if "f" in known else "m" if known else "")


@lru_cache(maxsize=1 << 16)
def _sex(said: str) -> str:
    said = said.replace("A", "a")
    if said in customs.WOMEN or (len(said) > 5 and _COMMON_OVA.search(said)):
        return "f"
    return "m" if said in customs.MEN or (len(said) > 5 and _COMMON_OV.search(said)) else ""
