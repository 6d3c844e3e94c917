"""A name in its parts: what each sounds like, how much it tells, and what kind of part it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

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
        letters: how it was written in plain Latin letters; empty where its script leaves vowels out.
        weight: how much it tells, 1 at most.
        linked: how it sounds with the small words before it that were left out, as Ben Ali is also Benali.
    """

    said: str
    written: str
    weight: float = 1.0
    kind: Kind = Kind.FULL
    linked: str = ""
    letters: str = ""

    @property
    def of_father(self) -> bool:
        """Return whether a small word says that this is the father's name."""
        return self.linked.startswith(customs.OF_FATHER)


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


_BETWEEN = re.compile(r"[\s\-\u2010-\u2015_/,;]+|(?<=\.)|(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]{2,3}")
_NOT_INITIALS = frozenset((*customs.ABBREVIATIONS, "ng"))
_OF_A_WOMAN = re.compile(r"(?:[oe]va|skaia)$")
_OF_A_MAN = re.compile(r"(?:[oe]v|ski)$")
_MOST_PARTS, _LONGEST, _LONGEST_PART = 7, 300, 40


@lru_cache(maxsize=1 << 16)
def read(text: str) -> tuple[Name, ...]:
    """Return the name that a text gives, and the others it gives for the same person, as after “alias”."""
    text = text[:_LONGEST]
    text = customs.FAITH.sub("uddin", customs.PARENT.sub("", f" {text} "))
    within = [found for found in customs.BRACKETS.findall(text) if len(found.split()) > 1]
    spellings = [*customs.ALIASES.split(customs.BRACKETS.sub(" ", text)), *within][:3]
    return tuple(name for name in map(_read, spellings) if name.parts) or (_read(text),)


@lru_cache(maxsize=1 << 14)
def of_folded(folded: str) -> Name:
    """Return the name that has a folded form; what only its spelling told is not known of it."""
    parts = [_part(said, said) if len(said) > 1 else Part(said, said, 1.0, Kind.INITIAL) for said in folded.split()]
    return _told_apart(_weighed(parts))


def _read(spelling: str) -> Name:
    before, comma, after = spelling.partition(",")
    if comma and after.strip() and "," not in after:
        spelling = f"{after} {before}"
    parts: list[Part] = []
    sex = ""
    for word, told in _words(customs.TWO_SYLLABLES.sub(_held_together, spelling)):
        sex = sex or told
        if word:
            parts.append(word)
    name = _told_apart(_weighed(_unlinked(_once(parts)[:_MOST_PARTS])))
    return replace(name, sex=name.sex or sex)


_HYPHEN = "\u203f"
"""Stands for the hyphen within a Chinese name, that its syllables are not taken for parts."""


def _held_together(found: re.Match[str]) -> str:
    """Return two syllables as one word where both are Chinese as written in Taiwan, and as they are if not."""
    chinese = all(syllable.lower() in customs.WADE_GILES for syllable in found.groups())
    return _HYPHEN.join(found.groups()) if chinese else found.group()


def _once(parts: list[Part]) -> list[Part]:
    """Leave out a part written twice by mistake; common and short names may well be the father's or a syllable too."""
    if len(parts) < _FEWEST_WITH_ONE_TWICE:
        return parts
    return [
        part
        for place, part in enumerate(parts)
        if not place or part != parts[place - 1] or part.weight < 1 or len(part.said) < _SHORTEST_TWICE
    ]


_FEWEST_WITH_ONE_TWICE, _SHORTEST_TWICE = 3, 5


class _Word(NamedTuple):
    """One word of a spelling: folded, as it was written, and whether it is an initial."""

    folded: str
    shown: str
    initial: bool = False


def _words(spelling: str) -> Iterator[tuple[Part | None, str]]:
    """Give the parts of a spelling, and where a word is only courtesy whom it is said to."""
    written = [word for raw in _BETWEEN.split(spelling) if raw for word in _split(raw)]
    named = [word for word in written if word.folded not in customs.TITLES] or written
    links = ""
    for place, word in enumerate(named):
        first, last = place == 0, place == len(named) - 1
        if _is_small(word.folded, first=first, last=last):
            links += word.folded
            continue
        if word.folded in customs.COURTESIES and not first:
            yield None, customs.COURTESIES[word.folded]
        else:
            for part, told in _parts(word, alone=len(named) == 1):
                yield (replace(part, linked=sound(links + latin(word.folded))) if part and links else part), told
        links = ""


@lru_cache(maxsize=1 << 15)
def _split(raw: str) -> tuple[_Word, ...]:
    """Return the words of what stands between two spaces, hyphens or full stops."""
    bare = raw.removesuffix(".")
    folded = words(bare)
    if _HYPHEN in bare:
        together = bare.replace(_HYPHEN, "-")
        shown = together.capitalize() if bare.isupper() else together
        return (_Word("".join(customs.WADE_GILES.get(syllable, syllable) for syllable in folded), shown),)
    if len(folded) == 1 and bare.isupper() and _CONSONANTS.fullmatch(folded[0]) and folded[0] not in _NOT_INITIALS:
        return tuple(_Word(letter, letter.upper(), initial=True) for letter in folded[0])
    initial = [_is_initial(word, dotted=raw != bare, capital=bare.isupper()) for word in folded]
    if len(folded) == 1:
        return (_Word(folded[0], bare.capitalize() if bare.isupper() or bare.islower() else bare, initial[0]),)
    return tuple(_Word(word, word.capitalize(), one) for word, one in zip(folded, initial, strict=True))


def _is_initial(word: str, *, dotted: bool, capital: bool) -> bool:
    """Tell whether a word is an initial: one letter, or in a script of syllables one with a full stop."""
    read = latin(word)
    if not read[:1].isascii() or not read:
        return False
    return (len(word) == 1 and (capital or dotted)) or (dotted and not word.isascii() and len(read) <= 3)


def _is_small(folded: str, *, first: bool, last: bool) -> bool:
    if last:
        return False
    return folded in customs.PREFIXES or (not first and folded in customs.LINKS)


@lru_cache(maxsize=1 << 15)
def _parts(word: _Word, *, alone: bool) -> tuple[tuple[Part | None, str], ...]:
    """Return the parts that a word gives, each with whom it is said to where it is only courtesy."""
    read = customs.ABBREVIATIONS.get(word.folded) or latin(word.folded[:_LONGEST_PART])
    if not alone and (letters := _initials(word, sound(read.lower()))):
        return tuple((Part(letter, letter.upper(), 1.0, Kind.INITIAL), "") for letter in letters)
    read = _taken_apart(read)
    found: list[tuple[Part | None, str]] = []
    for place, one in enumerate(read.split()):
        if place and one in customs.COURTESIES:
            found.append((None, customs.COURTESIES[one]))
        elif said := sound(one):
            shown = word.shown if " " not in read else one.capitalize()
            found.append((replace(_part(said, shown), letters=_letters(one)), ""))
    return tuple(found)


def _letters(read: str) -> str:
    letters = read.replace("A", "a")
    return letters if letters.islower() else ""


def _initials(word: _Word, said: str) -> str:
    """Return the letters that a word stands for; in other scripts than Latin it may spell their names."""
    if word.folded.isascii():
        return word.folded if word.initial else ""
    return customs.LETTERS.get(said) or (said[:1] if word.initial else "")


def _taken_apart(read: str) -> str:
    """Return a word with the parts written onto it as words of their own."""
    apart = read.replace("A", "a")
    for pattern, instead in customs.WRITTEN_ON:
        apart = pattern.sub(instead, apart)
    return apart if apart != read.replace("A", "a") else read


@lru_cache(maxsize=1 << 16)
def _part(said: str, written: str) -> Part:
    father = said.endswith("*")
    said = said.removesuffix("*")
    plain = said.replace("A", "a")
    known = customs.FAMILIES.get(said) or customs.FAMILIES.get(plain) or (plain if plain in customs.COMMON else said)
    if father:
        return Part(known, written, _OF_FATHERS, Kind.FATHER)
    return Part(known, written, customs.COMMON.get(known, 1.0))


_FAITH = sound("uddin")


def _unlinked(parts: list[Part]) -> list[Part]:
    """Write together what belongs together, and leave out the link in Shafiqul Islam."""
    joined: list[Part] = []
    for part in parts:
        before = joined[-1] if joined else None
        if before and part.kind is before.kind is Kind.FULL:
            if part.said == _FAITH:
                joined[-1] = replace(before, said=before.said + _FAITH, letters="")
                continue
            if part.said.replace("A", "a") in customs.LINKED_TO and before.said not in customs.UNLINKED:
                joined[-1] = replace(before, said=customs.LINKED.sub("", before.said), letters="")
        joined.append(part)
    return joined


_SERVANT_OR_FATHER = frozenset({sound("abdul"), sound("abu")})


def _weighed(parts: list[Part]) -> list[Part]:
    """Give the part after Abdul or Abu its full weight: the two are one name."""
    for place in range(1, len(parts)):
        if parts[place - 1].said in _SERVANT_OR_FATHER and parts[place].weight < 1:
            parts[place] = replace(parts[place], weight=1.0)
    return parts


_OF_FATHERS = 0.6


def _told_apart(parts: list[Part]) -> Name:
    """Tell fathers' names from the others, and the sex where a part tells it."""
    told: list[Part] = []
    known = ""
    for part in parts:
        child, sex = _told(part.said) if part.kind is Kind.FULL else ("", "")
        known = sex if sex == "f" or not known else known
        if told and child == "of the one before":
            told[-1] = replace(told[-1], kind=Kind.FATHER, weight=_OF_FATHERS)
        elif told and child:
            told.append(replace(part, kind=Kind.FATHER, weight=_OF_FATHERS))
        else:
            told.append(part)
    return Name(tuple(told), known)


@lru_cache(maxsize=1 << 16)
def _told(said: str) -> tuple[str, str]:
    """Return whose child a part says somebody is, and the sex it tells; empty where it says nothing."""
    said = said.replace("A", "a")
    if said in customs.CHILD_OF:
        return "of the one before", customs.CHILD_OF[said]
    if customs.PATRONYMIC.search(said):
        return "of this one", "f" if said.endswith("a") else "m"
    if said in customs.WOMEN or (len(said) > _SHORTEST and _OF_A_WOMAN.search(said)):
        return "", "f"
    return "", "m" if said in customs.MEN or (len(said) > _SHORTEST and _OF_A_MAN.search(said)) else ""


_SHORTEST = 5
"""Shorter words that end as Russian surnames do need not be any."""
