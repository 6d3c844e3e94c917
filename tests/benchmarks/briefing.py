"""How long a situation briefing takes, worker start included: 6 facts and 3 endnotes a person, tagged.

Run by hand from the project's root::

    PYTHONPATH=. python tests/benchmarks/briefing.py [people …]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from casefiles.briefing.facts import (
    BriefingFacts,
    ChangeRow,
    CountRow,
    Note,
    OriginRow,
    PeopleRow,
    SituationFacts,
    Status,
    Value,
)
from casefiles.briefing.printing import Printing

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SYLLABLES = [
    "ka",
    "ri",
    "mo",
    "ta",
    "len",
    "du",
    "sha",
    "vi",
    "no",
    "per",
    "as",
    "il",
    "tu",
    "ran",
    "go",
    "mi",
    "be",
    "sol",
]
WORDS = [
    "the",
    "family",
    "said",
    "that",
    "he",
    "was",
    "last",
    "heard",
    "of",
    "near",
    "the",
    "river",
    "in",
    "early",
    "spring",
    "and",
    "had",
    "not",
    "called",
    "since",
]
TARGETS = {1: 0.8, 1000: 3.0}


def name(chance: random.Random) -> str:
    """Invent a name."""
    return " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def note(chance: random.Random, number: int) -> Note:
    """Invent a source that no other value shares."""
    return Note(
        source_title=f"{name(chance)} asks for news, {number}",
        publisher="Example Post",
        author=name(chance),
        published="12 Jun 2024",
        url=f"https://news.example.org/2024/{number}",
        speaker=name(chance),
        said_on="11 Jun 2024",
        quote=" ".join(chance.choices(WORDS, k=24)),
        learned_on="12 Jun 2024",
        captured_at="12 Jun 2024 09:14 UTC",
        sha256=f"{chance.getrandbits(256):064x}",
        grade="B2",
    )


def person(chance: random.Random, number: int) -> PeopleRow:
    """Invent a person with six facts that rest on three notes."""
    first, second, third = (note(chance, 3 * number + at) for at in range(3))
    return PeopleRow(
        ref=f"CF-{number:07d}",
        name=Value(name(chance), notes=(first,)),
        status=Status("Reported killed", "dead", "Reported", (second,)),
        age=Value(str(chance.randint(18, 60)), notes=(third,)),
        origin=Value(f"{name(chance)}, North Province", notes=(first,)),
        date=Value("died Mar 2024", notes=(second,)),
        place=Value(name(chance), notes=(third,)),
    )


def facts(people: int) -> BriefingFacts:
    """Invent a briefing about so many people."""
    chance = random.Random(people)
    rows = tuple(person(chance, number) for number in range(people))
    groups = ("Dead", "dead"), ("Missing", "missing"), ("Home", "home")
    view = SituationFacts(
        title="Invented situation",
        bottom_line="Nobody in this briefing exists.",
        counts=tuple(CountRow(label, group, str(people), "1") for label, group in groups),  # type: ignore[arg-type]
        origins=(OriginRow("North Province", ("1", "2", "3"), str(people)),),
        changes_since="5 Jun 2024",
        changes=(ChangeRow("Invented Person", "Status", "missing", Value("killed")),),
        people=rows,
    )
    return BriefingFacts(
        template="situation",
        title="Invented situation",
        as_of="12 Jun 2024",
        generated="12 Jun 2024 18:04",
        generated_at="2024-06-12T18:04:00+00:00",
        time_zone="UTC",
        head_hash="ab" * 32,
        mark="Exercise",
        situation=view,
    )


def measure(people: int, folder: Path) -> str:
    """Print once and tell what it cost."""
    made = facts(people)
    before, own, clock = (
        resource.getrusage(resource.RUSAGE_CHILDREN),
        time.process_time(),
        time.perf_counter(),
    )
    built = Printing(made, folder / "out.pdf", RESOURCES).wait()
    own, clock = time.process_time() - own, time.perf_counter() - clock
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert built is not None
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    target = f" (target {TARGETS[people]})" if people in TARGETS else ""
    return (
        f"{people:>6} people: worker {spent:5.2f} CPU s{target}, ours {own:.2f}, clock {clock:.2f} s, "
        f"{built.pages} pages, {built.bytes_size / 1e6:.2f} MB, peak {after.ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for size in [int(word) for word in sys.argv[1:]] or [1, 1000]:
            print(measure(size, Path(place)))
