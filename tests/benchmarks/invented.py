"""Invented articles and the people they tell of: deterministic, in any number, every quote standing in its text.

Nobody here is real: names are put together from syllables, the war and the river it is fought over do not exist.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from casefiles.domain.records import CaseKind
from casefiles.domain.speakers import Speaker, SpeakerKind
from tests.benchmarks.invented_names import Country, FullName, country, full_name

SITUATION = "Northern river war"
MINISTRY = "Ministry of Distant Affairs"
PAPERS = ("Valley Courier", "Hill Tribune", "Coast Mail", "Eastern Herald", "River Post")
FIRST_DAY = date(2023, 2, 1)
MOST_REPORTS = 12

_FAMILY = Speaker("family", SpeakerKind.FAMILY)
_MINISTRY = Speaker(MINISTRY, SpeakerKind.OFFICIAL)
_EMBASSY = Speaker("embassy", SpeakerKind.OFFICIAL)
_ROLES = ("helper", "cook", "driver", "porter", "guard", "digger", "medic")
_TRADES = ("farmer", "mason", "student", "tailor", "mechanic", "fisherman")
_TOWNS = ("Orsk Ford", "Velmy", "Tarn Bridge", "Kesto", "Dolna", "Marrow Hill")
_CAUSES = ("shelling", "a mine", "an air strike", "a drone")
_STATUSES = ("missing", "killed", "repatriated", "serving", "captured", "injured", "released", "out_of_contact")
_SHARES = (28, 16, 18, 14, 6, 8, 6, 4)
_TOLD_OF = {
    "missing": "has been missing",
    "killed": "was killed",
    "repatriated": "was brought home",
    "serving": "is serving",
    "captured": "was captured",
    "injured": "was injured",
    "released": "was released",
    "out_of_contact": "has not been heard of",
}
_FILLER = (
    "Relatives gathered outside the district office for a third day and asked for an answer.",
    "A spokesman said that the list was being checked against the records of the missions.",
    "An agent had promised work in a kitchen far from the front, several families said.",
    "The contracts were written in a language that none of those who signed could read.",
)


@dataclass(frozen=True)
class Told:
    """One report of one field, and where in the article its words stand."""

    field: str
    value: Any
    start: int
    end: int
    speakers: tuple[Speaker, ...] = ()
    said_on: str = ""


@dataclass
class Person:
    """A person or a group that an article tells of."""

    kind: CaseKind = CaseKind.PERSON
    told: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class Article:
    """An article, with everybody in it."""

    title: str
    publisher: str
    published: date
    text: str
    people: tuple[Person, ...]


class Prose:
    """A text in the writing, which knows where each piece of it stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append words; returns where they stand."""
        start, self.length = self.length, self.length + len(text)
        self._pieces.append(text)
        return start, self.length

    @property
    def text(self) -> str:
        """Return what was written so far."""
        return "".join(self._pieces)


def articles(people: int, reports: int = 10, per_article: int = 2, seed: int = 7) -> Iterator[Article]:
    """Return articles that tell of so many people, with so many reports of each (at most `MOST_REPORTS`)."""
    chance = random.Random(seed)
    for first in range(0, people, per_article):
        yield _article(chance, first, min(per_article, people - first), reports)


def _article(chance: random.Random, first: int, count: int, reports: int) -> Article:
    published = FIRST_DAY + timedelta(days=chance.randrange(900))
    paper = Speaker(chance.choice(PAPERS), SpeakerKind.PRESS)
    prose = Prose()
    prose.add(f"{published:%d %B %Y}. {chance.choice(_FILLER)} ")
    told = [
        (_group if number % 50 == 49 else _person)(chance, prose, published, paper, reports)
        for number in range(first, first + count)
    ]
    prose.add(f"({paper.name}, item {first}.)")
    title = f"{prose.text[told[0].told[0].start : told[0].told[0].end]} and the {SITUATION}"
    return Article(title, paper.name, published, prose.text, tuple(told))


def _person(chance: random.Random, prose: Prose, published: date, paper: Speaker, reports: int) -> Person:
    home = country(chance)
    name = full_name(chance, home)
    facts = _Facts(chance, prose, published, paper, home, name)
    for tell in _ORDER[:reports]:
        tell(facts)
    prose.add(f". {chance.choice(_FILLER)} ")
    return Person(CaseKind.PERSON, facts.told)


def _group(chance: random.Random, prose: Prose, published: date, paper: Speaker, reports: int) -> Person:
    facts = _Facts(chance, prose, published, paper, country(chance), FullName("", ""))
    low, more = chance.randint(2, 9), chance.choice((0, 0, 4))
    prose.add("Among them are ")
    shown = f"{low} to {low + more}" if more else str(low)
    facts.tell("size", f"{low}-{low + more}" if more else low, f"{shown} people")
    for tell in (_status, _origin, _recruited)[: max(1, reports - 1)]:
        tell(facts)
    prose.add(". ")
    return Person(CaseKind.GROUP, facts.told)


@dataclass
class _Facts:
    """What is told of one person, while the article is written."""

    chance: random.Random
    prose: Prose
    published: date
    paper: Speaker
    home: Country
    name: FullName
    told: list[Told] = field(default_factory=list)

    def tell(self, key: str, value: Any, words: str, speakers: tuple[Speaker, ...] = (), said: str = "") -> None:
        """Write the words that support a value, and keep the report."""
        start, end = self.prose.add(words)
        self.told.append(Told(key, value, start, end, speakers, said or self.published.isoformat()))

    def day(self, longest_ago: int) -> date:
        """Draw a day before the article."""
        return self.published - timedelta(days=self.chance.randint(1, longest_ago))

    def say(self) -> tuple[Speaker, ...]:
        """Draw who says it: the paper itself, the family, or the ministry."""
        chains = ((), (_FAMILY, self.paper), (_EMBASSY, _FAMILY, self.paper), (_MINISTRY, self.paper))
        return self.chance.choice(chains)


def _name(facts: _Facts) -> None:
    facts.tell("name", {"text": facts.name.text, "kind": "display", "script": "Latn"}, facts.name.text)


def _status(facts: _Facts) -> None:
    status = facts.chance.choices(_STATUSES, _SHARES)[0]
    happened, town = facts.day(60), facts.chance.choice(_TOWNS)
    value = {"status": status, "date": facts.chance.choice((happened.isoformat(), f"{happened:%Y-%m}")), "place": town}
    facts.prose.add(" ")
    words = f"{_TOLD_OF[status]} near {town} in {happened:%B %Y}"
    if status == "killed":
        value["cause"] = facts.chance.choice(_CAUSES)
        words += f" by {value['cause']}"
    facts.tell("status", value, words, facts.say())


def _origin(facts: _Facts) -> None:
    facts.prose.add("; from ")
    region = facts.chance.choice(facts.home.regions)
    facts.tell("origin", {"country": facts.home.name, "state": region}, f"{region}, {facts.home.name}")


def _age(facts: _Facts) -> None:
    facts.prose.add(", aged ")
    age = facts.chance.randint(18, 52)
    facts.tell("age", age, str(age))


def _own_script(facts: _Facts) -> None:
    facts.prose.add(" (")
    if facts.name.native:
        value = {
            "text": facts.name.native,
            "kind": "native",
            "script": facts.home.script,
            "language": facts.home.language,
        }
        facts.tell("name", value, facts.name.native)
    else:
        other = f"{facts.name.text.split()[-1]} {facts.name.text[0]}."
        facts.tell("name", {"text": other, "kind": "alias", "script": "Latn"}, other)
    facts.prose.add(")")


def _recruited(facts: _Facts) -> None:
    """Tell of the time before; one in ten gets another's differing report of the present instead."""
    facts.prose.add("; ")
    then = facts.day(400)
    if facts.chance.random() < 0.1:
        facts.tell("status", {"status": "missing", "date": f"{then:%Y}/.."}, "has not called since", (_FAMILY,))
    else:
        words = f"was recruited in {then:%B %Y}"
        facts.tell("status", {"status": "recruited", "date": f"{then:%Y-%m}"}, words, facts.say())


def _plain(key: str, before: str, among: tuple[str, ...]) -> Callable[[_Facts], None]:
    def tell(facts: _Facts) -> None:
        value = facts.chance.choice(among)
        facts.prose.add(before)
        facts.tell(key, value, value)

    return tell


def _left_home(facts: _Facts) -> None:
    facts.prose.add(", who left home in ")
    left = facts.day(700)
    facts.tell("left_home", f"{left:%Y-%m}", f"{left:%B %Y}")


_ORDER: tuple[Callable[[_Facts], None], ...] = (
    _name,
    _status,
    _origin,
    _age,
    _own_script,
    _recruited,
    _plain("role", " as a ", _ROLES),
    _plain("occupation", ", formerly a ", _TRADES),
    _left_home,
    _plain("last_seen", ", last seen at ", _TOWNS),
    _plain("agent", ", sent by ", ("Agent Kobo", "Agent Lira", "Agent Semm")),
    _plain("unit", " to the ", ("4th Bridge Unit", "11th Ferry Unit", "Ford Guard")),
)
"""What is told of a person, first things first."""
assert len(_ORDER) == MOST_REPORTS
